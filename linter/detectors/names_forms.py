"""What translation makes of names that the lexicon knows: ``Der Rand`` for The Verge.

``telltale`` forms count by themselves; ``forms`` are everyday language too and count with evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from typing import NamedTuple

from linter.detectors.kind import Detector, Kind, Place, Setting, keys_of
from linter.facts import Facts, lowered
from linter.names import context
from linter.names.context import CERTAIN, GOOD, WEAK, Proof
from linter.names.entries import Form, Name, forms_in
from linter.names.finder import found_match
from linter.names.judge import Judge, confidence_of, likeliest, mention, native_in
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
    place: context.Place
    proofs: tuple[Proof, ...]

    @property
    def weight(self) -> int:
        return sum(proof.weight for proof in self.proofs)


class Translated:
    """Finds forms of known names in one language."""

    line_keys: tuple[str, ...] = ()

    def __init__(self, forms: dict[str, tuple[Form, ...]], judge: Judge) -> None:
        self.judge = judge
        self.literals = tuple(forms)
        self._spaced = judge.contexts.language not in _UNSPACED
        self._names, self._known = _packed(forms.values())

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the forms that are names here, the longest where several overlap."""
        del facts
        found = list(self._candidates(passage, places))
        certain = {form.name for each in found if each.weight >= CERTAIN for form in each.forms}
        repeated = Counter(each.place.form for each in found if not each.forms[0].is_phrase and each.weight == GOOD)
        for each in _longest(found):
            weight = each.weight
            if repeated[each.place.form] > 1 and weight == GOOD:
                weight = WEAK  # the text uses the word as a term of its own
            if weight < CERTAIN and certain.intersection(form.name for form in each.forms):
                weight += GOOD
            yield _match(each, weight)

    def _candidates(self, passage: Passage, places: Sequence[Place]) -> Iterator[Candidate]:
        text = passage.text
        seen: dict[str, Span | None] = {}
        for start, end, which in places:
            if context.is_whole(text, start, end, spaced=self._spaced):
                forms = tuple(self._form(*row) for row in self._known[which])
                place = context.place_of(text, start, end)
                proofs = tuple(self._proofs(place, forms[0], text, seen))
                if proofs:
                    yield Candidate(Span(start, end), forms, place, proofs)

    def _form(self, text: str, name: int, alone: bool, kept: str, is_varied: bool) -> Form:
        return Form(text, Name(*self._names[name]), alone, kept, is_varied)

    def _proofs(self, place: context.Place, form: Form, text: str, seen: dict[str, Span | None]) -> Iterator[Proof]:
        exact = is_like(place.form, form)
        if form.alone:
            if exact:
                yield Proof(f"nobody writes “{place.form}” but for a translated name", CERTAIN)
            return
        proofs = self.judge.proofs(place, form.name.kind, is_exact=exact, is_varied=form.is_varied)
        if exact and context.abbreviates(place.after, form.name.text):
            proofs = (*proofs, Proof("the abbreviation of the right name follows", GOOD))
        yield from proofs
        at = mention(form.name, text, seen) if proofs else None
        if at is not None:
            yield Proof(f"“{text[at.start : at.end]}” stands elsewhere in the text", GOOD, at)


_Names = tuple[tuple[str, str, tuple[str, ...]], ...]
_Rows = tuple[tuple[tuple[str, int, bool, str, bool], ...], ...]


def _packed(forms: Iterable[tuple[Form, ...]]) -> tuple[_Names, _Rows]:
    """Return the forms as plain data with the names by number: objects take long to load."""
    numbers: dict[Name, int] = {}
    rows = tuple(
        tuple(
            (form.text, numbers.setdefault(form.name, len(numbers)), form.alone, form.kept, form.is_varied)
            for form in each
        )
        for each in forms
    )
    return tuple((name.text, name.kind, name.aliases) for name in numbers), rows


def is_like(found: str, form: Form) -> bool:
    """True if a text has the letters of a form, or its words have capitals where the form has none."""
    return all(a == b or (b.islower() and a.isupper()) for a, b in zip(found, form.text, strict=True))


def _longest(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield those that no other, longer or better proved one overlaps."""
    kept: list[Candidate] = []
    for each in sorted(found, key=lambda one: (-len(one.span), -one.weight, one.span)):
        if not any(each.span.overlaps(other.span) for other in kept):
            kept.append(each)
    yield from sorted(kept, key=lambda one: one.span)


def _match(each: Candidate, weight: int) -> Match:
    fitting = [(form.name.fitting(each.place.form), form.name.kind) for form in each.forms]
    names = likeliest(fitting, each.proofs)
    match = found_match(each.span, each.place.form, names, each.proofs, kept=each.forms[0].kept)
    return replace(match, confidence=confidence_of(weight))


def judge_for(setting: Setting) -> Judge:
    """Return what weighs evidence in the language of a setting."""
    language = setting.language
    contexts = context.contexts_for(setting.table("names/_context"), language)
    return Judge(contexts, native_in(setting.table("names/_native"), setting.table("names/_lexicon"), language))


def _build(params: NameForms, setting: Setting) -> Detector | None:
    own = {lowered(text) for text in params.except_.get(setting.language, ())}
    forms = {
        key: chosen
        for key, found in forms_in(setting.table("names/_lexicon"), setting.language).items()
        if key not in own and (chosen := tuple(form for form in found if form.alone == params.telltale))
    }
    if not forms:
        return None
    return Translated(forms, judge_for(setting))


NAME_FORMS = Kind("name-forms", NameForms, _build, keys_of("except_"))
