"""An evidence file: names and lines seen in other documents, collected on purpose and committed.

``{"version": 1, "names": ["The Verge"], "lines": ["Related posts"]}``
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from linter.errors import ConfigError
from linter.types import Knowledge

VERSION = 1
LARGEST = 64_000_000  # bytes of a file
MOST = 100_000  # names, or lines
LONGEST = 300  # code points of a name or line
_LONGEST_SHOWN = 40
_CONTROL = re.compile("[\\x00-\\x1f\\x7f-\\x9f]")


def read_evidence(path: str) -> Knowledge:
    """Return what an evidence file knows. Raises ConfigError with the line if it is damaged or too large."""
    text = _text(path, "evidence file")
    data = _parsed(path, text, "evidence file")
    if not isinstance(data, dict) or data.get("version") != VERSION:
        version = data.get("version") if isinstance(data, dict) else None
        shown = json.dumps(version)[:_LONGEST_SHOWN]
        raise ConfigError(f"{path}:1: an evidence file has “version”: {VERSION}, this one has {shown}.")
    unknown = sorted(data.keys() - {"version", "names", "lines"})
    if unknown:
        raise ConfigError(f"{path}: “{unknown[0][:_LONGEST_SHOWN]}” is nothing that an evidence file holds.")
    return Knowledge(_strings(path, text, data, "names"), _strings(path, text, data, "lines"), path)


def read_json(path: str, what: str) -> object:
    """Return the data of a JSON file. Raises ConfigError with the line."""
    return _parsed(path, _text(path, what), what)


def _text(path: str, what: str) -> str:
    try:
        size = Path(path).stat().st_size
        if size > LARGEST:
            raise ConfigError(f"{path}: the {what} has {size:,} bytes; at most {LARGEST:,} are read.")
        data = Path(path).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: the {what} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}:{line}: the {what} is not UTF-8.") from error


def _parsed(path: str, text: str, what: str) -> object:
    try:
        data: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigError(f"{path}:{error.lineno}: the {what} is damaged: {error.msg}.") from error
    except (RecursionError, ValueError) as error:  # thousands of brackets, or a number of thousands of digits
        raise ConfigError(
            f"{path}:1: the {what} is damaged: it is nested too deep, or a number is too long."
        ) from error
    return data


def _strings(path: str, text: str, data: dict[str, object], key: str) -> frozenset[str]:
    values = data.get(key, [])
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        raise ConfigError(f"{path}: “{key}” is a list of texts.")
    if len(values) > MOST:
        raise ConfigError(
            f"{path}: “{key}” has {len(values):,} entries, at most {MOST:,} are used; "
            "learn again with a higher --min-documents."
        )
    found = frozenset(values)
    wrong = next((each for each in values if not 0 < len(each) <= LONGEST or _CONTROL.search(each)), None)
    if wrong is not None:
        at = text.find(json.dumps(wrong, ensure_ascii=False))
        at = text.find(json.dumps(wrong)) if at < 0 else at
        line = text.count("\n", 0, max(at, 0)) + 1
        raise ConfigError(f"{path}:{line}: an entry of “{key}” is empty, has control characters or is too long.")
    return found
