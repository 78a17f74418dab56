"""The same rows as Parquet."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any

from linter.corpus.rows import Partial, Row, Value, encoded
from linter.errors import SourceError
from linter.source.reading import reason

_GROUP = 20_000  # rows that are held before they are written
DATA = "data"


def _library(name: str) -> Any:
    """Return pyarrow or a part of it. Raises SourceError."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise SourceError("Parquet needs the library pyarrow: pip install 'mtlint[parquet]'.") from error


class ParquetWriter:
    """Writes rows in groups; what is no column of its own goes into ``data`` as JSON."""

    def __init__(self, path: str, columns: Sequence[tuple[str, str]]) -> None:
        self._arrow = _library("pyarrow")
        types = {
            "str": self._arrow.string(),
            "int": self._arrow.int64(),
            "strs": self._arrow.list_(self._arrow.string()),
            "ints": self._arrow.list_(self._arrow.int32()),
        }
        self._names = [name for name, _ in columns]
        fields = [(name, types[kind]) for name, kind in columns]
        self._schema = self._arrow.schema([*fields, (DATA, self._arrow.string())])
        self._file = Partial(path)
        self._rows: list[dict[str, Any]] = []
        try:
            self._writer = _library("pyarrow.parquet").ParquetWriter(str(self._file.part), self._schema)
        except OSError as error:
            raise SourceError(f"{path}: not written: {reason(error)}") from error

    def write(self, row: Row) -> None:
        """Add a row."""
        kept: dict[str, Value] = {name: row.get(name) for name in self._names}
        rest = {name: value for name, value in row.items() if name not in kept}
        for name, value in kept.items():
            if isinstance(value, str) and not _is_whole(value):
                rest[name] = value  # exact in JSON; the column shows what can be shown
                kept[name] = value.encode("utf-8", "replace").decode()
        self._rows.append({**kept, DATA: encoded(rest) if rest else None})
        if len(self._rows) >= _GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []

    def __enter__(self) -> ParquetWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                self._flush()
            self._writer.close()
            if kind is None:
                self._file.keep()
        finally:
            self._file.drop()


def _is_whole(text: str) -> bool:
    """True if UTF-8 can hold the text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def parquet_rows(path: str) -> Iterator[Row]:
    """Yield the rows of a file. Raises SourceError."""
    arrow = _library("pyarrow")
    try:
        file = _library("pyarrow.parquet").ParquetFile(path)
        for batch in file.iter_batches(_GROUP):
            for row in batch.to_pylist():
                rest = json.loads(row.pop(DATA, None) or "{}")
                yield {name: value for name, value in row.items() if value is not None} | rest
    except (OSError, ValueError, arrow.ArrowException) as error:
        text = reason(error) if isinstance(error, OSError) and error.strerror else str(error).splitlines()[0]
        raise SourceError(f"{path}: {text}") from error
