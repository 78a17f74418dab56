"""What ``lint-corpus learn`` collects does not depend on the order of the documents."""

from __future__ import annotations

import json
import random
from pathlib import Path

from linter.cli.corpus import main
from linter.evidence import read_evidence
from linter.names.learning import learn, names_in

SEEDS = Path(__file__).parents[2] / "seeds"
GIVEN = frozenset({"Mira", "Greg"})


def test_names_of_two_documents_are_kept_and_misspelt_ones_are_not() -> None:
    documents = [frozenset({"Mira Murati", "Iron Gate"}), frozenset({"Mira Murati"}), frozenset({"Mira Murat"})]
    assert learn(lambda: documents, at_least=2) == {"Mira Murati": 2}


def test_the_order_of_documents_changes_nothing() -> None:
    documents = [frozenset({f"Mira Name{n % 7}", f"Greg Other{n % 5}"}) for n in range(40)]
    mixed = random.Random(1).sample(documents, len(documents))
    assert learn(lambda: documents, at_least=3) == learn(lambda: mixed, at_least=3)


def test_words_with_inner_capitals_are_names() -> None:
    assert "OpenAI" in names_in("Das sagte OpenAI gestern.", GIVEN, None, None)


def test_the_seeds_prove_each_others_names(tmp_path: Path) -> None:
    output = tmp_path / "site.evidence"
    assert main(["learn", str(SEEDS), "-o", str(output)]) == 0
    assert {"Mira Murati", "Tigris", "Emmett Shear"} <= read_evidence(str(output)).names
    assert json.loads(output.read_text("utf-8"))["version"] == 1
