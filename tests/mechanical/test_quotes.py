"""Quotation marks and brackets: what pairs by right in a language is no fault."""

from __future__ import annotations

import time

import pytest

from linter import Linter
from linter.rule import Profile
from linter.types import Safety

LINTER = Linter(Profile(select=("quotes",)))


def _found(text: str, lang: str) -> list[tuple[str, str]]:
    return [(each.rule_id, text[each.span.start : each.span.end]) for each in LINTER.lint(text, lang=lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Sie sagte: „Das ist gut“, und er: »Das ist schlecht«."),
        ("pl", "Powiedziała: „To dobrze” i wyszła."),
        ("fr", "Elle dit : « C’est bien. » Il répond « non »."),
        ("sv", "Hon sade: ”Det är bra”, och gick."),
        ("fi", "Hän sanoi: ”Hyvä on”, ja lähti."),
        ("ru", "Она сказала: «Хорошо», и ушла."),
        ("ja", "彼女は「『雪』を読んだ」と言った。"),
        ("en", 'He said: "The 5" pipe is here," and left.'),
        ("en", "She said: “He told me ‘no’.”"),
        ("de", "Das war's, so geht's, und Hans' Hut (alt) liegt dort."),
    ],
)
def test_marks_that_pair_in_their_language_are_no_fault(lang: str, text: str) -> None:
    assert _found(text, lang) == []


@pytest.mark.parametrize(
    "text",
    [
        "„Wir bleiben hier.\nWir gehen nicht fort“, sagte er.\n",
        "„Der erste Absatz.\n\n„Der zweite Absatz.\n\n„Der dritte.“\n",
        "Das Tor (erbaut 1300,\nerneuert 1900) steht noch.\n",
        "a) das Tor\nb) der Turm\n1) der Graben\n",
        "Bis morgen :-) oder ;-( oder :)\n",
        "Der Aufruf foo(bar[0] endet mit einem Fehler.\n",
    ],
)
def test_what_runs_over_lines_or_is_no_bracket_is_no_fault(text: str) -> None:
    assert _found(text, "de") == []


def test_a_wrong_closing_mark_is_replaced_by_the_one_of_its_opener() -> None:
    text = 'Das Schiff „Möwe" lief aus. Das Schiff „Kranich“ blieb im Hafen.\n'
    fixed = LINTER.fix(text, lang="de").text
    assert fixed == "Das Schiff „Möwe“ lief aus. Das Schiff „Kranich“ blieb im Hafen.\n"


def test_a_text_that_always_pairs_its_marks_like_this_keeps_them() -> None:
    text = "".join(f'Das Schiff „{name}" lief aus.\n' for name in ("Möwe", "Kranich", "Storch", "Reiher"))
    assert _found(text, "de") == []


@pytest.mark.parametrize(
    ("lang", "text", "sign"),
    [
        ("de", "Der Kutter „Möwe lief am Abend aus dem Hafen.\nMehr weiß man nicht.\n", "„"),
        ("en", "The crew of the Heron” came home on Monday.\nNo more is known.\n", "”"),
        ("fr", "Le bateau «\N{NO-BREAK SPACE}Mouette\N{NO-BREAK SPACE} est parti.\n", "«"),
        ("ja", "船の名は「かもめと書いてある。\n明日は出ない。\n", "「"),
    ],
)
def test_a_mark_whose_partner_was_lost_inside_a_sentence_is_found(lang: str, text: str, sign: str) -> None:
    assert _found(text, lang) == [("quotes.unpaired-quote", sign)]


@pytest.mark.parametrize(
    "text",
    [
        "„Wir fahren bei jedem Wetter hinaus.\nDas war schon immer so, sagt der Alte.\n",
        "Der Alte sagt: „Wir fahren bei jedem Wetter hinaus.\nDas war schon immer so.\n",
        "Das war schon immer so, sagt der Alte.“\nDann geht er hinaus.\n",
    ],
)
def test_where_a_long_quotation_may_begin_or_end_a_lone_mark_proves_nothing(text: str) -> None:
    assert _found(text, "de") == []


def test_one_odd_apostrophe_is_a_slip_and_two_are_a_mixture() -> None:
    usual = "L’eau et l’air de l’île, l’or de l’été, l’ombre de l’arbre et l’aube d’hier. " * 5
    assert _found(usual + "L'ami attend.", "fr") == []
    assert _found(usual + "L'ami attend l'heure.", "fr") == [("quotes.mixed-apostrophes", "'")]


def test_a_lost_bracket_is_found_at_the_one_that_is_left() -> None:
    assert _found("Der Hafen (seit 1890 ist zu.\n", "de") == [("quotes.unpaired-bracket", "(")]
    assert _found("Der Hafen seit 1890) ist zu.\n", "de") == [("quotes.unpaired-bracket", ")")]


def test_the_space_of_a_lost_guillemet_is_not_deleted() -> None:
    text = "Le nom est «\N{NO-BREAK SPACE}mouette\N{NO-BREAK SPACE}, dit-il.\n"
    every = Linter(Profile(select=("quotes", "spacing")))
    assert every.fix(text, lang="fr", up_to=Safety.UNSAFE).text == text


@pytest.mark.parametrize(
    "piece",
    ["„wort\n", "wort“\n", "« wort \N{NO-BREAK SPACE}. ", "„wort ", '„wort" ', "wort» ", '"wort ', "(wort ", "wort) "],
)
def test_a_line_with_100000_signs_takes_linear_time(piece: str) -> None:
    start = time.process_time()
    LINTER.lint(piece * 100_000, lang="de")
    assert time.process_time() - start < 20
