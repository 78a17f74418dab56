"""JSON lines: one object a line, in UTF-8. A record's number is its line; blank lines are no records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from linter.bulk.json_records import json_record
from linter.bulk.json_values import spliced, value_span, with_member
from linter.bulk.lines import line_batches, too_long
from linter.bulk.packing import EXPANSION, packed, unpacked
from linter.bulk.records import LONGEST, USUAL_FIELDS, Batch, Change, Fields, Record
from linter.bulk.streams import opened
from linter.errors import SourceError
from linter.outcome import RecordRef

_BLANK = b" \t\r\n\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class JsonLines:
    """A JSONL file; see ``RecordFile``. What is not changed is copied byte for byte."""

    path: str
    fields: Fields = USUAL_FIELDS
    note_field: str = ""
    source_packing: str = ""
    packing: str = ""
    longest: int = LONGEST
    expansion: int = EXPANSION
    is_assembled: bool = False
    prefix: bytes = b""

    def batches(self) -> Iterator[Batch]:
        with opened(self.path) as file, unpacked(file, self.source_packing, expansion=self.expansion) as stream:
            yield from line_batches(stream, longest=self.longest)

    def records(self, batch: Batch) -> Iterator[Record]:
        if batch.opaque:
            if batch.reason:
                yield Record(RecordRef(batch.number), None, None, batch.reason)
            return
        for number, line in enumerate(batch.data.split(b"\n"), batch.number):
            if len(line) > self.longest:
                yield Record(RecordRef(number), None, None, too_long(self.longest))
            elif line.strip(_BLANK):
                yield json_record(line, number, self.fields)

    def split(self, batch: Batch) -> Iterator[Batch]:
        if batch.opaque:
            yield batch
            return
        for number, line in enumerate(_lines(batch.data), batch.number):
            yield batch._replace(number=number, data=line)

    def original(self, batch: Batch, number: int) -> str | None:
        return batch.data.split(b"\n")[number - batch.number].strip(_BLANK).decode("utf-8", "replace")

    def part(self, batch: Batch, changes: Mapping[int, Change]) -> bytes:
        if not changes or batch.opaque:
            return packed(batch.data, self.packing)
        lines = batch.data.split(b"\n")
        for number, change in changes.items():
            if not change.is_dropped:
                index = number - batch.number
                lines[index] = self._changed(lines[index], number, change)
        dropped = {number - batch.number for number, change in changes.items() if change.is_dropped}
        kept = [line for index, line in enumerate(lines) if index not in dropped]
        if len(lines) - 1 in dropped:  # the last line has no line feed; the one before keeps its own
            kept.append(b"")
        return packed(b"\n".join(kept), self.packing)

    def _changed(self, line: bytes, number: int, change: Change) -> bytes:
        if change.text is not None:
            span = value_span(line, self.fields.text.split("."))
            new = spliced(line, span, change.text) if span is not None else line
            if json_record(new, number, self.fields).text != change.text:
                raise SourceError(f"record {number}: the new text could not be put into its line.")
            line = new
        if change.note is not None:
            line = with_member(line, self.note_field, change.note)
        return line

    def assemble(self, parts: Path, target: Path) -> None:
        raise NotImplementedError("parts of JSON lines are the new file")


def _lines(data: bytes) -> Iterator[bytes]:
    """Yield lines with their line feeds."""
    lines = data.split(b"\n")
    yield from (line + b"\n" for line in lines[:-1])
    if lines[-1]:
        yield lines[-1]
