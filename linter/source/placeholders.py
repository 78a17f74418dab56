"""Placeholders in the texts of programs: printf, braces, ICU messages. They are masked like code."""

from __future__ import annotations

import regex

from linter.lazy import lazy
from linter.types import Span

_PLACEHOLDER = lazy(
    r"""
      %(?:\d+\$)?\([\w.-]+\)[-+\#0-9.]*[a-zA-Z]      # %(name)s
    | %[<{][\w.-]+[>}]                               # %{name}
    | %(?:\d+\$)?[-+\#0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh?|ll?|[jztLqI])?[diouxXeEfFgGaAcCsSpn@%](?![a-z])
    | %[1-9]\d?(?!\d)(?=\W|\Z)(?![ \u00a0\u202f]?%)  # %1 of Qt
    | \$\{[^{}\n]*\} | \$t\([^()\n]*\)
    | \{\{[^{}]*\}\} | \#\{[^{}\n]*\}
    | \{\s*[\w.-]*\s*(?:,\s*(?:number|date|time|duration|spellout)[^{}]*)?\}
    | (?<![\w:]):[a-z][a-zA-Z]*_?\w*(?=[\s.,;!?)]|\Z)  # :name
    | @:(?:\w+[.\w]*\w|\([\w.]+\))
    """,
    regex.VERBOSE,
)
_ICU = lazy(
    r"""
      \{\s*[\w.]+\s*,\s*(?:plural|selectordinal|select)\s*,(?:\s*offset:\s*\d+)?
    | (?<=[,}\d]\s*)(?:=\d+|\w+)\s*\{
    | \} | \#
    """,
    regex.VERBOSE,
)
_ICU_SIGNS = ("plural,", "select,", "selectordinal,")
_SIGNS = "%{$#:@"


def placeholders(text: str) -> list[Span]:
    """Return the spans of placeholders in a text, unsorted; of ICU messages the syntax, not the sentences."""
    if not any(sign in text for sign in _SIGNS):
        return []
    spans = [Span(*found.span()) for found in _PLACEHOLDER.finditer(text)]
    if any(sign in text for sign in _ICU_SIGNS):
        spans += _icu(text)
    return spans


def _icu(text: str) -> list[Span]:
    spans, start = [], 0
    for segment in text.split("\n\n"):
        if any(sign in segment for sign in _ICU_SIGNS):
            spans += [Span(*found.span()) for found in _ICU.finditer(text, start, start + len(segment))]
        start += len(segment) + 2
    return spans
