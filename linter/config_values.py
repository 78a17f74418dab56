"""Values that the command line and configuration files have in common, read from text."""

from __future__ import annotations

import difflib
import re

from linter.config_languages import known_language
from linter.config_wishes import LanguageWish
from linter.errors import ConfigError
from linter.source.globs import LANGUAGE_FIELD, Glob

_SIZE = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>[kKMG]?)B?", re.ASCII)
_UNITS = {"": 1, "k": 10**3, "K": 10**3, "M": 10**6, "G": 10**9}


def one_of(names: tuple[str, ...], value: object) -> str:
    """Return the value. Raises ConfigError with a suggestion if it is none of the names."""
    if value in names:
        return str(value)
    near = difflib.get_close_matches(str(value), names, n=1)
    hint = f"; did you mean “{near[0]}”?" if near else ""
    raise ConfigError(f"“{value}” is none of {', '.join(names)}{hint}")


def size(value: object) -> int:
    """Return the bytes of a size such as ``50 MB``. Raises ConfigError."""
    found = _SIZE.fullmatch(str(value).strip())
    if isinstance(value, bool) or not found or not float(found["number"]):
        raise ConfigError(f"“{value}” is no size such as “50 MB”")
    return round(float(found["number"]) * _UNITS[found["unit"]])


def language_wish(text: str, folder: str) -> LanguageWish:
    """Return what ``de``, ``docs/{lang}/**`` or ``docs/de/**=de`` says; patterns are relative to a folder.

    Raises ConfigError.
    """
    pattern, equals, code = text.rpartition("=")
    if equals:
        return LanguageWish(Glob(folder, pattern), known_language(code))
    if LANGUAGE_FIELD in text:
        return LanguageWish(Glob(folder, text), None)
    return LanguageWish(None, known_language(text))
