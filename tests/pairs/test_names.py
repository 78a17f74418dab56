"""Names of the source: translated, misspelt, smoothed out; and names that are right in another form."""

from __future__ import annotations

import pytest

from linter import Knowledge, Profile, lint_pair
from linter.types import Term

PAIRS = Profile(select=("pairs",))


def found(source: str, target: str, lang: str, profile: Profile = PAIRS) -> list[str]:
    findings = lint_pair(source, target, source_lang="en", target_lang=lang, profile=profile)
    return [target[each.span.start : each.span.end] for each in findings]


@pytest.mark.parametrize(
    ("source", "target", "lang", "wrong"),
    [
        ("They asked The Guardian.", "Sie fragten den Wächter.", "de", "den Wächter"),
        ("It runs on Windows 11 and on Safari.", "Es läuft auf Fenster 11 und auf Safari.", "de", "Fenster 11"),
        ("He met Emma Clipper at noon.", "Mittags traf er Emma Schere.", "de", "Schere"),
        ("Mira Murillo spoke.", "Mira Murill sprach.", "de", "Murill"),
        ("Blazor is a framework.", "L’éblouissant est un framework.", "fr", "éblouissant"),
        ("WordPress and PowerPoint", "Wortpresse und Kraftpunkt", "de", "Wortpresse"),
        ("Mira Murillo spoke.", "Mira Murilo a parlé.", "fr", "Murilo"),
        ("Install PostgreSQL first.", "Instale primero PostgresSQL.", "es", "PostgresSQL"),
        ("Upload it to YouTube.", "Загрузите на Youtube.", "ru", "Youtube"),
    ],
)
def test_a_name_in_a_wrong_form_is_found(source: str, target: str, lang: str, wrong: str) -> None:
    assert wrong in found(source, target, lang)


@pytest.mark.parametrize(
    ("source", "target", "lang"),
    [
        ("It runs on Windows 11.", "Es läuft auf Windows 11.", "de"),
        ("He opened the windows.", "Er öffnete die Fenster.", "de"),
        ("Emma Clipper's book", "Książka Emmy Clipper", "pl"),
        ("with Emma Clipper", "с Эммой Клиппер", "ru"),
        ("iPhone users", "IPhone-Nutzer", "de"),
        ("YouTube channels", "YouTubes Kanäle", "de"),
        ("The European Union and the United States", "Die Europäische Union und die Vereinigten Staaten", "de"),
        ("Open WebSockets", "Öffnen Sie WebSocket", "de"),
        ("Emma Clipper and Emma Stone", "Emma Stone und Emma Clipper", "de"),
    ],
)
def test_a_name_in_a_right_form_is_no_fault(source: str, target: str, lang: str) -> None:
    assert found(source, target, lang) == []


def test_the_glossary_says_what_is_wrong_and_what_is_right() -> None:
    term = Term("Tide Watch", forms=(("de", "Ebbe-Uhr"),), right=(("fr", "Vigie des marées"),))
    profile = Profile(
        select=("pairs",), knowledge=Knowledge(glossary=frozenset({"Tide Watch"}), terms=frozenset({term}))
    )
    assert found("The Tide Watch is new.", "Die Ebbe-Uhr ist neu.", "de", profile) == ["Ebbe-Uhr"]
    assert found("The Tide Watch is new.", "La Vigie des marées est nouvelle.", "fr", profile) == []
