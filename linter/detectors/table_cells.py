"""table-cells: rows of a Markdown table that have lost cells, or won some, against its other rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.detectors.boilerplate_place import Layout, layout_of
from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.types import Match, Passage

FEWEST_ROWS = 2  # rows that agree with the head of the table: then one that does not is at fault
_DELIMITER = lazy(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?\r?")
_BAR = lazy(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCells:
    """No parameters."""


@dataclass(frozen=True)
class Tables:
    literals: tuple[str, ...] = ("-|", "- |", ":|", ": |")
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterator[Match]:
        """Yield the rows whose number of cells is not that of the table."""
        layout = layout_of(facts)
        for number in sorted({layout.line_at(place.start) for place in places}):
            if number > 0 and _DELIMITER.fullmatch(passage.text, *_span(layout, number)):
                yield from _rows(passage.text, layout, number)


def _span(layout: Layout, number: int) -> tuple[int, int]:
    line = layout.lines[number]
    return line.start, line.end


def _rows(text: str, layout: Layout, delimiter: int) -> Iterator[Match]:
    is_framed = text[slice(*_span(layout, delimiter))].lstrip().startswith("|")
    wanted = _cells(text, layout, delimiter, is_framed=is_framed)
    numbers = [delimiter - 1]
    for number in range(delimiter + 1, len(layout.lines)):
        if "|" not in text[slice(*_span(layout, number))]:
            break
        numbers.append(number)
    counts = {number: _cells(text, layout, number, is_framed=is_framed) for number in numbers}
    if list(counts.values()).count(wanted) >= FEWEST_ROWS:
        for number, count in counts.items():
            if count != wanted:
                values = (("count", str(count)), ("wanted", str(wanted)))
                yield Match(layout.trimmed(number), values=values)


def _cells(text: str, layout: Layout, number: int, *, is_framed: bool) -> int:
    """Return how many cells a row has. ``is_framed``: bars at both ends of a row are no borders between cells."""
    row = text[slice(*_span(layout, number))].strip()
    bars = len(_BAR.findall(row))
    return bars + 1 - (row.startswith("|") + (row.endswith("|") and not row.endswith("\\|")) if is_framed else 0)


def _build(params: TableCells, setting: Setting) -> Detector | None:
    del params, setting
    return Tables()


TABLE_CELLS = Kind("table-cells", TableCells, _build, reach=Reach.DOCUMENT)
