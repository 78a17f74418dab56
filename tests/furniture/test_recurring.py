"""Lines that recur in a collection: proposed as rules, learnt as evidence, found by the rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from linter import Linter
from linter.cli.corpus import main as lint_corpus
from linter.cli.rules import main as lint_rules
from linter.corpus.recurring import MOST_KEPT, Sheet, chosen, recurring
from linter.corpus.shapes import shapes
from linter.corpus.sheets import host_of_path
from linter.evidence import read_evidence
from linter.rule import Profile

AUTHORS = ("Anna Weber", "Jonas Keller", "Mira Novak", "Eva Martin")
SENTENCE = "The council spoke for a long while about bridge number {} and the road that leads to the old harbour."


def write(folder: Path, host: str, count: int) -> None:
    (folder / host).mkdir(parents=True)
    for number in range(count):
        lines = [
            f"Words and pictures: {AUTHORS[number % len(AUTHORS)]}",
            SENTENCE.format("abcdefghijkl"[number] * 3),
            f"You are holding the {host.partition('.')[0].title()} morning edition",
            f"{host.partition('.')[0].title()} keeps {number * 117 + 3} readers afloat",
        ]
        (folder / host / f"{number}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    write(tmp_path / "corpus", "riverpost.example", 10)
    write(tmp_path / "corpus", "hillnews.example", 10)
    return tmp_path / "corpus"


def test_what_changes_in_a_line_becomes_a_slot() -> None:
    assert "{n} readers like this" in shapes("1,234 readers like this")
    assert "Posted on {date} by admin" in shapes("Posted on May 3, 2021 at 10:15 by admin")
    assert "Leave a Reply to {name}" in shapes("Leave a Reply to John Smith")
    assert "Related: {any}" in shapes("Related: the bridge by the mill")
    assert shapes("| a | table | row |") == ()


def test_a_slot_is_chosen_only_where_what_fills_it_changes() -> None:
    def documents() -> Iterator[Sheet]:
        for number in range(12):
            lines = (f"Words and pictures: {AUTHORS[number % 4]}", "Kept alive by readers of Hill News")
            yield Sheet("", "en", lines)

    found = [tally.shape for tally in chosen(recurring(documents, at_least=4), at_least=4)]
    assert found == ["Kept alive by readers of Hill News", "Words and pictures: {name}"]


def test_memory_is_bounded_whatever_the_number_of_lines() -> None:
    many = MOST_KEPT // 400

    def documents() -> Iterator[Sheet]:
        for number in range(many):
            yield Sheet("", "en", tuple(f"wordy line {chr(97 + number % 26)}{chr(97 + n % 26)}" for n in range(40)))

    assert len(recurring(documents, at_least=2)) <= MOST_KEPT


def test_a_host_is_a_folder_that_is_named_like_one() -> None:
    assert host_of_path("corpus/news.example.org/2021/a.txt") == "news.example.org"
    assert host_of_path("corpus/zh-Hant/a.txt") == ""


def test_suggested_rules_pass_their_examples(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    house = tmp_path / "house"
    assert lint_corpus(["suggest", str(corpus), "-o", str(house)]) == 0
    general = (house / "suggested" / "lines.yaml").read_text("utf-8")
    assert '"Words and pictures: {name}"  # 20 documents, 2 hosts' in general
    assert '"Riverpost keeps {n} readers afloat"' in (house / "suggested" / "riverpost-example.yaml").read_text("utf-8")
    assert lint_rules(["test", "--rules", str(house)]) == 0
    assert " 0 faults" in capsys.readouterr().out


def test_records_say_their_host(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"content": file.read_text("utf-8"), "url": f"https://{file.parent.name}/{file.stem}"}
        for file in sorted(corpus.rglob("*.txt"))
    ]
    records = tmp_path / "pages.jsonl"
    records.write_text("".join(json.dumps(row) + "\n" for row in [*rows, {"content": None}]), "utf-8")
    fields = ["--text-field", "content", "--host-field", "url"]
    assert lint_corpus(["suggest", str(records), "-o", str(tmp_path / "house"), *fields]) == 0
    written = (tmp_path / "house" / "suggested" / "riverpost-example.yaml").read_text("utf-8")
    assert '"Riverpost keeps {n} readers afloat"  # 10 documents, 1 host' in written
    assert "1 records without a text" in capsys.readouterr().err


def test_a_suggestion_never_overwrites_a_file(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["suggest", str(corpus), "-o", str(tmp_path / "house")]
    assert lint_corpus(arguments) == 0
    assert lint_corpus(arguments) == 2
    assert "is already there" in capsys.readouterr().err


def test_learnt_lines_are_furniture_afterwards(corpus: Path, tmp_path: Path) -> None:
    output = tmp_path / "site.evidence"
    assert lint_corpus(["learn", str(corpus), "-o", str(output)]) == 0
    knowledge = read_evidence(str(output))
    assert "Words and pictures: {name}" in knowledge.lines
    text = f"{SENTENCE.format('xyz')}\n\nWords and pictures: Tom Lindgren\n"
    profile = Profile(select=("boilerplate.recurring-line",))
    assert Linter(profile).lint(text, lang="en") == ()
    found = Linter(replace(profile, knowledge=knowledge)).lint(text, lang="en")
    assert [text[each.span.start : each.span.end] for each in found] == ["Words and pictures: Tom Lindgren"]
