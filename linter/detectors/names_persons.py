"""Persons whose name stands in the text in two ways: truncated, misspelt, half translated, or without a capital.

A person is a given name and the word after it. What the evidence file knows counts as the text's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.detectors.names_words import words_of
from linter.facts import Facts, lowered
from linter.language.lexicon import lexicon
from linter.lazy import lazy
from linter.names.likeness import is_inflected, is_misspelt
from linter.names.persons import Person, PersonsIn, famous_persons, known_persons
from linter.names.words import Words
from linter.record import record
from linter.types import Confidence, Edit, Evidence, Fix, Match, Passage, Safety

_ENDS_PHRASE = lazy(r",|\s*\(| (?:und|and|et|e|y|en|och|og|i|a) \p{Lu}")
_SHORTEST_FAMOUS = 6
_RARE = 3.3  # Zipf value
_NOBODY: frozenset[str] = frozenset()
_FAULTS = ("lower", "hybrid", "variant")


@record
class NamePersons:
    """Parameters: which fault to look for: ``lower``, ``hybrid`` or ``variant``."""

    fault: str


class Persons:
    """Compares the persons of a document that have the same given name."""

    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def __init__(self, fault: str, language: str, given: PersonsIn, words: Words | None, famous: str = "") -> None:
        """``famous`` are names of persons that nobody else has, one a line."""
        self.fault, self.language, self.given, self.words, self.famous = fault, language, given, words, famous

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the places where a name differs from how it stands elsewhere."""
        del places
        names = facts.knowledge.names
        for first, group in facts.shared(self.given).items():
            if self.fault == "lower":
                yield from self._lower(passage.text, group)
            elif len(group) > 1 or names:
                proved = known_persons(names).get(first, _NOBODY) if names else _NOBODY
                yield from self._unlike(group, proved)
            if self.famous:
                yield from self._misspelt(group)

    def _misspelt(self, group: Sequence[Person]) -> Iterator[Match]:
        """Yield names that lack or double a letter of a well-known person's, where no lexicon has such a word."""
        known = famous_persons(self.famous).get(group[0].first, _NOBODY)
        here = {person.last for person in group}
        for person in group if known and not known & here else ():
            own, english = lexicon(self.language), lexicon("en")
            for right in sorted(known):
                if (
                    abs(len(right) - len(person.last)) == 1
                    and is_misspelt(person.last, right)
                    and not is_inflected(person.last, right, self.language)
                    and not any(words is not None and person.last in words for words in (own, english))
                ):
                    yield _match(person, f"{person.first} {right}", "it is a well-known name", Confidence.HIGH)

    def _unlike(self, group: Sequence[Person], proved: frozenset[str]) -> Iterator[Match]:
        known = Counter(person.last for person in group if person.joint == " " and person.last[0].isupper())
        if len(known) + len(proved) > 1 or (self.fault == "hybrid" and known and len(known) < len(group)):
            joints = (" ", "-") if self.fault == "hybrid" else (" ",)
            yield from self._compared([person for person in group if person.joint in joints], known, proved)

    def _lower(self, text: str, persons: Iterable[Person]) -> Iterator[Match]:
        for person in persons:
            word = person.last
            if person.joint == " " and word.islower() and _ENDS_PHRASE.match(text, person.span.end):
                own, english = lexicon(self.language), lexicon("en")
                if own is None or english is None or not own.is_large:
                    return
                if word not in own and word not in english:
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
        words = lexicon(self.language)
        is_even = other not in proved and known[one] == known[other]
        if is_even and words is not None and one in words and other not in words:
            return False  # the other one is the slip
        return is_misspelt(one, other) and not is_inflected(one, other, self.language)


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
    words = words_of(setting) if params.fault == "hybrid" and setting.language in rows[0] else None
    if params.fault == "hybrid" and words is None:
        return None
    given = PersonsIn("\n".join(row[0] for row in setting.table("names/_given")))
    famous = _famous(setting.table("names/_lexicon")) if params.fault == "variant" else ""
    return Persons(params.fault, setting.language, given, words, famous)


def _famous(entries: Iterable[Mapping[str, object]]) -> str:
    """Return the persons of the lexicon whose family name English hardly has, one a line."""
    english = lexicon("en")
    found = set()
    for entry in entries:
        first, _, last = str(entry.get("name")).partition(" ")
        is_plain = entry.get("kind") == "person" and last.isascii() and last.isalpha() and len(last) >= _SHORTEST_FAMOUS
        if is_plain and english is not None and english.zipf(last) < _RARE:
            found.add(f"{first} {last}")
    return "\n".join(sorted(found))


NAME_PERSONS = Kind("name-persons", NamePersons, _build, reach=Reach.DOCUMENT)
