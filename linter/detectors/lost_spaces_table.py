"""What is known of the words of a language before any is split: the closed classes, and the table of counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from linter.language.conventions import Conventions

_PREFIXED = ("ex",)  # behaves as a function word before a title: "ex CEO"


@dataclass(frozen=True, slots=True)
class Classes:
    """The closed classes of a language."""

    articles: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    elided: frozenset[str]
    all: frozenset[str]


def read_counts(rows: Iterable[list[str]]) -> tuple[dict[str, tuple[int, int]], dict[str, float]]:
    """Return how often each word ends and begins others, in tenths of a power of ten; the Zipf of frequent words."""
    counts: dict[str, tuple[int, int]] = {}
    often: dict[str, float] = {}
    for zipf, ends, begins, words in rows:
        group = words.split()
        counts.update(dict.fromkeys(group, (int(ends), int(begins))))
        if zipf != "0":
            often.update(dict.fromkeys(group, float(zipf)))
    return counts, often


def classes_of(conventions: Conventions) -> Classes:
    """Return the closed classes as sets."""
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
        frozenset((*whole, *_PREFIXED)),
    )
