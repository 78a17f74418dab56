"""CSV and TSV: the first row names the columns. A record's number is its row after that one."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from linter.bulk.packing import EXPANSION, Unpacked, packed, unpacked
from linter.bulk.records import BATCH, LONGEST, USUAL_FIELDS, Batch, Change, Fields, NoTextsError, Record
from linter.bulk.rows import Row, first_row, joined, rows_of, with_cell
from linter.bulk.streams import opened
from linter.config_languages import language_of
from linter.errors import SourceError
from linter.outcome import RecordRef

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Delimited:
    """A CSV or TSV file; see ``RecordFile``. Rows that are not changed are copied byte for byte."""

    path: str
    fields: Fields = USUAL_FIELDS
    note_field: str = ""
    source_packing: str = ""
    packing: str = ""
    longest: int = LONGEST
    expansion: int = EXPANSION
    delimiter: str = ","
    names: tuple[str, ...] = ()
    head: bytes = b""
    is_assembled: bool = False

    @property
    def prefix(self) -> bytes:
        """The row of names, with the one for annotations."""
        if not self.note_field or self.note_field in self.names:
            return packed(self.head, self.packing)
        return packed(joined(self.head, self.note_field, self.delimiter), self.packing)

    def batches(self) -> Iterator[Batch]:
        with opened(self.path) as file, unpacked(file, self.source_packing, expansion=self.expansion) as stream:
            _skip(stream, len(self.head))
            yield from self._batches(stream)

    def _batches(self, stream: Unpacked) -> Iterator[Batch]:
        number, held, size, count = 1, list[bytes](), 0, 0
        for row in rows_of(stream, self.delimiter, longest=self.longest):
            held.append(row.raw)
            size += len(row.raw)
            count += 1
            if size >= BATCH:
                yield Batch(number, b"".join(held), stream.raw.count)
                number, held, size, count = number + count, [], 0, 0
        if held:
            yield Batch(number, b"".join(held), stream.raw.count)

    def _rows(self, batch: Batch) -> Iterator[tuple[int, Row]]:
        return enumerate(rows_of(io.BytesIO(batch.data), self.delimiter, longest=self.longest), batch.number)

    def records(self, batch: Batch) -> Iterator[Record]:
        places = [self.names.index(name) if name in self.names else -1 for name in self.fields]
        for number, row in self._rows(batch):
            if row.cells or row.problem:
                yield self._record(number, row, places)

    def _record(self, number: int, row: Row, places: list[int]) -> Record:
        text, given, language = (row.cells[at] if 0 <= at < len(row.cells) else None for at in places)
        ref = RecordRef(number, given or "")
        if row.problem:
            return Record(RecordRef(number), None, None, row.problem)
        if text is None:
            columns = f"{len(row.cells)} of {len(self.names)} columns"
            return Record(ref, None, None, f"the row ends before “{self.fields.text}” ({columns}).")
        return Record(ref, text, language_of(language) if language else None)

    def split(self, batch: Batch) -> Iterator[Batch]:
        for number, row in self._rows(batch):
            yield Batch(number, row.raw, batch.consumed)

    def original(self, batch: Batch, number: int) -> str | None:
        row = next(row for at, row in self._rows(batch) if at == number)
        return json.dumps(dict(zip(self.names, row.cells, strict=False)))

    def part(self, batch: Batch, changes: Mapping[int, Change]) -> bytes:
        if not changes and not self._adds_column:
            return packed(batch.data, self.packing)
        return packed(b"".join(self._changed(row, changes.get(at)) for at, row in self._rows(batch)), self.packing)

    @property
    def _adds_column(self) -> bool:
        return bool(self.note_field) and self.note_field not in self.names

    def _changed(self, row: Row, change: Change | None) -> bytes:
        if change is not None and change.is_dropped:
            return b""
        raw = row.raw
        if change is not None and change.text is not None:
            raw = with_cell(raw, self.names.index(self.fields.text), change.text, self.delimiter)
        note = change.note if change is not None else None
        if self._adds_column:
            return joined(raw, note or "", self.delimiter) if row.cells else raw
        return raw if note is None else with_cell(raw, self.names.index(self.note_field), note, self.delimiter)

    def assemble(self, parts: Path, target: Path) -> None:
        raise NotImplementedError("parts of CSV are the new file")


def open_delimited(path: str, format: str, base: Delimited) -> Delimited:
    """Return the file with what its first row says. Raises SourceError if that names no column for the text.

    What that takes of standard input is remembered for the reading proper.
    """
    with opened(path, is_remembered=True) as file, unpacked(file, base.source_packing) as stream:
        head = first_row(stream, longest=base.longest)
    try:
        line = head.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as error:
        raise SourceError(f"byte {error.start} of the first row is not UTF-8.") from error
    delimiter = "\t" if format == "tsv" else ";" if "," not in line and ";" in line else ","
    names = tuple(next(csv.reader(io.StringIO(line, newline=""), delimiter=delimiter), ()))
    if base.fields.text not in names:
        shown = ", ".join(names[:8]) or "none"
        raise NoTextsError(f"there is no column “{base.fields.text}”; --text-field names one of: {shown}.")
    return replace(base, delimiter=delimiter, names=names, head=head)


def _skip(stream: Unpacked, size: int) -> None:
    while size > 0:
        size -= len(stream.read(min(size, BATCH))) or size
