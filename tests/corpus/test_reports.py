"""Comparisons, samples and scores on the command line."""

from __future__ import annotations

import csv
import json

import pytest

from tests.corpus.conftest import Run
from tests.site import Site

PLAIN = "A sentence with some words that are all right, and one more. "


@pytest.fixture
def sides(site: Site) -> Site:
    """Two corpora: B has twenty hits of one rule more, and as many of another."""
    for number in range(20):
        site.write(f"a/{number:02}.txt", PLAIN * 5 + "An sign\u200b here.")
        site.write(f"b/{number:02}.txt", PLAIN * 5 + "An sign\u200b here and a kolour.")
    return site


@pytest.mark.usefixtures("sides")
def test_compare_tells_what_differs_beyond_chance(corpus: Run) -> None:
    said = corpus("compare", "a", "b", "--by", "rule", "--format", "json")
    rates = {row["of"]: row for row in json.loads(said.out)["rates"]}
    assert rates["house.colour"]["beyond_chance"]
    assert not rates["house.sign"]["beyond_chance"]
    assert rates["house.sign"]["A"]["hits"] == rates["house.sign"]["B"]["hits"] == 20
    low, value, high = (rates["house.colour"]["B"][key] for key in ("low", "rate", "high"))
    assert low < value < high


@pytest.mark.usefixtures("sides")
def test_compare_shows_a_table(corpus: Run) -> None:
    said = corpus("compare", "a", "b")
    assert said.code == 0
    assert said.out.startswith("A: 20 texts, 1,")
    assert [line.split()[-1] for line in said.out.splitlines() if "more in B" in line] == ["other", "all"]


def test_compare_takes_findings_of_two_runs_on_the_same_texts(sides: Site, corpus: Run) -> None:
    for name, rules in (("old.jsonl", "house.sign"), ("new.jsonl", "house")):
        sides.write(name, sides.lint("b", "--select", rules, "--format", "jsonl").out)
    said = corpus("compare", "old.jsonl", "new.jsonl", "--texts", "b", "--by", "rule", "--format", "json")
    data = json.loads(said.out)
    assert data["A"]["words"] == data["B"]["words"]
    assert [row["of"] for row in data["rates"] if row["beyond_chance"]] == ["all", "house.colour"]


def test_findings_without_their_texts_are_refused(sides: Site, corpus: Run) -> None:
    sides.write("old.jsonl", sides.lint("b", "--format", "jsonl").out)
    assert "says nothing about how many words" in corpus("compare", "old.jsonl", "b").err
    said = corpus("compare", "old.jsonl", "b", "--texts", "a")
    assert (said.code, "20 files with findings are not among the texts" in said.err) == (2, True)


def test_a_sample_takes_as_many_of_each_rule_and_says_of_how_many(sides: Site, corpus: Run) -> None:
    assert corpus("sample", "b", "-n", "7", "-o", "sample.jsonl").code == 0
    rows = [json.loads(line) for line in sides.read("sample.jsonl").splitlines()]
    assert sorted(row["rule"] for row in rows) == ["house.colour"] * 7 + ["house.sign"] * 7
    assert {row["of"] for row in rows} == {20}
    assert {(row["text"], row["verdict"]) for row in rows if row["rule"] == "house.colour"} == {("kolour", "")}


@pytest.mark.usefixtures("sides")
def test_another_seed_draws_others(corpus: Run) -> None:
    drawn = [corpus("sample", "b", "-n", "4", "--seed", seed).out for seed in ("1", "1", "2")]
    assert drawn[0] == drawn[1] != drawn[2]


@pytest.mark.usefixtures("sides")
@pytest.mark.parametrize("name", ["s.tsv", "s.csv", "s.jsonl", "s.parquet"])
def test_verdicts_give_the_precision_with_an_interval(corpus: Run, name: str) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow", reason="Parquet needs pyarrow")
    corpus("sample", "b", "-n", "10", "-o", name)
    judge(name)
    said = corpus("sample", "--judged", name)
    lines = {line.split()[-1]: line.split() for line in said.out.splitlines() if "house" in line}
    assert lines["house.colour"][:8] == ["80", "%", "49", "to", "94", "%", "8", "2"]
    assert lines["house.sign"][0] == "100"


def judge(name: str) -> None:
    """Write verdicts into a sample: two of the first rule are wrong."""
    from linter.corpus.judging import COLUMNS  # noqa: PLC0415  only here
    from linter.corpus.row_sheets import read_any, write_any  # noqa: PLC0415  only here

    rows = list(read_any(name))
    for number, row in enumerate(rows):
        row["verdict"] = "wrong" if number < 2 else "right"
    write_any(name, rows, COLUMNS)


def test_a_sheet_has_one_line_a_hit_and_no_formulas(site: Site, corpus: Run) -> None:
    site.write("a.txt", "Line\n=kolour\n")
    corpus("sample", "a.txt", "-o", "s.tsv")
    header, row = csv.reader(site.read("s.tsv").decode("utf-8-sig").splitlines(), delimiter="\t")
    cells = dict(zip(header, row, strict=True))
    assert (cells["before"], cells["text"], cells["after"]) == ("Line⏎=", "kolour", "⏎")
    assert not [cell for cell in row if cell.startswith("=")]


def test_a_verdict_that_says_nothing_is_refused_with_its_row(sides: Site, corpus: Run) -> None:
    corpus("sample", "b", "-n", "1", "-o", "s.jsonl")
    sides.write("s.jsonl", sides.read("s.jsonl").replace(b'"verdict":""', b'"verdict":"maybe"', 1))
    said = corpus("sample", "--judged", "s.jsonl")
    assert (said.code, said.err) == (2, "lint-corpus: row 1: “maybe” is no verdict; write right, wrong or unsure.\n")


@pytest.mark.usefixtures("sides")
def test_rows_without_a_verdict_are_counted(corpus: Run) -> None:
    corpus("sample", "b", "-n", "3", "-o", "s.jsonl")
    assert corpus("sample", "--judged", "s.jsonl").out == "6 rows have no verdict yet\n"


def test_scores_are_listed_and_summed(site: Site, corpus: Run) -> None:
    site.write("mtlint.toml", "")
    site.write("raw/a.txt", "As an AI language model, I cannot translate this text.\n" + PLAIN * 3)
    site.write("raw/b.txt", PLAIN * 3)
    found = [json.loads(line) for line in corpus("score", "raw", "--format", "jsonl").out.splitlines()]
    assert [row["score"] > 0 for row in found] == [True, False]
    assert "score 20 or more:         1  50 %" in corpus("score", "raw", "--summary").out
    assert corpus("score", "raw", "--min-score", "1").out.count("raw/") == 1
