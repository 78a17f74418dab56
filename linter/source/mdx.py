"""MDX: Markdown with imports, exports, JSX tags and expressions, which are no prose."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from linter.lazy import lazy
from linter.source.markdown import markdown_places
from linter.source.protect import mask, merged
from linter.types import Span

_MODULE = lazy(r"(?m)^(?:import|export)\b[^\n]*\n(?:[ \t]*[^\s][^\n]*(?:\n|\Z))*|^(?:import|export)\b[^\n]*\Z")
_OUTSIDE = lazy(r"[{}]|(?P<tag></?(?:[A-Za-z][\w.:-]*)?(?=[\s/>]))")
_INSIDE = lazy(
    r"""[{}>]|"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`|/\*(?:(?!\*/|/\*).)*+\*/|(?P<tag></?[A-Za-z])""",
    regex.DOTALL,
)
_LONGEST = 20_000  # code points of one expression


def mdx_places(text: str) -> list[Span]:
    """Return the spans of an MDX text that are no prose, unsorted."""
    places = markdown_places(text)
    places += [Span(*found.span()) for found in _MODULE.finditer(mask(text, merged(places)))]
    view = mask(text, merged(places))
    return places + list(_braced(view))


def _braced(text: str) -> Iterator[Span]:
    """Yield expressions in braces, and tags whose attributes may hold some. What is never closed is prose."""
    opened: list[int] = []
    tag = -1
    at = 0
    while found := (_INSIDE if opened or tag >= 0 else _OUTSIDE).search(text, at):
        at, sign = found.end(), found.group()
        if found["tag"]:
            tag = tag if opened else found.start()
        elif sign == "{":
            opened.append(found.start())
        elif sign == "}" and opened:
            start = opened.pop()
            if at - start <= _LONGEST:
                yield Span(start, at)
        elif sign == ">" and tag >= 0 and not opened:
            if at - tag <= _LONGEST and "\n\n" not in text[tag:at]:
                yield Span(tag, at)
            tag = -1
