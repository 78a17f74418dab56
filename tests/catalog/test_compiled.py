"""Compiled catalogs: the same rules as in the files, made anew when a file changes, never trusted blindly."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from linter import Linter, Profile
from linter.catalog.compiled import Shelf, shelf, shipped
from linter.ruleset import Ruleset

RULE = """\
id: house.word
kind: existence
category: other
message: "“{found}” should not stand here."
why: A rule of the tests.
severity: warning
confidence: high
since: "0.1"
terms: {de: [sozusagen]}
examples: []
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MTLINT_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "rules" / "house" / "word.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(RULE, "utf-8")
    return tmp_path / "rules"


def found(folder: Path, text: str) -> int:
    shelf.cache_clear()
    return len(Linter(Profile(rule_folders=(str(folder),), select=("house",))).lint(text, lang="de"))


def test_a_changed_file_is_read_anew(folder: Path) -> None:
    assert found(folder, "Das ist sozusagen neu.") == 1
    (folder / "house" / "word.yaml").write_text(RULE.replace("sozusagen", "gewissermaßen"), "utf-8")
    assert found(folder, "Das ist sozusagen neu.") == 0


def test_a_damaged_cache_costs_time_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    assert found(folder, "Das ist sozusagen neu.") == 1
    for path in (tmp_path / "cache").rglob("*.pickle"):
        path.write_bytes(b"damaged")
    assert found(folder, "Das ist sozusagen neu.") == 1


def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MTLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert found(folder, "Das ist sozusagen neu.") == 1


def test_a_broken_pattern_is_named_with_its_file(folder: Path) -> None:
    path = folder / "house" / "word.yaml"
    path.write_text(RULE.replace("terms: {de: [sozusagen]}", "patterns: {de: ['(']}"), "utf-8")
    shelf.cache_clear()
    (problem,) = shelf(folder).problems
    assert problem.startswith(f"{path}: in “de”: the pattern “(” is broken: missing )")


def test_light_rules_and_whole_rules_are_the_same_rules(folder: Path) -> None:
    shelf.cache_clear()
    (light,), (whole,) = shelf(folder).rules, shelf(folder).whole_rules
    assert (light.id, light.params, light.examples) == (whole.id, None, ())
    assert whole.params.terms == {"de": ["sozusagen"]}


def test_a_cache_that_is_deleted_while_it_is_used_costs_time_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    shelf.cache_clear()
    linter = Linter(Profile(rule_folders=(str(folder),), select=("house",)))
    shutil.rmtree(tmp_path / "cache")
    assert len(linter.lint("Das ist sozusagen neu.", lang="de")) == 1


def test_a_shared_part_that_is_lost_costs_time_and_nothing_else(tmp_path: Path) -> None:
    whole = shipped()
    assert whole.kept is not None
    shutil.copytree(whole.kept, tmp_path / "kept", ignore=shutil.ignore_patterns("shared-*"))
    lost = Shelf(whole.folder, tmp_path / "kept")
    assert whole.detector("names.word-by-word", "de") is not None
    assert lost.detector("names.word-by-word", "de") is None
    text = "Quelle: Der Rand. Das berichtet auch der Hafenanzeiger, ein Blatt aus der Stadt."
    linters = [Linter(), Linter()]
    linters[1].ruleset = Ruleset(Profile(), shelves=(lost,))
    first, second = (linter.lint(text, lang="de") for linter in linters)
    assert first == second != ()
