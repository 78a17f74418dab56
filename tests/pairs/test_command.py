"""The command and the configuration: which page is compared with which."""

from __future__ import annotations

import pytest

from linter.config_pairs import pair_wish
from linter.errors import ConfigError
from tests.site import Site

CONFIG = '[pairs]\nsource = "docs/en/{path}"\ntarget = "docs/{lang}/{path}"\n'
SOURCE = "# Rooms\n\nThe museum has 48 rooms.\n\nIt was built in 1897.\n"
TARGET = "# Räume\n\nDas Museum hat 84 Räume.\n\nEs wurde 1897 gebaut.\n"


def test_each_target_with_a_source_page_is_compared_with_it(site: Site) -> None:
    site.write("mtlint.toml", CONFIG)
    site.write("docs/en/guide/a.md", SOURCE)
    site.write("docs/de/guide/a.md", TARGET)
    site.write("docs/de/guide/without-source.md", TARGET)
    (row,) = site.lint("docs", "--format", "jsonl").rows
    assert (row["path"], row["rule"], row["text"]) == ("docs/de/guide/a.md", "pairs.number", "84")
    assert row["evidence"][0]["path"] == "docs/en/guide/a.md"
    assert row["evidence"][0]["line"] == 3
    assert row["language"] == "de"


def test_the_text_report_says_where_the_source_says_it(site: Site) -> None:
    site.write("mtlint.toml", CONFIG)
    site.write("docs/en/a.md", SOURCE)
    site.write("docs/de/a.md", TARGET)
    assert "docs/en/a.md:3:16 48" in site.lint("docs").out


def test_the_command_line_names_a_source(site: Site) -> None:
    site.write("a.md", SOURCE)
    site.write("b.md", TARGET)
    rows = site.lint("b.md", "--source", "a.md", "--source-lang", "en", "--no-config", "--format", "jsonl").rows
    assert [row["rule"] for row in rows] == ["pairs.number"]


def test_an_unsafe_fix_writes_what_the_source_says(site: Site) -> None:
    site.write("a.md", SOURCE)
    site.write("b.md", TARGET)
    site.lint("b.md", "--source", "a.md", "--no-config", "--unsafe-fixes")
    assert site.read("b.md") == TARGET.replace("84", "48").encode()


def test_a_source_that_cannot_be_read_is_named_and_the_text_is_checked_alone(site: Site) -> None:
    site.write("b.md", "Das ist ein Text.\ufffd\n")
    ran = site.lint("b.md", "--source", "gone.md", "--no-config")
    assert ran.code == 2
    assert "checked without its source gone.md: no such file or directory." in ran.err
    assert "b.md:1:" in ran.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a.md", "b.md", "--source", "c.md"), "--source goes with one PATH"),
        (("b.md", "--source-lang", "en"), "--source-lang goes with --source"),
        (("b.md", "--source", "b.md", "--source-lang", "engl"), "is no language code"),
    ],
)
def test_options_that_make_no_sense_are_refused(site: Site, arguments: tuple[str, ...], message: str) -> None:
    site.write("b.md", TARGET)
    ran = site.lint(*arguments)
    assert (ran.code, message in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ('[pairs]\nsource = "en/{path}"\ntarget = "de/{path}"\n', "“target” has “{lang}” once"),
        ('[pairs]\nsource = "{lang}/{path}"\ntarget = "{lang}/{path}"\n', "“source” names one language"),
        ('[pairs]\nsource = "en.md"\ntarget = "{lang}/{path}"\n', "“{path}” stands once"),
        ('[pairs]\nsource = "en/{path}"\n', "a table with “source” and “target” is needed"),
        ('pairs = "docs"\n', "a table with “source” and “target” is needed"),
        ('[pairs]\nsource = "en/{path}"\ntarget = "{lang}/{path}"\ntargte = "x"\n', "did you mean “target”"),
    ],
)
def test_a_configuration_that_makes_no_sense_is_named_with_its_line(site: Site, config: str, message: str) -> None:
    site.write("mtlint.toml", config)
    site.write("a.md", TARGET)
    ran = site.lint("a.md")
    assert ran.code == 2
    assert message in ran.err
    assert "mtlint.toml:1:" in ran.err


PATTERNS = [
    ("docs/en/{path}", "docs/{lang}/{path}", "/r/docs/de/a/b.md", ("/r/docs/en/a/b.md", "de")),
    ("docs/en/{path}", "docs/{lang}/{path}", "/r/docs/pt-BR/b.md", ("/r/docs/en/b.md", "pt")),
    ("docs/en/{path}", "docs/{lang}/{path}", "/r/docs/en/a/b.md", None),
    ("docs/en/{path}", "docs/{lang}/{path}", "/r/docs/images/b.md", None),
    ("docs/en/{path}", "docs/{lang}/{path}", "/other/docs/de/b.md", None),
    ("docs/{path}", "i18n/{lang}/current/{path}", "/r/i18n/fr/current/x.md", ("/r/docs/x.md", "fr")),
    ("README.md", "README.{lang}.md", "/r/README.zh-CN.md", ("/r/README.md", "zh")),
    ("{path}.md", "{path}.{lang}.md", "/r/a/b.ja.md", ("/r/a/b.md", "ja")),
]


@pytest.mark.parametrize(("source", "target", "file", "wished"), PATTERNS)
def test_patterns_lead_from_a_page_to_its_source(
    source: str, target: str, file: str, wished: tuple[str, str] | None
) -> None:
    assert pair_wish(source, target, "/r").source_of(file) == wished


def test_a_page_in_the_language_of_the_sources_has_no_source() -> None:
    assert pair_wish("docs/{path}", "docs/{lang}/{path}", "/r", "en").source_of("/r/docs/en/x.md") is None


def test_a_pattern_needs_a_language() -> None:
    with pytest.raises(ConfigError):
        pair_wish("a", "b", "/r")
