"""An evidence file: names and lines seen in other documents, collected on purpose and committed.

``{"version": 1, "names": ["The Verge"], "lines": ["Related posts"]}``
"""

from __future__ import annotations

import json
from pathlib import Path

from linter.errors import ConfigError
from linter.types import Knowledge

VERSION = 1


def read_evidence(path: str) -> Knowledge:
    """Return what an evidence file knows. Raises ConfigError with the line if it is damaged."""
    data = read_json(path, "evidence file")
    if not isinstance(data, dict) or data.get("version") != VERSION:
        version = data.get("version") if isinstance(data, dict) else None
        raise ConfigError(f"{path}:1: an evidence file has “version”: {VERSION}, this one has {json.dumps(version)}.")
    unknown = sorted(data.keys() - {"version", "names", "lines"})
    if unknown:
        raise ConfigError(f"{path}: “{unknown[0]}” is nothing that an evidence file holds.")
    return Knowledge(_strings(path, data, "names"), _strings(path, data, "lines"), path)


def read_json(path: str, what: str) -> object:
    """Return the data of a JSON file. Raises ConfigError with the line."""
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: the {what} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: the {what} is not UTF-8.") from error
    try:
        data: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigError(f"{path}:{error.lineno}: the {what} is damaged: {error.msg}.") from error
    return data


def _strings(path: str, data: dict[str, object], key: str) -> frozenset[str]:
    values = data.get(key, [])
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        raise ConfigError(f"{path}: “{key}” is a list of texts.")
    return frozenset(values)
