"""What is the same in every language: placeholders, tags, code, options, addresses, file names.

Spans are code points of the text that is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

import regex

from linter.facts import MASK
from linter.lazy import lazy


class MarkKind(StrEnum):
    """What a mark is."""

    PLACEHOLDER = "placeholder"
    TAG = "tag"
    CODE = "code"
    OPTION = "option"
    ADDRESS = "address"
    PATH = "path"
    LINK = "link"


class Mark(NamedTuple):
    """A mark in a text; ``key`` is what must be the same on both sides.

    ``is_counted`` marks must stand there equally often. One that is not sure may be a mark that was translated
    (``<fett>``), or none at all.
    """

    kind: MarkKind
    start: int
    end: int
    key: str
    is_counted: bool = False
    is_sure: bool = True


_CODE = lazy(r"(?<![`\\])(?P<ticks>`{1,3})(?!`)(?P<code>[^`\n]+?)(?<!`)(?P=ticks)(?!`)")
_ANCHOR = lazy(r"\{#[^\s{}]+\}")
_LINK = lazy(r"\]\(<?(?P<path>(?![a-z]+:|#)[^\s()<>#?]+)")
_ADDRESS = lazy(
    r"""
      \b(?:https?|ftp|mailto|ssh|git)://?[^\s<>"'«»“”„‘’`（）「」\[\]{}|\\，。；：、]+
    | \bwww\.[^\s<>"'«»“”„‘’`（）「」\[\]{}|\\，。；：、]+
    | (?<![\p{L}\d._+-])[A-Za-z0-9._+-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)+
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_TAG = lazy(
    r"""<(?P<end>/?)(?P<name>\w[\w:.-]*+)(?P<rest>(?:\s++[\w:@.-]++(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))?)*+)\s*/?>""",
)
_MASKED = lazy(MASK)  # an inline code of a bilingual file
_ID = lazy(r"""\b(?:id|ctype|equiv-text)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")
_PLACEHOLDER = lazy(
    r"""
      (?P<named> %\([A-Za-z_][\w.]*\)[-#0+]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa]
        | %(?:[1-9]\d?\$)[-#0+]*\d*(?:\.\d+)?(?:hh|h|ll|l|L|z|j|t|q)?[diouxXeEfFgGcsp@]
        | [$%\#]\{[A-Za-z_][^{}\n]{0,60}\}
        | \{\{\{?[^{}\n]{1,60}\}?\}\}
        | \{%[^{}\n]{1,80}%\}
        | (?<!\$)\{(?:[A-Za-z_][\w.]{0,40}(?:\[[\w"']+\])?|\d{1,2})(?:![rsa])?(?::[^{}\s]{0,12})?\}
        | (?<![\p{L}\d%])%[A-Z][A-Z0-9_]+%
      )
    | (?P<loose> (?<!\$)\{[^\W\d][\w\ ]{0,40}\} )
    | (?P<plain> (?<![\d%])%(?:\d{0,2}(?:\.[\d*]{1,2})?(?:hh|h|ll|l|L|z|q)?[dsuifFxXgGcpr@])(?![A-Za-z\d])
        | (?<!\{)\{\}(?!\}) )
    """,
    regex.VERBOSE,
)
_ICU = lazy(r"\{\s*(?P<name>\w+)\s*,\s*(?P<type>\p{L}+)\s*,")
_ICU_TYPES = frozenset({"plural", "select", "selectordinal"})
_OPTION = lazy(
    r"""(?<![\w-])(?:--[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?![\w-])|(?P<loose>(?:--|[–—])\p{Ll}[\p{L}\d]*(?:-\w+)*))"""
)
_PATH = lazy(
    r"""
      (?<![\w./~+-])(?:~|\.{1,2})?(?:/(?=[A-Za-z0-9_.@-]*?[A-Za-z]{2})[A-Za-z0-9_.@-]++){2,}/?
    | (?<![\w./-])[A-Za-z0-9_-]++(?:[./][A-Za-z0-9_-]++){0,20}?\.(?:py|js|ts|tsx|jsx|json|ya?ml|toml|ini|cfg
        |conf|txt|md|rst|html?|css|xml|csv|sh|bat|exe|dll|so|log|sql|java|rb|rs|go|c|cpp|h|zip|gz|tar|lock|env|po|mo|pot)(?![\w-])
    | (?<![\w-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?!\w)
    """,
    regex.VERBOSE,
)
_ENDS_NO_ADDRESS = ".,;:!?)…"
_TAG_NAMES = (
    "a abbr b bdi bdo button cite code data dd del details dfn div dl dt em figure h1 h2 h3 h4 h5 h6 hr i iframe img "
    "input ins kbd label li mark ol pre q s samp section small span strong sub summary sup table tbody td th thead tr "
    "u ul var video audio x g ph bpt ept bx ex it mrk sc ec pc"
)
_HTML = frozenset(_TAG_NAMES.split())
_FREE_TAGS = frozenset({"br", "wbr", "p", "nobr", "ruby", "rt", "rp"})


def read_marks(text: str, *, is_markdown: bool = False) -> tuple[Mark, ...]:
    """Return the marks of a text in order; none lies in another."""
    found: list[Mark] = []
    taken = text
    for reader in (_codes if is_markdown else _no_codes, _addresses, _messages, _placeholders, _tags, _options, _paths):
        marks = list(reader(taken))
        found += marks
        taken = _blanked(taken, marks)
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end)))


def without_marks(text: str, marks: tuple[Mark, ...]) -> str:
    """Return the text with a blank for each code point of a mark."""
    return _blanked(text, marks)


def _blanked(text: str, marks: list[Mark] | tuple[Mark, ...]) -> str:
    if not marks:
        return text
    parts, at = [], 0
    for mark in sorted(marks, key=lambda each: each.start):
        if mark.start >= at:
            parts += [text[at : mark.start], " " * (mark.end - mark.start)]
            at = mark.end
    return "".join((*parts, text[at:]))


def _no_codes(text: str) -> Iterator[Mark]:
    del text
    yield from ()


def _codes(text: str) -> Iterator[Mark]:
    if "`" in text:
        for found in _CODE.finditer(text):
            yield Mark(MarkKind.CODE, found.start(), found.end(), found["code"].strip())
    if "{#" in text:
        for found in _ANCHOR.finditer(text):
            yield Mark(MarkKind.CODE, *found.span(), found.group())
    if "](" in text:
        for found in _LINK.finditer(text):
            yield Mark(MarkKind.LINK, *found.span("path"), found["path"])


def _addresses(text: str) -> Iterator[Mark]:
    if "://" in text or "www." in text or "@" in text or "mailto:" in text:
        for found in _ADDRESS.finditer(text):
            key = found.group().rstrip(_ENDS_NO_ADDRESS)
            yield Mark(MarkKind.ADDRESS, found.start(), found.start() + len(key), key)


def _messages(text: str) -> Iterator[Mark]:
    """Yield the heads of ICU messages: ``{count, plural,``; their branches are text."""
    if "," in text and "{" in text:
        for found in _ICU.finditer(text):
            key = f"{{{found['name']}, {found['type']},"
            yield Mark(MarkKind.PLACEHOLDER, *found.span(), key, is_sure=found["type"] in _ICU_TYPES)


def _placeholders(text: str) -> Iterator[Mark]:
    if "%" in text or "{" in text:
        for found in _PLACEHOLDER.finditer(text):
            key, is_plain = "".join(found.group().split()), found["plain"] is not None
            yield Mark(MarkKind.PLACEHOLDER, *found.span(), key, is_plain, found["loose"] is None)


def _tags(text: str) -> Iterator[Mark]:
    if MASK in text:
        for found in _MASKED.finditer(text):
            yield Mark(MarkKind.TAG, *found.span(), MASK, True)
    if "<" in text:
        for found in _TAG.finditer(text):
            name = found["name"].lower()
            if name not in _FREE_TAGS:
                number = _ID.search(found["rest"])
                own = (number["double"] or number["single"] or "") if number and len(name) <= 3 else ""
                key = f"<{found['end']}{name}{' ' + own if own else ''}>"
                is_sure = name in _HTML or name.isdigit() or bool(found["end"]) or found.group()[-2] == "/" or bool(own)
                yield Mark(MarkKind.TAG, *found.span(), key, True, is_sure)


def _options(text: str) -> Iterator[Mark]:
    if "--" in text or "\N{EN DASH}" in text or "\N{EM DASH}" in text:
        for found in _OPTION.finditer(text):
            yield Mark(MarkKind.OPTION, *found.span(), found.group(), is_sure=found["loose"] is None)


def _paths(text: str) -> Iterator[Mark]:
    if "." in text or "/" in text or "_" in text:
        for found in _PATH.finditer(text):
            yield Mark(MarkKind.PATH, *found.span(), found.group())
