"""Words and lines that stand twice: what a language or a genre repeats by right stays."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from linter import Linter
from linter.rule import Profile
from linter.types import Safety

LINTER = Linter(Profile(select=("repetition",)))
PHRASES = Linter(Profile(select=("repetition.doubled-phrase",)))
SEEDS = Path(__file__).parents[2] / "seeds"


def _rules(text: str, lang: str) -> list[str]:
    return [each.rule_id for each in LINTER.lint(text, lang=lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Die Kinder, die die Katze suchen, wissen, dass sie sie finden werden."),
        ("fr", "Nous nous demandons si vous vous êtes trompés de quai ce matin."),
        ("en", "I know that that man had had a very very long day at work."),
        ("id", "Anak itu berjalan pelan pelan ke rumah neneknya di desa sebelah."),
        ("tr", "Kapı yavaş yavaş açıldı ve içeriye yaşlı bir adam girdi."),
        ("nl", "Zij had in de haven geen tijd meer om om te kijken naar de boot."),
        ("pt", "O porto de hoje é muito diferente do do ano passado, dizem os velhos."),
        ("de", "Die Band Duran Duran spielt morgen in Baden Baden vor vollem Haus."),
        ("de", "Kling Glöckchen kling kling\nLasst mich ein ihr Kinder\n"),
    ],
)
def test_words_that_are_doubled_by_right_stay(lang: str, text: str) -> None:
    assert _rules(text, lang) == []


def test_only_function_words_are_deleted_without_asking() -> None:
    assert LINTER.fix("Sie fährt mit mit dem Rad zur alten Mühle.", lang="de").text.count("mit") == 1
    text = "Sie fährt mit dem alten alten Rad zur Mühle am Fluss."
    assert LINTER.fix(text, lang="de").text == text
    assert LINTER.fix(text, lang="de", up_to=Safety.UNSAFE).text.count("alten") == 1


def test_a_preposition_and_its_article_twice_are_one() -> None:
    text = "The boat lies in the in the old harbour."
    assert _rules(text, "en") == ["repetition.repeated-phrase"]
    assert LINTER.fix(text, lang="en").text == "The boat lies in the old harbour."


def test_a_sentence_that_stands_twice_is_found_and_one_that_stands_three_times_is_a_song() -> None:
    sentence = "The boat leaves at nine. "
    assert _rules("It is late. " + sentence * 2, "en") == ["repetition.repeated-sentence"]
    assert _rules("It is late. " + sentence * 3, "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "Stellt den Abstand zum linken Rand der Seite ein.\nStellt den Abstand zum rechten Rand der Seite ein.\n",
        "- Der Hafen ist heute gesperrt.\n- Der Hafen ist heute gesperrt.\n",
        "Der Weg am Ufer ist für Räder frei und offen.\nDer Weg am Ufer ist für Räder nicht frei und offen.\n",
        "Ja.\nJa.\n",
        "Hafen\t12\t14\t16\t18\nHafen\t12\t14\t16\t18\n",
    ],
)
def test_lines_that_may_be_alike_stay(text: str) -> None:
    assert _rules(text, "de") == []


def test_the_right_caption_stays_wherever_it_stands() -> None:
    right, wrong = "Der Turm bei Nacht. Foto: The Verge", "Der Turm bei Nacht. Foto: der Rand"
    for text in (f"{wrong}\n{right}\n", f"{right}\n\n{wrong}\n"):
        assert LINTER.fix(text, lang="de").text == f"{right}\n"


def test_captions_that_cannot_be_told_apart_both_stay() -> None:
    text = "Der Turm bei Nacht. Foto: Anna Weber\nDer Turm bei Nacht. Foto: Karl Blum\n"
    assert _rules(text, "de") == ["repetition.caption-twice"]
    assert LINTER.fix(text, lang="de", up_to=Safety.UNSAFE).text == text


def test_the_doubled_captions_of_the_first_seed_are_found_and_the_right_ones_stay() -> None:
    text = (SEEDS / "000_eeab45934cef1e28.txt").read_text("utf-8")
    fixed = LINTER.fix(text, lang="de").text
    assert [name for name in ("The Verge", "Times Now") if f"Bild: {name}" not in fixed] == []
    assert [name for name in ("der Rand", "mal jetzt") if f"Bild: {name}" in fixed] == []
    assert fixed.count("Emmett Shear ist der neue Interims-CEO") == 1


def test_a_loop_is_one_finding() -> None:
    assert _rules("Der Hafen liegt am Fluss. " * 400, "de") == ["repetition.loop"]
    assert _rules("Der Hafen liegt am Fluss und schläft.\n" * 400, "de") == ["repetition.loop"]


@pytest.mark.parametrize(
    "piece",
    [
        "wort hier\n",
        "In das in das Boot. ",
        "Er fährt heute nicht. ",
        "Der Hafen ist seit gestern gesperrt.\n",
        "mit mit dem ",
        " ",
        "Er. Bild: A B\n",
    ],
)
def test_a_hundred_thousand_equal_pieces_take_linear_time(piece: str) -> None:
    start = time.process_time()
    LINTER.lint(piece * 100_000, lang="de")
    assert time.process_time() - start < 30


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "On peut créer des groupes de groupes de calques dans ce programme."),
        ("it", "Il sole sorge a poco a poco sopra il porto della città vecchia."),
        ("en", "The tide rose and fell and rose and fell and rose all through the night."),
        ("ro", "Preţul se schimbă de la caz la caz în porturile de pe malul mării."),
        ("de", "Er spielt seit Jahren bei Rot Weiss Rot Weiss und wohnt am alten Hafen."),
        ("id", "Mereka berjalan ke sana ke sana tanpa tujuan sepanjang hari yang panjang itu."),
    ],
)
def test_pairs_of_words_that_are_doubled_by_right_stay(lang: str, text: str) -> None:
    assert PHRASES.lint(text, lang=lang) == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Die Brücke wurde im Jahr im Jahr 1890 über den alten Kanal gebaut."),
        ("nl", "De schipper legde hem op hem op een bank in het kleine havenkantoor."),
        ("pl", "Rybak spotkał się z mieszkańcami wyspy z mieszkańcami wyspy na starym nabrzeżu."),
        ("fr", "Le bateau du maire de la ville de la ville de Brest est encore au port."),
    ],
)
def test_a_phrase_that_stands_twice_is_found(lang: str, text: str) -> None:
    assert [each.rule_id for each in PHRASES.lint(text, lang=lang)] == ["repetition.doubled-phrase"]


def test_where_attributes_nest_a_doubled_pair_is_not_deleted_without_asking() -> None:
    text = "Sie traf ihn in der in der Nähe gelegenen Kirche am alten Hafen."
    assert LINTER.fix(text, lang="de").text == text


def test_the_first_sentence_of_a_line_counts_too() -> None:
    text = "The boat leaves at nine. The boat leaves at nine. It is late.\n"
    assert _rules(text, "en") == _rules("It is late.\n\n" + text, "en") == ["repetition.repeated-sentence"]
    assert LINTER.fix("Late.\n" + text, up_to=Safety.UNSAFE).text == "Late.\nThe boat leaves at nine. It is late.\n"


def test_a_short_loop_of_one_function_word_is_found_and_a_song_is_none() -> None:
    assert _rules("The plan was " + "the " * 9 + "best one of all.", "en") == ["repetition.loop"]
    assert _rules("Alle sangen " + "la " * 9 + "bis in die Nacht hinein.", "it") == []


def test_entries_of_a_list_may_differ_in_one_word() -> None:
    one = "Fährt das Boot im Hafen langsam Stück für Stück zurück."
    other = one.replace("langsam ", "")
    assert _rules(f"Der Kran.\n{one}\n{other}\nDer Mast.\n", "de") == ["repetition.near-duplicate"]
    assert _rules(f"Der Kran.\n{one}\n{other}\nFährt das Boot an den Anfang.\n", "de") == []
