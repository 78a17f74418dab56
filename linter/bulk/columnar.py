"""Parquet and Arrow files: batches are slices of the columns that are needed; the new file is made at the end.

What is kept on the way is each change as a line of JSON, in the order of the records.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

from linter.bulk.arrow import arrow, changed, column_at, from_bytes, is_text, to_bytes, type_at, values_of
from linter.bulk.columnar_files import open_source
from linter.bulk.lines import too_long
from linter.bulk.records import BATCH, LONGEST, Batch, Change, Fields, NoTextsError, Record
from linter.config_languages import language_of
from linter.errors import SourceError
from linter.outcome import RecordRef


@dataclass(frozen=True, slots=True)
class Columnar:
    """A Parquet or Arrow file; see ``RecordFile``. Schema, metadata and other columns stay as they are."""

    path: str
    format: str
    fields: Fields
    note_field: str = ""
    longest: int = LONGEST
    paths: tuple[str, ...] = ()  # of the columns that are read
    packing: str = ""
    prefix: bytes = b""
    is_assembled: bool = True

    def batches(self) -> Iterator[Batch]:
        with _faults(), open_source(self.path, self.format) as source:
            number = 1
            for piece in source.pieces(self.paths):
                for part in _small(piece):
                    done = source.size * min(1.0, (number + len(part)) / max(1, source.rows))
                    yield Batch(number, to_bytes(part), int(done))
                    number += len(part)

    def records(self, batch: Batch) -> Iterator[Record]:
        table = from_bytes(batch.data)
        texts = values_of(column_at(table, self.fields.text))
        none = [None] * len(table)
        ids, languages = (
            values_of(column_at(table, path)) if path in self.paths else iter(none)
            for path in (self.fields.id, self.fields.language)
        )
        for number, values in enumerate(zip(texts, ids, languages, strict=True), batch.number):
            yield self._record(number, *values)

    def _record(self, number: int, text: object, given: object, language: object) -> Record:
        ref = RecordRef(number, str(given) if isinstance(given, str | int) else "")
        if isinstance(text, UnicodeDecodeError):
            return Record(ref, None, None, f"byte {text.start} of the text is not UTF-8.")
        if not isinstance(text, str):
            return Record(ref, None, None, f"the field “{self.fields.text}” holds null and no text.")
        if len(text) > self.longest:
            return Record(ref, None, None, too_long(self.longest))
        return Record(ref, text, language_of(language) if isinstance(language, str) else None)

    def split(self, batch: Batch) -> Iterator[Batch]:
        table = from_bytes(batch.data)
        for row in range(len(table)):
            (part,) = table.slice(row, 1).combine_chunks().to_batches()
            yield batch._replace(number=batch.number + row, data=to_bytes(part))

    def original(self, batch: Batch, number: int) -> str | None:
        del batch, number  # only some columns are at hand; the file keeps the record
        return None

    def part(self, batch: Batch, changes: Mapping[int, Change]) -> bytes:
        del batch
        return b"".join(json.dumps([number, *changes[number]]).encode() + b"\n" for number in sorted(changes))

    def assemble(self, parts: Path, target: Path) -> None:
        with _faults("written"), open_source(self.path, self.format) as source, parts.open("rb") as lines:
            todo = _Changes(lines)
            number = 1
            with source.writer(target, self.note_field) as write:
                for table in source.tables():
                    wanted = todo.before(number + len(table))
                    new = changed(table, number, wanted, text=self.fields.text, note=self.note_field)
                    write(new)
                    number += len(table)


class _Changes:
    """Reads changes as they are needed."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self.lines = lines
        self.held: dict[int, Change] = {}

    def before(self, number: int) -> dict[int, Change]:
        """Return the changes of records up to a number; each is returned once."""
        for line in self.lines:
            at, *change = json.loads(line)
            self.held[at] = Change(*change)
            if at >= number:
                break
        wanted = dict(takewhile(lambda item: item[0] < number, self.held.items()))
        self.held = {at: change for at, change in self.held.items() if at >= number}
        return wanted


def open_columnar(path: str, format: str, fields: Fields, *, note_field: str, longest: int) -> Columnar:
    """Return a Parquet or Arrow file. Raises SourceError if it is none, or has no texts where they should be."""
    if path == "-":
        raise SourceError(f"{format} is not read from standard input; name the file.")
    with _faults(), open_source(path, format) as source:
        kind = type_at(source.schema, fields.text)
        if kind is None:
            shown = ", ".join(source.schema.names[:8]) or "none"
            raise NoTextsError(f"there is no column “{fields.text}”; --text-field names one of: {shown}.")
        if not is_text(kind):
            raise NoTextsError(f"the column “{fields.text}” holds {kind} and no text.")
        known = tuple(each for each in dict.fromkeys(fields) if each and type_at(source.schema, each) is not None)
        if note_field:
            source.schema_with(note_field)
    return Columnar(path, format, fields, note_field, longest, known)


def _small(piece: Any) -> Iterator[Any]:
    """Cut a record batch until its parts are small, or one record."""
    if piece.nbytes <= 2 * BATCH or len(piece) < 2:
        yield piece
        return
    half = len(piece) // 2
    yield from _small(piece.slice(0, half))
    yield from _small(piece.slice(half))


@contextmanager
def _faults(what: str = "read") -> Iterator[None]:
    """Turn what pyarrow raises into one line."""
    broken = arrow().lib.ArrowException
    try:
        yield
    except (broken, OSError) as error:
        text = " ".join(str(error).split()).rstrip(".")[:200]
        raise SourceError(f"cannot be {what} as a table: {text}.") from error
