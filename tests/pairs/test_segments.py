"""Short segments against their source: numbers, placeholders, tags, what was not translated."""

from __future__ import annotations

import pytest

from linter import Confidence, Finding, Linter, Original, Profile, Safety, lint_pair

PAIRS = Profile(select=("pairs",), min_confidence=Confidence.MEDIUM)


def found(source: str, target: str, lang: str, *, source_lang: str = "en") -> list[tuple[str, str]]:
    findings = lint_pair(source, target, source_lang=source_lang, target_lang=lang, profile=PAIRS)
    return [(each.rule_id, target[each.span.start : each.span.end]) for each in findings]


SAME_NUMBERS = [
    ("It costs 1,234.5 dollars.", "Es kostet 1.234,5 Dollar.", "de"),
    ("It costs 1,234,567 rupees.", "इसकी कीमत 12,34,567 रुपये है।", "hi"),
    ("Chapter 12 has 30 pages.", "第１２章有３０页。", "zh"),
    ("A budget of 3.4 trillion dollars", "预算为3.4万亿美元", "zh"),
    ("350 million inhabitants", "3億5000万人の住民", "ja"),
    ("It fell from 99.4 to 88.5 billion.", "从994亿下降到885亿。", "zh"),
    ("He was born on March 5, 1987.", "Er wurde am 5.3.1987 geboren.", "de"),
    ("Open until 9:45 p.m.", "Ouvert jusqu’à 21 h 45.", "fr"),
    ("in the 1990s", "in den 90er Jahren", "de"),
    ("the 19th century", "XIX век", "ru"),
    ("In all 131 people came.", "Insgesamt kamen hunderteinunddreißig Leute.", "de"),
    ("more than a million tonnes", "100万トン以上", "ja"),
    ("25 people came.", "Es kamen fünfundzwanzig Leute.", "de"),
    ("Twelve people came.", "Przyszło 12 osób.", "pl"),
    ("It is 40 miles away.", "Es ist 64 Kilometer entfernt.", "de"),
    ("Up to 150 feet, then 150 people.", "Bis zu 45 Meter, dann 150 Leute.", "de"),
    ("Call +1 555 0100.", "Rufen Sie +49 555 0100 an.", "de"),
    ("½ cup", "1/2 Tasse", "de"),
    ("1. Save 250 files.", "250 Dateien speichern.", "de"),
]


@pytest.mark.parametrize(("source", "target", "lang"), SAME_NUMBERS)
def test_a_number_in_the_form_of_the_language_is_the_same(source: str, target: str, lang: str) -> None:
    assert found(source, target, lang) == []


OTHER_NUMBERS = [
    ("The tank holds 450 litres.", "Der Tank fasst ⟦540⟧ Liter.", "de"),
    ("It was built in 1987.", "Il a été construit en ⟦1978⟧.", "fr"),
    ("The fee is 12.5 %.", "Opłata wynosi ⟦125⟧ %.", "pl"),
    ("3.5 billion people", "⟦35⟧亿以上的人，共3.6亿", "zh"),
    ("34 trillion dollars", "⟦3.4⟧万亿美元", "zh"),
    ("Room 217 is upstairs.", "部屋⟦271⟧は上の階です。", "ja"),
    ("There are 60 seats.", "Всего ⟦80⟧ мест.", "ru"),
    ("Wait 45 minutes.", "Espere ⟦54⟧ minutos.", "es"),
    ("29 men and 29 women of 45 years", "29 Männer und ⟦26⟧ Frauen von 45 Jahren", "de"),
]


@pytest.mark.parametrize(("source", "marked", "lang"), [*OTHER_NUMBERS[:3], *OTHER_NUMBERS[4:]])
def test_another_number_is_found(source: str, marked: str, lang: str) -> None:
    number = marked.partition("⟦")[2].partition("⟧")[0]
    target = marked.replace("⟦", "").replace("⟧", "")
    assert found(source, target, lang) == [("pairs.number", number)]


def test_a_lost_number_is_found_with_its_place_in_the_source() -> None:
    source = "Outdoors.\nThe bridge has 36 arches."
    (finding,) = lint_pair(
        source, "Draußen.\nDie Brücke hat viele Bögen.", source_lang="en", target_lang="de", profile=PAIRS
    )
    assert finding.rule_id == "pairs.missing-number"
    span = finding.evidence[0].span
    assert span is not None
    assert source[span.start : span.end] == "36"


CHANGED_MARKS = [
    ("Hello %(name)s!", "Hallo ⟦%(Name)s⟧!", "de"),
    ("%1$s of %2$s", "⟦% 1 $ s⟧ de %2$s", "fr"),
    ("{count} files", "⟦{anzahl}⟧ Dateien", "de"),
    ("{{ user }} left", "⟦{{用户}}⟧离开了", "zh"),
    ("${total} due", "⟦$ {total}⟧ fällig", "de"),
    ("{n, plural, one {# day} other {# days}}", "⟦{n, Plural,⟧ one {# Tag} other {# Tage}}", "de"),
    ('Click <a href="/x">here</a>.', 'Klicken Sie <a href="/x">hier⟦< / a>⟧.', "de"),
    ("Take <0>care</0>.", "Pass <0>auf⟦</ 0>⟧.", "de"),
]


@pytest.mark.parametrize(("source", "marked", "lang"), CHANGED_MARKS)
def test_a_changed_mark_is_found_and_put_right(source: str, marked: str, lang: str) -> None:
    wrong = marked.partition("⟦")[2].partition("⟧")[0]
    target = marked.replace("⟦", "").replace("⟧", "")
    assert [text for _, text in found(source, target, lang)] == [wrong]
    original = Original(source, language="en")
    fixed = Linter(PAIRS).fix(target, lang=lang, original=original, up_to=Safety.UNSAFE).text  # 2 is Safety.UNSAFE
    assert found(source, fixed, lang) == []


GOOD_MARKS = [
    ("Hello %s, it is %d.", "Es ist %d, %s.", "de"),
    ("{a} and {b}", "{b}和{a}", "zh"),
    (
        "{n, plural, one {# day} other {# days}}",
        "{n, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}",
        "pl",
    ),
    ("50% done", "%50 tamamlandı", "tr"),
    ("Select %s", "Elekti %sn", "eo"),
    ("100% sure", "zu 100 % sicher", "de"),
    ("See https://en.example.org/wiki", "Siehe https://de.example.org/wiki", "de"),
    ("Read <https://example.org/en/a>", "Lies <https://example.org/de/a>", "de"),
    ("(e.g. /about/contact/)", "(z. B. /ueber-uns/kontakt/)", "de"),
]


@pytest.mark.parametrize(("source", "target", "lang"), GOOD_MARKS)
def test_marks_that_stay_or_may_differ_are_no_fault(source: str, target: str, lang: str) -> None:
    assert found(source, target, lang) == []


def test_a_tag_that_the_source_has_is_no_residue() -> None:
    assert lint_pair("Press <b>Save</b>.", "Drücken Sie <b>Sichern</b>.", source_lang="en", target_lang="de") == ()


def test_a_text_left_in_the_source_language_is_one_finding() -> None:
    text = "You can change this later in the settings of your account."
    findings = lint_pair(text, text, source_lang="en", target_lang="it")
    assert "untranslated-residue" in {each.category for each in findings}
    assert len({each.span for each in findings}) == len(findings) == 1


def test_without_a_source_nothing_is_compared() -> None:
    findings: tuple[Finding, ...] = Linter(PAIRS).lint("Es kostet 12 {Geld}.", lang="de")
    assert findings == ()


UNSURE_FIXES = [
    ("6 million pounds", "800多万英镑", "zh"),
    ("There are 600 rooms.", "Es gibt 41 Räume.", "de"),
    ("{a} and {b}", "{eins} und {zwei}", "de"),
]


@pytest.mark.parametrize(("source", "target", "lang"), UNSURE_FIXES)
def test_where_the_right_spelling_is_not_certain_nothing_is_written(source: str, target: str, lang: str) -> None:
    assert found(source, target, lang) != []
    original = Original(source, language="en")
    assert Linter(PAIRS).fix(target, lang=lang, original=original, up_to=Safety.UNSAFE).text == target
