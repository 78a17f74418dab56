"""Mojibake, lost letters and replacement characters."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter import Linter, lint_text
from linter.facts import Facts
from linter.rule import Profile
from linter.source.opening import open_document
from linter.types import Finding, Knowledge, Safety

MOJIBAKE = Linter(Profile(select=("encoding.mojibake",)))
ENCODING = Linter(Profile(select=("encoding",)))

TEXTS = {
    "de": "Die Bürger müssen für größere Häuser höhere Gebühren zahlen.",
    "fr": "L’été dernier, le musée a été fermé après les fêtes.",
    "cs": "Příští týden začíná v Plzni výstava českých malířů.",
    "pl": "Książka leży na półce obok żółtej świecy, mówi Łukasz.",
    "tr": "Öğrenciler sabah okula yürüyerek gidiyor, çünkü yağmur yağıyor.",
    "ru": "Сегодня утром поезд прибыл на вокзал вовремя.",
    "el": "Το τρένο έφτασε σήμερα το πρωί στον σταθμό.",
    "ja": "今朝の電車は時間どおりに駅に着いた。",
    "zh": "今天早上的火车准时到达车站。",
    "ko": "오늘 아침 기차는 제시간에 역에 도착했다.",
}


def misread(text: str, codec: str, *, times: int = 1) -> str:
    for _ in range(times):
        text = "".join(_char(byte, codec) for byte in text.encode())
    return text


def _char(byte: int, codec: str) -> str:
    try:
        return bytes((byte,)).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)


def restored(text: str, language: str) -> str:
    return MOJIBAKE.fix(text, path="text.txt", lang=language).text


def found(linter: Linter, text: str, language: str) -> list[Finding]:
    return list(linter.lint(text, path="text.txt", lang=language))


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
@pytest.mark.parametrize("times", [1, 2])
def test_a_whole_text_misread_as_western_is_restored(language: str, codec: str, times: int) -> None:
    text = TEXTS[language]
    assert restored(misread(text, codec, times=times), language) == text


@pytest.mark.parametrize(
    ("language", "codec"),
    [
        ("de", "cp1250"), ("cs", "cp1250"), ("pl", "cp1250"), ("ru", "cp1251"), ("de", "cp1251"), ("fr", "cp1251"),
        ("tr", "cp1254"), ("el", "cp1253"), ("de", "cp437"), ("ru", "cp437"), ("fr", "cp850"), ("de", "cp850"),
        ("fr", "mac-roman"), ("de", "mac-roman"), ("ru", "mac-roman"),
    ],
)  # fmt: skip
def test_a_text_misread_in_another_encoding_is_restored(language: str, codec: str) -> None:
    text = TEXTS[language]
    assert restored(misread(text, codec), language) == text


@pytest.mark.parametrize(("language", "word"), [("de", "Häuser"), ("fr", "après"), ("ru", "вокзал"), ("ja", "電車")])
def test_one_misread_word_is_found_at_its_place(language: str, word: str) -> None:
    text = TEXTS[language]
    damaged = text.replace(word, misread(word, "cp1252"))
    (finding,) = found(MOJIBAKE, damaged, language)
    start = text.index(word)
    assert (finding.span.start, len(finding.span)) == (start, len(misread(word, "cp1252")))
    assert restored(damaged, language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il a dit : « Quelle beauté\u00a0» et « l’âge d’or de l’été\u00a0»."),
        ("pt", "O cartaz dizia “IRMÔ e “MANHÃ”, e depois «NÃO»."),
        ("uk", "Рівне, Сімферополь і Рівненська АЕС; «Рішення ОБСЄ»; Рі Йон Хо."),
        ("ru", "Жёсткость и Мёрдок из СССР»; О’Нил, Ё-моё."),
        ("sr", "Сјајно! Рђа, Сњежана и Ђорђе."),
        ("el", "Φίλιππος Β΄ και η Γ΄ Κατηγορία, Ξ’ και Ο»."),
        ("de", "Die Buchstaben „Ä“, „Ö“, „Ü“ und der Gruß“ – 5 ×\u00a04 Å, ÄÖÜ…"),
        ("cs", "Zášť, Úžas, Ížota a Řež v ČR."),
        ("tr", "AĞ, DAĞ, BEĞ, ĞÜİŞ."),
        ("en", "Use √2 and √π, ≈ 5°, a box ├──┤ ┌┐ └┘ and ΔT ≤ 3 µm²."),
        ("ja", "「さようなら、」と彼は言った。"),
    ],
)
def test_good_text_with_similar_signs_is_left_alone(language: str, text: str) -> None:
    assert found(ENCODING, text, language) == []


def test_mojibake_that_a_text_about_encodings_shows_is_left_alone() -> None:
    text = "Wer UTF-8 als Latin-1 liest, sieht „fÃ¼r“ statt „für“ und (â€ž) statt („)."
    assert found(ENCODING, text, "de") == []


def test_where_two_encodings_are_possible_there_is_no_safe_fix() -> None:
    text = misread("The word: sårg", "iso8859-2")
    assert restored(text, "en") == text


def test_a_lone_windows_quotation_mark_is_restored_after_ascii_only() -> None:
    assert restored("It isn\u0092t \u0093far\u0094, he said \u0096 later.", "en") == "It isn’t “far”, he said – later."
    assert restored("xý\u0092z", "en") == "xý\u0092z"


@given(st.text(st.sampled_from("äöüßéèàçñåøæ“”„’–€ abcdefgh"), min_size=1, max_size=30), st.sampled_from([1, 2]))
@settings(max_examples=60, deadline=None)
def test_a_safe_fix_never_gives_something_else_than_the_original(text: str, times: int) -> None:
    frame = "Dies ist für alle größeren Häuser gültig: "
    fixed = restored(misread(frame + text + " über Öl.", "cp1252", times=times), "de")
    left = fixed.removeprefix(frame).removesuffix(" über Öl.")
    assert fixed.startswith(frame)
    assert left == text or not left.isascii()


@pytest.mark.parametrize("unit", ["fÃ¼r das ", "f\ufffdr das ", "РѕСЂРµ да ", "don\u0092t go "])
def test_one_long_line_of_faults_costs_linear_time(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        start = time.process_time()
        assert len(ENCODING.lint(text, path="text.txt", lang="de")) == count
        return time.process_time() - start

    seconds(500)
    assert seconds(16_000) < 20 * max(seconds(4_000), 0.05)


def test_a_word_with_a_replacement_character_is_one_finding_without_a_fix() -> None:
    (finding,) = found(ENCODING, "Ils vont à T\ufffdh\ufffdran demain.", "fr")
    assert (finding.span.start, finding.span.end, finding.fixes) == (11, 18, ())


def test_lost_umlauts_are_one_finding_at_the_first_place_with_the_others_as_evidence() -> None:
    text = "Heute kamen viele.\nDie Fahigkeit, fur alle zu sprechen, ist uber Jahre gewachsen und naturlich nutzlich."
    (finding,) = [each for each in lint_text(text, lang="de") if each.rule_id == "encoding.lost-letters"]
    assert text[finding.span.start : finding.span.end] == "Fahigkeit"
    assert [text[each.span.start : each.span.end] for each in finding.evidence if each.span] == [
        "fur", "uber", "naturlich", "nutzlich",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "id", "nl"])
def test_a_language_that_needs_no_accents_never_lost_them(language: str) -> None:
    assert found(ENCODING, "De man loopt door het huis, naive and fur coats, dan pergi ke pasar.", language) == []


def test_unplain_keeps_the_unusual_characters_in_order() -> None:
    text = "Für\tdich & mich: „ja“ <b> \u200b\n" * 3
    facts = Facts(open_document(text, path="text.txt"), Knowledge())
    assert [char for char in facts.unplain if char in "ü&„“<\u200b"] == list("ü&„“<\u200b") * 3
    assert {"&", "<", ">", "\u200b"} <= facts.signs


CODE_PAGES = Linter(Profile(select=("encoding.wrong-code-page",)))


@pytest.mark.parametrize(
    ("lang", "wrote", "read", "text"),
    [
        ("ru", "cp1251", "cp1252", "Лодка стоит у старой пристани, рыбаки чинят сети и ждут погоды."),
        ("ru", "koi8-r", "cp1251", "Лодка стоит у старой пристани, рыбаки чинят сети и ждут погоды."),
        ("uk", "cp1251", "cp1252", "Човен стоїть біля старої пристані, рибалки чекають на погоду."),
        ("cs", "cp1250", "cp1252", "Loď stojí u starého přístavu, rybáři čekají na lepší počasí a vítr."),
        ("pl", "iso8859-2", "cp1252", "Łódź stoi w małym porcie, a rybacy czekają na lepszą pogodę i słońce."),
        (
            "hu",
            "cp1250",
            "cp1252",
            "Az első hajó időben érkezett, a második később, erről többször beszéltek, erős esőben.",
        ),
        (
            "tr",
            "cp1254",
            "cp1252",
            "Eski limanda balıkçılar ağlarını onarıyor, çünkü bugün yağmur yağıyor, kimse dışarı çıkmıyor.",
        ),
        ("el", "cp1253", "cp1252", "Το καράβι έφτασε στο παλιό λιμάνι και οι ψαράδες περιμένουν τον καιρό."),
        ("ar", "cp1256", "cp1252", "وصلت السفينة إلى الميناء القديم في الصباح وينتظر الصيادون الطقس الجيد"),
        ("de", "cp850", "cp1252", "Männer und Frauen müssen für die größeren Schiffe höhere Gebühren zahlen."),
        ("de", "cp1252", "mac-roman", "Männer und Frauen müssen für die größeren Schiffe höhere Gebühren zahlen."),
        (
            "fr",
            "mac-roman",
            "cp1252",
            "Les pêcheurs ont déjà réparé leurs filets et répété que la journée a été belle.",
        ),
    ],
)
def test_a_text_in_one_code_page_that_was_read_as_another_is_given_back(
    lang: str, wrote: str, read: str, text: str
) -> None:
    misread = "".join(_byte(each, read) for each in text.encode(wrote))
    findings = CODE_PAGES.lint(misread, lang=lang)
    assert [each.rule_id for each in findings] == ["encoding.wrong-code-page"]
    assert CODE_PAGES.fix(misread, lang=lang, up_to=Safety.UNSAFE).text == text
    assert CODE_PAGES.lint(text, lang=lang) == ()


def _byte(byte: int, codec: str) -> str:
    try:
        return bytes((byte,)).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Søren, Zoë, Håkan, Łukasz, Þóra und Ñuño fuhren mit der Fähre über den Øresund."),
        ("ro", "Þingvellir, Þórsmörk și Þorlákshöfn sunt locuri din Islanda, nu din România."),
        ("ru", "München, Zürich, Genève, São Paulo — города, где он жил и работал много лет подряд."),
        ("en", "The bytes of ³ and ¿ stand for ł and ż in another code page: ¿ycie, ma³y, s³oñce."),
    ],
)
def test_names_of_other_languages_are_no_wrong_code_page(lang: str, text: str) -> None:
    assert CODE_PAGES.lint(text, lang=lang) == ()
