"""Untranslated residue: labels, lines, sentences and small words of another language."""

from __future__ import annotations

import pytest

from linter import Linter, Profile
from linter.types import Finding

_GERMAN = (
    "Der Garten der Burg ist seit dem Frühjahr wieder geöffnet, und man sieht weit ins Land. "
    "Die Gärtner haben viele alte Rosen gepflanzt, die sie in Klöstern und Parks gefunden haben. "
    "Im Sommer gibt es dort jeden Abend Musik, und der Eintritt ist für alle Gäste frei. "
    "Wer mag, bringt sein Abendbrot mit und setzt sich unter die Linden an der Mauer. "
    "Kinder finden einen Spielplatz hinter dem Tor, und Hunde dürfen an der Leine mit hinein."
)
_ENGLISH = "The gardeners have planted many of the old roses."


def _found(text: str, language: str = "de") -> list[str]:
    linter = Linter(Profile(select=("untranslated-residue",), language=language))
    findings: tuple[Finding, ...] = linter.lint(text, path="text.txt")
    return [text[each.span.start : each.span.end] for each in findings]


def test_a_sentence_inside_a_paragraph_is_found() -> None:
    assert _found(f"{_GERMAN} {_ENGLISH} {_GERMAN}") == [_ENGLISH]


def test_a_line_is_found() -> None:
    assert _found(f"{_GERMAN}\n{_ENGLISH}\n{_GERMAN}\n") == [_ENGLISH]


@pytest.mark.parametrize("quoted", [f"„{_ENGLISH}“", f'"{_ENGLISH}"'])
def test_a_quotation_is_left_alone(quoted: str) -> None:
    assert _found(f"{_GERMAN} Sie sagte: {quoted} Dann ging sie.\n{quoted}\n{_GERMAN}") == []


def test_a_text_in_two_languages_is_left_alone() -> None:
    assert _found(f"{_GERMAN}\n" + f"{_ENGLISH} The gate of the castle is open to all of the guests.\n" * 3) == []


def test_a_title_inside_a_sentence_is_left_alone() -> None:
    assert _found(f"{_GERMAN} Das Buch The Wind in the Willows liegt dort auf dem Tisch.") == []


@pytest.mark.parametrize(
    ("language", "label", "right"),
    [
        ("de", "Source:", "Quelle:"),
        ("fr", "Source:", None),
        ("ru", "See also:", "См. также:"),
        ("es", "Read more", "Leer más"),
    ],
)
def test_a_label_is_replaced_unless_the_language_has_it_too(language: str, label: str, right: str | None) -> None:
    linter = Linter(Profile(select=("residue.untranslated-label",), language=language))
    text = f"1910\n{label}{' Archiv' if label.endswith(':') else ''}\n"
    texts = [fix.edits[0].text for each in linter.lint(text, path="text.txt") for fix in each.fixes]
    assert texts == ([right] if right else [])


def test_a_conjunction_between_two_references_is_put_into_the_language() -> None:
    assert _found("Quelle: Bericht [1] e [2].") == ["e"]
    assert _found("Fonte: rapporto [1] e [2].", "it") == []


def test_a_name_with_an_english_article_is_left_alone() -> None:
    assert _found(f"{_GERMAN} The Cure spielt am Abend.") == []
