"""Character references that were not decoded: ``&nbsp;``, ``&#8217;``, ``&amp;quot;``, ``& quot ;``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from linter.detectors.html_residue_found import Residue
from linter.facts import Facts
from linter.lazy import lazy
from linter.types import Safety

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_COMMON = "nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[lr]aquo|hellip|[mn]dash|shy"
_REFERENCE = lazy(
    rf"""
      &(?:[ ]?amp[ ]?;[ ]?)*(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});
    | &(?:amp;)*[ ]?(?:\#[ ]?[0-9]{{1,7}}|{_COMMON})[ ]?;
    | &(?:amp;)*(?:nbsp|quot|\#(?:160|3[49]|039|82[0-9][0-9]))(?![A-Za-z0-9=;])
    """,
    regex.VERBOSE,
)
_NAME = lazy(r"&(?:\s?amp\s?;\s?)*\s?(#?)\s?([0-9A-Za-z]+)")
_TAG_NEAR = lazy(r"/?[A-Za-z!]")
_HIDDEN = frozenset("\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\ufeff")
_NEEDS_NO_BREAK_SPACE = "fr"
# After a sign that no byte of a misread letter looks like: in ``Ã`` + U+00A0 it is half a letter.
_NO_BREAK_SPACE_IN_USE = lazy("[\x21-\x7e\u0370-\u1fff\u3000-\uffff]\u00a0")


@cache
def _names() -> dict[str, str]:
    from html.entities import html5  # noqa: PLC0415 (2,231 names: read when the first reference is seen)

    return html5


def entities(text: str, facts: Facts) -> Iterator[Residue]:
    """Yield the references of a text that have a meaning, in order."""
    if "&" not in facts.signs:
        return
    has_habit = NO_BREAK_SPACE in facts.unplain and _NO_BREAK_SPACE_IN_USE.search(text) is not None
    for found in _REFERENCE.finditer(text):
        char = decoded(found.group())
        if char is None or char == "\N{REPLACEMENT CHARACTER}":
            continue
        doubled = "amp;" in found.group()[1:-1] and found.group() != "&amp;"
        safety = Safety.SAFE
        if char in "<>" and (char == ">" or _TAG_NEAR.match(text, found.end())):
            safety = Safety.SUGGEST if _is_escaped_tag(text, *found.span(), char) else Safety.SAFE
        if char == NO_BREAK_SPACE:
            char = NO_BREAK_SPACE if has_habit else _space(text, *found.span(), facts.document.language)
        yield Residue(*found.span(), "" if char in _HIDDEN else char, safety, anywhere=doubled, is_tag=False)


def decoded(reference: str) -> str | None:
    """Return the character of a reference, however often its ``&`` was escaped; None if it has none."""
    name = _NAME.match(reference)
    if name is None:
        return None
    if name[1]:
        return _by_number(name[2])
    return _names().get(name[2] + ";")


def _by_number(number: str) -> str | None:
    from html import unescape  # noqa: PLC0415 (imports the table too)

    if not regex.fullmatch(r"[0-9]+|[xX][0-9a-fA-F]+", number):
        return None
    char = unescape(f"&#{number};")
    return char if len(char) == 1 else None


def _is_escaped_tag(text: str, start: int, end: int, char: str) -> bool:
    """True if a ``<`` or ``>`` belongs to an escaped tag near by: which text is meant to show."""
    if char == "<":
        return regex.match(r"/?[A-Za-z][^&\n]{0,80}&(?:amp;)*gt;", text[end : end + 100]) is not None
    return regex.search(r"&(?:amp;)*lt;/?[A-Za-z][^&\n]{0,80}\Z", text[max(0, start - 100) : start]) is not None


def _space(text: str, start: int, end: int, language: str) -> str:
    """Return what ``&nbsp;`` stood for in a text without no-break spaces: one where the language needs it."""
    needed = text[start - 1 : start] in ("«", *"0123456789") or text[end : end + 1] in tuple("»:;!?%€")
    return NO_BREAK_SPACE if needed and language == _NEEDS_NO_BREAK_SPACE else " "
