"""Code, tables and placeholders that translation damages."""

from __future__ import annotations

import pytest

from linter import Linter
from linter.rule import Profile


def found(text: str, rule: str, *, lang: str = "de", path: str = "guide.md") -> list[str]:
    findings = Linter(Profile(select=(rule,))).lint(text, lang=lang, path=path)
    return [text[each.span.start : each.span.end] for each in findings]


@pytest.mark.parametrize("token", ["⟦1⟧", "⟦/12⟧", "❮3❯", '<x id="1"/>', "@@0@@", "__CODE_7__"])
def test_what_a_pipeline_left_is_found(token: str) -> None:
    assert found(f"Drücken Sie {token} und warten Sie.\n", "placeholders.pipeline-token", path="a.txt") == [token]


def test_an_option_is_translated_only_beside_english_ones() -> None:
    text = "Mit --dry-run wird nichts geschrieben. Wer --trocken-lauf angibt, sieht nichts.\n"
    assert found(text, "markup.translated-code") == ["trocken-lauf"]
    assert found(text.replace("--dry-run", "--anschauen"), "markup.translated-code") == []
    assert found(text, "markup.translated-code", lang="en") == []


def test_a_key_of_front_matter_is_translated_only_beside_english_ones() -> None:
    text = "---\ntitle: Handbuch\nbeschreibung: Kurz\n---\n\nText.\n"
    assert found(text, "markup.translated-code") == ["beschreibung"]
    assert found(text.replace("title", "titel"), "markup.translated-code") == []


def test_a_table_of_two_rows_that_disagree_is_left_alone() -> None:
    assert found("| a | b |\n|---|---|\n| c |\n", "markup.table-cells") == []
    assert found("| a | b |\n|---|---|\n| c | d |\n| e f |\n", "markup.table-cells") == ["| e f |"]


def test_a_bar_in_code_is_no_border_of_a_cell() -> None:
    assert found("| a | b |\n|---|---|\n| `x|y` | d |\n| e | f |\n", "markup.table-cells") == []


def test_a_blank_between_two_codes_is_not_inside_of_one() -> None:
    text = "Erst `git add` , dann `git commit`, dann `--amend` und ` git push`.\n"
    assert found(text, "markup.spaced-code") == ["` git push`"]
