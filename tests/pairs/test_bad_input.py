"""Hostile and odd texts: nothing breaks, and the time grows with the length."""

from __future__ import annotations

import time

import pytest

from linter import Profile, lint_pair

PAIRS = Profile(select=("pairs",))
LONG = 10_000
HOSTILE = {
    "slashes": ("/" + "a" * LONG, "/" + "b" * LONG),
    "mail": ("a-" * LONG, "b_" * LONG),
    "a tag without an end": ("<a " + "b " * LONG, "<a " + "c " * LONG),
    "tags": ("<a" * LONG, "<b" * LONG),
    "digits": ("1" * LONG, "2" * LONG),
    "parts of a number": ("1." * LONG, "2." * LONG),
    "numerals": ("三" * LONG, "四" * LONG),
    "braces": ("{{" * LONG, "{ {" * LONG),
    "ticks": ("`" * LONG + "a", "`b" * LONG),
    "per cent": ("%(" * LONG, "%( " * LONG),
    "Roman numerals": ("I" * LONG, "X" * LONG),
    "a list": ("1. a\n" * LONG, "1. b\n" * LONG),
    "names": ("GitHub " * LONG, "Github " * LONG),
    "dashes": ("--" * LONG, "—" * LONG),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_no_longer_than_others(name: str) -> None:
    source, target = HOSTILE[name]
    lint_pair("Eins", "One", source_lang="de", target_lang="en", profile=PAIRS)
    began = time.process_time()
    lint_pair(source, target, source_lang="en", target_lang="zh" if name == "numerals" else "de", profile=PAIRS)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("source", "target"), [("", ""), ("", "Text."), ("Text.", ""), (" \n\n ", "\n"), ("\x00", "\ud800")]
)
@pytest.mark.parametrize("path", [None, "page.md", "page.html"])
def test_odd_texts_are_no_fault_of_the_program(source: str, target: str, path: str | None) -> None:
    findings = lint_pair(source, target, path=path, source_lang="en", target_lang="de", profile=PAIRS)
    assert all(0 <= each.span.start <= each.span.end <= len(target) for each in findings)


def test_a_broken_rule_is_no_reason_to_stop() -> None:
    assert lint_pair("a" * 5000, "b" * 5000, target_lang="xx", profile=PAIRS) == ()
