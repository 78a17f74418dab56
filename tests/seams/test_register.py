"""How a text speaks to its reader."""

from __future__ import annotations

from linter import Linter, Profile

_FORMAL = "Bestellen Sie heute, damit Sie das Buch am Freitag haben. Wir danken Ihnen dafür sehr.\n"


def _found(text: str, language: str) -> list[str]:
    findings = Linter(Profile(select=("register",), language=language)).lint(text)
    return [text[each.span.start : each.span.end] for each in findings]


def test_a_document_has_one_finding_however_often_the_register_changes() -> None:
    text = _FORMAL + "Wenn du willst, kannst du dir dein Buch auch selbst in unserem Laden holen.\n" + _FORMAL
    assert len(_found(text, "de")) == 1


def test_a_quotation_of_several_lines_has_its_own_register() -> None:
    text = _FORMAL + "Er schrieb: „Ich danke dir.\nDein Brief kam gestern an, und du hast mir sehr geholfen.“\n"
    assert _found(text, "de") == []


def test_a_short_line_of_page_furniture_does_not_count() -> None:
    assert _found(_FORMAL + "Melde dich an\n" + _FORMAL, "de") == []


def test_the_third_person_is_no_formal_address() -> None:
    text = "Die Frau kam spät. Sie las das Buch, das sie liebte. Was hast du heute vor, und wo ist dein Hut?\n"
    assert _found(text, "de") == []


def test_french_vous_in_a_familiar_text_may_speak_to_several() -> None:
    text = "Tu peux venir, tu sais. Tu veux du thé, et tu aimes le pain. Vous pouvez tous venir demain, mes amis.\n"
    assert _found(text, "fr") == []
