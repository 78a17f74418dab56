"""Patterns for paths, as in .gitignore: ``*`` stays in a folder, ``**`` crosses folders.

A pattern without a slash fits a file or folder of that name at any depth; a pattern that fits a folder
fits all below it. ``{lang}`` fits a language code and captures it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

LANGUAGE_FIELD = "{lang}"
LANGUAGE_CODE = r"(?P<lang>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)"
_TOKEN = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|\[[!^]?\]?[^\]/]*\]|\{lang\}|.", re.DOTALL)


class Glob(NamedTuple):
    """A pattern relative to a folder (an absolute path with forward slashes)."""

    folder: str
    pattern: str

    def match(self, path: str) -> re.Match[str] | None:
        """Match an absolute path with forward slashes."""
        base = self.folder.rstrip("/") + "/"
        if not path.startswith(base):
            return None
        return compiled(self.pattern).match(path, len(base))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the regular expression of a pattern, to be matched from the beginning of a relative path."""
    body = pattern.removeprefix("./")
    anywhere = "/" not in body.rstrip("/")
    body = body.strip("/")
    parts = ["(?:.*/)?"] if anywhere else []
    seen_language = False
    for token in _TOKEN.findall(body):
        if token == LANGUAGE_FIELD:
            parts.append("(?P=lang)" if seen_language else LANGUAGE_CODE)
            seen_language = True
        else:
            parts.append(_translated(token))
    return re.compile("".join(parts) + r"(?:/.*)?\Z", re.DOTALL)


def _translated(token: str) -> str:
    fixed = {"**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    if token in fixed:
        return fixed[token]
    if len(token) > 2 and token.startswith("["):
        inner = token[1:-1].replace("\\", r"\\")
        return f"[{'^' + inner[1:] if inner[0] in '!^' else inner}]"
    return re.escape(token)
