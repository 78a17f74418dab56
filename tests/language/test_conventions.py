"""The language files and what is read from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.catalog.strict_yaml import parse
from linter.language.conventions import Conventions, conventions_from
from linter.resources import rules_folder
from tests.language.sentences import SENTENCES

FILES = sorted((rules_folder() / "_languages").glob("*.yaml"))
CLASSES = ("articles", "prepositions", "conjunctions", "pronouns", "auxiliaries", "doubled")
GOOD: dict[str, object] = {
    "language": "xx",
    "script": "Latn",
    "spaced": True,
    "quotes": ["„“", "‚‘"],
    "apostrophes": "’'",
    "space_before": "",
    "decimal": ",",
    "group": ".",
    **dict.fromkeys(CLASSES, ""),
}


def read(path: Path) -> Conventions:
    data = parse(path.read_text("utf-8"), origin=str(path)).data
    assert isinstance(data, dict)
    return conventions_from(data)


def of(language: str) -> Conventions:
    return read(rules_folder() / "_languages" / f"{language}.yaml")


def test_there_is_a_file_for_every_language() -> None:
    assert {path.stem for path in FILES} == set(SENTENCES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_is_read_and_names_its_language(path: Path) -> None:
    found = read(path)
    assert found.language == path.stem
    assert found.conjunctions
    assert found.pronouns
    assert found.doubled


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_usual_pair_of_quotes_stands_once(path: Path) -> None:
    quotes = read(path).quotes
    assert len(set(quotes)) == len(quotes)


def test_facts_that_rules_rest_on() -> None:
    assert of("de").quotes[0] == ("„", "“")
    assert ("»", "«") in of("de").quotes
    assert of("sv").quotes[0] == ("”", "”")
    assert of("fi").quotes[0] == ("”", "”")
    assert of("pl").quotes[0] == ("„", "”")
    assert of("ja").quotes[0] == ("「", "」")
    assert of("fr").space_before == ";:!?»%"
    assert of("en").decimal == "."
    assert of("de").decimal == ","
    assert "\N{NARROW NO-BREAK SPACE}" in of("fr").group
    assert not of("zh").spaced
    assert of("ko").spaced
    assert of("ru").articles == ()
    assert {"der", "die", "das", "einem"} <= set(of("de").articles)
    assert {"nous", "vous"} <= set(of("fr").doubled)
    assert "that" in of("en").doubled


def test_good_data_give_conventions() -> None:
    found = conventions_from({**GOOD, "articles": "der die\n das"})
    assert found.quotes == (("„", "“"), ("‚", "‘"))
    assert found.articles == ("der", "die", "das")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"quote": ["„“"]}, "The key “quote” is unknown."),
        ({"spaced": "yes"}, "“spaced” is neither true nor false."),
        ({"quotes": "„“"}, "“quotes” is not a list of pairs."),
        ({"quotes": []}, "“quotes” is not a list of pairs."),
        ({"quotes": ["„“”"]}, "“quotes” has a pair that is not two characters: '„“”'."),
        ({"articles": "der Die"}, "“Die” in “articles” is not in lower case."),
        ({"articles": "der der"}, "“der” stands twice in “articles”."),
        ({"articles": ["der"]}, "“articles” is not a text."),
        ({"decimal": ""}, "“decimal” is too short."),
        ({"script": "La"}, "“script” is too short."),
    ],
)
def test_wrong_data_are_refused_with_one_sentence(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        conventions_from({**GOOD, **change})
    assert str(raised.value) == message


def test_a_missing_key_is_named() -> None:
    data = dict(GOOD)
    del data["doubled"]
    with pytest.raises(ValueError, match=r"^The key “doubled” is missing\.$"):
        conventions_from(data)
