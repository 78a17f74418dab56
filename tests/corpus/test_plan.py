"""A plan says what fixes would change; it is applied in part or whole, and taken back byte for byte."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.corpus.conftest import Run
from tests.site import GERMAN, Site

FILES = {
    "a.txt": b"A kolour and a grayy kolour.\r\nAnother kolour.",
    "b.md": "A kolour\u200b here.\n\n```\ngrayy\n```\n".encode(),
    "sub/c.txt": b"broken \xff byte, kolour\n",
    "sub/clean.txt": b"Nothing to see here.\n",
    "sub/german.txt": (GERMAN * 3 + "An der strasze steht ein kolour.").encode(),
}


@pytest.fixture
def texts(site: Site) -> Site:
    """A folder of texts."""
    for name, data in FILES.items():
        site.write(f"texts/{name}", data)
    return site


def contents(site: Site) -> dict[str, bytes]:
    return {name: site.read(f"texts/{name}") for name in FILES}


def rows(site: Site, plan: str = "plan.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in site.read(plan).splitlines()]


def edits(site: Site) -> list[dict[str, Any]]:
    return [row for row in rows(site) if row["type"] == "edit"]


def test_a_plan_changes_nothing_and_names_every_edit(texts: Site, corpus: Run) -> None:
    assert corpus("plan", "texts/a.txt", "-o", "plan.jsonl").code == 0
    corpus("plan", "texts", "-o", "plan.jsonl")
    assert contents(texts) == FILES
    found = edits(texts)
    assert len(found) == 8
    for row in found:
        text = texts.read(row["path"]).decode("utf-8", "surrogateescape")
        assert text[row["start"] : row["end"]] == row["before"]
        assert row["hash"]
        assert row["ruleset"]
    assert {row["rules"][0] for row in found} == {"house.colour", "house.sign", "house.german"}


def test_a_plan_sums_by_rule_and_language_with_samples(texts: Site, corpus: Run) -> None:
    said = corpus("plan", "texts", "-o", "plan.jsonl")
    (german,) = [row for row in rows(texts) if row["type"] == "rule" and row["rule"] == "house.german"]
    size = len(FILES["sub/german.txt"].decode())
    assert (german["language"], german["edits"], german["documents"]) == ("de", 1, 1)
    assert german["removed"] == len("strasze") - len("Straße")
    assert german["share"] == pytest.approx(1 / size)
    (sample,) = german["samples"]
    assert (sample["before"], sample["after"], sample["place"][0]) == ("strasze", "Straße", "texts/sub/german.txt")
    assert "8 edits in 5 documents" in said.out


def test_a_plan_is_the_same_in_every_run(texts: Site, corpus: Run) -> None:
    corpus("plan", "texts", "-o", "one.jsonl")
    corpus("plan", "texts", "-o", "two.jsonl")
    assert texts.read("one.jsonl") == texts.read("two.jsonl")


def test_apply_does_what_fix_does(texts: Site, corpus: Run) -> None:
    for name, data in FILES.items():
        texts.write(f"fixed/{name}", data)
    texts.lint("fixed", "--unsafe-fixes")
    corpus("plan", "texts", "-o", "plan.jsonl", "--unsafe-fixes")
    assert corpus("apply", "plan.jsonl").code == 0
    assert contents(texts) == {name: texts.read(f"fixed/{name}") for name in FILES}


def test_undo_restores_every_byte(texts: Site, corpus: Run) -> None:
    corpus("plan", "texts", "-o", "plan.jsonl", "--unsafe-fixes")
    corpus("apply", "plan.jsonl")
    assert contents(texts) != FILES
    assert corpus("undo", "plan.jsonl").code == 0
    assert contents(texts) == FILES
    assert "plan.jsonl.applied" not in texts.names()


def test_a_parquet_plan_does_the_same(texts: Site, corpus: Run) -> None:
    pytest.importorskip("pyarrow", reason="Parquet needs pyarrow")
    corpus("plan", "texts", "-o", "plan.jsonl")
    corpus("plan", "texts", "-o", "plan.parquet")
    corpus("apply", "plan.jsonl")
    fixed = contents(texts)
    corpus("undo", "plan.jsonl")
    assert corpus("apply", "plan.parquet").code == 0
    assert contents(texts) == fixed
    assert corpus("undo", "plan.parquet").code == 0
    assert contents(texts) == FILES


def test_a_byte_that_is_no_utf_8_survives_a_parquet_plan(texts: Site, corpus: Run) -> None:
    pytest.importorskip("pyarrow", reason="Parquet needs pyarrow")
    texts.write("texts/odd.txt", b"kolour\xffkolour and kolour \xff\n")
    corpus("plan", "texts/odd.txt", "-o", "plan.parquet")
    corpus("apply", "plan.parquet")
    assert texts.read("texts/odd.txt").endswith(b"and colour \xff\n")
    corpus("undo", "plan.parquet")
    assert texts.read("texts/odd.txt") == b"kolour\xffkolour and kolour \xff\n"


def test_a_rule_that_removes_too_much_is_held_back_alone(texts: Site, corpus: Run) -> None:
    corpus("plan", "texts", "-o", "plan.jsonl")
    said = corpus("apply", "plan.jsonl", "--max-removed", "0.1%")
    assert said.code == 1
    assert "held back: house.german in de removes" in said.err
    assert b"strasze steht ein colour" in texts.read("texts/sub/german.txt")


def test_what_was_held_back_can_be_applied_later(texts: Site, corpus: Run) -> None:
    corpus("plan", "texts", "-o", "plan.jsonl")
    corpus("apply", "plan.jsonl")
    whole = contents(texts)
    corpus("undo", "plan.jsonl")
    corpus("apply", "plan.jsonl", "--except", "house.colour")
    assert b"kolour" in texts.read("texts/a.txt")
    assert corpus("apply", "plan.jsonl", "--rules", "house.colour").code == 0
    assert contents(texts) == whole


def test_single_rules_can_be_taken_back(texts: Site, corpus: Run) -> None:
    corpus("plan", "texts", "-o", "plan.jsonl")
    corpus("apply", "plan.jsonl")
    corpus("undo", "plan.jsonl", "--rules", "house.german")
    assert b"strasze steht ein colour" in texts.read("texts/sub/german.txt")
    corpus("undo", "plan.jsonl")
    assert contents(texts) == FILES


def test_a_file_that_changed_since_is_left_alone_and_named(texts: Site, corpus: Run) -> None:
    corpus("plan", "texts", "-o", "plan.jsonl")
    texts.write("texts/a.txt", b"Another kolour.")
    said = corpus("apply", "plan.jsonl")
    assert said.code == 2
    assert said.err == "lint-corpus: texts/a.txt: changed since the plan was made, left as it is.\n"
    assert texts.read("texts/a.txt") == b"Another kolour."
    assert b"colour" in texts.read("texts/sub/c.txt")


def test_undo_leaves_what_changed_after_the_plan(texts: Site, corpus: Run) -> None:
    corpus("plan", "texts", "-o", "plan.jsonl")
    corpus("apply", "plan.jsonl")
    texts.write("texts/a.txt", texts.read("texts/a.txt") + b" More.")
    said = corpus("undo", "plan.jsonl")
    assert said.code == 2
    assert "texts/a.txt: changed since" in said.err
    assert texts.read("texts/a.txt").endswith(b" More.")
    assert texts.read("texts/sub/c.txt") == FILES["sub/c.txt"]


@pytest.mark.parametrize("change", ["mtlint.toml", "house-rules/house/colour.yaml"])
def test_other_rules_than_those_of_the_plan_are_refused(texts: Site, corpus: Run, change: str) -> None:
    corpus("plan", "texts", "-o", "plan.jsonl")
    texts.write(change, texts.read(change).replace(b'["house"]', b'["house.colour"]').replace(b"colour}", b"color}"))
    run = [sys.executable, "-m", "linter.cli.corpus", "apply", "plan.jsonl"]
    said = subprocess.run(run, capture_output=True, text=True, env=texts.environment(), check=False)
    assert said.returncode == 2
    assert said.stderr.startswith("lint-corpus: plan.jsonl: made with other rules, settings or another mtlint (")
    assert contents(texts) == FILES


def test_a_plan_that_was_applied_again_changes_nothing(texts: Site, corpus: Run) -> None:
    corpus("plan", "texts", "-o", "plan.jsonl")
    corpus("apply", "plan.jsonl")
    fixed = contents(texts)
    said = corpus("apply", "plan.jsonl")
    assert said.out == "texts: 0 changed, 4 were so already\n"
    assert contents(texts) == fixed


def test_a_run_that_was_killed_half_way_is_finished_or_taken_back(texts: Site, corpus: Run) -> None:
    corpus("plan", "texts", "-o", "plan.jsonl")
    corpus("apply", "plan.jsonl", "--rules", "house.german")
    some = contents(texts)
    memory = texts.read("plan.jsonl.applied")
    corpus("apply", "plan.jsonl")
    fixed = contents(texts)
    first, second = json.loads(memory), json.loads(texts.read("plan.jsonl.applied"))
    first["choices"] += second["choices"]  # what stands there while a run is under way
    for back_in_time in ("a.txt", "sub/c.txt"):
        texts.write(f"texts/{back_in_time}", some[back_in_time])
    texts.write("plan.jsonl.applied", json.dumps(first))
    assert corpus("apply", "plan.jsonl").out == "texts: 2 changed, 2 were so already\n"
    assert contents(texts) == fixed
    texts.write("texts/a.txt", some["a.txt"])
    texts.write("plan.jsonl.applied", json.dumps(first))
    corpus("undo", "plan.jsonl")
    assert contents(texts) == FILES


def test_a_dry_run_writes_nothing(texts: Site, corpus: Run) -> None:
    corpus("plan", "texts", "-o", "plan.jsonl")
    assert corpus("apply", "plan.jsonl", "--dry-run").out == "texts: 4 would be changed\n"
    assert contents(texts) == FILES
    assert "plan.jsonl.applied" not in texts.names()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"type":"finding"}\n', "not a plan of lint-corpus."),
        (b"", "the plan is not whole; make it anew."),
        (b"no json\n", "not JSON"),
        (b"\xff\xfe\n", "not UTF-8."),
    ],
)
def test_a_file_that_is_no_plan_is_refused(site: Site, corpus: Run, data: bytes, message: str) -> None:
    site.write("plan.jsonl", data)
    said = corpus("apply", "plan.jsonl")
    assert said.code == 2
    assert message in said.err


def test_a_plan_that_ends_too_early_is_refused(texts: Site, corpus: Run) -> None:
    corpus("plan", "texts", "-o", "plan.jsonl")
    texts.write("plan.jsonl", b"".join(texts.read("plan.jsonl").splitlines(keepends=True)[:-1]))
    assert "the plan is not whole" in corpus("apply", "plan.jsonl").err


def test_a_name_that_the_plan_does_not_have_is_refused(texts: Site, corpus: Run) -> None:
    corpus("plan", "texts", "-o", "plan.jsonl")
    said = corpus("apply", "plan.jsonl", "--rules", "house.color")
    assert (said.code, contents(texts)) == (2, FILES)
    assert "no rule or family named “house.color”" in said.err


@pytest.mark.parametrize("share", ["5", "x", "-1%", "101%"])
def test_a_share_that_is_none_is_refused(corpus: Run, share: str) -> None:
    with pytest.raises(SystemExit) as end:
        corpus("apply", "plan.jsonl", f"--max-removed={share}")
    assert end.value.code == 2


def test_accepted_findings_are_not_planned(texts: Site, corpus: Run) -> None:
    texts.write("mtlint.toml", texts.read("mtlint.toml") + b'baseline = "base.json"\n')
    texts.lint("texts/sub/c.txt", "--write-baseline", "--reason", "as it is")
    corpus("plan", "texts", "-o", "plan.jsonl")
    assert not [row for row in edits(texts) if row["path"].endswith("c.txt")]
    assert [row for row in edits(texts) if row["path"].endswith("a.txt")]


def test_a_plan_that_cannot_be_written_leaves_nothing_behind(site: Site, corpus: Run) -> None:
    site.write("a.txt", "A kolour.")
    said = corpus("plan", "a.txt", "-o", "none/plan.jsonl")
    assert said.code == 2
    assert said.err.startswith("lint-corpus: none/plan.jsonl: not written: ")


def test_standard_input_is_no_place_for_a_plan(site: Site, corpus: Run) -> None:
    said = corpus("plan", "-", "-o", "plan.jsonl")
    assert (said.code, site.names()) == (2, ["house-rules", "mtlint.toml"])
    assert said.err.startswith("lint-corpus: standard input cannot be changed later")
