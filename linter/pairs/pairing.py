"""Which parts of a text and of its source belong together. Worked out once for all detectors of a document."""

from __future__ import annotations

from typing import NamedTuple

from linter.facts import Facts
from linter.language.identify import identify
from linter.types import UNKNOWN_LANGUAGE, Evidence, Span


class Pair(NamedTuple):
    """A part of the source and its translation; ``source_at`` and ``at`` are where they begin in their texts."""

    source: str
    target: str
    source_at: int
    at: int

    def span(self, start: int, end: int) -> Span:
        """Return the span in the document of a place in ``target``."""
        return Span(self.at + start, self.at + end)

    @property
    def whole(self) -> Span:
        """The span of the translation without the white space around it."""
        lead = len(self.target) - len(self.target.lstrip())
        return Span(self.at + lead, self.at + max(lead, len(self.target.rstrip())))


class Pairing(NamedTuple):
    """The pairs of a document in order. ``path`` is that of the source."""

    pairs: tuple[Pair, ...]
    source_language: str
    target_language: str
    path: str
    is_markdown: bool

    def evidence(self, text: str, pair: Pair, start: int = 0) -> Evidence:
        """Return what the source says, with where it says it."""
        begin = pair.source_at + start
        return Evidence(text, Span(begin, begin + len(text)), self.path or "source")


def pairing(facts: Facts) -> Pairing:
    """Return the pairs of a document that has a source."""
    document = facts.document
    original = document.original
    assert original is not None
    language = original.language if original.language != UNKNOWN_LANGUAGE else identify(original.text)
    pair = Pair(original.text, document.text, 0, 0)
    return Pairing((pair,), language, document.language, original.path, document.container == "markdown")
