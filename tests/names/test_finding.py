"""Translated names are found where something shows a name, and left alone elsewhere."""

from __future__ import annotations

import pytest

from linter import Linter, Profile
from linter.types import Knowledge, Safety

LINTER = Linter(Profile(select=("names",)))
GLOSSARY = Linter(Profile(select=("names",), knowledge=Knowledge(glossary=frozenset({"Harbor Gazette", "Iron Gate"}))))


def found(text: str, lang: str, linter: Linter = LINTER) -> list[str]:
    """The texts of the findings."""
    return [text[each.span.start : each.span.end] for each in linter.lint(text, lang=lang)]


def fixed(text: str, lang: str, linter: Linter = LINTER) -> str:
    return linter.fix(text, lang=lang, up_to=Safety.UNSAFE).text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Der Wächter am Eingang nickte nur."),
        ("de", "Laut dem Wächter war das Tor offen."),
        ("de", "Tim Koch leitet die Küche. Foto: Koch"),
        ("de", "Quelle: Die Zeit"),
        ("fr", "La fenêtre donnait sur une petite cour, selon Le Monde."),
        ("es", "Según El Tiempo, el barrio de Palma creció. Fuente: El Mundo"),
        ("it", "Il limite è fissato dal regolamento. Fonte: Il Messaggero"),
        ("nl", "Dat meldt De Telegraaf. Minister Kok was het eens."),
        ("zh", "利多超市的电脑很便宜。来源：环球时报"),
        ("ru", "По данным газеты Известия, солнце взошло рано."),
    ],
)
def test_everyday_words_and_local_names_are_no_findings(lang: str, text: str) -> None:
    assert found(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "right"),
    [
        ("de", "Das berichtet Der Rand.", "Das berichtet The Verge."),
        ("fr", "Une source l’a dit à Le bord hier, selon elle.", "Une source l’a dit à The Verge hier, selon elle."),
        ("es", "Fuente: El borde.", "Fuente: The Verge."),
        ("ja", "出典：瀬戸際", "出典：The Verge"),
    ],
)
def test_a_fix_takes_the_article_with_it(lang: str, text: str, right: str) -> None:
    if lang == "fr":
        assert found(text, lang) == ["Le bord"]
    else:
        assert fixed(text, lang) == right


def test_the_right_name_elsewhere_is_shown_as_proof() -> None:
    text = "Quelle: Der Rand\n\nZuerst schrieb The Verge darüber."
    (finding,) = LINTER.lint(text, lang="de")
    assert text.index("The Verge") in [each.span.start for each in finding.evidence if each.span]


@pytest.mark.parametrize(
    ("lang", "text", "form"),
    [
        ("de", "Quelle: Hafenanzeiger", "Hafenanzeiger"),
        ("de", "Quelle: Hafen-Gazette", "Hafen-Gazette"),
        ("fr", "Source : Gazette du port", "Gazette du port"),
        ("es", "Fuente: Gaceta del puerto", "Gaceta del puerto"),
        ("nl", "Zij werkt al jaren voor IJzeren poort.", "IJzeren poort"),
    ],
)
def test_a_bare_name_in_the_glossary_is_enough(lang: str, text: str, form: str) -> None:
    assert found(text, lang, GLOSSARY) == [form]
    assert found(text, lang) == []


def test_the_glossary_leaves_its_words_alone_in_everyday_language() -> None:
    assert found("Der Hafen hat einen Anzeiger, und das eiserne Tor steht offen.", "de", GLOSSARY) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Angela Merkel kam. Angela Merkels Wagen stand im Hof."),
        ("ru", "Сергей Иванов пришёл. Мы видели Сергея Иванова и говорили с Сергеем Ивановым."),
        ("pl", "Piotr Nowak przyszedł. Widzieliśmy Piotra Nowaka. Piotr Nowaka nie było."),
        ("fi", "Mika Virtanen tuli. Näimme auton, jonka Mika Virtasen veli osti."),
        ("cs", "Petr Novák přišel. Petr Nováka neviděl."),
        ("tr", "Burak Yılmaz geldi. Burak Yılmaza sordum."),
    ],
)
def test_cases_are_no_variants(lang: str, text: str) -> None:
    assert found(text, lang) == []


def test_damage_is_proved_by_other_documents() -> None:
    linter = Linter(Profile(select=("names",), knowledge=Knowledge(names=frozenset({"Mira Murati", "Tigris"}))))
    text = "Das sagte Mira Murat, und das Projekt heißt „Tigri“."
    assert found(text, "de", linter) == ["Mira Murat", "Tigri"]
    assert found(text, "de") == []
