"""Excerpts for a terminal: nothing in them acts on it, and the marks stand below what they mark."""

from __future__ import annotations

from linter.outcome import Excerpt

_SHORT = 20  # code points of a span in which every unusual space is spelled out
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


def rendered(excerpt: Excerpt) -> tuple[str, str, str, str]:
    """Return what stands before, marked and after, and the line of marks below."""
    before = harmless(excerpt.before)
    marked = spelled(excerpt.marked)
    marks = " " * width(before) + "^" * max(1, width(marked))
    return before, marked, harmless(excerpt.after), marks


def harmless(text: str) -> str:
    """Return text without what would move a terminal's cursor or reverse its writing."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in _JOINERS else _instead(char) for char in text)


def _instead(char: str) -> str:
    if char.isspace():
        return " "
    return "" if _is_format(char) else escaped(char)


def spelled(text: str) -> str:
    """Return text with what cannot be seen spelled out; in long texts usual spaces stay spaces."""
    if text.isascii() and text.isprintable():
        return text
    is_short = len(text) <= _SHORT
    return "".join(char if char.isprintable() else _spelled(char, is_short=is_short) for char in text)


def _spelled(char: str, *, is_short: bool) -> str:
    if is_short:
        return escaped(char)
    if char in _JOINERS:
        return char
    return " " if char in "\t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}" else escaped(char)


def escaped(char: str) -> str:
    """Return a character as Python would write it."""
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")


def _is_format(char: str) -> bool:
    import unicodedata  # noqa: PLC0415  only for unusual text

    return unicodedata.category(char) == "Cf"


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    if text.isascii():
        return len(text)
    import unicodedata  # noqa: PLC0415  only for findings in text that is not ASCII

    total = 0
    for char in text:
        if unicodedata.east_asian_width(char) in "WF":
            total += 2
        elif unicodedata.category(char) not in ("Mn", "Me", "Cf"):
            total += 1
    return total
