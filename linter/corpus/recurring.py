"""Lines that recur in a collection, counted in two passes with bounded memory.

The first pass counts roughly, in as many buckets as there are bytes; the second counts exactly what may recur
often enough. The order of the documents changes only which samples are kept.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from linter.corpus.shapes import shapes, trimmed
from linter.lines import lowered
from linter.record import record

_BUCKETS = 1 << 22
MOST_KEPT = 200_000  # shapes that are counted exactly at one time; the rarest half is forgotten beyond
MOST_SAMPLES = 5
MOST_HOSTS = 50  # hosts of a shape that are told apart
MOST_OF_A_DOCUMENT = 2_000  # lines; the lines of a table or a list are not furniture
EDGE = 12  # lines at either end of a document where furniture lives


@record
class Sheet:
    """The lines of a document, in order, without blank ones. ``host`` is empty where it is not known."""

    host: str
    language: str
    lines: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """How often a shape recurs: documents, hosts, languages, lines at the edge of their document."""

    shape: str
    documents: int = 0
    at_edge: int = 0
    hosts: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    samples: list[str] = field(default_factory=list)

    def add(self, sheet: Sheet, line: str, *, at_edge: bool) -> None:
        """Note that a line of this shape stands in a document."""
        self.documents += 1
        self.at_edge += at_edge
        self.languages[sheet.language] += 1
        if sheet.host in self.hosts or len(self.hosts) < MOST_HOSTS:
            self.hosts[sheet.host] += 1
        if len(self.samples) < MOST_SAMPLES and line not in self.samples:
            self.samples.append(line)


def recurring(sheets: Callable[[], Iterable[Sheet]], *, at_least: int) -> dict[str, Tally]:
    """Return the shapes that stand in ``at_least`` documents, by their lower-case form.

    ``sheets`` gives the documents and is called twice.
    """
    rough = bytearray(_BUCKETS)
    for sheet in sheets():
        for place in {_place(key) for key, *_ in _keyed(sheet)}:
            rough[place] = min(255, rough[place] + 1)
    tallies: dict[str, Tally] = {}
    for sheet in sheets():
        seen = set()
        for key, shape, line, at_edge in _keyed(sheet):
            if key not in seen and rough[_place(key)] >= min(at_least, 255):
                seen.add(key)
                tallies.setdefault(key, Tally(shape)).add(sheet, line, at_edge=at_edge)
        if len(tallies) > MOST_KEPT:
            tallies = _commoner_half(tallies)
    return {key: tally for key, tally in sorted(tallies.items()) if tally.documents >= at_least}


def _keyed(sheet: Sheet) -> Iterator[tuple[str, str, str, bool]]:
    """Yield key, shape, line and whether it stands at the edge, for each shape of each line."""
    last = len(sheet.lines) - EDGE
    for number, line in enumerate(sheet.lines[:MOST_OF_A_DOCUMENT]):
        for shape in shapes(line):
            yield lowered(shape), shape, trimmed(line), number < EDGE or number >= last


def _place(key: str) -> int:
    return zlib.crc32(key.encode("utf-8", "surrogatepass")) % _BUCKETS


def _commoner_half(tallies: dict[str, Tally]) -> dict[str, Tally]:
    kept = sorted(tallies, key=lambda key: (-tallies[key].documents, key))[: MOST_KEPT // 2]
    return {key: tallies[key] for key in kept}


def chosen(tallies: dict[str, Tally], *, at_least: int) -> list[Tally]:
    """Return one shape for each kind of line, the most frequent first: with a slot only where what fills it changes.

    A shape with a slot wins over the lines it covers if it stands in ``at_least`` documents more than each.
    """
    losers: set[str] = set()
    for key, tally in tallies.items():
        forms = [lowered(shape) for shape in shapes(tally.samples[0])]
        for wider in forms[forms.index(key) + 1 :]:
            if wider in tallies:
                wins = tallies[wider].documents >= tally.documents + at_least
                losers.add(key if wins else wider)
    kept = [tally for key, tally in tallies.items() if key not in losers and _is_apart(tally)]
    return sorted(kept, key=lambda tally: (-tally.documents, tally.shape))


def _is_apart(tally: Tally) -> bool:
    """True if a shape with a slot was seen with different things in it, and a label mostly at the edge."""
    if "{any}" in tally.shape:
        return len(tally.samples) >= 3 and 2 * tally.at_edge > tally.documents
    return not ("{name}" in tally.shape or "{date}" in tally.shape) or len(tally.samples) >= 2
