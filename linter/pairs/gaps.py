"""Parts of the source that nothing in the text stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from linter.pairs.align import BAD, GOOD, Link
from linter.pairs.parts import Part, PartKind
from linter.pairs.traits import Trait, cost
from linter.types import Span

_LEAST_LETTERS = 40  # a shorter part is often left out on purpose, or joined to its neighbour
_LEAST_SIGNS = 15  # the same for Chinese, Japanese and Korean
_MARGIN = 0.5
_SHORT = 0.85
_FRAME = 2  # pairs on each side that must be good
_PROSE = (PartKind.TEXT, PartKind.HEADING, PartKind.ITEM)


class Gap(NamedTuple):
    """Parts of the source without a partner, from ``source_at``; ``at`` is where they should stand.

    Not sure: a part is missing here, but it may be a neighbour of the one that is named.
    """

    source: str
    source_at: int
    at: Span
    parts: int
    is_sure: bool = True


class Side(NamedTuple):
    """A text, its parts and what they look like."""

    text: str
    parts: Sequence[Part]
    traits: Sequence[Trait]


def read_gaps(source: Side, target: Side, links: Sequence[Link], scale: float) -> Iterator[Gap]:
    """Yield the runs of parts without a partner that stand between two good pairs."""
    at = 0
    while at < len(links):
        end = at
        while end < len(links) and not links[end].m:
            end += 1
        if end > at and _is_framed(links, at, end):
            lost = source.parts[links[at].i : links[end - 1].i + 1]
            is_sure = not _is_doubtful(source, target, links[at:end], scale)
            is_short = is_sure or _is_short(source, target, links[max(0, at - 1) : end + 1], scale)
            if is_short and _is_prose(source.text, lost):
                place = _place(target.text, target.parts, links[at].j)
                yield Gap(source.text[lost[0].start : lost[-1].end], lost[0].start, place, len(lost), is_sure)
        at = max(end, at) + 1


def _is_framed(links: Sequence[Link], at: int, end: int) -> bool:
    """True if good pairs stand on both sides, with nothing new between them."""
    return all(map(_is_good, (*links[max(0, at - _FRAME) : at], *links[end : end + _FRAME])))


def _is_good(link: Link) -> bool:
    return link.n > 0 and link.m > 0 and link.cost <= GOOD


def _is_short(source: Side, target: Side, links: Sequence[Link], scale: float) -> bool:
    """True if the text around a gap is too short to hold what is missing."""
    theirs = sum(trait.length for link in links for trait in source.traits[link.i : link.i + link.n])
    ours = sum(trait.length for link in links for trait in target.traits[link.j : link.j + link.m])
    return ours < _SHORT * scale * theirs


def _is_doubtful(source: Side, target: Side, lost: Sequence[Link], scale: float) -> bool:
    """True if a part would fit the text before or after the gap as well as the part that stands for it."""
    first, last = source.traits[lost[0].i], source.traits[lost[-1].i]
    before, after = lost[0].j - 1, lost[0].j
    for trait, one, other in ((first, before, lost[0].i - 1), (last, after, lost[-1].i + 1)):
        if 0 <= one < len(target.traits) and 0 <= other < len(source.traits):
            held = cost(source.traits[other], target.traits[one], scale)
            if cost(trait, target.traits[one], scale) < min(BAD, held + _MARGIN):
                return True
    return False


def _is_prose(text: str, parts: Sequence[Part]) -> bool:
    """True if there is enough prose to miss."""
    prose = " ".join(text[part.start : part.end] for part in parts if part.kind in _PROSE)
    prose = regex.sub(r"<[^<>]*>", "", prose)
    letters = len(regex.findall(r"\p{L}", prose))
    signs = len(regex.findall(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]", prose))
    return letters >= _LEAST_LETTERS or signs >= _LEAST_SIGNS


def _place(text: str, parts: Sequence[Part], number: int) -> Span:
    """Return the last line of the part before the gap, or the first line of the text."""
    if number == 0:
        return _line(text, parts[0].start, parts[0].end) if parts else _line(text, 0, len(text))
    part = parts[number - 1]
    start = text.rfind("\n", part.start, part.end) + 1
    return Span(max(part.start, start), part.end)


def _line(text: str, start: int, end: int) -> Span:
    stop = text.find("\n", start, end)
    return Span(start, end if stop < 0 else stop)
