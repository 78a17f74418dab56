"""Reading names in texts without spaces, word after word, the longest known word each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property

from linter.facts import lowered
from linter.lazy import lazy
from linter.names.keys import pieces, singular

_LONGEST_RUN = 20  # code points of a name in a text without spaces
_LATIN = lazy(r"[A-Za-z0-9]+")
Options = list[tuple[str, bool]]  # what a word may be in English, and whether it was translated


def translated(meanings: Iterable[str]) -> Options:
    """Return the options of a word that was translated."""
    return [(meaning, True) for meaning in sorted(meanings)]


class Runs:
    """Reads runs of words in Chinese and Japanese."""

    def __init__(self, table: Mapping[str, str], stops: Set[str]) -> None:
        """``table`` has the English words of each word, separated by |; ``stops`` are small words between them."""
        self._table, self._stops = table, stops

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._table), default=1)

    def ends(self, text: str, at: int) -> list[int]:
        """Return where the words that follow each other from ``at`` on end, in a text without spaces."""
        found: list[int] = []
        stop = min(len(text), at + _LONGEST_RUN)
        while at < stop:
            size = next((n for n in range(min(self._longest, stop - at), 0, -1) if text[at : at + n] in self._table), 0)
            if size:
                found.append(at + size)
            elif found and text[at] in self._stops:
                size = 1
            else:
                latin = _LATIN.match(text, at, stop)
                if latin is None:
                    break
                size = len(latin[0])
                found.append(at + size)
            at += size
        return found

    def starts(self, text: str, at: int) -> list[int]:
        """Return where the words that follow each other up to ``at`` begin, the last first, in a text without spaces."""
        found: list[int] = []
        stop = max(0, at - _LONGEST_RUN)
        while at > stop:
            size = next((n for n in range(min(self._longest, at - stop), 0, -1) if text[at - n : at] in self._table), 0)
            if size:
                found.append(at - size)
            elif found and text[at - 1] in self._stops:
                size = 1
            else:
                break
            at -= size
        return found

    def segmented(self, phrase: str) -> Iterator[list[Options]]:
        """Yield the reading of a text without spaces that takes the longest known word each time."""
        parts: list[Options] = []
        at = 0
        while at < len(phrase):
            for size in range(min(self._longest, len(phrase) - at), 0, -1):
                piece = lowered(phrase[at : at + size])
                if piece in self._stops or not piece.strip(" ・·-"):
                    break
                if piece in self._table:
                    parts.append(translated(self._table[piece].split("|")))
                    break
            else:
                latin = _LATIN.match(phrase, at)
                if latin is None:
                    return
                size = len(latin[0])
                parts += [[(singular(piece), False)] for piece in pieces(latin.group())]
            at += size
        yield parts
