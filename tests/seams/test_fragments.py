"""Pieces of sentences: names that stand alone, lines that dots cut off."""

from __future__ import annotations

from linter import Confidence, Linter, Profile

_LEFT = "El consistorio pide ayuda a la empresa que gestiona la autopista. {}. Los vecinos protestan."


def _check(text: str, language: str, rule: str) -> list[tuple[str, Confidence]]:
    findings = Linter(Profile(select=(rule,), language=language)).lint(text)
    return [(text[each.span.start : each.span.end], each.confidence) for each in findings]


def test_a_name_that_the_text_has_elsewhere_is_sure() -> None:
    text = _LEFT.format("Nordbank") + " El director de Nordbank calla.\n"
    assert _check(text, "es", "seams.fragment-name") == [("Nordbank.", Confidence.HIGH)]


def test_a_common_word_alone_is_a_cry() -> None:
    assert _check(_LEFT.format("Nada"), "es", "seams.fragment-name") == []


def test_a_name_after_an_abbreviation_ends_its_own_sentence() -> None:
    text = "Lo ha spiegato ieri sera davanti ai giornalisti il prof. Nordbank. Tutti hanno ascoltato."
    assert _check(text, "it", "seams.fragment-name") == []


def test_a_signature_below_makes_a_cut_line_sure() -> None:
    line = "Heute haben wir unsere neue Fabrik in der Stadt eröffnet, und ich danke allen von der…\n"
    assert _check(line + "Am Abend war es still.\n", "de", "seams.fragment-cut") == [("von der…", Confidence.MEDIUM)]
    assert _check(line + "— Jana Holt (@jholt) 3. Mai 2021\n", "de", "seams.fragment-cut") == [
        ("von der…", Confidence.HIGH)
    ]
