"""Which files hold records, told by their names. Strings only, so that a walk over folders may ask."""

from __future__ import annotations

from typing import NamedTuple

PACKINGS = {".gz": "gzip", ".zst": "zstd", ".bz2": "bzip2", ".xz": "xz"}
_SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".arrow": "arrow",
    ".feather": "arrow",
}
FORMATS = ("jsonl", "csv", "tsv", "parquet", "arrow")
_PACKED = frozenset({"jsonl", "csv", "tsv"})  # Parquet and Arrow compress inside


class RecordName(NamedTuple):
    """What a name says: the format of the records, and how the whole file is packed ("" if it is not)."""

    format: str
    packing: str = ""


def record_name(path: str, format: str | None = None) -> RecordName | None:
    """Return what the name of a record file says, None for other files. ``format`` is the user's word on it."""
    name = path.rpartition("/")[2].lower()
    stem, dot, suffix = name.rpartition(".")
    packing = PACKINGS.get(dot + suffix, "")
    if packing:
        _, dot, suffix = stem.rpartition(".")
    format = format or _SUFFIXES.get(dot + suffix)
    if format is None or (packing and format not in _PACKED):
        return None
    return RecordName(format, packing)
