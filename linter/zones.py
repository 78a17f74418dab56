"""Where an article's page furniture lives: before the first and after the last lines of prose.

Offsets are code points; lines are ``linter.facts.Line`` tuples, numbered from 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linter.lazy import lazy

SHORTEST_PROSE = 80  # in code points; shorter lines are titles, labels, captions, list items as often as prose
WIDE = 2.5  # a Chinese, Japanese or Korean character says as much as two or three letters
WIDE_LEADS = bytes(range(0xE3, 0xEE))  # what such characters begin with in UTF-8, and few others do
_WIDE_CHARACTER = lazy(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟")
_CLOSERS = "\"'”“»«’」』)）]*"
_FURNITURE, _SHORT_PROSE, _PROSE = 1, -2, -4


@dataclass(frozen=True, slots=True)
class Zones:
    """The head is all before ``body_start``, the tail all from ``body_end``, in numbers of lines."""

    body_start: int
    body_end: int

    def holds(self, number: int) -> bool:
        """True if the line of this number lies in the head or in the tail."""
        return number < self.body_start or number >= self.body_end


def read_zones(rows: Sequence[str], filled: Sequence[int], *, is_wide: bool) -> Zones:
    """Find head and tail by the shape of lines alone: each is the run where short lines outweigh prose.

    ``filled`` are the numbers of the lines that are not blank. ``is_wide``: the text may hold Chinese,
    Japanese or Korean characters.
    """
    if not filled:
        return Zones(len(rows), len(rows))
    head = _longest_run(rows, filled, is_wide=is_wide)
    tail = _longest_run(rows, reversed(filled), is_wide=is_wide)
    first = filled[0] + 1 if head is None else head + 1
    last = filled[-1] if tail is None else tail
    return Zones(first, max(last, first)) if first < last else Zones(filled[0] + 1, last)


def _longest_run(rows: Sequence[str], numbers: Iterable[int], *, is_wide: bool) -> int | None:
    """Return the line up to which furniture outweighs prose most, counted from where ``numbers`` begin."""
    score = best = 0
    found = None
    for number in numbers:
        row = rows[number]
        own = _FURNITURE if len(row) < SHORTEST_PROSE and not is_wide else weight(row, is_wide=is_wide)
        score += own
        if own > 0 and score >= max(best - 1, 1):  # one short sentence, such as a teaser, may stand between
            best, found = max(best, score), number
        elif score < best - 3 * abs(_PROSE):
            break
    return found


def weight(row: str, *, is_wide: bool) -> int:
    """Return how much a line speaks for furniture (above 0) or for prose (below 0)."""
    length: float = len(row)
    if is_wide and length < 2 * SHORTEST_PROSE:
        length += (WIDE - 1) * len(_WIDE_CHARACTER.findall(row))
    if length < SHORTEST_PROSE or not row.rstrip().rstrip(_CLOSERS).endswith(_SENTENCE_ENDS):
        return _FURNITURE if length < 2 * SHORTEST_PROSE else _PROSE
    return _SHORT_PROSE if length < 2 * SHORTEST_PROSE else _PROSE
