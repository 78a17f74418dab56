"""A TOML file to a layer of settings. Every fault is named with file and line."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from linter.config import CONFIG_NAME, LEVELS, NEVER, PROJECT_NAME, Layer, Override
from linter.config_languages import known_language
from linter.config_pairs import PairWish, pair_wish
from linter.config_values import language_wish, one_of, size
from linter.config_wishes import LanguageWish
from linter.errors import ConfigError
from linter.rule import PRESETS
from linter.source.globs import Glob
from linter.types import Confidence, Knowledge


class _FaultError(ValueError):
    """A value that a key cannot have."""


def has_table(path: str) -> bool:
    """True if a pyproject.toml has a table for mtlint; a broken file has none (others complain about it)."""
    try:
        return "mtlint" in tomllib.loads(Path(path).read_text("utf-8")).get("tool", {})
    except (OSError, ValueError):
        return False


def read_config(path: str, *, seen: tuple[str, ...] = ()) -> Layer:
    """Return the layer of a configuration file with all that it extends. Raises ConfigError."""
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_broken(path, str(error))) from error
    if os.path.basename(path) == PROJECT_NAME:  # noqa: PTH119  paths are plain strings here
        data = data.get("tool", {}).get("mtlint", {})
    reader = _Reader(path, text)
    layer = reader.layer(data)
    if "extend" not in data:
        return layer
    base = reader.path(data["extend"], "extend")
    if os.path.isdir(base):  # noqa: PTH112  paths are plain strings here
        base = f"{base}/{CONFIG_NAME}"
    if base in (path, *seen):
        raise ConfigError(f"{path}:{reader.line('extend')}: “extend” comes back to {base}.")
    return layer.over(read_config(base, seen=(path, *seen)))


def _text(path: str) -> str:
    try:
        return Path(path).read_bytes().decode("utf-8")
    except OSError as error:
        raise ConfigError(f"{path}: the configuration cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: the configuration is not UTF-8.") from error


def _broken(path: str, message: str) -> str:
    text, _, place = message.rstrip(")").partition(" (at line ")
    line = place.partition(",")[0]
    return f"{path}:{line}: {text}." if line.isdigit() else f"{path}: {message}."


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the values of one file; relative paths and patterns are relative to its folder."""

    file: str
    text: str

    @property
    def folder(self) -> str:
        return os.path.dirname(self.file).replace(os.sep, "/") or "/"  # noqa: PTH120  paths are plain strings here

    def layer(self, data: Mapping[str, Any]) -> Layer:
        """Return the layer of a table. Raises ConfigError."""
        values = self._values(data, {**_GENERAL, **_FOR_ALL}, ignored=("extend", "overrides"))
        overrides = data.get("overrides", [])
        if not isinstance(overrides, list) or not all(isinstance(each, dict) for each in overrides):
            raise self._error("overrides", "“overrides” is a list of tables, each with “files”")
        return Layer(origin=self.file, overrides=tuple(map(self._override, overrides)), **values)

    def _override(self, data: Mapping[str, Any]) -> Override:
        values = self._values(data, _GENERAL, ignored=("files",))
        if not data.get("files"):
            raise self._error("overrides", "an override says in “files” for which files it holds")
        files = self._value("files", data["files"], _globs)
        return Override(files, Layer(origin=self.file, **values))

    def _values(
        self, data: Mapping[str, Any], readers: Mapping[str, Callable[..., Any]], *, ignored: tuple[str, ...]
    ) -> dict[str, Any]:
        values = {}
        for key, value in data.items():
            if key in readers:
                values[key.replace("-", "_")] = self._value(key, value, readers[key])
            elif key not in ignored:
                near = difflib.get_close_matches(key, [*readers, *ignored], n=1)
                hint = f"; did you mean “{near[0]}”?" if near else "."
                raise self._error(key, f"“{key}” is no setting of mtlint{hint}", stop=False)
        return values

    def _value(self, key: str, value: Any, reader: Callable[..., Any]) -> Any:
        try:
            return reader(self, value)
        except (_FaultError, ConfigError) as error:
            raise self._error(key, f"“{key}”: {error}") from error

    def path(self, value: Any, key: str = "path") -> str:
        """Return an absolute path with forward slashes. Raises ConfigError if the value is no text."""
        if not isinstance(value, str) or not value:
            raise self._error(key, f"“{key}” is a path in quotation marks")
        return os.path.normpath(f"{self.folder}/{value}" if not os.path.isabs(value) else value).replace(  # noqa: PTH117  paths are plain strings here
            os.sep, "/"
        )

    def glob(self, pattern: str) -> Glob:
        """Return a pattern that is relative to the file's folder."""
        return Glob(self.folder, pattern)

    def line(self, key: str) -> int:
        """Return the line on which a key stands first, 1 if it is not found."""
        found = re.search(rf"^[^#\n]*?(?<![\w-])[\"']?{re.escape(key)}[\"']?\s*(?:[=.\]])", self.text, re.M)
        return self.text.count("\n", 0, found.end()) + 1 if found else 1

    def _error(self, key: str, text: str, *, stop: bool = True) -> ConfigError:
        end = "." if stop and not text.endswith(("?", ".")) else ""
        return ConfigError(f"{self.file}:{self.line(key)}: {text}{end}")


def _string(reader: _Reader, value: Any) -> str:
    del reader
    if not isinstance(value, str) or not value:
        raise _FaultError("a text in quotation marks is needed")
    return value


def _strings(reader: _Reader, value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [part.strip() for part in value.split(",")]
    if not isinstance(value, list):
        raise _FaultError("a list of texts is needed")
    return tuple(_string(reader, each) for each in value)


def _languages(reader: _Reader, value: Any) -> tuple[LanguageWish, ...]:
    if isinstance(value, dict):
        value = [f"{pattern}={_string(reader, code)}" for pattern, code in value.items()]
    return tuple(language_wish(text, reader.folder) for text in _strings(reader, value))


def _globs(reader: _Reader, value: Any) -> tuple[Glob, ...]:
    return tuple(map(reader.glob, _strings(reader, value)))


def _folders(reader: _Reader, value: Any) -> tuple[str, ...]:
    folders = tuple(map(reader.path, _strings(reader, value)))
    for folder in folders:
        if not os.path.isdir(folder):  # noqa: PTH112  paths are plain strings here
            raise _FaultError(f"there is no folder {folder}")
    return folders


def _field(_: _Reader, value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise _FaultError("the name of a field in quotation marks")
    return value


def _glossary(reader: _Reader, value: Any) -> Knowledge:
    from linter.glossary import glossary_of, read_glossary  # noqa: PLC0415  only where there is one

    if isinstance(value, list):
        return glossary_of(value, origin=reader.file)
    return read_glossary(reader.path(value, "glossary"))


def _pairs(reader: _Reader, value: Any) -> tuple[PairWish, ...]:
    tables = value if isinstance(value, list) else [value]
    return tuple(_pair(reader, table) for table in tables)


def _pair(reader: _Reader, table: Any) -> PairWish:
    keys = ("source", "target", "source-lang")
    if not isinstance(table, dict) or not all(isinstance(table.get(key), str) for key in keys[:2]):
        raise _FaultError('a table with “source” and “target” is needed: source = "docs/en/{path}"')
    for key in table:
        one_of(keys, key)
    language = known_language(_string(reader, table["source-lang"])) if "source-lang" in table else None
    return pair_wish(table["source"], table["target"], reader.folder, language)


_GENERAL: dict[str, Callable[[_Reader, Any], Any]] = {
    "preset": lambda _, value: one_of(PRESETS, value),
    "select": _strings,
    "ignore": _strings,
    "lang": _languages,
    "text-field": _field,
    "id-field": _field,
    "lang-field": _field,
}
_FOR_ALL: dict[str, Callable[[_Reader, Any], Any]] = {
    "min-confidence": lambda _, value: Confidence[one_of(("low", "medium", "high"), value).upper()],
    "fail-on": lambda _, value: one_of((*LEVELS, NEVER), value),
    "baseline": lambda reader, value: reader.path(value, "baseline"),
    "evidence": lambda reader, value: reader.path(value, "evidence"),
    "glossary": _glossary,
    "max-size": lambda _, value: size(value),
    "pairs": _pairs,
    "rules": _folders,
    "include": _globs,
    "ignore-patterns": _globs,
}
