"""Accepting findings."""

from __future__ import annotations

import json
from typing import Any

import pytest

from linter.cli.lint_baselines import Accepting
from linter.cli.lint_plan import Entry
from linter.errors import ConfigError
from linter.rule import Profile
from linter.running.one import run_task
from linter.running.task import Task
from tests.site import Site

B = ("--baseline", "base.json")


def entries(site: Site, name: str = "base.json") -> list[dict[str, Any]]:
    data = json.loads(site.read(name))
    assert data["version"] == 1
    found: list[dict[str, Any]] = data["findings"]
    return found


def test_a_written_baseline_silences_what_was_there_and_nothing_new(site: Site) -> None:
    old = "A kolour with a long enough rest of its line after it.\n"
    site.write("t/a.txt", old)
    assert site.lint("t", "--write-baseline", *B).code == 0
    assert site.lint("t", *B).code == 0
    site.write("t/a.txt", old + "And further down stands another kolour.\n")
    ran = site.lint("t", *B, "--format", "jsonl")
    assert [row["line"] for row in ran.rows] == [2]


def test_a_baseline_is_sorted_with_one_entry_on_a_line(site: Site) -> None:
    site.write("t/b.txt", "kolour\n")
    site.write("t/a.txt", "grayy kolour\n")
    site.lint("t", "--write-baseline", *B, "--reason", "old texts")
    lines = site.read("base.json").decode().splitlines()
    assert [json.loads(line.rstrip(","))["path"] for line in lines[1:-1]] == ["t/a.txt", "t/a.txt", "t/b.txt"]
    assert {row["reason"] for row in entries(site)} == {"old texts"}
    assert entries(site)[0].keys() == {"path", "rule", "fingerprint", "count", "reason", "excerpt"}


def test_moving_text_does_not_revive_what_was_accepted(site: Site) -> None:
    body = "There is a long line before it that stays.\nA kolour stands here for good.\nAnd one after it, too.\n"
    site.write("a.txt", body)
    site.lint("a.txt", "--write-baseline", *B)
    site.write("a.txt", "New.\n\nHeading\n\n" + body)
    assert site.lint("a.txt", *B).code == 0


def test_the_same_finding_twice_is_accepted_as_often_as_it_was_there(site: Site) -> None:
    line = "The very same line with a kolour in its middle part.\n"
    site.write("a.txt", line * 3)
    site.lint("a.txt", "--write-baseline", *B)
    site.write("a.txt", line * 5)
    left = site.lint("a.txt", *B, "--format", "jsonl").rows
    assert 1 <= len(left) <= 2


def test_a_baseline_works_from_any_folder(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write("t/a.txt", "kolour\n")
    site.lint("t", "--write-baseline", *B)
    monkeypatch.chdir(site.folder / "t")
    assert site.lint("a.txt", "--baseline", "../base.json").code == 0
    monkeypatch.chdir("/")
    folder = str(site.folder)
    assert site.lint(f"{folder}/t", "--baseline", f"{folder}/base.json").code == 0


def test_the_configuration_names_a_baseline_relative_to_itself(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write("t/a.txt", "kolour\n")
    site.lint("t", "--write-baseline", *B)
    site.write("t/mtlint.toml", 'extend = "../mtlint.toml"\nbaseline = "../base.json"\n')
    monkeypatch.chdir(site.folder / "t")
    assert site.lint("a.txt").code == 0


def test_accepted_findings_are_never_fixed(site: Site) -> None:
    site.write("a.txt", "A kolour here. And far away from it, really far, another kolour there.\n")
    first = site.lint("a.txt", "--format", "jsonl").rows[0]
    site.lint("a.txt", "--accept", str(first["fingerprint"]), "--reason", "a quotation", *B)
    site.lint("a.txt", "--fix", *B)
    assert site.read("a.txt") == b"A kolour here. And far away from it, really far, another colour there.\n"


def test_accept_takes_the_id_that_the_text_shows(site: Site) -> None:
    site.write("a.txt", "A kolour and grayy.\n")
    shown = site.lint("a.txt").out.splitlines()[0]
    number = shown[shown.rindex("[") + 1 : -1]
    ran = site.lint("a.txt", "--accept", number, "--reason", "the name of a firm", *B)
    assert ran.code == 0
    assert "accepted" in ran.out
    (entry,) = entries(site)
    assert (entry["rule"], entry["reason"], entry["excerpt"]) == ("house.colour", "the name of a firm", "kolour")
    assert [row["rule"] for row in site.lint("a.txt", *B, "--format", "jsonl").rows] == ["house.grey"]


def test_accept_refuses_an_unknown_id_and_writes_nothing(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    ran = site.lint("a.txt", "--accept", "0123456789", "--reason", "r", *B)
    assert ran.code == 2
    assert "no finding in these files has this id" in ran.err
    assert not (site.folder / "base.json").exists()


def test_accept_refuses_an_id_that_several_findings_share(site: Site) -> None:
    site.write("a.txt", "kolour and grayy\n")
    profile = Profile(select=("house",), rule_folders=(str(site.folder / "house-rules"),))
    task = Task(path="a.txt", file=str(site.folder / "a.txt"), profile=profile)
    accepting = Accepting([""], "r")  # every id begins with nothing
    accepting.look(Entry(task), run_task(task))
    with pytest.raises(ConfigError, match="several findings begin so"):
        accepting.accept()


def test_accept_needs_a_file_to_write_to(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    number = str(site.lint("a.txt", "--format", "jsonl").rows[0]["fingerprint"])
    assert "--accept needs a file to write to" in site.lint("a.txt", "--accept", number, "--reason", "r").err
    assert "--write-baseline needs a file" in site.lint("a.txt", "--write-baseline").err


def test_stale_entries_are_named_with_their_line(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    site.lint("a.txt", "--write-baseline", *B)
    site.write("a.txt", "Fine now.\n")
    ran = site.lint("a.txt", *B)
    assert ran.code == 0
    assert "base.json:2: accepts a finding of house.colour in a.txt that is not there (--prune" in ran.err
    assert site.lint("a.txt", *B, "--fail-on-stale").code == 1


def test_entries_of_files_that_are_gone_are_stale(site: Site) -> None:
    path = site.write("a.txt", "kolour\n")
    site.lint("a.txt", "--write-baseline", *B)
    path.unlink()
    site.write("b.txt", "Fine.\n")
    assert "accepts a finding of house.colour in a.txt" in site.lint("b.txt", *B).err
    site.lint("b.txt", *B, "--prune-baseline")
    assert entries(site) == []


def test_entries_of_other_files_and_of_rules_that_did_not_run_are_not_stale(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    site.write("b.txt", "Fine.\n")
    site.lint("a.txt", "--write-baseline", *B)
    assert "accepts" not in site.lint("b.txt", *B).err
    assert "accepts" not in site.lint("a.txt", *B, "--select", "house.grey").err


def test_prune_removes_what_accepts_nothing_and_keeps_the_rest(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    site.write("b.txt", "grayy\n")
    site.lint(".", "--write-baseline", *B, "--reason", "kept")
    site.write("a.txt", "Fine now.\n")
    site.lint(".", *B, "--prune-baseline")
    assert [(row["path"], row["reason"]) for row in entries(site)] == [("b.txt", "kept")]


def test_writing_again_keeps_reasons_and_other_files(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    site.write("b.txt", "grayy\n")
    site.lint("a.txt", "--write-baseline", *B, "--reason", "first")
    site.lint(".", "--write-baseline", *B)
    assert [(row["path"], row["reason"]) for row in entries(site)] == [("a.txt", "first"), ("b.txt", "")]
    site.write("b.txt", "grayy no more: fine\nperhapss\n")
    site.lint("b.txt", "--write-baseline", *B, "--select", "house.maybe")
    assert [row["rule"] for row in entries(site)] == ["house.colour", "house.grey", "house.maybe"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"version": 1, "findings": [\n{"path": "a"\n', "base.json:3: the baseline is damaged"),
        ('{"version": 2, "findings": []}', "base.json:1: a baseline has “version”: 1, this one has 2."),
        ("[]", "base.json:1: this is no baseline"),
        ('{"version": 1, "findings": [\n  {"path": "a.txt"}\n]}\n', "base.json:2: an entry of a baseline has a text"),
        (
            '{"version": 1, "findings": [\n{"path": "a", "rule": "r", "fingerprint": "f", "count": 0}]}',
            "base.json:2: “count” is a number from 1.",
        ),
    ],
)
def test_a_damaged_baseline_is_named_with_its_line(site: Site, text: str, said: str) -> None:
    site.write("base.json", text)
    site.write("a.txt", "kolour\n")
    ran = site.lint("a.txt", *B)
    assert ran.code == 2
    assert said in ran.err


def test_a_baseline_that_a_merge_left_with_two_equal_entries_is_read(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    site.lint("a.txt", "--write-baseline", *B)
    head, line, tail = site.read("base.json").decode().splitlines()
    site.write("base.json", f"{head}\n{line},\n{line}\n{tail}\n")
    assert site.lint("a.txt", *B).code == 0
