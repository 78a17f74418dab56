"""Writing back, showing what would be written, and standard input."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys

import pytest

from tests.site import Site


def test_nothing_is_written_without_fix(site: Site) -> None:
    path = site.write("a.txt", "The kolour.\n")
    before = path.stat().st_mtime_ns
    site.lint("a.txt")
    assert (site.read("a.txt"), path.stat().st_mtime_ns) == (b"The kolour.\n", before)


def test_fix_applies_safe_fixes_only(site: Site) -> None:
    site.write("a.txt", "A kolour and a grayy one.\n")
    ran = site.lint("a.txt", "--fix")
    assert site.read("a.txt") == b"A colour and a grayy one.\n"
    assert "Fixed 1 finding in 1 file." in ran.out


def test_unsafe_fixes_apply_safe_and_unsafe_ones(site: Site) -> None:
    site.write("a.txt", "A kolour and a grayy one.\n")
    site.lint("a.txt", "--unsafe-fixes")
    assert site.read("a.txt") == b"A colour and a grey one.\n"


def test_what_is_left_has_positions_of_the_fixed_text(site: Site) -> None:
    site.write("a.txt", "kolour kolour\nkolour grayy\n")
    (row,) = site.lint("a.txt", "--fix", "--format", "jsonl").rows
    text = site.read("a.txt").decode()
    assert text[row["start"] : row["end"]] == "grayy"
    assert (row["line"], row["column"]) == (2, 8)


def test_an_unsure_finding_is_never_fixed(site: Site) -> None:
    site.write("a.txt", "I dunno.\n")
    site.lint("a.txt", "--unsafe-fixes", "--min-confidence", "low")
    assert site.read("a.txt") == b"I dunno.\n"


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfThe kolour.\r\nMore.\r\n",
        "画像 kolour\u2028 after\x0b\x85".encode(),
        b"One bad byte \xff and kolour.\n",
        "kolour ü".encode("utf-16"),
        "\ufeffkolour ü".encode("utf-16-be"),
        "\ufeffkolour ü".encode("utf-32-le"),
        b"no line break after kolour",
        b"a NUL \0 and kolour\n",
    ],
)
def test_everything_but_the_fix_stays_byte_for_byte(site: Site, data: bytes) -> None:
    site.write("a.txt", data)
    site.lint("a.txt", "--fix")
    wide = {b"\xff\xfe\x00\x00": "utf-32-le", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
    encoding = next((name for mark, name in wide.items() if data.startswith(mark)), "utf-8")
    assert site.read("a.txt") == data.replace("kolour".encode(encoding), "colour".encode(encoding))


def test_the_mode_of_a_file_stays(site: Site) -> None:
    path = site.write("a.txt", "kolour\n")
    path.chmod(0o640)
    site.lint("a.txt", "--fix")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_stays_a_link_and_its_target_is_fixed(site: Site) -> None:
    site.write("real/a.txt", "kolour\n")
    link = site.folder / "link.txt"
    link.symlink_to("real/a.txt")
    site.lint("link.txt", "--fix")
    assert link.is_symlink()
    assert site.read("real/a.txt") == b"colour\n"


def test_no_temporary_file_is_left(site: Site) -> None:
    site.write("t/a.txt", "kolour\n")
    site.lint("t", "--fix")
    assert site.names("t") == ["a.txt"]


def test_a_diff_is_shown_and_nothing_is_written(site: Site) -> None:
    site.write("t/a.txt", "One.\nA kolour.\nTwo.\n")
    ran = site.lint("t", "--diff")
    assert ran.out == "--- a/t/a.txt\n+++ b/t/a.txt\n@@ -1,3 +1,3 @@\n One.\n-A kolour.\n+A colour.\n Two.\n"
    assert site.read("t/a.txt") == b"One.\nA kolour.\nTwo.\n"
    assert "1 finding in 1 file" in ran.err


@pytest.mark.skipif(shutil.which("git") is None, reason="git applies the diff")
@pytest.mark.parametrize(
    "data",
    [
        b"kolour",
        b"kolour\n",
        b"a\r\nkolour\r\nb\r\n",
        b"bad \xff byte kolour\n",
        ("kolour\n" + "line\n" * 30 + "kolour\n" + "more\n" * 3 + "kolour").encode(),
    ],
)
def test_git_applies_the_diff_to_what_fix_writes(site: Site, data: bytes) -> None:
    site.write("a.txt", data)
    diff = site.command("a.txt", "--diff").stdout
    subprocess.run(["git", "apply", "-p1", "-"], input=diff, cwd=site.folder, check=True)
    by_diff = site.read("a.txt")
    site.write("a.txt", data)
    site.lint("a.txt", "--fix")
    assert by_diff == site.read("a.txt") == data.replace(b"kolour", b"colour")


def test_a_diff_follows_the_wished_safety(site: Site) -> None:
    site.write("a.txt", "grayy\n")
    assert site.lint("a.txt", "--diff").out == ""
    assert "+grey" in site.lint("a.txt", "--diff", "--unsafe-fixes").out


def test_a_report_for_machines_cannot_share_standard_output_with_a_diff(site: Site) -> None:
    site.write("a.txt", "kolour\n")
    assert site.lint("a.txt", "--diff", "--format", "jsonl").code == 2
    site.lint("a.txt", "--diff", "--output", "jsonl:report.jsonl")
    assert b"house.colour" in site.read("report.jsonl")


def test_standard_input_is_checked_under_its_name(site: Site) -> None:
    done = site.command("-", "--stdin-filename", "docs/a.md", stdin=b"A kolour and `kolour`.\n")
    assert done.returncode == 1
    assert done.stdout.startswith(b"docs/a.md:1:3: warning house.colour")
    assert done.stdout.count(b"house.colour") == 1


def test_standard_input_is_fixed_onto_standard_output(site: Site) -> None:
    done = site.command("-", "--fix", stdin="A kolour, grayy \udcff.\r\n".encode("utf-8", "surrogateescape"))
    assert done.stdout == b"A colour, grayy \xff.\r\n"
    assert b"house.grey" not in done.stdout


def test_standard_input_that_cannot_be_read_passes_unchanged(site: Site) -> None:
    data = "Grüße für Bäume".encode("latin-1") * 3
    done = site.command("-", "--fix", stdin=data)
    assert (done.returncode, done.stdout) == (2, data)


_FORTH = """\
id: house.{name}
kind: substitution
category: other
message: "“{{found}}” should not stand here."
why: A rule of the tests.
severity: warning
confidence: high
fix: safe
since: "0.1"
examples: []
swap: {{"*": {{{wrong}: {right}}}}}
"""


def test_fixes_that_never_come_to_rest_leave_the_file_and_report_its_findings(site: Site) -> None:
    site.write("house-rules/house/tick.yaml", _FORTH.format(name="tick", wrong="ticktick", right="tocktock"))
    site.write("house-rules/house/tock.yaml", _FORTH.format(name="tock", wrong="tocktock", right="ticktick"))
    site.write("a.txt", "ticktick\n")
    ran = site.lint("a.txt", "--fix", "--format", "jsonl")
    assert ran.code == 2
    assert "do not come to rest after 10 rounds" in ran.err
    assert [row["rule"] for row in ran.rows] == ["house.tick"]
    assert site.read("a.txt") == b"ticktick\n"


def test_a_fixed_baseline_follows_its_text(site: Site) -> None:
    site.write("a.txt", "kolour grayy perhapss\n")
    site.lint("a.txt", "--select", "house.grey", "--write-baseline", "--baseline", "b.json", "--reason", "our word")
    site.lint("a.txt", "--fix", "--baseline", "b.json")
    assert site.read("a.txt") == b"colour grayy perhapss\n"
    again = site.lint("a.txt", "--baseline", "b.json", "--fail-on-stale")
    assert again.code == 0
    assert "house.grey" not in again.out
    assert b"our word" in site.read("b.json")
