"""Looking words up."""

from __future__ import annotations

import subprocess
import sys

import pytest

from linter.language.lexicon import Lexicon, lexicon
from linter.resources import rules_folder

LARGE = ["ar", "ca", "cs", "de", "en", "es", "fi", "fr", "he", "it", "ja", "nb", "nl", "pl", "pt", "ru", "sv"]
LARGE += ["uk", "zh"]
SMALL = ["bg", "da", "el", "hi", "hu", "id", "is", "ko", "ro", "tr", "vi"]


def of(language: str) -> Lexicon:
    found = lexicon(language)
    assert found is not None
    return found


@pytest.mark.parametrize("language", LARGE + SMALL)
def test_every_language_has_a_lexicon_that_says_how_deep_it_is(language: str) -> None:
    assert of(language).is_large == (language not in SMALL)
    assert of(language).floor == (3.0 if language in SMALL else 2.0)
    assert len(of(language)) > 10_000


@pytest.mark.parametrize("language", ["xx", "zh-Hant", "", "../de", "und"])
def test_a_language_without_a_lexicon_has_none(language: str) -> None:
    assert lexicon(language) is None


def test_a_lexicon_is_read_once() -> None:
    assert lexicon("de") is lexicon("de")


def test_common_words_have_high_values_and_unknown_ones_zero() -> None:
    german = of("de")
    assert german.zipf("und") > 7
    assert 3 < german.zipf("Brücke") < 6
    assert german.zipf("brückesondern") == 0.0
    assert german.zipf("") == 0.0


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("de", "HAUS"),
        ("de", "Straße"),
        ("de", "STRASSE"),
        ("de", "fu\N{COMBINING DIAERESIS}r"),
        ("en", "don’t"),
        ("tr", "İSTANBUL"),
        ("tr", "IŞIK"),
        ("ro", "şi"),
        ("tr", "ișçi"),
        ("el", "ΤΗΣ"),
        ("el", "της"),
        ("ar", "كِتَاب"),
        ("he", "שָׁלוֹם"),
        ("hi", "में"),
        ("uk", "п’ять"),
        ("ca", "il·lusió"),
    ],
)
def test_a_word_is_known_however_it_is_written(language: str, word: str) -> None:
    assert word in of(language)
    assert of(language).zipf(word) >= of(language).floor


def test_unknown_gives_the_words_as_they_are_written() -> None:
    german = of("de")
    words = ["Das", "Haus", "Hausund", "steht", "Hausund", "\udc80"]
    assert german.unknown(words) == {"Hausund", "\udc80"}
    assert german.unknown(iter(words)) == {"Hausund", "\udc80"}
    assert german.unknown(["Haus"]) == set()
    assert german.unknown([]) == set()


@pytest.mark.parametrize("word", ["STRASSE", "Straße", "fu\N{COMBINING DIAERESIS}r", "Haus", "\udc80", "Hausund"])
def test_absent_words_are_the_unknown_ones(word: str) -> None:
    assert of("de").absent([word, "Brückeund"]) == of("de").unknown([word, "Brückeund"])


def test_the_beginnings_of_a_word_are_words() -> None:
    found = of("de").beginnings("hausund")
    assert found[-1] == "haus"
    assert all(word in of("de") and "hausund".startswith(word) for word in found)


def test_a_word_that_the_list_writes_in_another_way_has_no_beginnings() -> None:
    assert of("de").beginnings("straßeund") == []


def test_what_is_not_a_text_is_not_in_a_lexicon() -> None:
    assert 3 not in of("de")


def test_the_data_stay_within_sixteen_megabytes() -> None:
    sizes = [path.stat().st_size for path in (rules_folder() / "_lexicons").iterdir()]
    assert sum(sizes) <= 16_000_000


@pytest.mark.parametrize("module", ["yaml", "ftfy", "wordfreq", "regex", "msgpack", "asyncio", "multiprocessing"])
def test_the_language_modules_import_nothing_heavy(module: str) -> None:
    code = (
        "import sys, types, pathlib; package = types.ModuleType('linter'); sys.modules['linter'] = package; "
        "package.__path__ = [str(pathlib.Path(sys.argv[1]))]; "
        "import linter.language.identify, linter.language.lexicon, linter.language.conventions; "
        f"sys.exit({module!r} in sys.modules)"
    )
    package = rules_folder().parent / "linter"
    if not package.is_dir():
        package = rules_folder().parent
    assert subprocess.run([sys.executable, "-c", code, str(package)], check=False).returncode == 0
