"""What translation makes of names that the lexicon knows: ``Der Rand`` for The Verge.

``telltale`` forms count by themselves; ``forms`` are everyday language too and count with evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import field, replace
from itertools import chain
from typing import NamedTuple

from linter.detectors.kind import Detector, Kind, Place, Setting, keys_of
from linter.facts import Facts, lowered
from linter.language.lexicon import lexicon
from linter.names import context
from linter.names.capitals import capital_words
from linter.names.context import CERTAIN, GOOD, WEAK, Proof
from linter.names.entries import Form, forms_in
from linter.names.finder import found_match
from linter.names.formtable import FormTable, Hit
from linter.names.judge import Judge, confidence_of, likeliest, mention, native_in
from linter.names.place import abbreviates, place_of
from linter.record import record
from linter.types import Match, Passage, Span

_UNSPACED = frozenset({"ja", "zh", "zh-Hant", "ko"})


@record
class NameForms:
    """Parameters: whether forms need evidence; forms by language that are names of their own."""

    telltale: bool = False
    except_: dict[str, list[str]] = field(default_factory=dict)


class Candidate(NamedTuple):
    """A form in the text with what proves it."""

    span: Span
    forms: tuple[Form, ...]
    proofs: tuple[Proof, ...]

    @property
    def weight(self) -> int:
        return sum(proof.weight for proof in self.proofs)


class Translated:
    """Finds forms of known names in one language."""

    line_keys: tuple[str, ...] = ()

    def __init__(self, table: FormTable, judge: Judge) -> None:
        self.table, self.judge = table, judge
        self.literals = table.literals

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the forms that are names here, the longest where several overlap."""
        words = facts.shared(capital_words) & self.table.words
        if not words and not places:
            return
        found = list(self._candidates(passage.text, self._hits(passage, words, places)))
        certain = {form.name for each in found if each.weight >= CERTAIN for form in each.forms}
        repeated = Counter(each.forms[0].text for each in found if not each.forms[0].is_phrase and each.weight == GOOD)
        for each in _longest(found):
            weight = each.weight
            if repeated[each.forms[0].text] > 1 and weight == GOOD:
                weight = WEAK  # the text uses the word as a term of its own
            if weight < CERTAIN and certain.intersection(form.name for form in each.forms):
                weight += GOOD
            yield _match(each, weight)

    def _hits(self, passage: Passage, words: Set[str], places: Sequence[Place]) -> dict[Span, dict[str, Hit]]:
        """Return the forms in the passage by place and name."""
        found: dict[Span, dict[str, Hit]] = {}
        text = passage.text
        by_literal = (hit for start, end, which in places for hit in self.table.at_literal(text, which, start, end))
        for hit in chain(by_literal, self.table.hits(text, passage.start, passage.end, words)):
            found.setdefault(hit.span, {}).setdefault(hit.form.name.text + hit.form.name.kind, hit)
        return found

    def _candidates(self, text: str, hits: Mapping[Span, Mapping[str, Hit]]) -> Iterator[Candidate]:
        seen: dict[str, Span | None] = {}
        for span, by_name in hits.items():
            first = next(iter(by_name.values()))
            if first.form.alone or self.judge.may_hold(text, span):
                proofs = tuple(self._proofs(text, first, seen))
                if proofs:
                    yield Candidate(span, tuple(hit.form for hit in by_name.values()), proofs)

    def _proofs(self, text: str, hit: Hit, seen: dict[str, Span | None]) -> Iterator[Proof]:
        form = hit.form
        if form.alone:
            if hit.is_exact:
                yield Proof(f"nobody writes “{form.text}” but for a translated name", CERTAIN)
            return
        place = place_of(text, hit.span.start, hit.span.end)
        proofs = self.judge.proofs(place, form.name.kind, is_exact=hit.is_exact, is_varied=form.is_varied)
        if hit.is_exact and abbreviates(place.after, form.name.text):
            proofs = (*proofs, Proof("the abbreviation of the right name follows", GOOD))
        yield from proofs
        at = mention(form.name, text, seen) if proofs else None
        if at is not None:
            yield Proof(f"“{text[at.start : at.end]}” stands elsewhere in the text", GOOD, at)


def _longest(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield those that no other, longer or better proved one overlaps."""
    kept: list[Candidate] = []
    for each in sorted(found, key=lambda one: (-len(one.span), -one.weight, one.span)):
        if not any(each.span.overlaps(other.span) for other in kept):
            kept.append(each)
    yield from sorted(kept, key=lambda one: one.span)


def _match(each: Candidate, weight: int) -> Match:
    text = each.forms[0].text
    names = likeliest([(form.name.fitting(text), form.name.kind) for form in each.forms], each.proofs)
    match = found_match(each.span, text, names, each.proofs, kept=each.forms[0].kept)
    return replace(match, confidence=confidence_of(weight))


def judge_for(setting: Setting) -> Judge:
    """Return what weighs evidence in the language of a setting."""
    language = setting.language
    contexts = context.contexts_for(setting.table("names/_context"), language)
    return Judge(contexts, native_in(setting.table("names/_native"), setting.table("names/_lexicon"), language))


def _build(params: NameForms, setting: Setting) -> Detector | None:
    own = {lowered(text) for text in params.except_.get(setting.language, ())}
    forms = [
        form
        for key, found in forms_in(setting.table("names/_lexicon"), setting.language).items()
        for form in found
        if key not in own and form.alone == params.telltale
    ]
    if not forms:
        return None
    known = None if setting.language in _UNSPACED else lexicon(setting.language)
    return Translated(FormTable(forms, setting.language, known.zipf if known else None), judge_for(setting))


NAME_FORMS = Kind("name-forms", NameForms, _build, keys_of("except_"))
