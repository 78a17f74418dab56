"""Stray capitals: conjunctions and articles inside sentences; titles, labels and rivers keep theirs."""

from __future__ import annotations

import pytest

from linter import Linter, Profile
from linter.types import Finding


def _found(text: str, language: str) -> tuple[Finding, ...]:
    return Linter(Profile(select=("stray-capital",), language=language)).lint(text, path="text.txt")


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Der Bus fährt nach Lübeck Und hält dann in Eutin.", "de", "Und"),
        ("Tra le marche ci sono Alfa, Beta, E Gamma, molto note.", "it", "E"),
        ("Il treno parte subito dopo La chiusura della porta.", "it", "La"),
        ("Le bus va à Lille Et revient demain matin.", "fr", "Et"),
        ("Das Gerät misst jetzt Netzgesteuert, also ohne Pause.", "de", "Netzgesteuert"),
    ],
)
def test_a_capital_inside_a_sentence_is_found(text: str, language: str, word: str) -> None:
    (finding,) = _found(text, language)
    assert text[finding.span.start : finding.span.end] == word


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wir gingen. Und dann kam der Regen.", "de"),
        ("Er sagte: Und dann kam der Regen.", "de"),
        ("Das Boot liegt an der Oder und wartet.", "de"),
        ("La vitamina E protegge le cellule del corpo.", "it"),
        ("Il gruppo E gioca domani contro il gruppo F a Torino.", "it"),
        ("W czasie I wojny światowej miasto było małe.", "pl"),
        ("Zwei Männer Und Ein Boot Im Sturm", "de"),
        ("Das Regelbasierte an diesem Verfahren ist neu.", "de"),
    ],
)
def test_sentence_starts_names_labels_and_titles_keep_their_capital(text: str, language: str) -> None:
    assert _found(text, language) == ()
