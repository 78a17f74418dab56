"""What people see."""

from __future__ import annotations

import pytest

from tests.site import Site


def lines_of(site: Site, *arguments: str) -> list[str]:
    return site.lint(*arguments).out.splitlines()


def test_a_finding_shows_place_reason_excerpt_marks_and_fix(site: Site) -> None:
    site.write("a.txt", "One line.\nThe kolour of it.\n")
    shown = lines_of(site, "a.txt")
    assert shown[0].startswith("a.txt:2:5: warning house.colour: “kolour” should not stand here. [")
    assert shown[1:4] == ["    The kolour of it.", "        ^^^^^^", "  fix (safe): replace it by “colour”"]
    assert shown[4] == "1 finding in 1 file (1 warning); --fix repairs 1."


def test_a_fix_says_how_far_it_may_be_trusted(site: Site) -> None:
    site.write("a.txt", "grayy\n")
    site.write("b.txt", "dunno\n")
    assert "  fix (--unsafe-fixes): replace it by “grey”" in lines_of(site, "a.txt")
    assert "  fix (shown only, medium confidence): replace it by “known”" in lines_of(site, "b.txt")


def test_marks_stand_below_wide_characters(site: Site) -> None:
    site.write("a.txt", "画像の kolour です\n")
    shown = lines_of(site, "a.txt")
    assert shown[1:3] == ["    画像の kolour です", "           ^^^^^^"]


def test_combining_characters_take_no_column(site: Site) -> None:
    site.write("a.txt", "e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT} kolour\n")
    assert lines_of(site, "a.txt")[2] == "        ^^^^^^"


def test_what_cannot_be_seen_is_spelled_out_where_it_is_the_fault(site: Site) -> None:
    site.write("a.txt", "Invisible\N{ZERO WIDTH SPACE} sign\n")
    shown = lines_of(site, "a.txt")
    assert shown[1:3] == ["    Invisible\\u200b sign", "             ^^^^^^"]


def test_an_excerpt_cannot_act_on_the_terminal(site: Site) -> None:
    site.write("a.txt", "\x1b[31mred \N{RIGHT-TO-LEFT OVERRIDE}kolour\x07\n")
    ran = site.lint("a.txt")
    assert not {"\x1b", "\x07", "\N{RIGHT-TO-LEFT OVERRIDE}"} & set(ran.out)


def test_a_long_line_is_cut_around_the_span(site: Site) -> None:
    site.write("a.txt", "x" * 500 + " kolour " + "y" * 500 + "\n")
    excerpt, marks = lines_of(site, "a.txt")[1:3]
    assert excerpt.startswith("    …x")
    assert excerpt.endswith("y…")
    assert len(excerpt) < 140
    assert excerpt[marks.index("^") :].startswith("kolour")


def test_windows_line_ends_are_not_part_of_the_excerpt(site: Site) -> None:
    site.write("a.txt", "One.\r\nA kolour\r\nmore\r\n")
    assert lines_of(site, "a.txt")[1:3] == ["    A kolour", "      ^^^^^^"]


def test_more_than_three_findings_of_a_rule_in_a_file_are_folded(site: Site) -> None:
    site.write("a.txt", "kolour\n" * 7)
    folded = lines_of(site, "a.txt")
    assert sum("house.colour:" in line for line in folded) == 3
    assert "  4 more of house.colour in this file (--all shows them)" in folded
    assert sum("house.colour:" in line for line in lines_of(site, "a.txt", "--all")) == 7


def test_folding_does_not_change_the_counts(site: Site) -> None:
    site.write("a.txt", "kolour\n" * 7)
    assert "7 findings in 1 file (7 warnings); --fix repairs 7." in lines_of(site, "a.txt")


def test_the_closing_line_says_what_was_skipped_and_why(site: Site) -> None:
    site.write("t/a.txt", "Fine.\n")
    site.write("t/b.png", b"\x89PNG\r\n\x1a\n\0\0")
    site.write("t/c.png", b"\x89PNG\r\n\x1a\n\0\0")
    site.write("t/d.txt", b"\0\1\2\3\4\5" * 100)
    site.write("t/node_modules/x.txt", "kolour\n")
    assert lines_of(site, "t")[-1] == "Skipped 2 .png, 1 binary, 1 node_modules folder."
    assert "mtlint: t/b.png: skipped: .png.\n" in site.lint("t", "--verbose").err


def test_the_closing_line_says_where_the_language_is_unknown(site: Site) -> None:
    site.write("a.txt", "xqzt\n")
    assert "1 file in an unknown language" in site.lint("a.txt").out
    assert "unknown language" not in site.lint("a.txt", "--lang", "de").out


def test_quiet_shows_findings_only(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    assert len(lines_of(site, "a.txt", "--quiet")) == 4
    site.write("b.txt", "Fine.\n")
    assert site.lint("b.txt", "--quiet").out == ""


def test_max_findings_stops_and_says_so(site: Site) -> None:
    site.write("a.txt", "kolour grayy kolour\n")
    site.write("b.txt", "kolour\n")
    ran = site.lint("a.txt", "b.txt", "--max-findings", "2")
    assert ran.out.count("should not stand here") == 2
    assert "2 findings not shown (--max-findings)." in ran.out
    assert ran.code == 1


def test_statistics_are_a_table_by_rule(site: Site) -> None:
    site.write("a.txt", "kolour kolour grayy\n")
    site.write("b.txt", "kolour dunno\n")
    shown = lines_of(site, "a.txt", "b.txt", "--statistics")
    assert [line.split() for line in shown[:4]] == [
        ["findings", "--fix", "unsafe", "files", "rule"],
        ["3", "3", "0", "2", "house.colour"],
        ["1", "0", "1", "1", "house.grey"],
        ["1", "0", "0", "1", "house.unsure"],
    ]


def test_colour_only_where_it_is_wanted(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write("a.txt", "kolour\n")
    assert "\x1b[" not in site.lint("a.txt").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[33mwarning\x1b[0m" in site.lint("a.txt").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in site.lint("a.txt").out


def test_a_proof_shows_its_place(site: Site) -> None:
    site.write("mtlint.toml", "")
    text = "The house by the lake. Photo: The Verge\nThe house by the lake. Photo: der Rand\n"
    site.write("a.txt", f"{GERMAN_FILLER}\n{text}")
    proofs = [line for line in lines_of(site, "a.txt", "--lang", "de", "--all") if line.startswith("  proof ")]
    assert any(line.startswith(("  proof 2:", "  proof 3:")) for line in proofs)


GERMAN_FILLER = "Das Haus steht am See, und der See ist tief."
