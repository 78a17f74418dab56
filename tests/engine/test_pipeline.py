"""Resolve, accept, settle: one finding for one fault, and fixes that come to rest."""

from __future__ import annotations

import pytest

from linter import Safety, UnstableFixError
from linter.pipeline import check, settle
from linter.rule import Acceptance
from tests.engine.conftest import MakeLinter


def test_of_overlapping_findings_of_a_category_one_stays(house: MakeLinter) -> None:
    rules = {
        "t.long": ("existence", "none", "terms: {de: [New Yorker Zeiten]}"),
        "t.short": ("existence", "none", "terms: {de: [Zeiten]}"),
    }
    found = house(rules).lint("Die New Yorker Zeiten, alte Zeiten.", lang="de")
    assert [(each.rule_id, each.span.start) for each in found] == [("t.long", 4), ("t.short", 28)]


def test_of_overlapping_fixes_one_wins_and_the_other_is_tried_again(house: MakeLinter) -> None:
    rules = {
        "t.a": ("substitution", "safe", "swap: {de: {rote grüne: rote}}"),
        "t.b": ("substitution", "safe", "swap: {de: {grüne blaue: blaue}}"),
    }
    assert house(rules).fix("rote grüne blaue", lang="de").text == "rote blaue"


def test_an_unsafe_fix_needs_to_be_asked_for(house: MakeLinter) -> None:
    linter = house({"t.a": ("substitution", "unsafe", "swap: {de: {der Rand: The Verge}}")})
    assert linter.fix("Quelle: der Rand", lang="de").text == "Quelle: der Rand"
    assert linter.fix("Quelle: der Rand", lang="de", up_to=Safety.UNSAFE).text == "Quelle: The Verge"


def test_a_suggestion_is_never_applied(house: MakeLinter) -> None:
    linter = house({"t.a": ("substitution", "suggest", "swap: {de: {der Rand: The Verge}}")})
    assert linter.fix("der Rand", lang="de", up_to=Safety.SUGGEST).text == "der Rand"
    assert len(linter.lint("der Rand", lang="de")[0].fixes) == 1


def test_fixes_that_chase_each_other_are_an_error_and_change_nothing(house: MakeLinter) -> None:
    rules = {
        "t.a": ("substitution", "safe", "swap: {de: {links: rechts}}"),
        "t.b": ("substitution", "safe", "swap: {de: {rechts: links}}"),
    }
    with pytest.raises(UnstableFixError, match=r"do not come to rest"):
        house(rules).fix("links", lang="de")


def test_accepted_places_are_carried_through_the_edits(house: MakeLinter) -> None:
    rules = {
        "t.verge": ("substitution", "safe", "swap: {de: {der Rand: The Verge}}"),
        "t.times": ("substitution", "safe", "swap: {de: {mal jetzt: Times Now}}"),
    }
    linter = house(rules)
    document = linter.open("mal jetzt, der Rand, mal jetzt, der Rand, der Rand", lang="de")
    second = check(document, linter.ruleset, linter.profile).findings[3]
    acceptance = Acceptance(second.path, second.rule_id, second.fingerprint)
    done = settle(document, linter.ruleset, linter.profile, up_to=Safety.SAFE, acceptances=[acceptance])
    assert done.document.text == "Times Now, The Verge, Times Now, der Rand, The Verge"
    assert done.checked.findings == ()


def test_an_acceptance_that_matches_nothing_is_stale(house: MakeLinter) -> None:
    linter = house({"t.verge": ("substitution", "safe", "swap: {de: {der Rand: The Verge}}")})
    gone = Acceptance("<text>", "t.verge", "0" * 16)
    checked = check(linter.open("Ein Rand", lang="de"), linter.ruleset, linter.profile, acceptances=[gone])
    assert checked.stale == (gone,)


def test_an_acceptance_holds_as_often_as_its_count(house: MakeLinter) -> None:
    linter = house({"t.verge": ("substitution", "safe", "swap: {de: {der Rand: The Verge}}")})
    document = linter.open("Quelle: der Rand, heute.\n" * 5, lang="de")
    findings = check(document, linter.ruleset, linter.profile).findings
    assert findings[1].fingerprint == findings[2].fingerprint != findings[0].fingerprint
    acceptance = Acceptance(findings[1].path, "t.verge", findings[1].fingerprint, count=2)
    left = check(document, linter.ruleset, linter.profile, acceptances=[acceptance])
    assert [each.span for each in left.findings] == [findings[0].span, findings[3].span, findings[4].span]
