"""Lost spaces: what is split, where the space goes, and what stays one word."""

from __future__ import annotations

import pytest

from linter import Linter, Profile
from linter.types import Confidence, Finding, Safety

_RULES = ("seams.lost-space", "seams.lost-space-kana", "seams.lost-space-bracket")


def _found(text: str, language: str) -> tuple[Finding, ...]:
    return Linter(Profile(select=_RULES, language=language)).lint(text, path="text.txt")


@pytest.mark.parametrize(
    ("text", "language", "wrong", "right"),
    [
        ("Wir wollen sie morgen treffenund dann reden.", "de", "treffenund", "treffen und"),
        ("Il museo apre la porta dallapiazza fino a sera.", "it", "dallapiazza", "dalla piazza"),
        ("Поезд идёт толькодо границы.", "ru", "толькодо", "только до"),
        ("Les Alpes commencent prèsdu lac.", "fr", "prèsdu", "près du"),
    ],
)
def test_a_space_goes_between_the_two_words(text: str, language: str, wrong: str, right: str) -> None:
    (finding,) = _found(text, language)
    assert text[finding.span.start : finding.span.end] == wrong
    edit = finding.fixes[0].edits[0]
    assert (
        wrong[: edit.span.start - finding.span.start] + edit.text + wrong[edit.span.start - finding.span.start :]
        == right
    )


def test_a_word_that_stands_twice_is_one_word() -> None:
    assert _found("Wir treffenund wir reden. Heute treffenund morgen lesen wir.", "de") == ()


def test_a_name_is_cut_off_only_if_the_document_shows_it() -> None:
    alone = "Il premio va a Carla Tozzinche che vive in città."
    shown = f"Carla Tozzin scrive libri. {alone}".replace("che che", "che")
    assert _found(alone.replace("che che", "che"), "it") == ()
    (finding,) = _found(shown, "it")
    assert finding.evidence[0].span is not None


def test_before_a_clause_a_comma_is_suggested_too() -> None:
    (finding,) = _found("Sie wollen nicht anschließensondern warten und sehen.", "de")
    assert [fix.safety for fix in finding.fixes] == [Safety.UNSAFE, Safety.SUGGEST]
    assert finding.fixes[1].edits[0].text == ", "


def test_a_likely_pair_that_is_not_sure_is_not_fixed() -> None:
    (finding,) = _found("Das Bild zeigt anund für sich viel.", "de")
    assert finding.confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Fahrkartenschalter im Hauptbahnhofsgebäude bleibt zu.", "de"),
        ("Zie de provinciegouverneurs en de plantenfamilies.", "nl"),
        ("Può raccontarglielo domani e poi riprenderselo.", "it"),
        ("Read it on OpenStreetMap or on your iPhone and eReader.", "en"),
        ("Niezachowanie ciszy jest zabronione.", "pl"),
        ("Das Programm heißt lsof und liest /etc/undso.conf sowie `einund`.", "de"),
        ("Der Zug fährt 120km weit, im 3D-Kino läuft ein 90er-Film.", "de"),
    ],
)
def test_compounds_clitics_brands_and_measures_stay(text: str, language: str) -> None:
    assert _found(text, language) == ()


def test_two_katakana_names_are_told_apart_by_one_that_stands_elsewhere() -> None:
    text = "監督はトム・ベイカーです。新しい役はアン・ホフマンベイカーの友人が演じます。"
    (finding,) = _found(text, "ja")
    assert text[finding.span.start : finding.span.end] == "アン・ホフマンベイカー"
    assert text[finding.evidence[0].span.start :][:4] == "ベイカー"  # type: ignore[union-attr]  # it has a span


def test_the_same_text_gives_the_same_findings_again() -> None:
    linter = Linter(Profile(select=_RULES, language="de"))
    text = "Wir wollen sie morgen treffenund dann reden."
    assert linter.lint(text, path="a.txt") == linter.lint(text, path="a.txt") != ()


def test_what_was_read_before_changes_nothing() -> None:
    texts = [
        "Wir wollen sie morgen treffenund dann reden.",
        "Ein Treffenund, zwei treffenund, drei „treffenund“, vier treffenund-Wörter.",
        "Der Verein wollte treffenund/oder lesen, aber nicht treffen-und lesen.",
        "Im Jahr 2019wurde das Haus verkauft, im Jahr 2020Wurde es gebaut.",
        "Wir wollen sie morgen „treffenund“ dann reden.",
    ]
    alone = [[each.span for each in _found(text, "de")] for text in texts]
    reader = Linter(Profile(select=_RULES, language="de"))
    for _ in range(2):
        assert [[each.span for each in reader.lint(text, path="a.txt")] for text in texts] == alone
        assert [[each.span for each in reader.lint(text, path="a.txt")] for text in reversed(texts)] == alone[::-1]


def test_a_word_of_code_or_an_address_is_left_alone() -> None:
    assert _found("Die Funktion treffenund_lesen und die Seite nord.example/treffenund sind neu.", "de") == ()


def test_in_a_long_text_places_evidence_and_fixes_are_those_of_the_document() -> None:
    filler = "Der Garten ist im Sommer sehr schön, und alle gehen gern hin.\n" * 1500
    text = filler + "Herr Tozzin lebt hier. Gestern kam Tozzinund brachte Brot.\n" + filler
    (finding,) = _found(text, "de")
    assert text[finding.span.start : finding.span.end] == "Tozzinund"
    assert [text[each.span.start : each.span.end] for each in finding.evidence if each.span] == ["Tozzin"]
    assert finding.fixes[0].edits[0].span.start == finding.span.start + len("Tozzin")


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("Am Abend kam es heraus. Der Präsident der Firma Siemenssagte nichts dazu.", "de", "Siemenssagte"),
        ("Днём Трамп уехал. Вечером Трампзаявил об отставке.", "ru", "Трампзаявил"),
    ],
)
def test_a_verb_of_reporting_is_cut_off_a_name(text: str, language: str, wrong: str) -> None:
    assert [text[each.span.start : each.span.end] for each in _found(text, language)] == [wrong]


def test_a_verb_with_a_prefix_is_one_word() -> None:
    assert _found("Der Motor versagte, und sie hinterfragte es. Das Gesetz besagte nichts.", "de") == ()
