"""foreign-quotes: quotation marks of another language in a text that writes its own everywhere else.

The text of a link, or of a post that the page shows, was translated with the marks of its source. Marks inside a
quotation are the inner ones of another style and do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

import regex

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import MASK, Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Edit, Evidence, Fix, Match, Passage, Safety, Span

_MARKS = frozenset(",.;:!?…)")
_LONGEST = 300  # code points between two marks
_NEAR = 400  # code points before a mark that may hold the opener of a quotation around it


@record(kw_only=True)
class ForeignQuotes:
    """Parameters: ``pairs`` of marks that are foreign where the language has others.

    ``least``: how many own pairs the document has at the least, and how many for each foreign one.
    """

    pairs: list[str] = field(default_factory=list)
    least: int = 3


@record
class _Foreign:
    """Finds foreign pairs; ``own`` are the pairs of the language, the usual one first."""

    own: tuple[tuple[str, str], ...]
    pairs: tuple[str, ...]
    least: int
    literals: tuple[str, ...]
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each quotation in foreign marks, if they are few."""
        del facts
        text = passage.text
        found = list(dict.fromkeys(each for place in places for each in self._around(text, place)))
        if not found:
            return
        usual = max(self.own, key=lambda pair: len(_pairs(pair, text, passage)))
        many = _pairs(usual, text, passage)
        if len(many) < self.least * len(found):
            return
        for span in found:
            edits = (Edit(Span(span.start, span.start + 1), usual[0]), Edit(Span(span.end - 1, span.end), usual[1]))
            fix = Fix(edits, Safety.UNSAFE, f"write {usual[0]}…{usual[1]}")
            values = (
                ("found", text[span.start] + text[span.end - 1]),
                ("right", "".join(usual)),
                ("many", str(len(many))),
            )
            proof = tuple(Evidence(text[each.start : each.end], each) for each in many[:3])
            yield Match(span, (fix,), Confidence.HIGH, values, proof)

    def _around(self, text: str, place: Place) -> Iterator[Span]:
        """Yield the quotation whose foreign mark stands at ``place`` and that stands in no other one."""
        opener, closer = self.pairs[place.which][0], self.pairs[place.which][1]
        if text[place.start] == closer:
            start = text.rfind(opener, max(0, place.start - _LONGEST), place.start)
            span = Span(start, place.end)
        else:
            end = text.find(closer, place.end, place.end + _LONGEST)
            span = Span(place.start, end + 1)
        if span.start < 0 or span.end <= span.start or not _is_quotation(text, span):
            return
        line = text[text.rfind("\n", 0, span.start) + 1 : span.start][-_NEAR:]
        if not any(line.rfind(one) > line.rfind(two) for one, two in self.own if one != two):
            yield span


def _is_quotation(text: str, span: Span) -> bool:
    inside = text[span.start + 1 : span.end - 1]
    before, after = text[span.start - 1 : span.start] if span.start else "", text[span.end : span.end + 1]
    edges = bool(inside) and not inside[0].isspace() and not inside[-1].isspace() and inside[0] not in _MARKS
    return edges and not before.isalnum() and not after.isalnum() and "\n" not in inside and MASK not in inside


def _pairs(pair: tuple[str, str], text: str, passage: Passage) -> list[Span]:
    one, two = map(regex.escape, pair)
    pattern = lazy(rf"{one}(?=\S)[^{one}{two}\n]{{1,{_LONGEST}}}{two}")
    return [Span(*each.span()) for each in pattern.finditer(text, passage.start, passage.end)]


def _build(params: ForeignQuotes, setting: Setting) -> Detector | None:
    if setting.conventions is None:
        return None
    own = setting.conventions.quotes
    known = {mark for pair in own for mark in pair}
    rows = {mark: pair for pair in params.pairs for mark in pair[::-1] if mark not in known}
    marks = {pair: mark for mark, pair in rows.items()}  # one mark tells a pair
    pairs = tuple(sorted(marks))
    return _Foreign(own, pairs, params.least, tuple(marks[pair] for pair in pairs)) if pairs else None


FOREIGN_QUOTES = Kind("foreign-quotes", ForeignQuotes, _build, reach=Reach.DOCUMENT)
