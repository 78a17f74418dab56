"""Where spaces stand that may be one too many: in runs, or before a mark. All rules on spacing share it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.detectors.kind import Place
from linter.types import Passage, Span

NBSP = "\N{NO-BREAK SPACE}"
ODD_SPACES = NBSP + "\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
MARKS = ",.;:!?"
FULL_WIDTH_MARKS = "，。、！？；："
_SPACES = frozenset(" " + ODD_SPACES)


def pairs(seconds: Iterable[str]) -> tuple[str, ...]:
    """Return each space with each of the signs behind it: literals that are rare in good text."""
    return tuple(space + second for space in " " + ODD_SPACES for second in seconds)


def gaps(passage: Passage, places: Iterable[Place]) -> Iterator[Span]:
    """Yield the runs of spaces at some places (of literals from ``pairs``) that have a sign on both sides."""
    text, done = passage.text, passage.start
    for place in places:
        if place.start < done:
            continue
        start, end = place.start, place.start
        while start > done and text[start - 1] in _SPACES:
            start -= 1
        while end < passage.end and text[end] in _SPACES:
            end += 1
        done = end
        if passage.start < start < end < passage.end and not text[start - 1].isspace() and text[end] not in "\r\n":
            yield Span(start, end)
