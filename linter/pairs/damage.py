"""How translation damages what should stay as it is: spaces inside, full-width signs, other dashes, capitals."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from linter.lazy import lazy
from linter.pairs.marks import Mark, MarkKind

_DASHES = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
_FORMS = {
    "%": "%％﹪",
    "{": "{｛",
    "}": "}｝",
    "(": "(（",
    ")": ")）",
    "<": "<＜〈《",
    ">": ">＞〉》",
    "$": "$＄",
    ":": ":：",
    ".": ".．。",
    ",": ",，",
    "@": "@＠",
    "_": "_＿",
    "=": "=＝",
    '"': '"“”„«»＂',
    "'": "'‘’‚＇",
}
_LOCALE = lazy(r"(?<![A-Za-z])[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?(?![A-Za-z])")
_LONGEST = 80
_SLIP = 2  # signs in which two addresses differ by a slip; a page in another language differs in more


def damaged(mark: Mark, text: str, news: Sequence[Mark]) -> tuple[int, int] | None:
    """Return where a mark stands damaged in the text: the same signs with spaces, other forms or capitals.

    ``news`` are marks of the text that the source has not.
    """
    if len(mark.key) > _LONGEST or mark.kind is MarkKind.CODE:
        return None
    found = regex.search(_damage(mark), text, regex.IGNORECASE)
    if found is None or found.group() == mark.key:
        return None
    is_new = any(new.start <= found.start() and found.end() <= new.end for new in news)
    is_odd = found.group().lower() != mark.key.lower()
    return found.span() if is_new or is_odd else None


def _damage(mark: Mark) -> str:
    """Return a pattern for a mark with a space between its signs, and signs in other forms."""
    key, parts = mark.key, []
    for char in key:
        if char == "-":
            parts.append(f"[{_DASHES}]")
        elif char == "/":
            parts.append("[/／]")
        elif char in _FORMS:
            parts.append(f"[{regex.escape(_FORMS[char])}]")
        else:
            parts.append(regex.escape(char))
    joined = parts[0]
    for before, after, part in zip(key, key[1:], parts[1:], strict=False):
        joined += ("" if before.isalnum() and after.isalnum() else r"\s?") + part
    if mark.kind is MarkKind.PATH:  # “Makefile / make.bat” are two files
        joined = joined.replace(r"\s?[/／]\s?", r"(?:\s?[/／]|[/／]\s)")
    joined = joined.replace(f"[{_DASHES}]\\s?[{_DASHES}]", f"(?:[{_DASHES}]\\s?[{_DASHES}]|[\N{EN DASH}\N{EM DASH}])")
    edge = r"(?<![\p{L}\d])" if key[0].isalnum() else ""
    return edge + joined + (r"(?![\p{L}\d])" if key[-1].isalnum() else "")


def is_free(mark: Mark, other: Mark) -> bool:
    """True if a translator may write one for the other: a page in another language, another emphasis."""
    if mark.kind is MarkKind.TAG:
        is_same_end = (mark.key[1] == "/") == (other.key[1] == "/")
        return mark.is_sure and other.is_sure and is_same_end and " " not in mark.key
    if mark.kind not in (MarkKind.ADDRESS, MarkKind.LINK):
        return False
    return _LOCALE.sub("*", mark.key) == _LOCALE.sub("*", other.key) or not _is_near(mark.key, other.key)


def _is_near(one: str, other: str) -> bool:
    """True if two addresses are the same but for a slip, or for letters beyond ASCII in one of them."""
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    rest = max(len(one), len(other)) - head - tail
    return rest <= _SLIP or (one.isascii() and not other.isascii() and head + tail > 0.5 * len(one))
