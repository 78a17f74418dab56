"""Precision cards: what was read, what was right, where there is too little text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.authoring.cards import CLEAN, DAMAGED, Figures, Hits, card, read_figures, write_figures
from linter.catalog.compiled import shipped
from linter.cli.rules import main
from linter.corpus.intervals import wilson
from linter.errors import ConfigError
from linter.rule import Rule

FRENCH = "Le conseil a décidé mardi soir de reconstruire le vieux pont sur la rivière.\n\nLaisser un commentaire\n"


def rule(rule_id: str) -> Rule:
    return next(each for each in shipped().whole_rules if each.id == rule_id)


def test_the_interval_is_that_of_wilson() -> None:
    low, high = wilson(9, 10)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
    assert wilson(0, 5)[0] == 0.0
    assert wilson(5, 5)[1] == 1.0


def test_a_card_says_what_was_read_and_where_there_is_too_little_text() -> None:
    figures = Figures({(CLEAN, "de"): 90_000, (CLEAN, "is"): 300})
    assert card(rule("boilerplate.page-line"), figures) == ""
    figures.hits["boilerplate.page-line", CLEAN, "de"] = Hits(3, 2, 1)
    figures.hits["boilerplate.page-line", DAMAGED, "de"] = Hits(8, 8, 8)
    text = card(rule("boilerplate.page-line"), figures)
    assert "10 hits read, 9 right (90% right" in text
    assert "3 hits in 90,300 words of clean text, 2 of them wrong or not read: 0.22 per 10,000 words" in text
    assert "Words of clean text: de 90,000." in text
    assert "(under 20,000 words): is." in text


def test_figures_are_read_as_they_were_written(tmp_path: Path) -> None:
    figures = Figures({(CLEAN, "de"): 7}, {("a.b", CLEAN, "de"): Hits(3, 2, 1)})
    write_figures(figures, tmp_path / "figures.tsv")
    assert read_figures(tmp_path / "figures.tsv") == figures


def test_a_damaged_row_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "figures.tsv").write_text("words\tclean\tde\t7\nhits\tx\n", "utf-8")
    with pytest.raises(ConfigError, match=r"figures\.tsv:2: no row"):
        read_figures(tmp_path / "figures.tsv")


def test_a_sample_that_was_judged_becomes_a_card(tmp_path: Path) -> None:
    text, sheet, house = tmp_path / "a.txt", tmp_path / "sheet.jsonl", tmp_path / "house"
    text.write_text(FRENCH, "utf-8")
    house.mkdir()
    command = ["cards", "boilerplate", "--on", str(text), "--rules", str(house)]
    assert main([*command, "--sample", str(sheet)]) == 0
    row = json.loads(sheet.read_text("utf-8"))
    assert "⟦Laisser un commentaire⟧" in row["text"]
    assert row["right"] is None
    sheet.write_text(json.dumps({**row, "right": True}) + "\n", "utf-8")
    assert main([*command, "--set", "damaged", "--verdicts", str(sheet)]) == 0
    figures = read_figures(house / "_precision.tsv")
    assert figures.of(rule("boilerplate.comment-form"), DAMAGED) == Hits(1, 1, 1)
    assert figures.of(rule("boilerplate.newsletter"), DAMAGED) == Hits()
    assert ("boilerplate.newsletter", DAMAGED, "*") in figures.hits
