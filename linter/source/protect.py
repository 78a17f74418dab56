"""Which places of a text are no prose: code, URLs, tags. They are masked, so offsets stay.

A view has the length of its text; each protected code point that is no line break becomes U+FFFC.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from linter.facts import MASK
from linter.lazy import lazy
from linter.types import Span

_ADDRESS = lazy(
    r"""
      \b(?:https?|ftp|file|mailto|ssh|git)://?[^\s<>"'«»“”„‘’（）「」\[\]]+
    | \bwww\.[^\s<>"'«»“”„‘’（）「」\[\]]+
    | [\w.+-]++@[\w-]++(?:\.[\w-]++)+
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_ADDRESS_SIGNS = ("://", "www.", "WWW.", "mailto:", "@")
_ENDS_NO_ADDRESS = ".,;:!?)…。，"


def addresses(text: str) -> list[Span]:
    """Return the spans of URLs and e-mail addresses."""
    spans = []
    for start, end in _lines_with(text, [sign for sign in _ADDRESS_SIGNS if sign in text]):
        for found in _ADDRESS.finditer(text, start, end):
            spans.append(Span(found.start(), found.start() + _length(found.group())))
    return spans


def _lines_with(text: str, signs: list[str]) -> list[tuple[int, int]]:
    """Return the lines that hold one of the signs: an address ends with its line at the latest."""
    lines = set()
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            lines.add((text.rfind("\n", 0, at) + 1, end))
            at = text.find(sign, end)
    return sorted(lines)


def _length(address: str) -> int:
    """Leave out the marks that end the sentence, and a bracket that was opened before the address."""
    end = len(address.rstrip(_ENDS_NO_ADDRESS))
    while address.startswith(")", end) and address.count("(", 0, end) > address.count(")", 0, end):
        end += 1
    return end


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans sorted, overlapping and touching ones joined."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def mask(text: str, spans: Iterable[Span]) -> str:
    """Return the text with the spans (sorted, disjoint) masked; line breaks stay."""
    parts, at = [], 0
    for span in spans:
        parts.append(text[at : span.start])
        parts.append(_masked(text[span.start : span.end]))
        at = span.end
    parts.append(text[at:])
    return "".join(parts) if at else text


def _masked(text: str) -> str:
    if "\n" not in text:
        return MASK * len(text)
    return "\n".join([MASK * len(line) for line in text.split("\n")])
