"""The lines of a text with their keys: forms that ignore case, spacing, numbers and signs at the edges.

Offsets are code points of the text; lines are numbered from 0 and end at a line feed only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, overload

from linter.lazy import lazy

LONGEST_KEYED_LINE = 300  # code points; page furniture is short, prose lines need no key

_EDGE_SIGNS = " \t\r\N{NO-BREAK SPACE}\ufeff*»«:：.。…|›>→←↑•·–—-#!?_~<"
_NUMBER = lazy(r"\d[\d.,:]*")
# Without these no two characters of white space stand together: then a key needs no more than a strip.
_WIDE_SPACES = "\t\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\N{NO-BREAK SPACE}\u1680\u2028\u2029\u202f\u205f\u3000"
_UNEVEN = ("  ", *_WIDE_SPACES, *map(chr, range(0x2000, 0x200B)))


class Line(NamedTuple):
    """A line without its line break; ``key`` is its normalised form, empty for long and blank lines."""

    start: int
    end: int
    key: str


def line_key(text: str) -> str:
    """Return the form of a line that ignores case, spacing, numbers and signs at its edges."""
    return _key(_NUMBER.sub("0", lowered(text)))


def _key(text: str) -> str:
    return " ".join(text.strip(_EDGE_SIGNS).split())


def keys_of(lower: str) -> list[str]:
    """Return the key of each line of a text in lower case, empty for long and blank lines."""
    short = "\n".join([line if len(line) <= LONGEST_KEYED_LINE else "" for line in lower.split("\n")])
    numbered = _NUMBER.sub("0", short).split("\n")
    if any(sign in short for sign in _UNEVEN):
        return [_key(line) for line in numbered]
    return [line.strip(_EDGE_SIGNS) for line in numbered]


def lowered(text: str) -> str:
    """Return ``text`` in lower case with the same number of code points.

    ``str.lower`` keeps every offset but that of U+0130, which becomes two code points.
    """
    return text.replace("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "i").lower()


class Lines(Sequence[Line]):
    """All lines of a text, blank ones included. A line is made when it is asked for: few ever are."""

    def __init__(self, rows: Sequence[str], keys: Sequence[str]) -> None:
        self._rows, self._keys = rows, keys

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return list(accumulate([len(row) + 1 for row in self._rows[:-1]], initial=0))

    @cached_property
    def filled(self) -> list[int]:
        """The numbers of the lines that are not blank."""
        return [number for number, row in enumerate(self._rows) if row and not row.isspace()]

    def number_at(self, offset: int) -> int:
        """The number of the line that an offset lies in."""
        return bisect_right(self.starts, offset) - 1

    def with_keys(self, keys: Set[str]) -> Iterator[Line]:
        """Yield the lines that have one of the keys, in order."""
        return (self[number] for number, key in enumerate(self._keys) if key in keys)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, number: int) -> Line: ...
    @overload
    def __getitem__(self, number: slice) -> list[Line]: ...
    def __getitem__(self, number: int | slice) -> Line | list[Line]:
        if isinstance(number, slice):
            return [self._line(each) for each in range(*number.indices(len(self._rows)))]
        return self._line(number)

    def _line(self, number: int) -> Line:
        row, start = self._rows[number], self.starts[number]
        return Line(start, start + len(row) - row.endswith("\r"), self._keys[number])
