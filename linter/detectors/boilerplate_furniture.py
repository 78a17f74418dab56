"""How the terms of page furniture are found in a document of one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from linter.detectors.boilerplate_place import Layout, deletion, layout_of
from linter.detectors.boilerplate_terms import LONGEST_SLOTTED, LONGEST_UNSPACED, Phrase, Slotted, is_unspaced, spread
from linter.detectors.boilerplate_words import Words, only, words_of
from linter.detectors.kind import Place
from linter.detectors.literals import is_selective
from linter.facts import Facts
from linter.lazy import lazy
from linter.types import Confidence, Fix, Match, Passage, Safety

LONGEST_LINE = 240  # code points of a line that phrases may fill
LONGEST_UNSPACED_LINE = 90  # the same in scripts without spaces
LONGEST_SENTENCE = 600
LONGEST_TEASER = 150
LONGEST_VALUE = 14  # words behind a label
_SPEECH = lazy(r"\s*[\"'„“”«»‘’「『—–]|\s*- ?\p{L}")  # begins like somebody's words
_QUOTED = lazy(r"[\"'„“”«»‘’「『]")
_SENTENCE = lazy(r"[.?!。？！…–]\s*$|[\"„“”«»「『]")
_LABEL = lazy(r"\s*([^:：\n]{3,60})[:：](.*)")


@dataclass(frozen=True)
class Tongue:
    """The phrases of one language; their lines are made of the words of that language and their own."""

    language: str
    phrases: tuple[Phrase, ...]
    labels: tuple[Phrase, ...]
    statements: tuple[Phrase, ...]

    @property
    def words(self) -> Words:
        return words_of(self.language)

    @cached_property
    def own(self) -> Words:
        """The words of the phrases themselves."""
        terms = (term for each in (*self.phrases, *self.labels) for part in each.parts for term in part)
        return only(word for term in terms for word in term.split())

    def strangers(self, text: str) -> int:
        """Return how many words of a lower-case line no furniture is made of."""
        return self.words.strangers(text, self.own)[0]


class Term(NamedTuple):
    """What a literal leads to; the words of ``tongue`` must make up the line, or its label, if it is given."""

    form: Phrase | Slotted
    tongue: Tongue | None = None
    is_label: bool = False

    @property
    def is_statement(self) -> bool:
        return self.tongue is None and isinstance(self.form, Phrase)


@dataclass(frozen=True)
class Furniture:
    """What is looked for in a document of one language."""

    keys: frozenset[str]
    edges: frozenset[str]
    slotted: tuple[Slotted, ...]
    tongues: tuple[Tongue, ...]
    teasers: int
    safety: Safety  # at the head and the tail; in the body it is unsafe, but for the preset ``corpus``

    @property
    def literals(self) -> Sequence[str]:
        return tuple(self._by_literal)

    @property
    def line_keys(self) -> Sequence[str]:
        return tuple(self.keys | self.edges)

    @cached_property
    def _by_literal(self) -> dict[str, list[Term]]:
        found: dict[str, list[Term]] = {}
        for tongue in self.tongues:
            rows = [(each, Term(each, tongue)) for each in tongue.phrases]
            rows += [(each, Term(each, tongue, is_label=True)) for each in tongue.labels]
            rows += [(each, Term(each)) for each in tongue.statements]
            for each, row in rows:
                for literal in each.literals(tongue.language):
                    found.setdefault(literal, []).append(row)
        for line in self.slotted:
            if is_selective(line.literal):
                found.setdefault(line.literal, []).append(Term(line))
        return found

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the furniture lines of the document, and the teasers below its headings."""
        layout = layout_of(facts)
        found: dict[int, Match] = {}
        for place in places:
            number = layout.line_at(place.start)
            if number not in found:
                match = self._match(passage, layout, number, place)
                if match is not None:
                    found[number] = match
        yield from found.values()
        if self.teasers:
            yield from self._below(layout, found)

    def _match(self, passage: Passage, layout: Layout, number: int, place: Place) -> Match | None:
        line = layout.lines[number]
        key = line.key
        if key in self.keys:
            plain = " " in key or layout.is_at_edge(number) or layout.deletes_anywhere
            return self._line(layout, number, Confidence.HIGH if plain else Confidence.MEDIUM)
        if key in self.edges:
            return self._edge(layout, number) if self._is_edge(layout, number) else None
        rows = self._by_literal.get(layout.lower[place.start : place.end], ())
        text = layout.lower[line.start : line.end]
        short = len(text) <= (LONGEST_UNSPACED_LINE if is_unspaced(text[:20]) else LONGEST_LINE)
        for row in rows:
            if (short or row.is_statement) and (isinstance(row.form, Slotted) or row.form.may_stand_in(text)):
                match = self._by_term(passage, layout, number, place, row)
                if match is not None:
                    return match
        return None

    def _by_term(self, passage: Passage, layout: Layout, number: int, place: Place, row: Term) -> Match | None:
        line = layout.lines[number]
        if isinstance(row.form, Slotted):
            fills = row.form.fills(passage.text[line.start : line.end])
            return self._line(layout, number, Confidence.HIGH) if fills else None
        if row.tongue is None:
            return self._statement(layout, number, place, row.form)
        find = self._label if row.is_label else self._phrase
        return find(layout, number, row.form, row.tongue)

    def _label(self, layout: Layout, number: int, term: Phrase, tongue: Tongue) -> Match | None:
        line = layout.lines[number]
        label = _LABEL.match(layout.lower, line.start, line.end)
        if (
            label is None
            or not _is_value(label[2])
            or not term.stands_in(spread(label[1]))
            or tongue.strangers(label[1])
        ):
            return None
        return self._line(layout, number, Confidence.HIGH)

    def _phrase(self, layout: Layout, number: int, term: Phrase, tongue: Tongue) -> Match | None:
        line = layout.lines[number]
        if layout.is_strange(number, tongue.language, tongue.words):
            return None
        text = layout.lower[line.start : line.end]
        if _SPEECH.match(text) or not term.stands_in(spread(text)) or not tongue.words.cover(text, tongue.own):
            return None
        strange = tongue.strangers(text)
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
        return len(text) <= LONGEST_LINE and any(tongue.words.make(text) for tongue in self.tongues)

    def _edge(self, layout: Layout, number: int) -> Match:
        """An everyday word is never beyond doubt: outside of a corpus a person says whether it goes."""
        match = self._line(layout, number, Confidence.HIGH)
        return match if layout.deletes_anywhere else _doubted(match)

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
