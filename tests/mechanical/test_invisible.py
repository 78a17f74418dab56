"""Invisible characters: those that a script, an emoji or a page break needs stay."""

from __future__ import annotations

import time

import pytest

from linter import Linter
from linter.rule import Profile
from linter.types import Safety

LINTER = Linter(Profile(select=("invisible-character",)))


def fixed(text: str) -> str:
    return LINTER.fix(text, path="text.txt").text


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffEin Text mit Byte Order Mark.",
        "می‌خواهم کتاب‌ها را بخوانم.",
        "क्‍या यह ठीक है? श्री‌मान",
        "ක්‍රීඩා කරන්න",
        "Familie 👨‍👩‍👧 und 🏳️‍🌈, ❤️‍🔥",
        "Taste 1️⃣ und ©️ und ☀︎",
        "Auf‌lage mit getrennter Ligatur",
        "שלום\u200f (2014)\u200e",
        "The word سلام\u200e (peace) is short.",
        "ประเทศ\u200bไทย",
        "葛\U000e0100城市",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "Seite eins\n\fSeite zwei\n",
        "Zeile\r\nZeile\tSpalte",
    ],
)
def test_characters_that_are_needed_are_no_fault(text: str) -> None:
    assert LINTER.lint(text, path="text.txt") == ()


@pytest.mark.parametrize(
    "sign",
    ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\xad", "\u200e", "\u200f", "\u202a", "\u2066", "\x03", "\x00",
     "\x7f", "\u206a", "\U000e0041", "\ufffe"],
)  # fmt: skip
@pytest.mark.parametrize(("before", "after"), [("Wort", "teil"), ("Wort", " teil"), ("слов", "о"), ("言葉", "だ")])
def test_an_invisible_sign_in_or_after_a_word_is_deleted(sign: str, before: str, after: str) -> None:
    assert fixed(f"Hier {before}{sign}{after} steht.") == f"Hier {before}{after} steht."
    assert len(LINTER.lint(f"Hier {before}{sign}{sign}{after} steht.", path="text.txt")) == 1


def test_a_variation_selector_after_a_letter_is_deleted() -> None:
    assert fixed("Bitte\ufe0f hier, bitte\ufe0f\ufe0e.") == "Bitte hier, bitte."


def test_a_terminal_sequence_is_deleted_whole() -> None:
    assert fixed("Das ist \x1b[1;31mwichtig\x1b[0m.") == "Das ist wichtig."


@pytest.mark.parametrize(
    "text", ["2010\xad2012", "ein \xad zwei", "don\x19t", "\x1cja\x1d", "Satz.\u2028Satz.", "a\bb"]
)
def test_a_sign_that_stood_for_another_one_is_only_a_suggestion(text: str) -> None:
    findings = LINTER.lint(text, path="text.txt")
    assert findings
    assert all(fix.safety is Safety.SUGGEST for each in findings for fix in each.fixes)


def test_a_soft_hyphen_that_is_half_a_misread_letter_is_no_soft_hyphen() -> None:
    rules = [each.rule_id for each in Linter().lint("Das PacÃ\xadfico-Hotel", path="text.txt", lang="de")]
    assert rules == ["encoding.mojibake"]


def test_one_long_line_of_faults_costs_linear_time() -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        assert len(LINTER.lint("wort\u200bteil\u200e " * count, path="text.txt")) == 2 * count
        return time.process_time() - start

    seconds(500)
    assert seconds(20_000) < 20 * max(seconds(5_000), 0.05)
