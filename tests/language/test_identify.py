"""Which language a whole text is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.language.identify import identify
from linter.types import UNKNOWN_LANGUAGE
from tests.language.sentences import OTHERS, SENTENCES

SEEDS = Path(__file__).parents[2] / "seeds"
SEED_LANGUAGES = {"000": "de", "001": "fr", "002": "de", "003": "it", "004": "ja"}

CODE = """
def total(items):
    if not items:
        return 0
    result = {}
    for key, value in items.items():
        result[key] = result.get(key, 0) + value["count"] * self.rate[key]
    return sum(result.values())
"""


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("number", [0, 1])
def test_one_sentence_is_enough(language: str, number: int) -> None:
    assert identify(SENTENCES[language][number]) == language


@pytest.mark.parametrize("language", SENTENCES)
def test_a_long_text_is_known_by_a_quick_look(language: str) -> None:
    assert identify("\n".join(SENTENCES[language] * 20)) == language


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_without_rules_is_not_taken_for_its_neighbour(language: str) -> None:
    assert identify(OTHERS[language]) == language


@pytest.mark.parametrize("number", SEED_LANGUAGES)
def test_the_language_of_each_seed(number: str) -> None:
    (seed,) = SEEDS.glob(f"{number}_*.txt")
    assert identify(seed.read_text("utf-8")) == SEED_LANGUAGES[number]


def test_the_whole_text_counts_not_its_first_lines() -> None:
    notice = "You need a license for this theme. Go to the options page to validate it.\n"
    assert identify(notice + "\n".join(SENTENCES["fr"] * 3)) == "fr"


def test_capitals_are_read() -> None:
    assert identify(SENTENCES["de"][0].upper()) == "de"


def test_masked_places_do_not_count() -> None:
    mask = "\N{OBJECT REPLACEMENT CHARACTER}"
    assert identify(mask * 5000 + SENTENCES["pt"][0] + mask * 5000 + SENTENCES["pt"][1]) == "pt"


def test_a_text_with_many_english_names_keeps_its_language() -> None:
    text = "Wie The Verge und die New York Times berichten, hat Open Source Software in den Jahren gewonnen."
    assert identify(text) == "de"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n",
        "Hallo",
        "Sam Altman",
        "12 345,67\n" * 40,
        "Ada Lovelace, Grace Hopper, Katherine Johnson, Hedy Lamarr, Margaret Hamilton, Radia Perlman",
        "Home\nAbout\nContact\nPrivacy\n",
        "https://example.org/a/b?c=d\n" * 20,
        '{"name": "x", "version": "1.0", "items": [{"id": 1, "tags": []}, {"id": 2, "tags": ["a"]}]}',
        "body { margin: 0; padding: 0; color: #fff; } .nav a:hover { text-decoration: none; }\n" * 4,
        "<div class='a'><ul><li><a href='/x'>x</a></li><li><a href='/y'>y</a></li></ul></div>\n" * 4,
        "2023-11-20 12:03:11 INFO [main] start port=8080\n" * 20,
        CODE,
        "😀😀😀 … — !!!",
        "\udc80\udcff\udce4",
        "\N{OBJECT REPLACEMENT CHARACTER}" * 300,
    ],
)
def test_weak_evidence_is_undetermined(text: str) -> None:
    assert identify(text) == UNKNOWN_LANGUAGE


@pytest.mark.parametrize(
    "text",
    [
        "Kila mmoja wetu alikwenda sokoni asubuhi kununua matunda na mboga.",
        "Барлық адамдар базарға таңертең барып, жеміс пен көкөніс сатып алды, содан кейін үйге қайтты.",
        "Dhammaan dadka ayaa subaxdii suuqa tagay si ay u iibsadaan khudaar iyo miro.",
    ],
)
def test_a_language_that_is_not_listed_is_not_taken_for_one_that_has_rules(text: str) -> None:
    assert identify(text) not in SENTENCES


def test_bytes_that_are_not_utf_8_do_not_stop_it() -> None:
    text = SENTENCES["de"][0] + " \udce4\udcff " + SENTENCES["de"][1]
    assert identify(text * 3) == "de"
