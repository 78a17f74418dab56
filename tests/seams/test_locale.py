"""Numbers, amounts and dates in the English way, in texts that are not English."""

from __future__ import annotations

import pytest

from linter import Linter, Profile, Safety


def _fixed(text: str, language: str) -> str:
    profile = Profile(select=("locale",), language=language, fix_up_to=Safety.UNSAFE)
    return Linter(profile).fix(text).text


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("de", "Sie zahlte 2.4 Milliarden.", "Sie zahlte 2,4 Milliarden."),
        ("fr", "Un total de 1,250,000 livres.", "Un total de 1\N{NO-BREAK SPACE}250\N{NO-BREAK SPACE}000 livres."),
        ("de", "Am Mai 7, 2021 begann es.", "Am 7. Mai 2021 begann es."),
        ("it", "Aprì Maggio 7, 2021 a Roma.", "Aprì 7 maggio 2021 a Roma."),
        ("nl", "De brief van 7 / 5 / 2021 is weg.", "De brief van 7/5/2021 is weg."),
    ],
)
def test_a_number_or_date_is_put_right(language: str, text: str, right: str) -> None:
    assert _fixed(text, language) == right


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Version 3.11, Abschnitt 2.4, Adresse 10.0.0.1, um 12.30 Uhr, 1.250 Stück."),
        ("de", "Die Werte 1,25 und 3,500 sowie 10,200,30."),
        ("en", "The share rose to 85.5% on November 20, 2019."),
        ("es", "La cuota sube al 85.5% en México."),
    ],
)
def test_other_points_and_commas_stay(language: str, text: str) -> None:
    assert _fixed(text, language) == text


_OWN_QUOTES = "Er sagte „ja“, sie sagte „nein“, und alle riefen „gut“. "


def test_marks_of_another_language_get_those_of_the_text() -> None:
    assert _fixed(_OWN_QUOTES + "Dann las er “die Post” vor.", "de") == _OWN_QUOTES + "Dann las er „die Post“ vor."


@pytest.mark.parametrize(
    "text",
    [
        "Er sagte „ja“ und las “die Post” vor.",  # too few to tell
        "Er las “die Post”, “das Buch” und “den Brief”, sie „alles“.",
        _OWN_QUOTES + "Er las: „Sie schrieb “nein” und ging.“",
        _OWN_QUOTES + "Sie las “,” und “.” als Zeichen.",
    ],
)
def test_other_marks_are_left_alone_inside_quotations_and_where_they_are_usual(text: str) -> None:
    assert _fixed(text, "de") == text
