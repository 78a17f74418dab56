"""Which language the lines of a document are in."""

from __future__ import annotations

import pytest

from linter.language.identify import foreign_lines
from linter.types import UNKNOWN_LANGUAGE
from tests.language.sentences import OTHERS, SENTENCES

RELATIVES = [("da", "nb"), ("nb", "sv"), ("es", "pt"), ("ca", "es"), ("bg", "ru"), ("ru", "uk"), ("cs", "pl")]


def languages(lines: list[str], language: str) -> list[str]:
    foreign = foreign_lines(lines, language)
    return [foreign.get(number, language) for number in range(len(lines))]


@pytest.mark.parametrize("language", SENTENCES)
def test_lines_of_the_document_keep_its_language(language: str) -> None:
    assert languages(list(SENTENCES[language]), language) == [language] * 2


@pytest.mark.parametrize("document", ["de", "fr", "pl", "ru", "tr", "ja", "zh", "ko", "ar", "hi"])
@pytest.mark.parametrize("other", ["en", "it", "nl", "vi", "ja", "ko", "zh", "el"])
def test_a_clear_line_in_another_language_gets_its_own(document: str, other: str) -> None:
    if document == other or (document, other) == ("ja", "zh"):  # a short one may be Japanese names
        return
    home = SENTENCES[document][0]
    assert languages([home, SENTENCES[other][1], home], document) == [document, other, document]


def test_a_script_without_rules_is_named_too() -> None:
    assert languages([SENTENCES["de"][0], OTHERS["th"]], "de") == ["de", "th"]


@pytest.mark.parametrize(("one", "two"), [*RELATIVES, *[(b, a) for a, b in RELATIVES]])
def test_relatives_never_lend_a_line_to_a_third(one: str, two: str) -> None:
    assert set(languages(list(SENTENCES[two]), one)) <= {one, two}


@pytest.mark.parametrize(("document", "relative"), [("nb", "nn"), ("cs", "sk"), ("bg", "mk"), ("pt", "gl")])
def test_a_relative_without_rules_is_itself_or_the_document(document: str, relative: str) -> None:
    assert languages([OTHERS[relative]], document)[0] in {document, relative}


@pytest.mark.parametrize(
    "line",
    [
        "Read more",
        "The New York Times, The Washington Post, The Guardian, The Independent",
        "pip install --upgrade foo && python -m foo --help | grep -v the",
        "for (const item of items) { if (item.name === the.name) return item; }",
        "“Gone with the Wind” lief im Kino.",
        "f(a+b) = f(a) + f(b), in o la y de",
        "",
    ],
)
def test_names_code_and_short_lines_are_in_the_document_s_language(line: str) -> None:
    assert languages([SENTENCES["de"][0], line], "de") == ["de", "de"]


def test_a_japanese_line_of_kanji_alone_stays_japanese() -> None:
    assert languages(["東京都知事選挙管理委員会事務局長兼選挙課長", SENTENCES["ja"][0]], "ja") == ["ja", "ja"]


def test_a_japanese_line_with_many_latin_names_stays_japanese() -> None:
    line = "OpenAI CEO Sam Altman and Greg Brockman joined Microsoft と発表された。"
    assert languages([SENTENCES["ja"][0], line], "ja") == ["ja", "ja"]


def test_a_long_chinese_line_in_a_japanese_document_is_chinese() -> None:
    line = "这个问题我们已经说过很多次了，但是还没有人来解决，大家都觉得应该从头开始认真讨论。"
    assert languages([SENTENCES["ja"][0], line], "ja") == ["ja", "zh"]


def test_simplified_and_traditional_lines_are_told_apart() -> None:
    assert languages([SENTENCES["zh"][1], SENTENCES["zh-Hant"][1]], "zh") == ["zh", "zh-Hant"]
    assert languages([SENTENCES["zh"][1], SENTENCES["zh-Hant"][1]], "zh-Hant") == ["zh", "zh-Hant"]


def test_a_clear_line_of_an_undetermined_document_gets_its_own() -> None:
    lines = [SENTENCES["en"][0], "12 345,67", SENTENCES["ko"][0], "Ada Lovelace, Grace Hopper"]
    assert languages(lines, UNKNOWN_LANGUAGE) == ["en", UNKNOWN_LANGUAGE, "ko", UNKNOWN_LANGUAGE]


def test_a_line_of_a_million_code_points_is_read_in_parts() -> None:
    line = " ".join(SENTENCES["en"]) * 6000
    assert languages([line, SENTENCES["de"][0]], "de") == ["en", "de"]


def test_there_may_be_no_lines() -> None:
    assert foreign_lines([], "de") == {}


def test_the_same_lines_give_the_same_languages_whatever_was_read_before() -> None:
    lines = [SENTENCES["de"][0], SENTENCES["en"][1], OTHERS["nn"], SENTENCES["fi"][0]]
    first = languages(lines, "de")
    for language in SENTENCES:
        languages(list(SENTENCES[language]), language)
    assert languages(lines, "de") == first
