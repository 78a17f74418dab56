"""Files that hold source and translation themselves: each unit is compared with its source."""

from __future__ import annotations

import pytest

from tests.site import Site

PO = r"""msgid ""
msgstr ""
"Language: de\n"

msgid "It takes 24 hours."
msgstr "Es dauert 42 Stunden."

msgid "Hello %(name)s, \"welcome\"!"
msgstr ""
"Hallo %(Name)s, "
"\"willkommen\"!"

#, fuzzy
msgid "There are 7 rooms."
msgstr "Es gibt 9 Zimmer."

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "eine Datei"
msgstr[1] "%d Dateien"
"""
XLIFF = """<?xml version="1.0" encoding="utf-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en" target-language="fr" datatype="plaintext" original="x"><body>
<trans-unit id="a"><source>Wait <g id="1">45</g> minutes.</source>
<target>Attendez <g id="1">54</g> minutes.</target></trans-unit>
<trans-unit id="b"><source>Press <g id="1">Save</g>.</source><target>Appuyez sur Enregistrer.</target></trans-unit>
</body></file></xliff>
"""
TMX = """<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence" adminlang="en" o-tmf="x"
creationtool="x" creationtoolversion="1"/><body>
<tu><tuv xml:lang="en"><seg>Room 217 is upstairs.</seg></tuv><tuv xml:lang="de"><seg>Zimmer 271 ist oben.</seg></tuv>
</tu></body></tmx>
"""


def pairs_in(site: Site, name: str, text: str) -> list[tuple[str, str, int]]:
    site.write(name, text)
    rows = site.lint(name, "--no-config", "--select", "pairs", "--format", "jsonl").rows
    return [(row["rule"], row["text"], row["line"]) for row in rows]


def test_units_of_a_po_file_are_compared(site: Site) -> None:
    assert pairs_in(site, "de.po", PO) == [
        ("pairs.number", "42", 6),
        ("pairs.placeholder", "%(Name)s", 10),
    ]


def test_a_plural_form_may_leave_the_number_out(site: Site) -> None:
    assert pairs_in(site, "de.po", PO.replace("42", "24").replace("(Name)", "(name)")) == []


def test_a_fix_keeps_the_escapes_of_a_po_file(site: Site) -> None:
    site.write("de.po", PO)
    site.lint("de.po", "--no-config", "--select", "pairs", "--unsafe-fixes")
    assert site.read("de.po").decode() == PO.replace("42", "24").replace("(Name)", "(name)")


def test_units_of_an_xliff_file_are_compared(site: Site) -> None:
    found = pairs_in(site, "fr.xlf", XLIFF)
    assert found[0] == ("pairs.number", "54", 5)
    assert [rule for rule, _, line in found if line == 6] == ["pairs.missing-tag"]


def test_units_of_a_tmx_file_are_compared(site: Site) -> None:
    assert pairs_in(site, "memory.tmx", TMX) == [("pairs.number", "271", 4)]


@pytest.mark.parametrize("name", ["de.po", "fr.xlf", "memory.tmx"])
def test_a_broken_file_is_named_and_costs_nothing_else(site: Site, name: str) -> None:
    site.write(name, "<broken")
    site.write("good.po", PO)
    ran = site.lint(name, "good.po", "--no-config", "--select", "pairs", "--format", "jsonl")
    assert ran.code == 2
    assert name in ran.err
    assert {row["path"] for row in ran.rows} == {"good.po"}


LOCALES = '[pairs]\nsource = "locales/en.{path}"\ntarget = "locales/{lang}.{path}"\n'


def test_values_of_json_are_compared_by_key(site: Site) -> None:
    site.write("mtlint.toml", LOCALES)
    site.write("locales/en.json", '{"a": {"rooms": "There are 48 rooms."}, "save": "Save {name} now", "more": "12"}')
    site.write("locales/de.json", '{"save": "{Name} sichern", "a": {"rooms": "Es gibt \\"84\\" Räume."}, "own": "7"}')
    rows = site.lint("locales/de.json", "--select", "pairs", "--format", "jsonl").rows
    assert [(row["rule"], row["text"]) for row in rows] == [("pairs.placeholder", "{Name}"), ("pairs.number", "84")]
    assert rows[1]["evidence"][0]["path"] == "locales/en.json"


def test_values_of_yaml_are_compared_by_key_below_the_language(site: Site) -> None:
    site.write("mtlint.toml", LOCALES)
    site.write("locales/en.yml", "en:\n  rooms: There are 48 rooms.\n  list:\n    - First of 12\n    - Second of 15\n")
    site.write("locales/de.yml", "de:\n  list:\n    - Erster von 12\n    - Zweiter von 51\n  rooms: Es gibt 84.\n")
    rows = site.lint("locales/de.yml", "--select", "pairs", "--format", "jsonl").rows
    assert [row["text"] for row in rows] == ["51", "84"]


def test_a_broken_source_is_named(site: Site) -> None:
    site.write("mtlint.toml", LOCALES)
    site.write("locales/en.json", '{"a": ')
    site.write("locales/de.json", '{"a": "Es gibt 84 Räume."}')
    ran = site.lint("locales/de.json", "--select", "pairs")
    assert ran.code == 2
    assert "locales/en.json: broken JSON" in ran.err
