"""Glossaries and evidence from a careless or hostile hand cost a clear error or nothing."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest

from linter import Linter, Profile
from linter.errors import ConfigError
from linter.evidence import LARGEST, MOST, read_evidence
from linter.glossary import glossary_of, read_glossary
from linter.types import Knowledge

TEXT = "Das sagte Mira Murat gestern. Quelle: Hafenanzeiger\n\nDer Rest der Meldung ist in Ordnung.\n" * 40


def written(folder: Path, data: str | bytes) -> str:
    path = folder / "site.evidence"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('{"version": 2, "names": []}', ":1: an evidence file has “version”: 1, this one has 2"),
        ("[]", ":1: an evidence file has “version”: 1, this one has null"),
        ('{"version": 1,\n "names": ["A B",}', ":2: the evidence file is damaged"),
        (b'{"version": 1,\n"names": ["\xff"]}', ":2: the evidence file is not UTF-8"),
        ('{"version": 1,\n"names": ["Iron Gate",\n"Mira\\u0007 Murati"]}', ":3: an entry of “names”"),
        ('{"version": 1, "names": ["' + "a" * 301 + '"]}', ":1: an entry of “names”"),
        ('{"version": 1, "names": [1]}', "“names” is a list of texts"),
        ('{"version": 1, "colour": []}', "“colour” is nothing that an evidence file holds"),
        ("[" * 100_000, ":1: the evidence file is damaged"),
        ('{"version": ' + "1" * 5_000 + "}", ":1: the evidence file is damaged"),
        (json.dumps({"version": 1, "names": [f"Name{n}" for n in range(MOST + 1)]}), "at most 100,000 are used"),
    ],
)
def test_a_damaged_evidence_file_is_a_clear_error(tmp_path: Path, data: str | bytes, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_evidence(written(tmp_path, data))
    assert message in str(caught.value)
    assert len(str(caught.value)) < 400


def test_a_huge_evidence_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "site.evidence"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ConfigError, match="bytes; at most"):
        read_evidence(str(path))


def test_names_that_look_like_patterns_are_names() -> None:
    names = frozenset({"Mira Murati", "(a+)+$", "[", "Mira (.*)*b", "*" * 200})
    linter = Linter(Profile(select=("names",), knowledge=Knowledge(names=names)))
    assert [each.rule_id for each in linter.lint("Das sagte Mira Murat gestern.", lang="de")] == ["names.variant"]


@pytest.mark.parametrize("data", ["Iron Gate\nHarbor\tGazette\n", "Iron Gate\nHarbor\x07\n"])
def test_control_characters_in_a_glossary_are_named_with_their_line(tmp_path: Path, data: str) -> None:
    path = tmp_path / "names.txt"
    path.write_text(data, encoding="utf-8")
    with pytest.raises(ConfigError, match=":2: a control character or a tab"):
        read_glossary(str(path))


def test_a_glossary_with_the_line_ends_of_windows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_bytes("\ufeffHarbor Gazette\r\nIron Gate\r\n".encode())
    assert read_glossary(str(path)).glossary == {"Harbor Gazette", "Iron Gate"}


def test_a_name_of_a_thousand_letters_is_refused() -> None:
    with pytest.raises(ConfigError, match="entry 1"):
        glossary_of(["x" * 1000], origin="mtlint.toml")


def _seconds(knowledge: Knowledge) -> float:
    linter = Linter(Profile(select=("names",), knowledge=knowledge))
    linter.lint(TEXT, lang="de")
    best = 9.0
    for _ in range(5):
        start = time.process_time()
        for _ in range(10):
            linter.lint(TEXT, lang="de")
        best = min(best, time.process_time() - start)
    return best


def test_many_names_cost_what_few_cost() -> None:
    words = [f"{a}{b}" for a in "BCDFGHKLMNPRST" for b in ("arbor", "olden", "azette", "indow", "umber", "ater")]
    many = [" ".join(random.Random(n).sample(words, 2)) + f" {n}" for n in range(50_000)]
    few = _seconds(Knowledge(glossary=frozenset(["Harbor Gazette", *many[:50]])))
    assert _seconds(Knowledge(glossary=frozenset(["Harbor Gazette", *many]))) < 2 * few
    assert _seconds(Knowledge(names=frozenset(many))) < 2 * few
