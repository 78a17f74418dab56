"""The persons of a document: a given name and the word after it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from linter.facts import Facts
from linter.lazy import lazy
from linter.names.capitals import capital_words, places_of
from linter.record import record
from linter.types import Span

_LAST = lazy(r"[\p{L}\p{M}]{4,}(?![\p{L}\p{N}@’'])")
_JOINTS = (" ", "-")
_NO_START = ("-", "@", ".", "/")


class Person(NamedTuple):
    """A given name and what follows it, joined by a space or a hyphen; ``start`` in code points."""

    first: str
    last: str
    joint: str
    start: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.first) + 1 + len(self.last))


@record
class PersonsIn:
    """Finds the persons of a document, for ``Facts.shared``; ``given`` are the given names, one a line."""

    given: str

    def __call__(self, facts: Facts) -> dict[str, list[Person]]:
        """Return the persons by their given name, each list in order."""
        found: dict[str, list[Person]] = {}
        for first in sorted(facts.shared(capital_words) & _names(self.given)):
            persons = list(_persons(facts.view, first))
            if persons:
                found[first] = persons
        return found


@lru_cache(maxsize=4)
def _names(given: str) -> frozenset[str]:
    return frozenset(given.split("\n"))


def _persons(text: str, first: str) -> Iterator[Person]:
    for at in places_of(text, first, 0, len(text)):
        end = at + len(first)
        joint = text[end : end + 1]
        if joint in _JOINTS and text[at - 1 : at] not in _NO_START and text[end + 1 : end + 2].isalpha():
            last = _LAST.match(text, end + 1)
            if last:
                yield Person(first, last.group(), joint, at)


@lru_cache(maxsize=2)
def known_persons(names: Set[str]) -> dict[str, frozenset[str]]:
    """Return the family names of an evidence file by given name."""
    found: dict[str, set[str]] = {}
    for name in names:
        first, _, last = name.partition(" ")
        if last and " " not in last:
            found.setdefault(first, set()).add(last)
    return {first: frozenset(lasts) for first, lasts in found.items()}


@lru_cache(maxsize=2)
def famous_persons(names: str) -> dict[str, frozenset[str]]:
    """Return the family names by given name; ``names`` has a person a line."""
    return known_persons(frozenset(names.split("\n")))
