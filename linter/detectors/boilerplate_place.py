"""Where a furniture line stands in its document, and what its deletion takes away."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from linter.detectors.boilerplate_terms import is_unspaced
from linter.detectors.boilerplate_words import words_of
from linter.facts import Facts
from linter.lazy import lazy
from linter.lines import Line, Lines
from linter.types import Edit, Span
from linter.zones import Zones

NEIGHBOURS = 4  # filled lines on each side that tell whether an everyday word is a button
EDGE = 5  # filled lines at either end of a document that count as its edge whatever they look like
AFTERWORD = 8  # filled lines that may follow the teasers at the tail of a page
LONGEST_LINE = 240  # code points of a line that phrases may fill
LONGEST_UNSPACED_LINE = 90  # the same in scripts without spaces
_SENTENCE_BREAK = lazy(r"[.!?…]+[\"'”»’)\]]*\s+|[。！？]+[」』）]*\s*")


class Row(dict[str, bool]):
    """A line on which a term was found.

    By language: whether it cannot be furniture, as its first words tell; worked out once for all terms.
    """

    __slots__ = ("_lower", "end", "is_short", "start")

    def __init__(self, lower: str, start: int, end: int) -> None:
        self.start, self.end, self._lower = start, end, lower
        size = end - start
        self.is_short = size <= LONGEST_UNSPACED_LINE or (
            size <= LONGEST_LINE and not is_unspaced(lower[start : start + 20])
        )

    def __missing__(self, language: str) -> bool:
        strange = self[language] = words_of(language).is_strange(self._lower[self.start : self.end])
        return strange

    @property
    def text(self) -> str:
        """The line in lower case."""
        return self._lower[self.start : self.end]


class Layout:
    """The lines of a document, worked out as far as a detector asks. Offsets are code points of its text."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.text, self.lower = facts.document.text, facts.lower
        self.deletes_anywhere = facts.preset == "corpus"  # there furniture goes wherever it stands
        self.rows: dict[int, Row] = {}  # by their start

    @property
    def lines(self) -> Lines:
        return self._facts.lines

    @property
    def zones(self) -> Zones:
        return self._facts.zones

    def row_at(self, offset: int) -> Row:
        """Return the line around ``offset``."""
        start = self.lower.rfind("\n", 0, offset) + 1
        row = self.rows.get(start)
        if row is None:
            end = self.lower.find("\n", offset)
            row = self.rows[start] = Row(self.lower, start, len(self.lower) if end < 0 else end)
        return row

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
    return facts.shared(Layout)


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
