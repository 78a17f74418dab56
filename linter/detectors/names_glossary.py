"""The user's glossary: its names, translated word by word, and the wrong forms that its entries list.

``around: true`` looks where a name may stand (labels, reporting), and at listed forms; ``around: false`` at capitals
in mid-sentence and at compounds. Names are looked up by their translated words, so 50,000 cost what 50 do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.names_words import finder_for, first_match, ordinary_words
from linter.facts import Facts, lowered
from linter.language.lexicon import lexicon
from linter.names import phrases
from linter.names.context import CERTAIN, GOOD, Proof
from linter.names.entries import Name
from linter.names.finder import Finder, Seen, found_match
from linter.names.index import NameIndex
from linter.names.place import is_whole, place_of
from linter.names.triggers import triggers_in
from linter.record import record
from linter.types import EVERY_LANGUAGE, Knowledge, Match, Passage, Span, Term

_NEVER_FOUND = "\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}mtlint"  # the trigger of a rule without glossary
_UNSPACED = frozenset({"ja", "zh"})
_SHORTEST_COMPOUND = 8
_MARKS = "\"'“”„«»‹›‘’()[]{}.,:;!?…*_/|–—"
_GERMAN = r"[A-ZÄÖÜ](?<=[a-zäöüß,] [A-ZÄÖÜ])[a-zäöüß]+(?:er|es|en|em|e) [A-ZÄÖÜ]"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ](?<=[a-zß-öø-ÿā-žа-яё,] [A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ])\w+"


@record
class Glossary:
    """Parameters: whether to look at triggers (labels, reporting, listed forms) or through the whole text."""

    around: bool = True


class _Listed:
    """What one glossary says in one language, made ready when it is first needed."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self.knowledge: Knowledge = setting.knowledge
        self.language = setting.language

    @cached_property
    def finder(self) -> Finder:
        """What finds the names by their translated words."""
        return finder_for(
            self._setting,
            _index(self.knowledge.glossary, self.knowledge.terms, ordinary_words(self._setting)),
            trust=GOOD,
        )

    @cached_property
    def forms(self) -> dict[str, tuple[Term, bool]]:
        """The listed wrong forms in lower case; True: wrong anywhere."""
        found: dict[str, tuple[Term, bool]] = {}
        for term in sorted(self.knowledge.terms, key=lambda each: each.name):
            for pairs, alone in ((term.forms, False), (term.never, True)):
                found.update((lowered(text), (term, alone)) for text in _here(pairs, self.language))
        return found

    @cached_property
    def right(self) -> frozenset[str]:
        """What is right in this language although it looks translated."""
        return frozenset(lowered(text) for term in self.knowledge.terms for text in _here(term.right, self.language))


class AroundTriggers:
    """Finds glossary names after labels and words of reporting, and the forms that entries list."""

    line_keys: tuple[str, ...] = ()

    def __init__(self, setting: Setting) -> None:
        self._listed = _Listed(setting)
        self.literals: tuple[str, ...] = (_NEVER_FOUND,)
        if setting.knowledge.glossary:
            self._triggers = triggers_in(setting.table("names/_context"), setting.language, wide=True)
            self.literals = tuple(dict.fromkeys((*self._listed.forms, *self._triggers.literals)))

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the names that stand at the triggers in a wrong form."""
        del facts
        finder, seen = self._listed.finder, Seen()
        forms = len(self._listed.forms)
        done = passage.start
        for start, end, which in places:
            if start < done:
                continue
            if which < forms and is_whole(passage.text, start, end, spaced=finder.is_spaced):
                match = self._form(passage.text, Span(start, end), self.literals[which])
            else:
                spans = self._triggers.spans(passage.text, start, end, self.literals[which], finder)
                match = first_match(finder, passage.text, spans, seen)
            if match is not None and lowered(passage.text[match.span.start : match.span.end]) not in self._listed.right:
                yield match
                done = match.span.end

    def _form(self, text: str, span: Span, literal: str) -> Match | None:
        term, alone = self._listed.forms[literal]
        place = place_of(text, span.start, span.end)
        if place.form == term.name:
            return None
        proofs: tuple[Proof, ...] = (Proof("the glossary says that it is wrong", CERTAIN),)
        if not alone:
            proofs = self._listed.finder.judge.proofs(place, term.kind, is_exact=place.form[:1].isupper())
        return found_match(span, place.form, [term.name], proofs) if proofs else None


class ThroughText:
    """Finds glossary names at capitals in mid-sentence, and in compounds that no lexicon knows."""

    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def __init__(self, setting: Setting) -> None:
        self._listed = _Listed(setting)
        if not setting.knowledge.glossary or setting.language in _UNSPACED:
            self.literals = (_NEVER_FOUND,)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the phrases whose words are those of a glossary name."""
        del facts, places
        finder, seen = self._listed.finder, Seen()
        done = passage.start
        for start, proofs in sorted(self._starts(passage, finder), key=lambda each: each[0]):
            if start < done:
                continue
            for span in phrases.after(passage.text, start, finder):
                match = finder.match(passage.text, span, seen, own=proofs)
                if match is not None and not self._is_right(passage.text, match.span):
                    yield match
                    done = match.span.end
                    break

    def _is_right(self, text: str, span: Span) -> bool:
        return lowered(text[span.start : span.end]) in self._listed.right

    def _starts(self, passage: Passage, finder: Finder) -> Iterator[tuple[int, tuple[Proof, ...]]]:
        """Yield where a translated name may begin, with what proves it already."""
        text = passage.text
        is_german = not finder.judge.contexts.has_capitals
        pattern = re.compile(_GERMAN if is_german else _CAPITAL)
        for found in pattern.finditer(text, passage.start, passage.end):
            word = found.group()[:-2] if is_german else found.group()
            if finder.fits(word) and (not is_german or finder.words.is_adjective(word)):
                proofs = (Proof("an adjective with a capital in mid-sentence", GOOD),) if is_german else ()
                yield found.start(), proofs
        for word in self._compounds(text[passage.start : passage.end], finder):
            at = text.find(word, passage.start, passage.end)
            while at >= 0:
                if is_whole(text, at, at + len(word), spaced=True):
                    yield at, (Proof("nothing else has these words in one", GOOD),)
                at = text.find(word, at + len(word), passage.end)

    def _compounds(self, text: str, finder: Finder) -> list[str]:
        """Return the rare long words whose parts are words of glossary names."""
        known = lexicon(self._listed.language)
        if not finder.words.has_compounds or known is None:
            return []
        long = {word.strip(_MARKS) for word in set(text.split()) if len(word) >= _SHORTEST_COMPOUND}
        rare = [word for word in known.unknown(long) if word[:1].isupper() and word.count("-") <= 2]
        return [word for word in rare if finder.fits(word)]


@lru_cache(maxsize=4)
def _index(glossary: frozenset[str], terms: frozenset[Term], ordinary: frozenset[str]) -> NameIndex:
    """Return the names of a glossary by the meaning of their words: one index for all languages."""
    said = {term.name: term for term in terms}
    return NameIndex((_name(said.get(text), text) for text in sorted(glossary)), ordinary)


def _name(term: Term | None, text: str) -> Name:
    return Name(text, "any") if term is None else Name(text, term.kind, term.aliases)


def _here(pairs: Iterable[tuple[str, str]], language: str) -> Iterator[str]:
    return (text for key, text in pairs if key in (language, EVERY_LANGUAGE))


def _build(params: Glossary, setting: Setting) -> Detector | None:
    if setting.language not in setting.table("names/_words")[0]:
        return None
    return AroundTriggers(setting) if params.around else ThroughText(setting)


GLOSSARY = Kind("glossary", Glossary, _build, from_knowledge=True)
