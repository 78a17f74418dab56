"""Where furniture counts, and how far its deletion is trusted."""

from __future__ import annotations

from linter import Linter, fix_text
from linter.facts import Facts
from linter.rule import Profile
from linter.types import Knowledge, Safety

PROSE = "The council voted on Tuesday evening to rebuild the old bridge over the river before the winter."


def found(text: str, lang: str = "en") -> list[tuple[str, str]]:
    findings = Linter(Profile(select=("boilerplate", "disclosure"))).lint(text, lang=lang)
    return [(each.rule_id, text[each.span.start : each.span.end]) for each in findings]


def safety(text: str, preset: str) -> list[Safety]:
    profile = Profile(preset=preset, select=("boilerplate",))
    return [fix.safety for each in Linter(profile).lint(text, lang="en") for fix in each.fixes]


def test_a_section_word_counts_only_beside_other_furniture() -> None:
    assert found(f"{PROSE}\n\nEntertainment\n\n{PROSE}\n\n{PROSE}\n") == []
    assert found(f"{PROSE}\n\nEntertainment\n\nSkip to content\n") == [
        ("boilerplate.site-label", "Entertainment"),
        ("boilerplate.navigation", "Skip to content"),
    ]


def test_in_an_article_furniture_between_paragraphs_is_not_deleted_safely() -> None:
    body = f"{PROSE}\n\nSubscribe to our newsletter\n\n{PROSE}\n\n{PROSE}\n"
    assert safety(body, "article") == [Safety.UNSAFE]
    assert safety(f"{PROSE}\n\n{PROSE}\n\nSubscribe to our newsletter\n", "article") == [Safety.SAFE]


def test_in_a_corpus_furniture_goes_safely_wherever_it_stands() -> None:
    assert safety(f"{PROSE}\n\nSubscribe to our newsletter\n\n{PROSE}\n\n{PROSE}\n", "corpus") == [Safety.SAFE]


def test_in_documentation_what_people_write_on_purpose_is_silent() -> None:
    text = f"{PROSE}\n\nRelated articles\n\nCopyright 2021. All rights reserved.\n\nLast updated: 3 May 2021\n"
    assert Linter(Profile(preset="docs", select=("boilerplate", "disclosure"))).lint(text, lang="en") == ()


def test_a_disclosure_is_never_deleted_safely() -> None:
    text = f"{PROSE}\n\nThis article was translated automatically.\n"
    for preset in ("article", "corpus"):
        findings = Linter(Profile(preset=preset, select=("disclosure",))).lint(text, lang="en")
        assert [fix.safety for each in findings for fix in each.fixes] == [Safety.UNSAFE]


def test_a_deletion_takes_the_line_break_and_one_of_two_blank_lines() -> None:
    assert fix_text(f"{PROSE}\n\nLeave a comment\n", lang="en").text == f"{PROSE}\n"
    assert fix_text(f"{PROSE}\nLeave a comment", lang="en").text == PROSE
    assert fix_text(f"Leave a comment\r\n\r\n{PROSE}\r\n", lang="en").text == f"{PROSE}\r\n"


def test_a_text_of_furniture_only_may_become_empty() -> None:
    assert fix_text("Leave a Reply\n\nSkip to content\n", lang="en").text.strip() == ""


def test_an_empty_text_has_no_furniture() -> None:
    assert found("") == []
    assert found("\n\n") == []


def test_a_whole_article_in_one_line_is_no_furniture() -> None:
    assert found(" ".join([PROSE] * 30) + " Leave a Reply") == []


def test_broken_word_order_of_machine_translation_is_found() -> None:
    text = "Ihre E-Mail-Adresse wird nicht veröffentlicht. Markiert mit * sind die Felder erforderlich"
    assert [rule for rule, _ in found(text, "de")] == ["boilerplate.email-note"]


def test_titles_below_a_heading_at_the_tail_go_with_it() -> None:
    text = f"{PROSE}\n\n{PROSE}\n\nRelated posts\nA new road for the valley\nThe mill is for sale\n"
    assert [line for rule, line in found(text) if rule == "boilerplate.related-posts"] == [
        "Related posts",
        "A new road for the valley",
        "The mill is for sale",
    ]


def test_english_furniture_is_found_in_other_languages() -> None:
    text = "Der Gemeinderat hat am Dienstagabend beschlossen, die Brücke zu erneuern.\n\nLeave a Reply\n"
    assert found(text, "de") == [("boilerplate.comment-form", "Leave a Reply")]


def test_head_and_tail_end_where_prose_begins_and_ends() -> None:
    text = f"Home\nNews\n{PROSE}\n{PROSE}\nShare\nPrint\n"
    document = Linter().open(text, lang="en")
    zones = Facts(document, Knowledge()).zones
    assert (zones.body_start, zones.body_end) == (2, 4)
