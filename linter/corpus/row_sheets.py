"""Rows as a sheet for people: TSV or CSV that spreadsheets open; else as ``rows`` writes them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from linter.corpus.rows import Partial, Row, read_rows, write_rows
from linter.errors import SourceError
from linter.source.reading import reason

_DELIMITERS = {".tsv": "\t", ".csv": ","}
SUFFIXES = (*_DELIMITERS, ".jsonl", ".parquet")
_FORMULA = ("=", "+", "-", "@")  # a spreadsheet would compute what begins so


def write_any(path: str, rows: Iterable[Row], columns: Sequence[tuple[str, str]]) -> None:
    """Write rows in the format that the name tells. Raises SourceError."""
    delimiter = _delimiter(path)
    if delimiter is None:
        with write_rows(path, columns) as writer:
            for row in rows:
                writer.write(row)
        return
    names = [name for name, _ in columns]
    file = Partial(path)
    try:
        with file.part.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as stream:
            sheet = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
            sheet.writerow(names)
            sheet.writerows([_cell(row.get(name)) for name in names] for row in rows)
        file.keep()
    except OSError as error:
        raise SourceError(f"{path}: not written: {reason(error)}") from error
    finally:
        file.drop()


def _delimiter(path: str) -> str | None:
    if not path.endswith(SUFFIXES):
        raise SourceError(f"{path}: the name ends in none of {', '.join(SUFFIXES)}.")
    return _DELIMITERS.get(path[-4:])


def _cell(value: object) -> str:
    """Return the text of a cell, on one line."""
    text = "" if value is None else str(value).replace("\r", "").replace("\n", "⏎")
    return f" {text}" if text.startswith(_FORMULA) else text


def read_any(path: str) -> Iterator[Row]:
    """Yield the rows of a file that people may have changed. Raises SourceError."""
    delimiter = _delimiter(path)
    if delimiter is None:
        yield from read_rows(path)
        return
    try:
        with open(path, encoding="utf-8-sig", newline="") as stream:  # noqa: PTH123  as a user typed it
            yield from csv.DictReader(stream, delimiter=delimiter)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = reason(error) if isinstance(error, OSError) else "not a sheet in UTF-8."
        raise SourceError(f"{path}: {why}") from error
