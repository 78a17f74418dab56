"""Parquet and Arrow files on the disk: pieces of some columns, whole tables, and a writer that is like the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from linter.bulk.arrow import arrow, with_note_field
from linter.bulk.records import BATCH

_MAGIC = b"ARROW1"
_MOST_ROWS = 1 << 16  # of a piece
Write = Callable[[Any], None]


class Source(Protocol):
    """An open file. ``size`` in bytes."""

    schema: Any
    rows: int
    size: int

    def pieces(self, paths: Sequence[str]) -> Iterator[Any]:
        """Yield record batches of some columns, of about the size of a batch."""

    def tables(self) -> Iterator[Any]:
        """Yield all columns, a row group or record batch at a time."""

    def writer(self, target: Path, note_field: str) -> Any:
        """Return a context that gives a function which writes a table as a row group or record batch of its own."""

    def schema_with(self, note_field: str) -> Any:
        """Return the schema of the new file. Raises SourceError if it cannot have the field."""


@contextmanager
def open_source(path: str, format: str) -> Iterator[Source]:
    """Open a file of the format ``parquet`` or ``arrow``."""
    arrow()
    if format == "parquet":
        with arrow("pyarrow.parquet").ParquetFile(path, buffer_size=1 << 20, pre_buffer=False) as file:
            yield _Parquet(file, Path(path).stat().st_size)
    else:
        with arrow().memory_map(path) as file:
            yield _Arrow(file, Path(path).stat().st_size)


class _Parquet:
    """Reads without threads: a process that has some cannot be forked safely, and workers are forked."""

    def __init__(self, file: Any, size: int) -> None:
        self.file, self.size = file, size
        self.schema, self.rows = file.schema_arrow, file.metadata.num_rows

    def pieces(self, paths: Sequence[str]) -> Iterator[Any]:
        meta = self.file.metadata
        heads = {path.split(".")[0] for path in paths}
        for group in range(meta.num_row_groups):
            columns = (meta.row_group(group).column(at) for at in range(meta.num_columns))
            size = sum(each.total_uncompressed_size for each in columns if each.path_in_schema.split(".")[0] in heads)
            rows = max(1, meta.row_group(group).num_rows)
            count = min(_MOST_ROWS, max(1, rows * BATCH // max(1, size)))
            wanted = {"batch_size": count, "row_groups": [group], "columns": list(paths)}
            yield from self.file.iter_batches(**wanted, use_threads=False)

    def tables(self) -> Iterator[Any]:
        for group in range(self.file.metadata.num_row_groups):
            yield self.file.read_row_group(group, use_threads=False)

    def schema_with(self, note_field: str) -> Any:
        return with_note_field(self.schema, note_field) if note_field else self.schema

    @contextmanager
    def writer(self, target: Path, note_field: str) -> Iterator[Write]:
        meta = self.file.metadata
        packing: Any = "snappy"
        if meta.num_row_groups:
            columns = [meta.row_group(0).column(at) for at in range(meta.num_columns)]
            packing = {each.path_in_schema: _codec(each.compression) for each in columns}
            if note_field:
                packing.setdefault(note_field, _codec(columns[0].compression) if columns else "NONE")
        schema = self.schema_with(note_field)
        with arrow("pyarrow.parquet").ParquetWriter(target, schema, compression=packing) as writer:
            yield lambda table: writer.write_table(table, row_group_size=max(1, len(table)))


def _codec(name: str) -> str:
    return "NONE" if name == "UNCOMPRESSED" else name


class _Arrow:
    """The file format (``ARROW1``, also Feather 2) and the stream format."""

    def __init__(self, file: Any, size: int) -> None:
        ipc = arrow("pyarrow.ipc")
        self.is_file = file.read(len(_MAGIC)) == _MAGIC
        file.seek(0)
        self.reader = ipc.open_file(file) if self.is_file else ipc.open_stream(file)
        self.schema, self.size, self.rows = self.reader.schema, size, 0

    def _batches(self) -> Iterator[Any]:
        if not self.is_file:
            yield from self.reader
            return
        for index in range(self.reader.num_record_batches):
            yield self.reader.get_batch(index)

    def pieces(self, paths: Sequence[str]) -> Iterator[Any]:
        heads = list(dict.fromkeys(path.split(".")[0] for path in paths))
        for batch in self._batches():
            self.rows += len(batch)  # how far it is is not known ahead
            yield batch.select(heads)

    def tables(self) -> Iterator[Any]:
        for batch in self._batches():
            yield arrow().Table.from_batches([batch])

    def schema_with(self, note_field: str) -> Any:
        return with_note_field(self.schema, note_field) if note_field else self.schema

    @contextmanager
    def writer(self, target: Path, note_field: str) -> Iterator[Write]:
        ipc, schema = arrow("pyarrow.ipc"), self.schema_with(note_field)
        make = ipc.new_file if self.is_file else ipc.new_stream
        with arrow().OSFile(str(target), "wb") as sink, make(sink, schema) as writer:
            yield lambda table: writer.write_table(table.combine_chunks(), max_chunksize=max(1, len(table)))
