"""What is known of the words of a language before any is split: the closed classes, and the table of counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from math import floor
from operator import add
from typing import NamedTuple

from linter.language.conventions import Conventions

_NONE, _ZERO = "00", ord("0")
PREFIXED = ("ex",)  # behaves as a function word before a title: "ex CEO"

CLITIC_LANGUAGES = frozenset(("ca", "es", "it", "pt"))
CLITICS = frozenset(
    ("la lo le li gli los las les me te se nos vos ne ci vi mi ti si os a o as no lhe lhes hi em").split()  # noqa: SIM905  as a list it would take twenty lines
)


class Side(Enum):
    """Which part of a token the word is: the whole, or the first or last of several."""

    WHOLE = "whole"
    BEFORE_HYPHEN = "before a hyphen"
    AFTER_HYPHEN = "after a hyphen"
    BEFORE_APOSTROPHE = "before an apostrophe"


@dataclass(frozen=True, slots=True)
class Classes:
    """The closed classes of a language."""

    articles: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    elided: frozenset[str]
    verbs: frozenset[str]
    all: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many words end and begin with a word, in tenths of a power of ten, and the Zipf of frequent words."""

    codes: Mapping[str, str]
    often: Mapping[str, float]
    groups: tuple[tuple[float, list[str], str, str], ...]  # frequent words by Zipf, with the two codes of each

    def of(self, word: str) -> tuple[int, int]:
        """How many words end with it, and how many begin with it."""
        code = self.codes.get(word, _NONE)
        return ord(code[0]) - _ZERO, ord(code[1]) - _ZERO

    def with_room(self, room: Callable[[float], float], which: int) -> Iterator[str]:
        """Yield the frequent words whose count (0: ends, 1: begins) is at most what ``room`` says for their Zipf."""
        for zipf, words, *codes in self.groups:
            limit = chr(max(0, _ZERO + floor(room(zipf))))
            yield from (word for word, code in zip(words, codes[which], strict=True) if code <= limit)


class Promising(NamedTuple):
    """Frequent words that may be a part of two, and those that may stand beside a word that is not frequent."""

    often: frozenset[str]
    lefts: frozenset[str]
    rights: frozenset[str]


def read_counts(rows: Iterable[list[str]]) -> Counts:
    """Read a table ``seams/_splits-<language>``: reading 12,000 words takes 2 ms."""
    codes: dict[str, str] = {}
    often: dict[str, float] = {}
    groups = []
    for zipf, ends, begins, words in rows:
        group = words.split()
        codes.update(zip(group, map(add, ends, begins), strict=True))
        if zipf != "0":
            often.update(dict.fromkeys(group, float(zipf)))
            groups.append((float(zipf), group, ends, begins))
    return Counts(codes, often, tuple(groups))


def classes_of(conventions: Conventions, verbs: Iterable[str] = ()) -> Classes:
    """Return the closed classes as sets. ``verbs`` stand beside names as function words do."""
    whole = (
        *conventions.articles,
        *conventions.prepositions,
        *conventions.conjunctions,
        *conventions.pronouns,
        *conventions.auxiliaries,
    )
    return Classes(
        frozenset(conventions.articles),
        frozenset(conventions.prepositions),
        frozenset(conventions.conjunctions),
        frozenset(word[:-1] for word in whole if word.endswith(("'", "’"))),
        frozenset(verbs),
        frozenset((*whole, *PREFIXED, *verbs)),
    )
