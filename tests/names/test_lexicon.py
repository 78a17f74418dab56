"""The tables of names are whole and consistent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from linter.catalog.compiled import shipped
from linter.glossary import KINDS
from linter.names.entries import forms_in

LANGUAGES = ("de", "fr", "it", "es", "pt", "nl", "pl", "ru", "ja", "zh", "ko", "cs", "sv", "tr")
ENTRIES: list[Mapping[str, Any]] = shipped().table("names/_lexicon")
NAMES = [entry for entry in ENTRIES if "kind" in entry]


def test_there_are_600_names_with_what_translation_makes_of_them() -> None:
    assert sum("forms" in entry or "telltale" in entry for entry in NAMES) >= 600


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_forms_of_many_names(language: str) -> None:
    assert len(forms_in(ENTRIES, language)) > 900


def test_every_entry_has_a_known_kind_or_local_forms() -> None:
    assert [entry["name"] for entry in ENTRIES if entry.get("kind") not in KINDS and "local" not in entry] == []


def test_no_name_of_a_kind_stands_twice() -> None:
    counts = Counter((entry["name"], entry["kind"]) for entry in NAMES)
    assert [name for name, number in counts.items() if number > 1] == []


def test_languages_of_forms_are_known() -> None:
    used = {lang for entry in NAMES for key in ("forms", "telltale") for lang in entry.get(key, {})}
    assert used - {*LANGUAGES, "zh-Hant", "uk"} == set()


def test_the_dictionary_has_1500_words_in_fourteen_languages() -> None:
    rows = shipped().table("names/_words")
    assert set(rows[0][1:]) == set(LANGUAGES)
    assert len(rows) > 1_500
    assert [row[0] for row in rows if len(row) != len(rows[0]) or not all(row)] == []


def test_no_word_of_the_dictionary_stands_twice() -> None:
    counts = Counter(row[0] for row in shipped().table("names/_words"))
    assert [word for word, number in counts.items() if number > 1] == []


@pytest.mark.parametrize(("language", "name"), [("zh", "利多"), ("de", "Weltbank"), ("ja", "コカ・コーラ")])
def test_what_is_local_on_purpose_is_no_form(language: str, name: str) -> None:
    assert name.lower() not in forms_in(ENTRIES, language)
