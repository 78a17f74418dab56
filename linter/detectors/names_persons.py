"""Persons whose name stands in the text in two ways: truncated, misspelt, half translated, or without a capital.

A person is a given name and the word after it. What the evidence file knows counts as the text's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts, lowered
from linter.language.lexicon import lexicon
from linter.lazy import lazy
from linter.names.likeness import is_inflected, is_misspelt
from linter.names.words import Words
from linter.record import record
from linter.types import Confidence, Edit, Evidence, Fix, Match, Passage, Safety, Span

_LAST = lazy(r"[\p{L}\p{M}]{4,}(?![\p{L}\p{N}@’'])")
_ENDS_PHRASE = lazy(r",|\s*\(| (?:und|and|et|e|y|en|och|og|i|a) \p{Lu}")
_FAULTS = ("lower", "hybrid", "variant")


@record
class NamePersons:
    """Parameters: which fault to look for: ``lower``, ``hybrid`` or ``variant``."""

    fault: str


class Person(NamedTuple):
    """A given name and what follows it, joined by a space or a hyphen."""

    first: str
    last: str
    joint: str
    start: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.first) + 1 + len(self.last))


class Persons:
    """Compares the persons of a document that have the same given name."""

    line_keys: tuple[str, ...] = ()

    def __init__(self, fault: str, language: str, given: Sequence[str], words: Words | None) -> None:
        self.fault, self.language, self.words = fault, language, words
        joints = "-" if fault == "hybrid" else " "
        self.literals = tuple(f"{lowered(name)}{joint}" for name in given for joint in {joints, " "})

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the places where a name differs from how it stands elsewhere."""
        persons = list(self._persons(passage.text, places))
        if self.fault == "lower":
            yield from self._lower(passage.text, persons)
            return
        groups: dict[str, list[Person]] = {}
        for person in persons:
            groups.setdefault(person.first, []).append(person)
        for first, group in groups.items():
            known = Counter(person.last for person in group if person.joint == " " and person.last[0].isupper())
            proved = _proved(facts.knowledge.names, first)
            if len(known) + len(proved) > 1 or (known and self.fault == "hybrid"):
                yield from self._compared(group, known, proved)

    def _persons(self, text: str, places: Sequence[Place]) -> Iterator[Person]:
        for start, end, _ in places:
            before = text[start - 1 : start] or " "
            if text[start].isupper() and not before.isalnum() and before not in "-@./":
                last = _LAST.match(text, end)
                if last:
                    yield Person(text[start : end - 1], last.group(), text[end - 1], start)

    def _lower(self, text: str, persons: Iterable[Person]) -> Iterator[Match]:
        own, english = lexicon(self.language), lexicon("en")
        if own is None or english is None or not own.is_large:
            return
        for person in persons:
            word = person.last
            if word.islower() and word not in own and word not in english and _ENDS_PHRASE.match(text, person.span.end):
                right = f"{person.first} {word.capitalize()}"
                yield _match(person, right, "a family name has a capital", Confidence.HIGH)

    def _compared(self, group: Sequence[Person], known: Counter[str], proved: frozenset[str]) -> Iterator[Match]:
        done: set[str] = set()
        for person in group:
            if person.last in done or person.last in proved:
                continue
            right = self._right(person, known, proved)
            if right is not None:
                done.add(person.last)
                where = "the evidence file" if right in proved and right not in known else "the text"
                certain = right in proved or person.joint == "-" or known[right] > known[person.last]
                proof = f"“{person.first} {right}” stands elsewhere in {where}"
                confidence = Confidence.HIGH if certain else Confidence.MEDIUM
                safety = Safety.UNSAFE if certain else Safety.SUGGEST
                yield _match(person, f"{person.first} {right}", proof, confidence, safety)

    def _right(self, person: Person, known: Counter[str], proved: frozenset[str]) -> str | None:
        for other in (*sorted(proved), *sorted(known, key=lambda last: (-known[last], last))):
            if other == person.last:
                continue
            if self.fault == "hybrid":
                if self.words and lowered(other) in self.words.meanings(lowered(person.last)):
                    return other
            elif (
                person.joint == " " and person.last[0].isupper() and self._is_variant(person.last, other, known, proved)
            ):
                return other
        return None

    def _is_variant(self, one: str, other: str, known: Counter[str], proved: frozenset[str]) -> bool:
        if other not in proved and (known[one], len(one), one) > (known[other], len(other), other):
            return False
        if len(one) > len(other) + 1:
            return False  # more likely a lost space
        return is_misspelt(one, other) and not is_inflected(one, other, self.language)


def _proved(names: Iterable[str], first: str) -> frozenset[str]:
    """The family names that the evidence file has for a given name."""
    head = f"{first} "
    return frozenset(name[len(head) :] for name in names if name.startswith(head) and " " not in name[len(head) :])


def _match(person: Person, right: str, proof: str, confidence: Confidence, safety: Safety = Safety.UNSAFE) -> Match:
    found = f"{person.first}{person.joint}{person.last}"
    return Match(
        person.span,
        (Fix((Edit(person.span, right),), safety, f"write “{right}”"),),
        confidence,
        (("found", found), ("right", right)),
        (Evidence(proof),),
    )


def _build(params: NamePersons, setting: Setting) -> Detector | None:
    if params.fault not in _FAULTS:
        raise ValueError(f"“{params.fault}” is no fault of a person's name")
    rows = setting.table("names/_words")
    words = Words(rows, setting.language) if params.fault == "hybrid" and setting.language in rows[0] else None
    if params.fault == "hybrid" and words is None:
        return None
    return Persons(params.fault, setting.language, [row[0] for row in setting.table("names/_given")], words)


NAME_PERSONS = Kind("name-persons", NamePersons, _build, reach=Reach.DOCUMENT)
