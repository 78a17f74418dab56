"""From a name to a record file."""

from __future__ import annotations

from linter.bulk.packing import EXPANSION
from linter.bulk.records import LONGEST, USUAL_FIELDS, Fields, RecordFile
from linter.errors import SourceError
from linter.source.record_names import record_name


def open_records(
    path: str,
    fields: Fields = USUAL_FIELDS,
    *,
    name: str | None = None,
    format: str | None = None,
    note_field: str = "",
    packing: str | None = None,
    longest: int = LONGEST,
    expansion: int = EXPANSION,
) -> RecordFile:
    """Return the record file at a path; ``-`` is standard input, which ``name`` gives a name.

    ``packing`` says how parts are packed (default: as the file is). ``longest`` is the limit of a record in
    bytes, ``expansion`` how many times its size a packed file may have.
    Raises SourceError if the name is none of a record file, or where the file cannot be read.
    """
    known = record_name(name or path, format)
    if known is None:
        raise SourceError("no record file: its name ends in none of .jsonl, .csv, .tsv, .parquet, .arrow.")
    written = known.packing if packing is None else packing
    if known.format == "jsonl":
        from linter.bulk.jsonl import JsonLines  # noqa: PLC0415  each format loads what it needs

        return JsonLines(path, fields, note_field, known.packing, written, longest, expansion)
    if known.format in ("csv", "tsv"):
        from linter.bulk.delimited import Delimited, open_delimited  # noqa: PLC0415  each format loads what it needs

        base = Delimited(path, fields, note_field, known.packing, written, longest, expansion)
        return open_delimited(path, known.format, base)
    from linter.bulk.columnar import open_columnar  # noqa: PLC0415  needs pyarrow

    return open_columnar(path, known.format, fields, note_field=note_field, longest=longest)
