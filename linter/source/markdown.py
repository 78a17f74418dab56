"""Markdown: code, link targets, attributes and keys of front matter are no prose."""

from __future__ import annotations

import regex

from linter.lazy import lazy
from linter.source.markup import html_places
from linter.types import Span, Suppression

_FRONT_MATTER = lazy(r"\A\ufeff?---[ \t]*\r?\n(?P<body>.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", regex.DOTALL)
_KEY = lazy(r"^[ \t]*(?:- )?[\w.-]+:(?=[ \t\r\n]|$)", regex.MULTILINE)
_FENCE = lazy(
    r"^(?P<indent>[ \t>]*)(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?^[ \t>]*(?P=fence)[`~]*[ \t]*\r?$|.*\Z)",
    regex.MULTILINE | regex.DOTALL,
)
_CODE = lazy(r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", regex.DOTALL)
_INDENTED = lazy(r"(?:\A|(?<=\n[ \t]*\n))(?:(?: {4}|\t)[^\n]*\S[^\n]*(?:\n|\Z))+")
_TARGET = lazy(
    r"""
      (?<=\])\((?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)
    | (?<=\])\[[^\]\n]*\]
    | ^[ ]{0,3}\[[^\]\n]+\]:[ \t]*\S+
    | <(?:https?|mailto):[^>\s]+>
    """,
    regex.VERBOSE | regex.MULTILINE,
)
_ATTRIBUTES = lazy(r"\{[:#.%][^{}\n]*\}|\{\{[<%](?:(?!\{\{).)*?[>%]\}\}")
_DISABLE = lazy(r"<!--\s*mtlint-disable-next-line(?P<rules>[^:>]*)(?::(?P<reason>(?:(?!-->).)*))?-->", regex.DOTALL)


def markdown_places(text: str) -> list[Span]:
    """Return the spans of a Markdown text that are no prose, unsorted."""
    places, start = [], 0
    front = _FRONT_MATTER.match(text)
    if front:
        start = front.end()
        places += [Span(*key.span()) for key in _KEY.finditer(text, *front.span("body"))]
        places += [Span(front.start(), front.start("body")), Span(front.end("body"), front.end())]
    for pattern in (_FENCE, _CODE, _INDENTED, _TARGET, _ATTRIBUTES):
        places += [Span(*found.span()) for found in pattern.finditer(text, start)]
    return places + html_places(text, start=start)


def comments(text: str) -> tuple[Suppression, ...]:
    """Return the comments that accept findings on the next line that is not blank."""
    if "mtlint-disable-next-line" not in text:
        return ()
    return tuple(_suppression(text, found) for found in _DISABLE.finditer(text))


_NEXT_LINE = lazy(r"[^\n]*\n(?:[ \t\r]*\n)*(?P<line>[^\n]*)")


def _suppression(text: str, found: regex.Match[str]) -> Suppression:
    after = _NEXT_LINE.match(text, found.end())
    target = Span(*after.span("line")) if after else Span(len(text), len(text))
    rules = tuple(found["rules"].replace(",", " ").split())
    return Suppression(Span(*found.span()), target, rules, (found["reason"] or "").strip())
