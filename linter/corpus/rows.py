"""Rows of files that the corpus tools write: JSON lines, or Parquet if the name ends so. Whole files or none.

In Parquet the fields of most rows are columns; all else of a row is JSON in the column ``data``.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Protocol

from linter.errors import SourceError
from linter.source.reading import reason

Value = None | bool | int | float | str | Sequence["Value"] | dict[str, "Value"]
Row = dict[str, Value]
PARQUET = ".parquet"


class RowWriter(Protocol):
    """Takes rows one after another; the file appears when it is left without an exception."""

    def write(self, row: Row) -> None:
        """Add a row. Raises OSError."""

    def __enter__(self) -> RowWriter: ...

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None: ...


def write_rows(path: str, columns: Sequence[tuple[str, str]]) -> RowWriter:
    """Return a writer. ``columns`` are names and types (str, int, strs, ints) for Parquet.

    Raises SourceError if the file cannot be written, or if pyarrow is not there.
    """
    if path.endswith(PARQUET):
        from linter.corpus.rows_parquet import ParquetWriter  # noqa: PLC0415  loads pyarrow

        return ParquetWriter(path, columns)
    return LineWriter(path)


def read_rows(path: str) -> Iterator[Row]:
    """Yield the rows of a file. Raises SourceError with the line if it is no such file."""
    if path.endswith(PARQUET):
        from linter.corpus.rows_parquet import parquet_rows  # noqa: PLC0415  loads pyarrow

        yield from parquet_rows(path)
        return
    try:
        with open(path, encoding="utf-8", newline="\n") as stream:  # noqa: PTH123  as a user typed it
            yield from _rows(stream, path)
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: not UTF-8.") from error
    except OSError as error:
        raise SourceError(f"{path}: {reason(error)}") from error


def _rows(stream: Iterable[str], path: str) -> Iterator[Row]:
    for number, line in enumerate(stream, 1):
        try:
            row = json.loads(line)
        except ValueError as error:
            raise SourceError(f"{path}:{number}: not JSON: {error}.", number) from error
        if not isinstance(row, dict):
            raise SourceError(f"{path}:{number}: a JSON object was expected.", number)
        yield row


def encoded(row: Value) -> str:
    """Return JSON on one line; only what UTF-8 cannot hold is escaped."""
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(row, separators=(",", ":"))
    return text


class Partial:
    """A file beside the wished one, which takes its place at the end."""

    def __init__(self, path: str) -> None:
        self.target = Path(os.path.realpath(path))
        self.part = self.target.with_name(f".{self.target.name}.{os.getpid()}.part")

    def keep(self) -> None:
        """Put the new file in the place of the old one."""
        self.part.replace(self.target)

    def drop(self) -> None:
        """Forget the new file."""
        with contextlib.suppress(OSError):
            self.part.unlink()


class LineWriter:
    """Writes JSON lines."""

    def __init__(self, path: str) -> None:
        self._file = Partial(path)
        try:
            self._stream: IO[Any] = self._file.part.open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise SourceError(f"{path}: not written: {reason(error)}") from error

    def write(self, row: Row) -> None:
        """Add a row."""
        self._stream.write(encoded(row) + "\n")

    def __enter__(self) -> LineWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        try:
            self._stream.close()
            if kind is None:
                self._file.keep()
        finally:
            self._file.drop()
