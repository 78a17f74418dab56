"""MDX: Markdown with imports, exports, JSX tags and expressions, which are no prose."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from linter.lazy import lazy
from linter.source.markdown import markdown_places
from linter.source.protect import mask, merged
from linter.types import Span

_MODULE = lazy(r"(?m)^(?:import|export)\b[^\n]*\n(?:[ \t]*[^\s][^\n]*(?:\n|\Z))*|^(?:import|export)\b[^\n]*\Z")
_START = lazy(r"\{|<(?=/?[A-Za-z][\w.:-]*[\s/>]|/?>)")
_MARK = lazy(r"""[{}<>]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|/\*(?:(?!\*/).)*\*/""", regex.DOTALL)
_LONGEST = 20_000  # code points of one expression


def mdx_places(text: str) -> list[Span]:
    """Return the spans of an MDX text that are no prose, unsorted."""
    places = markdown_places(text)
    places += [Span(*found.span()) for found in _MODULE.finditer(mask(text, merged(places)))]
    view = mask(text, merged(places))
    return places + list(_braced(view))


def _braced(text: str) -> Iterator[Span]:
    """Yield expressions in braces, and tags whose attributes hold some, each up to the sign that closes it."""
    at = 0
    while found := _START.search(text, at):
        end = _close(text, found.start())
        if end is not None:
            yield Span(found.start(), end)
        at = end or found.end()


def _close(text: str, start: int) -> int | None:
    """Return the end of what opens at ``start``, None if it stays open; a blank line ends the search in a tag."""
    is_tag, depth = text[start] == "<", 0
    for mark in _MARK.finditer(text, start, start + _LONGEST):
        sign = mark.group()
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth and not is_tag:
                return mark.end()
        elif sign == ">" and is_tag and depth <= 0:
            return mark.end()
        if depth < 0:
            return None
    return None
