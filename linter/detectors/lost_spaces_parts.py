"""A document as lost-space reads it: whole, or in parts if it is long.

Looking for a name elsewhere costs what the text is long, for each candidate: in parts of a bounded size the whole
stays linear. A long text shows its names again and again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from linter.facts import Facts
from linter.record import record
from linter.types import Edit, Evidence, Fix, Match, Passage, Span

LONGEST_PART = 64_000  # code points


@record
class Part:
    """A passage in a text, the text in lower case, the passage and the text in UTF-8, and where the text begins."""

    passage: Passage
    lower: str
    own: bytes
    utf8: bytes
    offset: int = 0

    def placed(self, match: Match) -> Match:
        """Return a match in the document."""
        if not self.offset:
            return match
        fixes = tuple(
            Fix(tuple(Edit(self._moved(edit.span), edit.text) for edit in fix.edits), fix.safety, fix.title)
            for fix in match.fixes
        )
        proof = tuple(Evidence(each.text, self._moved(each.span) if each.span else None) for each in match.evidence)
        return replace(match, span=self._moved(match.span), fixes=fixes, evidence=proof)

    def _moved(self, span: Span) -> Span:
        return Span(span.start + self.offset, span.end + self.offset)


def parts_of(passage: Passage, facts: Facts) -> Iterator[Part]:
    """Yield the passage in its document, or its parts, each a text of its own."""
    text = passage.text
    if len(text) <= LONGEST_PART:
        is_whole = passage.end - passage.start == len(text)
        own = facts.utf8 if is_whole else _bytes(text[passage.start : passage.end])
        yield Part(passage, facts.lower, own, facts.utf8)
        return
    start = passage.start
    while start < passage.end:
        end = min(passage.end, start + LONGEST_PART)
        if end < passage.end:
            end = text.rfind("\n", start, end) + 1 or text.rfind(" ", start, end) + 1 or end
        piece = text[start:end]
        data = _bytes(piece)
        yield Part(Passage(piece, 0, len(piece), passage.language), facts.lower[start:end], data, data, start)
        start = end


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
