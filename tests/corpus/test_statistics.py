"""Intervals hold what they promise, samples are random and the same in any order."""

from __future__ import annotations

from math import exp
from random import Random

import pytest

from linter.corpus.drawing import Drawing
from linter.corpus.intervals import byar, holm, wilson
from linter.corpus.rates import Counts, differences


def poisson(mean: float, random: Random) -> int:
    """Return a Poisson number (Knuth's way)."""
    limit, number, product = exp(-mean), 0, random.random()
    while product > limit:
        number, product = number + 1, product * random.random()
    return number


def corpus(rate: float, random: Random, *, crowd: int = 1, documents: int = 150) -> Counts:
    """Return counts of documents of 50 to 500 words; hits come in crowds of ``crowd``."""
    counts = Counts()
    for _ in range(documents):
        words = random.randint(50, 500)
        number = crowd * poisson(rate * words / 10_000 / crowd, random)
        counts.add(words, {"x": number} if number else {})
    return counts


@pytest.mark.parametrize(
    ("count", "low", "high"),  # exact limits of Garwood, Biometrika 28 (1936)
    [(0, 0, 3.689), (1, 0.025, 5.572), (5, 1.623, 11.668), (10, 4.795, 18.390), (100, 81.364, 121.627)],
)
def test_limits_of_a_count_are_nearly_the_exact_ones(count: int, low: float, high: float) -> None:
    assert byar(count) == pytest.approx((low, high), abs=0.03)


def test_limits_of_a_proportion_are_those_of_wilson() -> None:
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=0.0001)  # an example of Newcombe (1998)
    assert wilson(0, 20).low == 0
    assert wilson(20, 20).high == 1
    assert wilson(0, 0) == (0, 1)


@pytest.mark.parametrize("crowd", [1, 6])
def test_intervals_hold_the_true_rate_about_19_times_in_20_however_hits_crowd(crowd: int) -> None:
    random = Random(crowd)
    rates = [corpus(60, random, crowd=crowd).rate("x") for _ in range(300)]
    inside = sum(rate.interval.low <= 60 <= rate.interval.high for rate in rates)
    assert 0.91 <= inside / 300 <= 0.99


def test_crowded_hits_make_the_interval_wider() -> None:
    alone, crowded = corpus(60, Random(1)).rate("x"), corpus(60, Random(1), crowd=9).rate("x")
    assert alone.effect < 1.5
    assert crowded.effect > 5
    assert crowded.interval.high - crowded.interval.low > 1.8 * (alone.interval.high - alone.interval.low)


def test_equal_corpora_differ_beyond_chance_about_once_in_20_times() -> None:
    random = Random(3)
    told = sum(
        differences(corpus(60, random, crowd=4), corpus(60, random, crowd=4))[0].is_beyond_chance for _ in range(300)
    )
    assert 4 <= told <= 27


def test_twice_the_rate_is_seen() -> None:
    random = Random(4)
    (found,) = differences(corpus(40, random), corpus(80, random))
    assert found.is_beyond_chance
    assert found.one.value < found.other.value


def test_few_hits_tell_nothing() -> None:
    one, other = Counts(), Counts()
    for number in range(30):
        one.add(100, {"x": 1} if number < 6 else {})
        other.add(100, {})
    assert differences(one, other)[0].chance is None


def test_the_order_of_documents_does_not_matter() -> None:
    rows = [(100 + n, {"x": n % 3}) for n in range(50)]
    there, back = Counts(), Counts()
    for words, hits in rows:
        there.add(words, hits)
    for words, hits in reversed(rows):
        back.add(words, hits)
    assert there == back


def test_many_tests_need_a_smaller_chance_each() -> None:
    assert holm({"a": 0.01, "b": 0.04, "c": 0.03}) == pytest.approx({"a": 0.03, "c": 0.06, "b": 0.06})


def test_a_sample_is_the_same_in_any_order_and_for_any_split() -> None:
    names = [f"text {n}" for n in range(500)]
    there: Drawing[str] = Drawing(20, "1")
    back: Drawing[str] = Drawing(20, "1")
    for name in names:
        there.offer(("rule",), name, name)
    for name in reversed(names):
        back.offer(("rule",), name, name)
    assert there.drawn(("rule",)) == back.drawn(("rule",))
    assert len(set(there.drawn(("rule",)))) == 20
    assert there.seen[("rule",)] == 500


def test_every_item_is_drawn_equally_often_over_seeds() -> None:
    drawn = [0] * 40
    for seed in range(400):
        drawing: Drawing[int] = Drawing(10, str(seed))
        for number in range(40):
            drawing.offer((), f"{number}", number)
        for number in drawing.drawn(()):
            drawn[number] += 1
    assert sum(drawn) == 4000
    assert min(drawn) > 65
    assert max(drawn) < 138
