"""Configuration files."""

from __future__ import annotations

import pytest

from tests.site import CONFIG, Site


def found(site: Site, *arguments: str) -> list[tuple[object, object]]:
    return [(row["path"], row["rule"]) for row in site.lint(*arguments, "--format", "jsonl").rows]


def test_the_nearest_configuration_above_a_file_holds(site: Site) -> None:
    site.write("a.txt", "kolour grayy\n")
    site.write("in/ner/mtlint.toml", 'rules = ["../../house-rules"]\nselect = ["house.grey"]\n')
    site.write("in/ner/deep/a.txt", "kolour grayy\n")
    assert found(site, ".") == [
        ("a.txt", "house.colour"),
        ("a.txt", "house.grey"),
        ("in/ner/deep/a.txt", "house.grey"),
    ]


def test_pyproject_is_read_if_it_has_a_table_for_mtlint(site: Site) -> None:
    site.write("p/pyproject.toml", '[tool.mtlint]\nrules = ["../house-rules"]\nselect = ["house.grey"]\n')
    site.write("p/a.txt", "kolour grayy\n")
    site.write("q/pyproject.toml", '[tool.other]\nname = "mtlint"\n')
    site.write("q/a.txt", "kolour grayy\n")
    assert found(site, "p", "q") == [
        ("p/a.txt", "house.grey"),
        ("q/a.txt", "house.colour"),
        ("q/a.txt", "house.grey"),
    ]


def test_the_command_line_wins(site: Site) -> None:
    site.write("mtlint.toml", CONFIG + 'fail-on = "never"\n')
    site.write("a.txt", "kolour grayy\n")
    assert site.lint("a.txt").code == 0
    assert site.lint("a.txt", "--fail-on", "error").code == 1
    assert found(site, "a.txt", "--select", "house.grey") == [("a.txt", "house.grey")]


def test_no_config_uses_none_and_config_uses_one_for_all(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    assert found(site, "a.txt", "--no-config") == []
    site.write("other/only-grey.toml", 'rules = ["../house-rules"]\nselect = ["house.grey"]\n')
    site.write("b.txt", "grayy kolour\n")
    assert found(site, "b.txt", "--config", "other/only-grey.toml") == [("b.txt", "house.grey")]


def test_extend_takes_over_what_is_not_said_again(site: Site) -> None:
    site.write("base.toml", CONFIG + 'fail-on = "never"\nignore-patterns = ["old"]\n')
    site.write("mtlint.toml", 'extend = "base.toml"\nselect = ["house.grey"]\nignore-patterns = ["older"]\n')
    for name in ("a.txt", "old/a.txt", "older/a.txt"):
        site.write(name, "kolour grayy\n")
    assert found(site, ".") == [("a.txt", "house.grey")]
    assert site.lint("a.txt").code == 0


def test_extend_in_a_circle_is_an_error(site: Site) -> None:
    site.write("mtlint.toml", 'extend = "b.toml"\n')
    site.write("b.toml", 'extend = "mtlint.toml"\n')
    site.write("a.txt", "Fine.\n")
    ran = site.lint("a.txt")
    assert ran.code == 2
    assert "b.toml:1: “extend” comes back to" in ran.err


def test_overrides_hold_for_the_files_that_they_name(site: Site) -> None:
    site.write(
        "mtlint.toml",
        CONFIG
        + 'ignore = ["house.maybe"]\n'
        + '[[overrides]]\nfiles = ["legacy/**"]\nignore = ["house.colour"]\n'
        + '[[overrides]]\nfiles = ["*.md"]\nselect = ["house.colour"]\n'
        + '[[overrides]]\nfiles = ["de"]\nlang = "de"\n',
    )
    for name in ("a.txt", "a.md", "legacy/a.txt", "de/a.txt"):
        site.write(name, "kolour grayy perhapss strasze\n")
    assert found(site, ".") == [
        ("a.md", "house.colour"),
        ("a.txt", "house.colour"),
        ("a.txt", "house.grey"),
        ("de/a.txt", "house.colour"),
        ("de/a.txt", "house.grey"),
        ("de/a.txt", "house.german"),
        ("legacy/a.txt", "house.grey"),
    ]


@pytest.mark.parametrize(
    "lang", ['"docs/{lang}/**"', '["docs/{lang}/**", "en"]', '{ "docs/de/**" = "de" }', '["docs/de=de"]']
)
def test_languages_by_path(site: Site, lang: str) -> None:
    site.write("mtlint.toml", CONFIG + f"lang = {lang}\n")
    site.write("docs/de/a.txt", "strasze\n")
    site.write("docs/en/a.txt", "strasze\n")
    assert found(site, "docs") == [("docs/de/a.txt", "house.german")]


def test_include_adds_files_to_a_walk(site: Site) -> None:
    site.write("mtlint.toml", CONFIG + 'include = ["*.rst", "notes/**"]\n')
    for name in ("a.rst", "notes/b.log", "c.log"):
        site.write(name, "kolour\n")
    assert [path for path, _ in found(site, ".")] == ["a.rst", "notes/b.log"]


def test_ignore_patterns_hold_for_walks_and_for_named_files(site: Site) -> None:
    site.write("mtlint.toml", CONFIG + 'ignore-patterns = ["gen/*", "!gen/kept.txt"]\n')
    for name in ("gen/a.txt", "gen/kept.txt"):
        site.write(name, "kolour\n")
    assert [path for path, _ in found(site, ".")] == ["gen/kept.txt"]
    assert "Skipped 1 ignore-patterns." in site.lint("gen/a.txt").out
    assert [path for path, _ in found(site, "gen/a.txt", "--no-ignore")] == ["gen/a.txt"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('preset = "docs"\nselct = ["a"]\n', "mtlint.toml:2: “selct” is no setting of mtlint; did you mean “select”?"),
        ('preset = "dcos"\n', "mtlint.toml:1: “preset”: “dcos” is none of article, docs, corpus; did you mean “docs”?"),
        ("\nselect = 3\n", "mtlint.toml:2: “select”: a list of texts is needed."),
        ('min-confidence = "hi"\n', "mtlint.toml:1: “min-confidence”: “hi” is none of low, medium, high"),
        ('rules = ["nowhere"]\n', "mtlint.toml:1: “rules”: there is no folder "),
        ('lang = "klingon"\n', "mtlint.toml:1: “lang”: “klingon” is no language code"),
        ('max-size = "huge"\n', "mtlint.toml:1: “max-size”: “huge” is no size"),
        ('a = 1\npreset = "docs\n', "mtlint.toml:2: "),
        ('[[overrides]]\npreset = "docs"\n', "an override says in “files” for which files it holds"),
        ('[[overrides]]\nfiles = ["a"]\nbaseline = "b"\n', "mtlint.toml:3: “baseline” is no setting of mtlint"),
        ('select = ["house.nothing"]\n', "mtlint.toml: no rule, family or category is named “house.nothing”"),
        ('baseline = "gone.json"\n', "gone.json: the baseline cannot be read"),
        ('extend = "gone.toml"\n', "gone.toml: the configuration cannot be read"),
        ('glosary = "g.txt"\n', "“glosary” is no setting of mtlint"),
    ],
)
def test_a_fault_in_a_configuration_is_named_with_file_and_line(site: Site, text: str, said: str) -> None:
    site.write("mtlint.toml", text)
    site.write("a.txt", "kolour\n")
    ran = site.lint("a.txt")
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_broken_configuration_stops_only_its_own_files(site: Site) -> None:
    site.write("bad/mtlint.toml", "oops\n")
    site.write("bad/a.txt", "kolour\n")
    site.write("bad/b.txt", "kolour\n")
    site.write("good.txt", "kolour\n")
    ran = site.lint("bad", "good.txt", "--format", "jsonl")
    assert [row["path"] for row in ran.rows] == ["good.txt"]
    assert ran.code == 2
    said = ran.err.splitlines()
    assert "bad/mtlint.toml:1: " in said[0]
    assert said[1:3] == [
        "mtlint: bad/a.txt: not checked: its configuration cannot be used.",
        "mtlint: bad/b.txt: not checked: its configuration cannot be used.",
    ]
