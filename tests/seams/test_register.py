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


def test_subtitles_have_many_speakers() -> None:
    spoken = ["Guten Morgen, Herr Holt.", "Haben Sie den Schlüssel?", "Nein, ich habe ihn dir gegeben."]
    assert _found("\n".join(spoken * 5), "de") == []
    assert _found(" ".join(spoken * 5), "de") != []


def test_the_name_of_a_speaker_in_capitals_begins_a_spoken_line() -> None:
    text = _FORMAL + "HOLT: Ich danke dir für deinen Brief, denn du hast mir damit sehr geholfen, mein Freund.\n"
    assert _found(text, "de") == []


_KOREAN = "역은 내년에 문을 엽니다. 표는 오늘부터 살 수 있습니다. 시는 홍보를 시작했습니다. 공사는 잘 되고 있습니다.\n"


def test_korean_styles_that_change_inside_paragraphs_are_one_finding() -> None:
    mixed = (
        "다리가 완성되었습니다. 비용은 늘었다. 새 버스도 다닙니다. 사람들은 기뻐했다. 시장도 왔습니다. 날은 맑았다.\n"
    )
    assert len(_found(_KOREAN + mixed, "ko")) == 1
    assert _found(_KOREAN * 3, "ko") == []


def test_korean_plain_negation_is_no_formal_end() -> None:
    plain = (
        "이것은 집이 아니다. 저것도 배가 아니다. 그는 왕이 아니다. 날은 맑았다. 밤이 왔다. 길은 멀었다. 비가 왔다.\n"
    )
    assert _found(plain * 2, "ko") == []


def test_polite_requests_go_with_both_polite_styles_of_korean() -> None:
    text = (
        "표를 먼저 사세요. 역은 내년에 문을 엽니다. 여기서 기다리세요. 버스도 다닙니다. 문을 닫으세요. 곧 떠납니다.\n"
    )
    assert _found(_KOREAN + text, "ko") == []
