"""existence and substitution: terms, patterns, contexts, near misses."""

from __future__ import annotations

import pytest

from linter.pipeline import check
from tests.engine.conftest import MakeLinter


def found(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[a:b] for a, b in spans]


def test_a_term_is_a_whole_word_in_any_case(house: MakeLinter) -> None:
    linter = house({"t.rand": ("existence", "none", "terms: {de: [der Rand]}")})
    text = "Der Rand, der  Rand, der Randstein, oder Rand, der\nRand."
    spans = [(each.span.start, each.span.end) for each in linter.lint(text, lang="de")]
    assert found(text, spans) == ["Der Rand", "der  Rand"]


def test_a_term_in_japanese_needs_no_word_boundary(house: MakeLinter) -> None:
    linter = house({"t.image": ("existence", "none", "terms: {ja: [画像クレジット]}")})
    assert len(linter.lint("注目の画像クレジットです", lang="ja")) == 1


def test_a_rule_abstains_in_another_and_in_an_unknown_language(house: MakeLinter) -> None:
    linter = house({"t.rand": ("existence", "none", "terms: {de: [der Rand]}")})
    assert linter.lint("Der Rand", lang="fr") == ()
    assert linter.lint("Der Rand", lang="und") == ()


def test_near_misses_do_not_count(house: MakeLinter) -> None:
    params = 'terms: {de: [Fenster]}\nexcept: {de: ["Fenster zum Hof"]}'
    linter = house({"t.window": ("existence", "none", params)})
    assert linter.lint("Das Fenster zum Hof stand offen.", lang="de") == ()
    assert len(linter.lint("Das Fenster zum Hof und das Fenster.", lang="de")) == 1


def test_contexts_must_touch_the_match(house: MakeLinter) -> None:
    params = 'swap: {de: {der Rand: The Verge}}\nbefore: {de: ["Quelle:\\\\s*"]}'
    linter = house({"t.verge": ("substitution", "unsafe", params)})
    assert [each.span.start for each in linter.lint("Der Rand. Quelle: der Rand.", lang="de")] == [18]


@pytest.mark.parametrize(
    ("text", "fixed"),
    [("das Programm", "die Anwendung"), ("Das Programm", "Die Anwendung")],
)
def test_a_replacement_keeps_the_capital_at_the_start(house: MakeLinter, text: str, fixed: str) -> None:
    linter = house({"t.app": ("substitution", "safe", "swap: {de: {das Programm: die Anwendung}}")})
    assert linter.fix(text, lang="de").text == fixed


def test_a_replacement_may_name_groups(house: MakeLinter) -> None:
    params = "patterns: {de: {'(\\d+) Prozent ige': '{1}-prozentige'}}"
    linter = house({"t.percent": ("substitution", "safe", params)})
    assert linter.fix("eine 5 Prozent ige Lösung", lang="de").text == "eine 5-prozentige Lösung"


def test_a_pattern_without_a_literal_runs_everywhere(house: MakeLinter) -> None:
    linter = house({"t.shout": ("existence", "none", "patterns: {de: ['[?!]{3,}']}")})
    assert [each.span.start for each in linter.lint("Was???\nWie?!!", lang="de")] == [3, 10]


def test_one_line_with_many_matches_takes_linear_time(house: MakeLinter) -> None:
    linter = house({"t.rand": ("substitution", "safe", "swap: {de: {der Rand: The Verge}}")})
    assert linter.fix("der Rand " * 40_000, lang="de").text == "The Verge " * 40_000


def test_a_pattern_that_explodes_is_named_and_the_others_run(house: MakeLinter) -> None:
    rules = {
        "t.bomb": ("existence", "none", "patterns: {de: ['(a|a|b?a)+$x']}"),
        "t.rand": ("existence", "none", "terms: {de: [der Rand]}"),
    }
    linter = house(rules)
    text = "der Rand " + "a" * 60 + "b"
    checked = check(linter.open(text, lang="de"), linter.ruleset, linter.profile)
    assert [each.rule_id for each in checked.findings] == ["t.rand"]
    assert [each.rule_id for each in checked.failures] in ([], ["t.bomb"])
