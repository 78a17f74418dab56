"""Where a furniture line stands in its document, and what its deletion takes away."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from linter.detectors.boilerplate_words import Words
from linter.facts import Facts
from linter.lazy import lazy
from linter.lines import Line, Lines
from linter.types import Edit, Span
from linter.zones import Zones

NEIGHBOURS = 4  # filled lines on each side that tell whether an everyday word is a button
EDGE = 5  # filled lines at either end of a document that count as its edge whatever they look like
AFTERWORD = 8  # filled lines that may follow the teasers at the tail of a page
_SENTENCE_BREAK = lazy(r"[.!?…]+[\"'”»’)\]]*\s+|[。！？]+[」』）]*\s*")


@dataclass(frozen=True)
class Layout:
    """The lines of a document. Offsets are code points of the document's text."""

    text: str
    lower: str
    lines: Lines
    zones: Zones
    deletes_anywhere: bool = False  # in the preset ``corpus`` furniture goes wherever it stands

    @cached_property
    def _strange(self) -> dict[tuple[str, int], bool]:
        return {}

    def is_strange(self, number: int, language: str, words: Words) -> bool:
        """True if a line cannot be furniture of this language, as its first words tell."""
        key = language, number
        if key not in self._strange:
            line = self.lines[number]
            text = self.lower[line.start : line.end]
            self._strange[key] = words.is_strange(text)
        return self._strange[key]

    @property
    def starts(self) -> list[int]:
        return self.lines.starts

    @property
    def filled(self) -> list[int]:
        """The numbers of the lines that are not blank."""
        return self.lines.filled

    def line_at(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def is_blank(self, number: int) -> bool:
        line = self.lines[number]
        return not line.key and not self.text[line.start : line.end].strip()

    def trimmed(self, number: int) -> Span:
        """Return a line without its line break and the blanks around it."""
        line = self.lines[number]
        text = self.text[line.start : line.end]
        return Span(line.start + len(text) - len(text.lstrip()), line.start + len(text.rstrip()))

    def sentence_at(self, offset: int, number: int) -> Span:
        """Return the sentence around ``offset`` in the line of this number."""
        span = self.trimmed(number)
        start = span.start
        for found in _SENTENCE_BREAK.finditer(self.text, span.start, span.end):
            if found.end() > offset:
                return Span(start, found.start() + len(found.group().rstrip()))
            start = found.end()
        return Span(start, span.end)

    def is_at_edge(self, number: int) -> bool:
        """True if a line is in the head or tail, or one of the first or last filled lines."""
        if self.zones.holds(number):
            return True
        place = bisect_right(self.filled, number) - 1
        return place < EDGE or place >= len(self.filled) - EDGE

    def near(self, number: int) -> Iterator[Line]:
        """Yield the filled lines around a line, without itself."""
        place = bisect_right(self.filled, number) - 1
        for each in self.filled[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]:
            if each != number:
                yield self.lines[each]

    def block_below(self, number: int, most: int) -> range:
        """Return the lines below a heading, after at most one blank line, up to the next blank line.

        Empty if they are more than ``most``, or if more than ``AFTERWORD`` filled lines follow: then
        the article itself goes on there.
        """
        count = len(self.lines)
        first = number + 1
        if first < count and self.is_blank(first):
            first += 1
        end = first
        while end < count and not self.is_blank(end):
            end += 1
        after = len(self.filled) - bisect_right(self.filled, end - 1)
        return range(first, end if end - first <= most and after <= AFTERWORD else first)


def layout_of(facts: Facts) -> Layout:
    """Return the layout of a document, worked out once for all rules."""
    return facts.shared(_layout)


def _layout(facts: Facts) -> Layout:
    return Layout(facts.document.text, facts.lower, facts.lines, facts.zones, facts.preset == "corpus")


def deletion(layout: Layout, number: int) -> Edit:
    """Return the edit that takes a line away with its line break, and a blank line that would be doubled."""
    lines, text = layout.lines, layout.text
    last = len(lines) - 1
    blank_before = number == 0 or layout.is_blank(number - 1)
    if number == last:
        return Edit(Span(_end_of_text_before(layout, number), len(text)), "")
    start, end = lines[number].start, lines[number + 1].start
    if not blank_before:
        return Edit(Span(start, end), "")
    if end == len(text):  # the line ends the document: the blank line before it must not end it then
        return Edit(Span(start if number == 0 else lines[number - 1].start, end), "")
    if number + 1 < last and layout.is_blank(number + 1):
        end = lines[number + 2].start
    return Edit(Span(start, end), "")


def _end_of_text_before(layout: Layout, number: int) -> int:
    while number > 0:
        number -= 1
        if not layout.is_blank(number):
            return layout.lines[number].end
    return 0
