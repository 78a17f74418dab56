"""The word around a damaged place, in scripts that put spaces between words."""

from __future__ import annotations

from linter.lazy import lazy
from linter.types import Span

LONGEST_WORD = 60  # code points that are looked at on each side
_LETTERS = r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{M}\p{N}'’-]"
_BEFORE = lazy(rf"(?r){_LETTERS}*+")
_AFTER = lazy(rf"{_LETTERS}*+")
_INSIDE = lazy(r"[\p{L}\p{M}\p{N}'’-]*+")


def word_around(text: str, start: int, end: int) -> Span:
    """Return a span grown to the letters, digits, hyphens and apostrophes on both sides."""
    before = _BEFORE.match(text, max(0, start - LONGEST_WORD), start)
    after = _AFTER.match(text, end, min(len(text), end + LONGEST_WORD))
    return Span(before.start() if before else start, after.end() if after else end)


def is_inside_word(text: str, start: int, end: int) -> bool:
    """True if only letters, digits, hyphens and apostrophes stand in a gap between two places."""
    return end - start <= LONGEST_WORD and _INSIDE.fullmatch(text, start, end) is not None
