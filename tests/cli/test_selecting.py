"""Which rules run on which files."""

from __future__ import annotations

import pytest

from tests.site import GERMAN, Site


def rules_of(site: Site, *arguments: str) -> list[str]:
    return sorted({str(row["rule"]) for row in site.lint(*arguments, "--format", "jsonl").rows})


TEXT = "kolour grayy perhapss dunno\n"


@pytest.mark.parametrize(
    ("arguments", "rules"),
    [
        (["--select", "house.grey"], ["house.grey"]),
        (["--select", "house.grey,house.colour"], ["house.colour", "house.grey"]),
        (["--select", "house.grey", "--select", "house.colour"], ["house.colour", "house.grey"]),
        (["--select", "punctuation", "--ignore", "quotes,spacing"], ["house.grey"]),
        (["--select", "house", "--ignore", "house.grey,house.maybe"], ["house.colour", "house.unsure"]),
        (["--ignore", "other"], ["house.grey"]),
        (["--select", "house", "--min-confidence", "high"], ["house.colour", "house.grey"]),
    ],
)
def test_select_and_ignore_take_rules_families_and_categories(
    site: Site, arguments: list[str], rules: list[str]
) -> None:
    site.write("a.txt", TEXT)
    assert rules_of(site, "a.txt", *arguments) == rules


def test_lang_says_the_language_of_all_files(site: Site) -> None:
    site.write("a.txt", "strasze\n")
    assert rules_of(site, "a.txt") == []
    assert rules_of(site, "a.txt", "--lang", "de") == ["house.german"]
    assert rules_of(site, "a.txt", "--lang", "de-AT") == ["house.german"]


def test_lang_takes_the_language_from_the_path(site: Site) -> None:
    site.write("docs/de/a.txt", "strasze\n")
    site.write("docs/fr/a.txt", "strasze\n")
    site.write("docs/img/a.txt", "strasze\n")
    rows = site.lint("docs", "--lang", "docs/{lang}/**", "--format", "jsonl").rows
    assert [(row["path"], row["language"]) for row in rows] == [("docs/de/a.txt", "de")]


def test_lang_maps_a_pattern_to_a_language_and_falls_back_to_the_general_one(site: Site) -> None:
    site.write("a/x.txt", "strasze\n")
    site.write("b/x.txt", "strasze\n")
    rows = site.lint("a", "b", "--lang", "a/**=de", "--lang", "en", "--format", "jsonl").rows
    assert [row["path"] for row in rows] == ["a/x.txt"]


def test_a_german_text_is_recognised(site: Site) -> None:
    site.write("a.txt", GERMAN * 3 + "Die strasze ist lang.\n")
    assert rules_of(site, "a.txt") == ["house.german"]


def test_a_preset_changes_which_rules_run(site: Site) -> None:
    site.write("house-rules/house/corpus.yaml", _CORPUS_RULE)
    site.write("a.txt", "oddity\n")
    assert rules_of(site, "a.txt", "--select", "house") == []
    assert rules_of(site, "a.txt", "--select", "house", "--preset", "corpus") == ["house.corpus"]


_CORPUS_RULE = """\
id: house.corpus
kind: existence
category: other
message: "This is for corpora only."
why: A rule of the tests.
severity: warning
confidence: high
since: "0.1"
presets: [corpus]
examples: []
terms: {"*": [oddity]}
"""


def test_evidence_must_be_whole_and_of_the_right_version(site: Site) -> None:
    site.write("a.txt", "Fine.\n")
    site.write("good.json", '{"version": 1, "names": ["The Verge"], "lines": []}')
    assert site.lint("a.txt", "--evidence", "good.json").code == 0
    site.write("old.json", '{"version": 7}')
    ran = site.lint("a.txt", "--evidence", "old.json")
    assert ran.code == 2
    assert "old.json:1: an evidence file has “version”: 1, this one has 7." in ran.err
    site.write("torn.json", '{"version": 1,\n "names": ["The')
    assert "torn.json:2: the evidence file is damaged" in site.lint("a.txt", "--evidence", "torn.json").err


def test_show_settings_says_what_holds_and_from_where(site: Site) -> None:
    site.write("docs/mtlint.toml", 'preset = "docs"\nlang = "de"\nfail-on = "never"\n')
    site.write("docs/a.txt", "kolour\n")
    shown = site.lint("docs/a.txt", "a.txt", "--show-settings", "--min-confidence", "high")
    assert shown.code == 0
    first, second = shown.out.split("\n\n")
    for line in ('preset = "docs"', 'lang = "de"', 'fail-on = "never"', 'min-confidence = "high"'):
        assert line in first
    assert "docs/mtlint.toml" in first
    assert 'select = ["house"]' in second
