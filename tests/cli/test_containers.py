"""Containers on the command line: which files a walk takes, and what a broken one costs."""

from __future__ import annotations

from tests.site import Site

PO = 'msgid "a"\nmsgstr "kolour"\n'


def test_a_walk_takes_containers_and_locale_files_only(site: Site) -> None:
    for name in ("a.po", "b.srt", "locales/de.json", "package.json", "x.ts", "y.mdx", "ci.yml"):
        site.write(f"in/{name}", PO if name == "a.po" else "")
    ran = site.lint("in", "--format", "jsonl", "--fail-on", "never")
    assert {row["path"] for row in ran.rows} == {"in/a.po"}
    shown = site.lint("in", "--verbose")
    assert ".ts" in shown.err


def test_a_data_file_is_read_when_the_user_names_it(site: Site) -> None:
    site.write("data.json", '{"kolour": "kolour"}')
    assert [row["start"] for row in site.lint("data.json", "--format", "jsonl").rows] == [12]


def test_a_broken_file_is_one_line_and_the_rest_goes_on(site: Site) -> None:
    site.write("locales/de.json", '{"a": "kolour",\n"b": }}')
    site.write("locales/fr.json", '{"a": "kolour"}')
    ran = site.lint("locales", "--format", "jsonl")
    assert ran.code == 2
    assert [row["path"] for row in ran.rows] == ["locales/fr.json"]
    assert [line for line in ran.err.splitlines() if "locales/de.json:2: broken JSON, not checked" in line]


def test_fixing_writes_the_value_only(site: Site) -> None:
    site.write("a.po", PO)
    site.lint("a.po", "--fix")
    assert site.read("a.po") == b'msgid "a"\nmsgstr "colour"\n'


def test_an_accepted_finding_stays_accepted_when_another_is_fixed(site: Site) -> None:
    site.write("a.po", 'msgid "a"\nmsgstr "grayy &amp; kolour"\n')
    site.lint("a.po", "--select", "house.grey", "--write-baseline", "--baseline", "known.json")
    site.lint("a.po", "--fix", "--baseline", "known.json")
    assert site.read("a.po") == b'msgid "a"\nmsgstr "grayy &amp; colour"\n'
    ran = site.lint("a.po", "--baseline", "known.json")
    assert ran.code == 0
    assert "1 finding accepted" in ran.out
