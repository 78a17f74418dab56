"""Spaces and marks: a fix of a space never hides that a word was lost."""

from __future__ import annotations

import time

import pytest

from linter import Linter
from linter.rule import Profile
from linter.types import Confidence, Safety

LINTER = Linter(Profile(select=("spacing",)))


def _rules(text: str, lang: str) -> list[str]:
    return [each.rule_id for each in LINTER.lint(text, lang=lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Vraiment\N{NO-BREAK SPACE}? Oui : bien sûr ; tout de suite !"),
        ("en", "It is late.  We go home."),
        ("de", "Name        Alter     Ort"),
        ("de", "Die Datei .profile und das Paket .NET, um 9.30 Uhr, z.B. bei www.Beispiel.de."),
        ("en", "Set LC_ALL,LANG or use a,b,c and Node.Js."),
        ("en", "He waited . . . and left ... again."),
        ("zh", "船早上出发，晚上回来。"),
    ],
)
def test_spacing_that_is_right_stays(lang: str, text: str) -> None:
    assert _rules(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "fixed"),
    [
        ("de", "Der Zug  hält hier.", "Der Zug hält hier."),
        ("de", "Der Zug \N{NO-BREAK SPACE}hält hier.", "Der Zug hält hier."),
        ("es", "El tren para aquí , pero no sale .", "El tren para aquí, pero no sale."),
        ("nl", "De trein stopt.Hij wacht.", "De trein stopt. Hij wacht."),
        ("pl", "Pociąg stoi,ale nie rusza.", "Pociąg stoi, ale nie rusza."),
    ],
)
def test_a_space_too_many_or_too_few_is_mended(lang: str, text: str, fixed: str) -> None:
    assert LINTER.fix(text, lang=lang).text == fixed


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Sie lebt seit Jahren in  mit ihrem Bruder."),
        ("en", "She has lived in  with her brother."),
        ("fr", "Elle habite à , près du port."),
        ("it", "Abita da anni a , vicino al porto."),
    ],
)
def test_the_gap_of_a_lost_word_is_shown_but_never_closed(lang: str, text: str) -> None:
    (finding,) = LINTER.lint(text, lang=lang)
    assert finding.category == "displaced-text"
    assert LINTER.fix(text, lang=lang, up_to=Safety.UNSAFE).text == text


def test_marks_that_some_typists_set_apart_are_shown_only_on_demand() -> None:
    text = 'Wer kommt ? Der Kutter "Möwe" , sagt er.'
    assert _rules(text, "de") == []
    every = Linter(Profile(select=("spacing",), min_confidence=Confidence.LOW))
    assert [each.rule_id for each in every.lint(text, lang="de")] == ["spacing.space-before-mark"] * 2


def test_a_no_break_space_of_mojibake_is_no_space() -> None:
    assert _rules("La citt\N{LATIN CAPITAL LETTER A WITH TILDE}\N{NO-BREAK SPACE} dorme.", "it") == []


@pytest.mark.parametrize("piece", ["wort  hier und dort ", "wort , hier und dort ", "worte,hier und dort "])
def test_a_line_with_40000_faults_takes_linear_time(piece: str) -> None:
    start = time.process_time()
    LINTER.lint(piece * 40_000, lang="de")
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("it", "Vende sedie, tavoli e letti nei negozi di Bari, Lecce, e altrove in Puglia."),
        ("es", "Vive en Burgos, Castilla, y Ana vive en Toledo con su hermana mayor."),
        ("en", "The chain has shops in Leeds, York, and Hull."),
        ("fr", "Le train relie Austin, Texas, et Denver."),
    ],
)
def test_a_comma_before_a_conjunction_that_is_right_stays(lang: str, text: str) -> None:
    assert "spacing.serial-comma" not in _rules(text, lang)


def test_a_korean_sentence_needs_a_space_before_it() -> None:
    assert _rules("다리가 닫혔습니다.시장은 아무 말도 하지 않았습니다.", "ko") == ["spacing.missing-space"]
    assert _rules("버전은 가.나 형식으로 적습니다.", "ko") == []
