"""HTML in a text: tags, comments, scripts and styles are no prose."""

from __future__ import annotations

import regex

from linter.lazy import lazy
from linter.types import Span

# What is never closed is read up to the next opener of its sort, so that a scan stays linear.
_HTML = lazy(
    r"""
      <!--(?:(?!<!--).)*?-->
    | <(?P<raw>script|style|pre|code|kbd|samp|textarea)\b[^<>]*>(?:(?!<(?P=raw)\b).)*?</(?P=raw)\s*>
    | </?[a-z][a-z0-9-]*(?:\s+[^<>\s"'=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*\s*/?>
    | <![a-z][^>]*>
    """,
    regex.VERBOSE | regex.DOTALL | regex.IGNORECASE,
)


def html_places(text: str, *, start: int = 0) -> list[Span]:
    """Return the spans of tags, comments and raw elements from ``start`` on, in order."""
    if "<" not in text:
        return []
    return [Span(*found.span()) for found in _HTML.finditer(text, start)]
