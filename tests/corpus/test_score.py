"""The score of a document: evidence for raw machine translation, by length."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter import document_score, lint_text
from linter.catalog.categories import CATEGORIES
from linter.catalog.compiled import shipped
from linter.score import POINTS, RULE_POINTS
from linter.types import Confidence, Finding, Severity, Span

SEEDS = Path(__file__).parents[2] / "seeds"
WORDS = "a quiet sentence of ten words that says nothing else "


def finding(span: Span, *, category: str = "translated-name", confidence: Confidence = Confidence.HIGH) -> Finding:
    return Finding(
        path="a.txt",
        span=span,
        rule_id="names.translated",
        category=category,
        message="Wrong.",
        severity=Severity.WARNING,
        confidence=confidence,
        language="en",
    )


def test_nothing_found_is_0() -> None:
    assert document_score((), "").value == 0
    assert float(document_score((), WORDS)) == 0


def test_the_same_evidence_counts_less_in_a_longer_text() -> None:
    short, long = WORDS * 10, WORDS * 90
    one = document_score([finding(Span(0, 7))], short)
    other = document_score([finding(Span(0, 7))], long)
    assert (one.value, other.value) == (20.0, 4.0)
    assert (one.words, other.words) == (100, 900)


def test_the_same_words_found_again_count_once() -> None:
    text = "der Rand, der Rand, der Ring " + WORDS * 10
    twice = [finding(Span(0, 8)), finding(Span(10, 18))]
    assert document_score(twice, text).value == document_score(twice[:1], text).value
    assert document_score([*twice, finding(Span(20, 28))], text).value == pytest.approx(
        2 * document_score(twice, text).value, abs=0.02
    )


def test_what_is_less_sure_counts_less() -> None:
    sure, less = (
        document_score([finding(Span(0, 7), confidence=each)], WORDS * 10).value
        for each in (Confidence.HIGH, Confidence.MEDIUM)
    )
    assert sure == 2 * less


def test_damage_that_scraping_does_as_well_has_no_points() -> None:
    assert document_score([finding(Span(0, 7), category="mojibake")], WORDS).value == 0


def test_points_are_given_to_categories_and_rules_that_exist() -> None:
    assert set(POINTS) <= set(CATEGORIES)
    assert set(RULE_POINTS) <= {rule.id for rule in shipped().rules}


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name)
def test_every_seed_looks_like_raw_machine_translation(path: Path) -> None:
    text = path.read_bytes().decode()
    assert document_score(lint_text(text), text).value >= 10
