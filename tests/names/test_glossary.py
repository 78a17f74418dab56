"""A glossary is read from four formats, and a fault is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.errors import ConfigError
from linter.glossary import glossary_of, read_glossary

TBX = """<?xml version="1.0"?>
<tbx><text><body><termEntry>
<langSet xml:lang="en"><tig><term>Harbor Gazette</term></tig></langSet>
<langSet xml:lang="fr"><tig><term>Gazette du port</term></tig></langSet>
</termEntry></body></text></tbx>
"""


def written(folder: Path, name: str, data: str | bytes) -> str:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def test_a_text_file_has_a_name_a_line(tmp_path: Path) -> None:
    knowledge = read_glossary(written(tmp_path, "names.txt", "# ours\nHarbor Gazette\n\nIron Gate\n"))
    assert knowledge.glossary == {"Harbor Gazette", "Iron Gate"}


def test_a_table_may_say_forms_by_language(tmp_path: Path) -> None:
    text = "name,kind,never:de,except:fr\nHarbor Gazette,outlet,Hafenbote|Hafenpost,Gazette du port\n"
    (term,) = read_glossary(written(tmp_path, "names.csv", text)).terms
    assert term.never == (("de", "Hafenbote"), ("de", "Hafenpost"))
    assert term.right == (("fr", "Gazette du port"),)


def test_terms_of_a_tbx_file_in_other_languages_are_right_there(tmp_path: Path) -> None:
    (term,) = read_glossary(written(tmp_path, "names.tbx", TBX)).terms
    assert (term.name, term.right) == ("Harbor Gazette", (("fr", "Gazette du port"),))


def test_entries_of_a_configuration_are_names_or_tables() -> None:
    entries = ["Iron Gate", {"name": "Harbor Gazette", "forms": {"de": ["Hafenbote"]}}]
    assert glossary_of(entries, origin="mtlint.toml").glossary == {"Iron Gate", "Harbor Gazette"}


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", "Iron Gate\nX\nIron Gate\n", ":3: “Iron Gate” stands in the glossary twice"),
        ("a.txt", b"Iron Gate\n\xff\xfe\n", ":2: the glossary is not UTF-8"),
        ("a.csv", "name,kind\nIron Gate\n", ":2: this line has 1 cells, the head has 2"),
        ("a.csv", "name,kind\n,outlet\n", ":2: an entry has no name"),
        ("a.csv", "name,forms:de\nHafen,Hafen\n", ":2: “Hafen” is the name itself"),
        ("a.csv", "name,kind\nIron Gate,planet\n", ":2: “planet” is no kind of name"),
        ("a.csv", "names\nIron Gate\n", ":1: the first line"),
        ("a.tbx", "<tbx><a></tbx>", ":1: the TBX file is damaged"),
        ("a.tbx", '<!DOCTYPE t [<!ENTITY a "b">]><tbx/>', ":1: a glossary may not declare entities"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, name: str, data: str | bytes, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_glossary(written(tmp_path, name, data))
    assert message in str(caught.value)
