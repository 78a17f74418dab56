"""Hits per 10,000 words over many documents, with intervals that know that hits come in crowds.

A document with one fault of a kind often has more of it, so hits are no independent events. The design effect says
how much wider that makes the spread: the variance of the rate over documents (the linearised one of a ratio,
Cochran, Sampling Techniques, 1977, section 6.4) divided by that of a Poisson count. Hits and words are divided by
it, and the Poisson interval is taken of what is left: effective numbers, as Korn and Graubard (Survey Methodology
24, 1998) do for proportions and Rao and Scott (Statistics in Medicine 18, 1999) for counts. Only sums are kept,
so memory does not grow with the documents and their order does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt
from typing import NamedTuple

from linter.corpus.intervals import ALPHA, Interval, byar, holm, two_sided

PER_WORDS = 10_000
LEAST = 10  # effective hits in both together below which a test would say nothing


@dataclass(slots=True)
class _Sums:
    """Of one kind of hit: hits, their squares, and their products with the documents' words."""

    hits: int = 0
    squares: int = 0
    products: int = 0
    documents: int = 0


@dataclass(slots=True)
class Counts:
    """What was counted in a corpus, by kind of hit."""

    words: int = 0
    words_squared: int = 0
    documents: int = 0
    kinds: dict[str, _Sums] = field(default_factory=dict)

    def add(self, words: int, hits: Mapping[str, int]) -> None:
        """Count a document."""
        self.words += words
        self.words_squared += words * words
        self.documents += 1
        for kind, number in hits.items():
            sums = self.kinds.setdefault(kind, _Sums())
            sums.hits += number
            sums.squares += number * number
            sums.products += number * words
            sums.documents += 1

    def hits(self, kind: str) -> int:
        """Return how often a kind was found."""
        return self.kinds.get(kind, _Sums()).hits

    def spread(self, kind: str) -> float:
        """Return the sum of squares of what documents have more or less than their words let expect."""
        sums = self.kinds.get(kind, _Sums())
        if self.documents < 2 or not self.words:
            return float(sums.hits)
        rate = sums.hits / self.words
        squares = sums.squares - 2 * rate * sums.products + rate * rate * self.words_squared
        return squares * self.documents / (self.documents - 1)

    def rate(self, kind: str) -> Rate:
        """Return the hits of a kind per 10,000 words, with a 95 % interval."""
        sums = self.kinds.get(kind, _Sums())
        effect = max(1.0, self.spread(kind) / sums.hits) if sums.hits else 1.0
        scale = PER_WORDS * effect / self.words if self.words else 0.0
        low, high = byar(sums.hits / effect)
        value = PER_WORDS * sums.hits / self.words if self.words else 0.0
        return Rate(sums.hits, sums.documents, value, Interval(low * scale, high * scale), effect)


class Rate(NamedTuple):
    """``effect`` is the design effect: 1 where hits are spread over the documents as by chance."""

    hits: int
    documents: int
    value: float
    interval: Interval
    effect: float


class Difference(NamedTuple):
    """``chance`` is Holm's corrected p-value, None where there are too few hits to tell."""

    kind: str
    one: Rate
    other: Rate
    chance: float | None

    @property
    def is_beyond_chance(self) -> bool:
        return self.chance is not None and self.chance < ALPHA


def differences(one: Counts, other: Counts, kinds: Iterable[str] | None = None) -> tuple[Difference, ...]:
    """Compare two corpora, by kind in alphabetical order."""
    names = sorted(set(kinds) if kinds is not None else set(one.kinds) | set(other.kinds))
    chances = {name: chance for name in names if (chance := _chance(one, other, name)) is not None}
    corrected = holm(chances)
    return tuple(Difference(name, one.rate(name), other.rate(name), corrected.get(name)) for name in names)


def _chance(one: Counts, other: Counts, kind: str) -> float | None:
    """Return the p-value of the score test for equal rates, its variance times the common design effect."""
    hits = one.hits(kind) + other.hits(kind)
    if not hits or not one.words or not other.words:
        return None
    effect = max(1.0, (one.spread(kind) + other.spread(kind)) / hits)
    if hits / effect < LEAST:
        return None
    common = hits / (one.words + other.words)
    apart = one.hits(kind) / one.words - other.hits(kind) / other.words
    return two_sided(apart / sqrt(effect * common * (1 / one.words + 1 / other.words)))
