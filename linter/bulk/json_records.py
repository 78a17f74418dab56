"""A line of JSON as a record: only the wanted fields are made into objects, the rest is checked and left."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import msgspec

from linter.bulk.records import Fields, Record
from linter.config_languages import language_of
from linter.outcome import RecordRef

_MISSING = msgspec.UNSET
_NAMES = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


@lru_cache(maxsize=16)
def reader(fields: Fields) -> msgspec.json.Decoder[Any]:
    """Return a decoder for records with these fields."""
    tree: dict[str, Any] = {}
    for path in fields:
        node = tree
        for key in path.split(".") if path else ():
            node = node.setdefault(key, {})
    return msgspec.json.Decoder(_shape(tree))


def _shape(tree: dict[str, Any]) -> Any:
    rows, names = [], {}
    for number, (key, below) in enumerate(tree.items()):
        kind = _shape(below) | None if below else Any
        rows.append((f"f{number}", kind | msgspec.UnsetType if below else kind, _MISSING))
        names[f"f{number}"] = key
    return msgspec.defstruct("Row", rows, rename=names, gc=False)


def json_record(line: bytes, number: int, fields: Fields) -> Record:
    """Return the record of a line."""
    try:
        row = reader(fields).decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return _slow(line, number, fields)
    return _record(row, number, fields, _attribute(fields))


def _slow(line: bytes, number: int, fields: Fields) -> Record:
    """Read what msgspec refuses, since other readers take it: NaN, lone surrogates, another kind of object."""
    try:
        row = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        return _broken(number, f"byte {error.start} of the record (0x{line[error.start]:02X}) is not UTF-8.")
    except json.JSONDecodeError as error:
        return _broken(number, f"no valid JSON: {error.msg[:1].lower()}{error.msg[1:]} at character {error.pos}.")
    except RecursionError:
        return _broken(number, "no valid JSON: nested too deeply.")
    if not isinstance(row, dict):
        return _broken(number, f"{_kind(row)} and no object.")
    return _record(row, number, fields, _item)


def _broken(number: int, reason: str) -> Record:
    return Record(RecordRef(number), None, None, reason)


def _record(row: Any, number: int, fields: Fields, get: Any) -> Record:
    text, given = get(row, fields.text), get(row, fields.id)
    ref = RecordRef(number, _id(given))
    if not isinstance(text, str):
        why = f"there is no field “{fields.text}”." if text is _MISSING else _wrong(fields.text, text)
        return Record(ref, None, None, why)
    language = get(row, fields.language) if fields.language else None
    return Record(ref, text, language_of(language) if isinstance(language, str) else None)


def _wrong(field: str, value: object) -> str:
    return f"the field “{field}” holds {_kind(value)} and no text."


def _kind(value: object) -> str:
    return "null" if value is None else _NAMES.get(type(value), "something else")


def _id(value: object) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _item(row: Any, path: str) -> Any:
    for key in path.split("."):
        if not isinstance(row, dict) or key not in row:
            return _MISSING
        row = row[key]
    return row


@lru_cache(maxsize=16)
def _attribute(fields: Fields) -> Any:
    """Return a function that finds the value of a path in what the decoder made."""
    places: dict[str, tuple[str, ...]] = {}
    tree: dict[str, Any] = {}
    for path in fields:
        node, names = tree, []
        for key in path.split(".") if path else ():
            names.append(f"f{list(node).index(key) if key in node else len(node)}")
            node = node.setdefault(key, {})
        places[path] = tuple(names)
    if all(len(names) <= 1 for names in places.values()):
        single = {path: names[0] for path, names in places.items() if names}
        return lambda row, path: getattr(row, single[path])

    def get(row: Any, path: str) -> Any:
        for name in places[path]:
            row = getattr(row, name, _MISSING)
        return row

    return get
