"""Rounds of fixes become edits of the first text, and can be left out and taken back one rule at a time."""

from __future__ import annotations

import itertools
from random import Random
from typing import NamedTuple

import pytest

from linter.corpus.composing import Piece, allowed, composed, undone
from linter.fix import apply
from linter.types import Confidence, Edit, Finding, Fix, Safety, Severity, Span

RULES = "ABCD"


class Case(NamedTuple):
    """A text, what rounds of fixes do to it, and the result."""

    text: str
    rounds: list[list[tuple[Finding, Fix]]]
    result: str


def winner(rule: str, *edits: tuple[int, int, str]) -> tuple[Finding, Fix]:
    """Return a finding with a fix."""
    fix = Fix(tuple(Edit(Span(start, end), text) for start, end, text in edits), Safety.SAFE, "fix")
    finding = Finding(
        path="a.txt",
        span=fix.edits[0].span,
        rule_id=rule,
        category="other",
        message="Wrong.",
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        language="en",
        fixes=(fix,),
    )
    return finding, fix


def random_round(text: str, random: Random) -> list[tuple[Finding, Fix]]:
    """Return fixes of one or two edits each that do not touch each other, in any order."""
    edits, at = [], random.randint(0, 3)
    while at <= len(text):
        end = min(len(text), at + random.choice((0, 0, 1, 2)))
        new = "".join(random.choice("xyz") for _ in range(random.randint(0 if end > at else 1, 2)))
        edits.append((at, end, new))
        at = end + 1 + random.randint(0, 4)
    winners = []
    while edits:
        winners.append(winner(random.choice(RULES), *edits[: random.choice((1, 1, 2))]))
        edits = edits[len(winners[-1][1].edits) :]
    random.shuffle(winners)
    return winners


def random_case(random: Random) -> Case:
    text = now = "".join(random.choice("abc \n") for _ in range(random.randint(0, 25)))
    rounds = []
    for _ in range(random.randint(1, 4)):
        winners = random_round(now, random)
        if winners:
            rounds.append(winners)
            now = apply(now, sorted(edit for _, fix in winners for edit in fix.edits))
    return Case(text, rounds, now)


CASES = [random_case(Random(seed)) for seed in range(800)]


def befores(text: str, pieces: tuple[Piece, ...]) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces]


def test_pieces_do_what_the_rounds_do_one_after_another() -> None:
    for case in CASES:
        pieces = composed(case.text, case.rounds)
        assert apply(case.text, (piece.edit() for piece in pieces)) == case.result
        assert all(one.end <= other.start for one, other in itertools.pairwise(pieces))


def test_what_rules_remove_adds_up_to_what_the_text_loses() -> None:
    for case in CASES:
        grown = sum(sum(piece.grown) for piece in composed(case.text, case.rounds))
        assert grown == len(case.result) - len(case.text)


def test_what_any_choice_of_rules_did_can_be_taken_back() -> None:
    random = Random(7)
    for case in CASES:
        pieces = allowed(composed(case.text, case.rounds), frozenset(random.sample(RULES, random.randint(0, 3))))
        changed = apply(case.text, (piece.edit() for piece in pieces))
        assert undone(changed, pieces, befores(case.text, pieces)) == case.text


def test_a_choice_of_rules_never_does_half_a_fix_nor_what_a_later_round_did_on_seeing_another() -> None:
    random = Random(8)
    for case in CASES:
        pieces = composed(case.text, case.rounds)
        held = frozenset(random.sample(RULES, 1))
        left = allowed(pieces, held)
        gone = set(pieces) - set(left)
        assert not any(held & set(piece.rules) for piece in left)
        assert {n for piece in gone for n in piece.fixes}.isdisjoint(n for piece in left for n in piece.fixes)
        if gone:
            assert max((piece.rounds[-1] for piece in left), default=0) <= min(piece.rounds[0] for piece in gone)


def test_an_edit_on_top_of_another_is_one_edit_of_both_rules() -> None:
    rounds = [[winner("A", (2, 4, "xx"))], [winner("B", (3, 5, ""))]]
    assert composed("abcdef", rounds) == (Piece(2, 5, "x", ("A", "B"), (1, 2), (1, 2), (0, -2)),)


def test_an_edit_beside_an_earlier_one_goes_by_the_first_text() -> None:
    rounds = [[winner("A", (0, 2, ""))], [winner("B", (2, 3, "D"))]]
    assert [piece.edit() for piece in composed("abcdef", rounds)] == [Edit(Span(0, 2), ""), Edit(Span(4, 5), "D")]


@pytest.mark.parametrize("text", ["abXdef", "abxef", ""])
def test_a_text_that_was_changed_otherwise_is_not_taken_back(text: str) -> None:
    piece = Piece(2, 4, "xy", ("A",), (1,), (1,), (0,))
    assert undone("abxyef", [piece], ["cd"]) == "abcdef"
    assert undone(text, [piece], ["cd"]) is None
