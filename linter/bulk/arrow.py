"""Arrow tables: texts out of a column, and back into it. Nothing here touches the disk."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from linter.bulk.records import Change, MissingLibraryError
from linter.errors import SourceError

Table = Any  # pyarrow has no types of its own; these two say what is meant
Column = Any


@cache
def arrow(module: str = "pyarrow") -> Any:
    """Return pyarrow, or a module of it. Raises MissingLibraryError."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        text = "Parquet and Arrow need the library pyarrow: pip install 'mtlint[parquet]'; not checked."
        raise MissingLibraryError(text) from error


def type_at(schema: Any, path: str) -> Any:
    """Return the type at a dotted path of a schema, None if there is no such column."""
    name, *below = path.split(".")
    index = schema.get_field_index(name)
    if index < 0:
        return None
    kind = schema.field(index).type
    for name in below:
        if not arrow().types.is_struct(kind) or kind.get_field_index(name) < 0:
            return None
        kind = kind.field(kind.get_field_index(name)).type
    return kind


def is_text(kind: Any) -> bool:
    """True for columns of strings, also for those kept as a dictionary."""
    types = arrow().types
    if types.is_dictionary(kind):
        kind = kind.value_type
    is_view = getattr(types, "is_string_view", lambda _: False)
    return bool(types.is_string(kind) or types.is_large_string(kind) or is_view(kind))


def column_at(table: Table, path: str) -> Column:
    """Return the column at a dotted path."""
    name, *below = path.split(".")
    column = table.column(name)
    return arrow("pyarrow.compute").struct_field(column, below) if below else column


def values_of(column: Column) -> Iterator[object]:
    """Yield the values of a column; one that is no UTF-8 comes as the error."""
    try:
        yield from column.to_pylist()
    except UnicodeDecodeError:
        for each in column:
            try:
                yield each.as_py()
            except UnicodeDecodeError as error:
                yield error


def to_bytes(batch: Any) -> bytes:
    """Return a record batch as data that can be sent to another process."""
    sink = arrow().BufferOutputStream()
    with arrow("pyarrow.ipc").new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def from_bytes(data: bytes) -> Table:
    """Return what ``to_bytes`` was given, as a table."""
    return arrow("pyarrow.ipc").open_stream(data).read_all()


def changed(table: Table, first: int, changes: Mapping[int, Change], *, text: str, note: str) -> Table:
    """Return a table with changes made. ``first`` is the number of its first record."""
    texts = {number - first: each.text for number, each in changes.items() if each.text is not None}
    if texts:
        name, *below = text.split(".")
        index = table.schema.get_field_index(name)
        mask = arrow().array([row in texts for row in range(len(table))], type=arrow().bool_())
        column = _replaced(table.column(index), below, mask, list(texts.values()))
        table = table.set_column(index, table.schema.field(index), column)
    if note:
        notes = [changes[row].note if row in changes else None for row in range(first, first + len(table))]
        table = _with_notes(table, note, notes)
    dropped = {number - first for number, each in changes.items() if each.is_dropped}
    if dropped:
        table = table.filter(arrow().array([row not in dropped for row in range(len(table))], type=arrow().bool_()))
    return table


def _replaced(column: Column, below: Sequence[str], mask: Column, texts: list[str]) -> Column:
    """Return a column with the masked values replaced, in a struct those at the path ``below``."""
    kind = column.type
    if below:
        whole = column.combine_chunks() if hasattr(column, "combine_chunks") else column
        whole = whole.chunk(0) if hasattr(whole, "chunk") else whole
        children = whole.flatten()
        index = kind.get_field_index(below[0])
        children[index] = _replaced(children[index], below[1:], mask, texts)
        return arrow().StructArray.from_arrays(children, fields=list(kind), mask=whole.is_null())
    plain = kind.value_type if arrow().types.is_dictionary(kind) else kind
    values = column.cast(plain)
    try:
        new = arrow("pyarrow.compute").replace_with_mask(values, mask, arrow().array(texts, type=plain))
    except arrow().ArrowNotImplementedError:  # views of strings
        at = iter(texts)
        rows = zip(values.to_pylist(), mask.to_pylist(), strict=True)
        new = arrow().array([next(at) if is_new else old for old, is_new in rows], type=plain)
    return new if plain == kind else new.dictionary_encode().cast(kind)


def _with_notes(table: Table, name: str, notes: list[str | None]) -> Table:
    index = table.schema.get_field_index(name)
    if index < 0:
        return table.append_column(arrow().field(name, arrow().string()), arrow().array(notes, type=arrow().string()))
    field = table.schema.field(index)
    return table.set_column(index, field, arrow().array(notes, type=field.type))


def with_note_field(schema: Any, name: str) -> Any:
    """Return a schema with the column for annotations. Raises SourceError if there is one that holds no text."""
    kind = type_at(schema, name)
    if kind is None:
        return schema.append(arrow().field(name, arrow().string()))
    if not is_text(kind) or arrow().types.is_dictionary(kind):
        raise SourceError(f"the column “{name}” holds {kind} and takes no annotations.")
    return schema
