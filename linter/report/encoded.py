"""JSON that every console and every reader can take."""

from __future__ import annotations

import json

from linter.report import Setup
from linter.report.rows import Value


def encoded(value: Value, setup: Setup, *, indent: int | None = None) -> str:
    """Return JSON text; lone surrogates are escaped, all else only where the stream cannot hold it."""
    text = json.dumps(value, ensure_ascii=not setup.is_unicode, indent=indent)
    if setup.is_unicode and any("\ud800" <= char <= "\udfff" for char in text):
        return text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text
