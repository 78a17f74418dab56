"""0 clean, 1 findings at or above --fail-on, 2 something could not be checked."""

from __future__ import annotations

import pytest

from tests.site import Site


def test_a_clean_file_gives_0_and_says_so(site: Site) -> None:
    site.write("a.txt", "Fine.\n")
    ran = site.lint("a.txt")
    assert (ran.code, ran.out.splitlines()[0], ran.err) == (0, "No findings in 1 file.", "")


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        ("grayy", "error", 1),
        ("kolour", "error", 0),
        ("kolour", "warning", 1),
        ("perhapss", "warning", 0),
        ("perhapss", "info", 1),
        ("grayy", "never", 0),
    ],
)
def test_fail_on_says_from_which_severity_findings_give_1(site: Site, text: str, level: str, code: int) -> None:
    site.write("a.txt", f"Some {text} here.\n")
    assert site.lint("a.txt", "--fail-on", level).code == code


def test_the_default_of_fail_on_is_warning(site: Site) -> None:
    site.write("a.txt", "perhapss\n")
    site.write("b.txt", "kolour\n")
    assert site.lint("a.txt").code == 0
    assert site.lint("b.txt").code == 1


def test_what_could_not_be_checked_wins_over_findings(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    ran = site.lint("gone.txt", "a.txt")
    assert ran.code == 2
    assert "kolour" in ran.out


def test_exit_zero_turns_1_to_0_but_not_2(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    assert site.lint("a.txt", "--exit-zero").code == 0
    assert site.lint("a.txt", "gone.txt", "--exit-zero").code == 2


def test_fixing_everything_gives_0(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    assert site.lint("a.txt", "--fix").code == 0


def test_a_diff_gives_1_if_something_would_change(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    site.write("b.txt", "Fine.\n")
    assert site.lint("a.txt", "--diff", "--fail-on", "never").code == 1
    assert site.lint("b.txt", "--diff").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--selct", "x"], "there is no option --selct, did you mean --select?"),
        (["--format", "jsno"], "“jsno” is none of text, json, jsonl"),
        (["--format", "jsno"], "did you mean “json”?"),
        (["--output", "sarif"], "--output needs FORMAT:FILE"),
        (["--output", "sarif:nowhere/x.sarif"], "there is no folder nowhere"),
        (["--preset", "artcle"], "did you mean “article”?"),
        (["--lang", "deutsch"], "“deutsch” is no language code"),
        (["--min-confidence", "hihg"], "did you mean “high”?"),
        (["--fail-on", "eror"], "did you mean “error”?"),
        (["--max-size", "big"], "“big” is no size such as “50 MB”"),
        (["--select", "house.color"], "did you mean “house.colour”?"),
        (["--accept", "abcdef"], "--accept needs a reason"),
        (["--accept", "xyz", "--reason", "r"], "an id has at least 6 of the digits"),
        (["--config", "x", "--no-config"], "contradict each other"),
        (["--config", "gone.toml"], "gone.toml: the configuration cannot be read"),
        (["--evidence", "gone.json"], "gone.json: the evidence file cannot be read"),
        (["--baseline", "gone.json"], "gone.json: the baseline cannot be read"),
        (["--since", "--output=x"], "expected one argument"),
        (["-j", "0"], "-j is a number from 1"),
        (["-j", "many"], "invalid int value"),
    ],
)
def test_a_wrong_option_is_one_line_with_a_hint_and_gives_2(site: Site, arguments: list[str], said: str) -> None:
    site.write("a.txt", "Fine.\n")
    ran = site.lint("a.txt", *arguments)
    assert ran.code == 2
    assert ran.err.startswith("mtlint: ")
    assert ran.err.count("\n") == 1
    assert said in ran.err


def test_version_and_help_give_0(site: Site) -> None:
    assert site.lint("--version").out.startswith("mtlint ")
    shown = site.lint("--help")
    assert shown.code == 0
    assert "exit codes: 0 no findings" in shown.out
