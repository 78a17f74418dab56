"""JSON and YAML locale files: values are read and fixed, keys and syntax stay."""

from __future__ import annotations

import json

import pytest
import yaml

from linter.errors import SourceError
from linter.source.locale_files import is_locale_file
from linter.source.opening import open_document
from tests.source.prose import findings, fixed, read, segments

JSON = """{
  // Kommentar , hier
  "a , b": {"c": "Hier ist , {name}, der \\"gut\\" ist.\\nNeue Zeile f\\u00e4hrt  los", "d": [1, "Haus &amp; Hof"]},
  "@a": {"description": "not , this"},
  "m": {"message": "Hallo, Welt", "description": "a , b"},
  "e": "\\ud83d\\ude00 Na , gut", "n": 12, "leer": "",
}
"""
YAML = """# Kommentar , hier
de:
  plain: Das ist ein Satz , der läuft
  folded plain: Das ist
    ein Satz , ja
  "q , q": 'Das ist''s , und mehr'
  dq: "Sch\\u00f6n \\"ist\\" es , \\
     und weiter"
  block: |
    Erste Zeile , hier.
      Zweite Zeile.

    Dritte.
  folded: >-
    Eins zwei
    drei , vier

    fünf
  list:
    - eins , zwei
    - {a: "x , y"}
  anchor: &x "Ach , ja"
  alias: *x
  yes: no
"""


def test_values_of_json_are_read_with_their_escapes() -> None:
    assert read(JSON, "locales/de.json") == {
        "de": [
            'Hier ist , {name}, der "gut" ist.\nNeue Zeile fährt  los',
            "Haus & Hof",
            "Hallo, Welt",
            "😀 Na , gut",
        ]
    }


def test_a_fix_of_json_changes_the_value_only() -> None:
    right = JSON.replace("ist ,", "ist,").replace("Na ,", "Na,").replace("hrt  los", "hrt los")
    assert fixed(JSON, "locales/de.json") == right
    data = "\ufeff" + JSON.replace("\n", "\r\n")
    assert fixed(data, "locales/de.json") == "\ufeff" + right.replace("\n", "\r\n")


def test_values_of_yaml_are_read_in_every_style() -> None:
    assert segments(YAML, "config/locales/de.yml") == [
        "Das ist ein Satz , der läuft",
        "Das ist ein Satz , ja",
        "Das ist's , und mehr",
        'Schön "ist" es , und weiter',
        "Erste Zeile , hier.\n  Zweite Zeile.",
        "Dritte.",
        "Eins zwei drei , vier\nfünf",
        "eins , zwei",
        "x , y",
        "Ach , ja",
        "no",
    ]


def test_a_fix_of_yaml_leaves_keys_comments_and_structure() -> None:
    for text in (YAML, "\ufeff" + YAML.replace("\n", "\r\n")):
        right = fixed(text, "locales/de.yml")
        before, after = yaml.safe_load(text), yaml.safe_load(right)
        assert json.dumps(after, ensure_ascii=False) == json.dumps(before, ensure_ascii=False).replace(
            " , ", ", "
        ).replace("q, q", "q , q")
        assert "# Kommentar , hier" in right


def test_a_fix_that_would_change_the_syntax_is_withheld() -> None:
    text = "de:\n  a: Das ist wichtig:bitte lesen Sie es gut durch , ja\n"
    assert yaml.safe_load(fixed(text, "locales/de.yml"))["de"].keys() == {"a"}
    for finding in findings('{"a": "Das ist ein „Satz\\", der nicht gut ist."}', "locales/de.json"):
        assert not any('"' in edit.text for fix in finding.fixes for edit in fix.edits)


@pytest.mark.parametrize(
    ("value", "masked"),
    [
        ("Noch %d von %(total)s Dateien", "Noch  von  Dateien"),
        ("Noch {0} und {{zahl}} und ${x} und %{y} und #{z}", "Noch  und  und  und  und "),
        ("{n, plural, one {Eine Datei} other {# Dateien}}", " Eine Datei  Dateien"),
        ("50 % der Zeit, 100%ig sicher", "50 % der Zeit, 100%ig sicher"),
        ("Siehe <b>hier</b> und $t(schluessel)", "Siehe hier und "),
        ("Hallo :name, es ist 10:30 Uhr", "Hallo , es ist 10:30 Uhr"),
    ],
)
def test_placeholders_are_masked(value: str, masked: str) -> None:
    (part,) = open_document(json.dumps({"a": value}), path="i18n/de.json").parts
    view = part.document.view.replace("\ufffc", "")
    assert " ".join(view.split()) == " ".join(masked.split())


def test_outermost_keys_that_all_name_a_language_are_the_languages() -> None:
    values = {"de": {"a": "Guten Tag"}, "fr": {"a": "Bonjour"}}
    wanted = {"de": ["Guten Tag"], "fr": ["Bonjour"]}
    assert read(json.dumps(values), "texts.json") == read(yaml.safe_dump(values), "texts.yaml", "it") == wanted
    assert list(read(json.dumps({"de": {"a": "Guten Tag"}}), "texts.json")) == ["de"]
    assert list(read(json.dumps({"de": {"a": "Ja"}, "zz": {"a": "Nein"}}), "i18n/de.json")) == ["de"]
    assert list(read(json.dumps({"de": "Deutsch", "fr": "Französisch"}), "i18n/de.json")) == ["de"]


def test_values_do_not_repeat_each_other() -> None:
    text = json.dumps({str(n): "Das Passwort wurde geändert, bitte melden Sie sich neu an." for n in range(5)})
    assert findings(text, "locales/de.json") == ()
    assert findings(json.dumps({"a": "Hinterlasse einen Kommentar"}), "locales/de.json") == ()


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ('{"a": "b",\n "c": "d}\n', "locales/de.json", 2),
        ('{"a": ["b"}\n', "locales/de.json", 1),
        ('{"a": {"b": "c"}\n', "locales/de.json", 2),
        ('{\n{"a": 1}}', "locales/de.json", 2),
        ('{"a": "b"}}', "locales/de.json", 1),
        ("a: [b\nc: d\n", "locales/de.yml", 2),
        ("a: 'b\nc: d\n", "locales/de.yml", 1),
    ],
)
def test_a_broken_file_is_named_with_its_line(text: str, path: str, line: int) -> None:
    with pytest.raises(SourceError, match=r"broken (?:JSON|YAML), not checked") as caught:
        read(text, path)
    assert caught.value.line == line


def test_what_yaml_forbids_is_a_finding_and_no_broken_file() -> None:
    text = "de:\n  a: Der schÃ¶ne Garten gehÃ¶rt der groÃ\x9fen Frau\n  b: Kaputt \udcff\n"
    assert "encoding.mojibake" in {finding.rule_id for finding in findings(text, "locales/de.yml")}


def test_aliases_of_yaml_are_not_expanded_and_depth_is_no_danger() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{f'*{chr(97 + n)}, ' * 9}x]\n" for n in range(9))
    assert len(segments(bomb, "locales/de.yml")) < 20
    assert segments("[" * 50_000 + '"Hallo"' + "]" * 50_000, "locales/de.json") == ["Hallo"]


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("locales/de.json", True),
        ("src/i18n/pt-BR/common.json", True),
        ("_locales/zh_CN/messages.json", True),
        ("messages.fr.yaml", True),
        ("config/locales/devise.de.yml", True),
        ("lib/app_it.arb", True),
        ("i18n/index.json", False),
        ("package.json", False),
        ("ml/language/tests.yaml", False),
        (".github/workflows/de.yml", False),
        ("data/is.json", False),
    ],
)
def test_names_tell_locale_files(path: str, is_one: bool) -> None:
    assert is_locale_file(path) is is_one or path.endswith(".arb")
