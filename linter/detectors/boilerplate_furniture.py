"""How the terms of page furniture are found in a document of one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cached_property

from linter.detectors.boilerplate_place import LONGEST_LINE, Layout, Row, deletion, layout_of
from linter.detectors.boilerplate_terms import (
    LONGEST_SLOTTED,
    LONGEST_UNSPACED,
    Phrase,
    is_unspaced,
    phrase,
    slotted,
    spread,
)
from linter.detectors.boilerplate_words import Words, only, words_of
from linter.detectors.kind import Place
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Fix, Match, Passage, Safety

LONGEST_SENTENCE = 600
LONGEST_TEASER = 150
LONGEST_VALUE = 14  # words behind a label
_SPEECH = lazy(r"\s*[\"'„“”«»‘’「『—–]|\s*- ?\p{L}")  # begins like somebody's words
_QUOTED = lazy(r"[\"'„“”«»‘’「『]")
_SENTENCE = lazy(r"[.?!。？！…–]\s*$|[\"„“”«»「『]")
_THAI = "\N{THAI CHARACTER KO KAI}"  # the scripts before it write spaces between words
_LABEL = lazy(r"\s*([^:：\n]{3,60})[:：](.*)")


class Sort(Enum):
    """How a term is read."""

    PHRASE = "phrase"
    LABEL = "label"
    STATEMENT = "statement"
    SLOTTED = "slotted"


@record
class Table:
    """Terms of one sort in one language, by a literal that stands in every line they match.

    The words of ``language`` must make up the line of a phrase, and the label of a label.
    """

    sort: Sort
    language: str
    sources: dict[str, tuple[str, ...]]

    @cached_property
    def own(self) -> Words:
        """The words of the terms themselves."""
        listed = dict.fromkeys(source for sources in self.sources.values() for source in sources)
        terms = (term for source in listed for part in phrase(source).parts for term in part)
        return only(word for term in terms for word in term.split())


@record
class Furniture:
    """What is looked for in a document of one language."""

    keys: frozenset[str]
    edges: frozenset[str]
    tables: tuple[Table, ...]
    languages: tuple[str, ...]
    endings: frozenset[str]  # literals that may stand at the end of a longer word
    teasers: int
    safety: Safety  # at the head and the tail; in the body it is unsafe, but for the preset ``corpus``

    @property
    def literals(self) -> Sequence[str]:
        return tuple(dict.fromkeys(literal for table in self.tables for literal in table.sources))

    @property
    def line_keys(self) -> Sequence[str]:
        return tuple(sorted(self.keys | self.edges))

    @cached_property
    def _statements(self) -> tuple[Table, ...]:
        """The terms that count in a line of any length."""
        return tuple(table for table in self.tables if table.sort is Sort.STATEMENT)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the furniture lines of the document, and the teasers below its headings."""
        del passage
        layout = layout_of(facts)
        found: dict[int, Match] = {}
        for row, place in self._candidates(layout, places):
            if row.start not in found:
                match = self._match(layout, row, place)
                if match is not None:
                    found[row.start] = match
        yield from found.values()
        if self.teasers and found:
            yield from self._below(layout, {layout.line_at(start): match for start, match in found.items()})

    def _candidates(self, layout: Layout, places: Sequence[Place]) -> Iterator[tuple[Row, Place]]:
        """Yield the places that may count: most literals stand in prose, and cost no call here."""
        lower, rows, tables = layout.lower, layout.rows, self.tables
        for place in places:
            start, end, _ = place
            begin = lower.rfind("\n", 0, start) + 1
            row = rows.get(begin)
            if row is None:
                row = layout.row_at(start)
            if start == begin and end >= row.end - 1:
                yield row, place
                continue
            literal = lower[start:end]
            before = lower[start - 1 : start]
            if before.isalpha() and before < _THAI and literal[0].isalpha() and literal not in self.endings:
                continue  # inside of a word, in a script with spaces
            for table in tables if row.is_short else self._statements:
                if literal in table.sources and not (table.sort is Sort.PHRASE and row[table.language]):
                    yield row, place
                    break

    def _match(self, layout: Layout, row: Row, place: Place) -> Match | None:
        """A line that stands in the lists as it is counts as such, whatever else is found in it."""
        whole = place.start == row.start and place.end >= row.end - 1
        match = None if whole else self._by_literal(layout, row, place)
        if whole or match is not None:
            number = layout.line_at(row.start)
            key = layout.lines[number].key
            if key in self.keys:
                plain = " " in key or layout.is_at_edge(number) or layout.deletes_anywhere
                return self._line(layout, number, Confidence.HIGH if plain else Confidence.MEDIUM)
            if key in self.edges:
                return self._edge(layout, number) if self._is_edge(layout, number) else None
        return self._by_literal(layout, row, place) if whole else match

    def _by_literal(self, layout: Layout, row: Row, place: Place) -> Match | None:
        literal = layout.lower[place.start : place.end]
        for table in self.tables if row.is_short else self._statements:
            sources = table.sources.get(literal, ())
            for source in sources if table.sort is not Sort.PHRASE or not row[table.language] else ():
                match = self._by_term(layout, row, place, (table, source))
                if match is not None:
                    return match
        return None

    def _by_term(self, layout: Layout, row: Row, place: Place, term: tuple[Table, str]) -> Match | None:
        table, source = term
        if table.sort is Sort.SLOTTED:
            fills = slotted(source).fills(layout.text[row.start : row.end])
            return self._line(layout, layout.line_at(row.start), Confidence.HIGH) if fills else None
        form = phrase(source)
        if not form.may_stand_in(row.text):
            return None
        number = layout.line_at(row.start)
        if table.sort is Sort.STATEMENT:
            return self._statement(layout, number, place, form)
        return (self._label if table.sort is Sort.LABEL else self._phrase)(layout, number, form, table)

    def _label(self, layout: Layout, number: int, term: Phrase, table: Table) -> Match | None:
        line = layout.lines[number]
        label = _LABEL.match(layout.lower, line.start, line.end)
        if (
            label is None
            or not _is_value(label[2])
            or not term.stands_in(spread(label[1]))
            or words_of(table.language).strangers(label[1], table.own)[0]
        ):
            return None
        return self._line(layout, number, Confidence.HIGH)

    def _phrase(self, layout: Layout, number: int, term: Phrase, table: Table) -> Match | None:
        line = layout.lines[number]
        words = words_of(table.language)
        text = layout.lower[line.start : line.end]
        if _SPEECH.match(text) or not term.stands_in(spread(text)) or not words.cover(text, table.own):
            return None
        strange = words.strangers(text, table.own)[0]
        if strange and _SENTENCE.search(text):
            return None
        return self._line(layout, number, Confidence.MEDIUM if strange else Confidence.HIGH)

    def _statement(self, layout: Layout, number: int, place: Place, term: Phrase) -> Match | None:
        span = layout.sentence_at(place.start, number)
        if (
            len(span) > LONGEST_SENTENCE
            or _QUOTED.match(layout.lower, span.start)
            or not term.stands_in(spread(layout.lower[span.start : span.end]))
        ):
            return None
        if span == layout.trimmed(number):
            return self._line(layout, number, Confidence.HIGH)
        return Match(span, values=(("found", layout.text[span.start : span.end]),))

    def _is_edge(self, layout: Layout, number: int) -> bool:
        """True if a line stands at the head or tail, and furniture in its neighbourhood."""
        near = list(layout.near(number)) if layout.is_at_edge(number) else []
        texts = [layout.lower[line.start : line.end] for line in near]
        sure = sum(line.key in self.keys or self._is_furniture(text) for line, text in zip(near, texts, strict=True))
        return sure > 0 or sum(line.key in self.edges for line in near) > 1

    def _is_furniture(self, text: str) -> bool:
        return len(text) <= LONGEST_LINE and any(words_of(language).make(text) for language in self.languages)

    def _edge(self, layout: Layout, number: int) -> Match:
        """An everyday word is never beyond doubt: a person says whether it goes, in a corpus too."""
        return _doubted(self._line(layout, number, Confidence.HIGH))

    def _line(self, layout: Layout, number: int, confidence: Confidence) -> Match:
        span = layout.trimmed(number)
        sure = layout.deletes_anywhere or layout.zones.holds(number)
        safety = self.safety if sure else Safety.UNSAFE
        fix = Fix((deletion(layout, number),), safety, "delete the line")
        return Match(span, (fix,), confidence, (("found", layout.text[span.start : span.end]),))

    def _below(self, layout: Layout, found: dict[int, Match]) -> Iterator[Match]:
        """Yield the titles of other pages right below the headings of the tail."""
        for heading in sorted(found):
            if heading >= layout.zones.body_end and layout.lines[heading].key in self.keys | self.edges:
                for number in layout.block_below(heading, self.teasers):
                    span = layout.trimmed(number)
                    if number in found or len(span) > LONGEST_TEASER:
                        break
                    fix = Fix((deletion(layout, number),), Safety.UNSAFE, "delete the line")
                    yield Match(span, (fix,), Confidence.MEDIUM, (("found", layout.text[span.start : span.end]),))


def _is_value(text: str) -> bool:
    """True if what stands behind a label is as short as a list of names."""
    longest = LONGEST_UNSPACED if is_unspaced(text) else LONGEST_SLOTTED
    return len(text) <= longest and len(text.split()) <= LONGEST_VALUE


def _doubted(match: Match) -> Match:
    fixes = tuple(Fix(fix.edits, min(fix.safety, Safety.UNSAFE), fix.title) for fix in match.fixes)
    return Match(match.span, fixes, match.confidence, match.values, match.evidence)
