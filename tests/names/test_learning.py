"""What ``lint-corpus learn`` collects does not depend on the order of the documents."""

from __future__ import annotations

import json
import random
from pathlib import Path

from linter import Linter, Profile
from linter.cli.corpus import main
from linter.evidence import MOST, read_evidence
from linter.names.learning import learn, names_in
from linter.types import Knowledge

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


def test_a_name_in_katakana_is_learnt_in_the_form_of_most_documents() -> None:
    texts = ["エメット・シアー氏が来た。"] * 3 + ["エメット・シェア氏は語った。"] * 2
    documents = [names_in(text, GIVEN, None, None) for text in texts]
    assert learn(lambda: documents, at_least=2) == {"エメット・シアー": 3}


def test_kana_of_other_documents_prove_a_spelling() -> None:
    linter = Linter(Profile(select=("names",), knowledge=Knowledge(names=frozenset({"エメット・シアー"}))))
    text = "暫定CEOのエメット・シェア氏は語った。"
    (finding,) = linter.lint(text, lang="ja")
    assert finding.evidence[0].text == "“エメット・シアー” stands in other documents"
    assert not linter.lint("暫定CEOのエメット・シアー氏は語った。", lang="ja")


def test_names_of_one_language_prove_those_of_another(tmp_path: Path) -> None:
    for name, text in (("a", "Mira Murati sprach."), ("b", "Secondo Mira Murati, tutto va bene.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    output = tmp_path / "site.evidence"
    assert main(["learn", str(tmp_path), "-o", str(output)]) == 0
    linter = Linter(Profile(select=("names",), knowledge=read_evidence(str(output))))
    assert [each.rule_id for each in linter.lint("D'après Mira Murat, tout va bien.", lang="fr")] == ["names.variant"]


def test_what_is_learnt_is_never_more_than_can_be_read() -> None:
    documents = [frozenset(f"Name{n}x" for n in range(MOST + 50)), frozenset(f"Name{n}x" for n in range(MOST + 50))]
    assert len(learn(lambda: documents, at_least=2)) == MOST


def test_the_seeds_prove_each_others_names(tmp_path: Path) -> None:
    output = tmp_path / "site.evidence"
    assert main(["learn", str(SEEDS), "-o", str(output)]) == 0
    assert {"Mira Murati", "Tigris", "Emmett Shear"} <= read_evidence(str(output)).names
    assert json.loads(output.read_text("utf-8"))["version"] == 1
