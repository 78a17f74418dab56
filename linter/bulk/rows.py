"""Rows of CSV as bytes and cells at the same time, so that one cell can change and the rest stays as it was."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.bulk.packing import Readable
from linter.bulk.records import BATCH
from linter.errors import SourceError
from linter.source.reading import in_words

_END = re.compile(rb"\r?\n\Z")


class Row(NamedTuple):
    """A row as it stands in the file, and its cells; ``problem`` says why they could not be read."""

    raw: bytes
    cells: tuple[str, ...]
    problem: str = ""


def rows_of(stream: Readable, delimiter: str, *, longest: int) -> Iterator[Row]:
    """Yield the rows of a stream. Raises SourceError for a quoted cell that does not end."""
    csv.field_size_limit(max(longest, csv.field_size_limit()))
    taken: list[bytes] = []
    size = 0

    def lines() -> Iterator[str]:
        nonlocal size
        for line in _lines(stream):
            taken.append(line)
            size += len(line)
            if size > longest:
                raise SourceError(f"a row has more than {in_words(longest)}: a quoted cell may not end; not read on.")
            yield line.decode("latin-1")  # the structure is ASCII; cells are decoded one by one

    reader = csv.reader(lines(), delimiter=delimiter)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Row(b"".join(taken), (), f"no valid row: {error}.")
        else:
            if cells is None:
                return
            yield _row(b"".join(taken), cells)
        taken.clear()
        size = 0


def _row(raw: bytes, cells: list[str]) -> Row:
    if raw.isascii():
        return Row(raw, tuple(cells))
    try:
        return Row(raw, tuple(cell.encode("latin-1").decode("utf-8") for cell in cells))
    except UnicodeDecodeError:
        return Row(raw, (), "a byte of the row is not UTF-8.")


def _lines(stream: Readable) -> Iterator[bytes]:
    held = b""
    while piece := stream.read(BATCH):
        lines = (held + piece).split(b"\n")
        held = lines.pop()
        yield from (line + b"\n" for line in lines)
    if held:
        yield held


def first_row(stream: Readable, *, longest: int) -> bytes:
    """Return the first row as it stands in the file."""
    row = next(rows_of(stream, ",", longest=longest), None)
    return row.raw if row is not None else b""


def with_cell(raw: bytes, index: int, text: str, delimiter: str) -> bytes:
    """Return a row with one cell changed; it is quoted as it was, or where it has to be."""
    body, end = _divided(raw)
    start, stop = _places(body, delimiter)[index]
    return body[:start] + _cell(text, delimiter, is_quoted=body.startswith(b'"', start)) + body[stop:] + end


def joined(raw: bytes, text: str, delimiter: str) -> bytes:
    """Return a row with one more cell at its end."""
    body, end = _divided(raw)
    return body + delimiter.encode() + _cell(text, delimiter, is_quoted=False) + end


def _divided(raw: bytes) -> tuple[bytes, bytes]:
    found = _END.search(raw)
    return (raw[: found.start()], found.group()) if found else (raw, b"")


def _places(body: bytes, delimiter: str) -> list[tuple[int, int]]:
    sign = re.escape(delimiter.encode())
    cell = re.compile(rb'"(?:[^"]|"")*+"[^%b]*+|[^%b]*+' % (sign, sign), re.DOTALL)
    places, at = [], 0
    while True:
        found = cell.match(body, at)
        assert found is not None
        places.append(found.span())
        at = found.end() + 1
        if at > len(body):
            return places


def _cell(text: str, delimiter: str, *, is_quoted: bool) -> bytes:
    if is_quoted or any(sign in text for sign in (delimiter, '"', "\n", "\r")):
        text = '"' + text.replace('"', '""') + '"'
    return text.encode("utf-8", "surrogatepass")
