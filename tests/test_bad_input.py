"""Whatever is wrong is one clear line; the run goes on; nothing is written half; nothing is skipped in silence."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.site import Ran, Site

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def problem(ran: Ran) -> str:
    """The one line that says what is wrong; the other file was checked all the same."""
    (line,) = [line for line in ran.err.splitlines() if line.startswith("mtlint: ")]
    assert "house.colour" in ran.out
    assert "Traceback" not in ran.err
    return line.removeprefix("mtlint: ")


@pytest.fixture
def good(site: Site) -> Site:
    """A folder with a file that is fine to check."""
    site.write("t/good.txt", "A kolour here.\n")
    return site


def test_a_missing_path(good: Site) -> None:
    ran = good.lint("nowhere/a.txt", "t")
    assert (ran.code, problem(ran)) == (2, "nowhere/a.txt: no such file or folder.")


def test_an_impossible_path(good: Site) -> None:
    ran = good.lint("x" * 5000, "t")
    assert ran.code == 2
    assert problem(ran).endswith("xxx: file name too long.")


@posix
def test_an_unreadable_file_and_folder(good: Site) -> None:
    good.write("t/secret.txt", "kolour\n").chmod(0)
    good.write("t/closed/a.txt", "kolour\n")
    (good.folder / "t/closed").chmod(0)
    done = as_nobody(good, ["t", "--format", "jsonl", "--quiet", "-j", "1"])
    (good.folder / "t/closed").chmod(0o755)
    assert done.returncode == 2
    assert done.stdout.count(b"\n") == 1
    assert done.stderr.decode().splitlines() == [
        "mtlint: t/closed: the folder cannot be read: permission denied.",
        "mtlint: t/secret.txt: permission denied.",
    ]


def test_a_file_in_another_encoding(good: Site) -> None:
    good.write("t/old.txt", "Erste Zeile.\nGrößere Übungen für später\n".encode("cp1252"))
    ran = good.lint("t")
    assert ran.code == 2
    assert problem(ran) == (
        "t/old.txt:2: byte 15 (0xF6) is not UTF-8, perhaps cp1252; not checked, convert it to UTF-8 first."
    )


def test_a_single_bad_byte_does_not_stop_the_check(good: Site) -> None:
    good.write("t/bad.txt", b"Fine.\nOne \xff byte and a kolour.\n")
    ran = good.lint("t")
    assert ran.code == 2
    assert problem(ran) == "t/bad.txt:2: byte 10 (0xFF) is not UTF-8; the rest of the file was checked."
    assert "t/bad.txt:2:18: warning house.colour" in ran.out


def test_a_lone_surrogate(good: Site) -> None:
    good.write("t/bad.txt", b"A \xed\xa0\x80 surrogate and a kolour.\n")
    ran = good.lint("t", "--fix")
    assert ran.code == 2
    assert "t/bad.txt:1: byte 2 (0xED) is not UTF-8, nor are 2 more" in ran.err
    assert good.read("t/bad.txt") == b"A \xed\xa0\x80 surrogate and a colour.\n"


@posix
def test_a_directory_loop(good: Site) -> None:
    (good.folder / "t/loop").symlink_to("../t")
    ran = good.lint("t")
    assert problem(ran) == "t/loop: a link back to a folder above it, not followed."
    assert ran.out.count("house.colour:") == 1


def test_a_binary_file_is_named_if_the_user_named_it(good: Site) -> None:
    good.write("t/photo.txt", b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)))
    ran = good.lint("t/photo.txt", "t/good.txt")
    assert (ran.code, problem(ran)) == (2, "t/photo.txt: a binary file, not checked.")


def test_a_binary_file_met_on_the_way_is_counted(good: Site) -> None:
    good.write("t/photo.txt", b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)))
    ran = good.lint("t")
    assert ran.code == 1
    assert "Skipped 1 binary." in ran.out


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b" \t\r\n", b"\xff\xfe"])
def test_an_empty_file_is_clean(good: Site, data: bytes) -> None:
    good.write("empty.txt", data)
    ran = good.lint("empty.txt", "--fix")
    assert (ran.code, ran.out, ran.err) == (0, "No findings in 1 file.\n", "")
    assert good.read("empty.txt") == data


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_utf16_and_utf32_with_a_mark_are_checked_and_fixed(good: Site, encoding: str) -> None:
    good.write("wide.txt", "\ufeffEin kolour für 画像.\r\n".encode(encoding))
    assert "wide.txt:1:6: warning house.colour" in good.lint("wide.txt").out
    good.lint("wide.txt", "--fix")
    assert good.read("wide.txt") == "\ufeffEin colour für 画像.\r\n".encode(encoding)


def test_utf16_without_a_mark_is_named_even_in_a_walk(good: Site) -> None:
    good.write("t/wide.txt", "A plain sentence from Windows.\n".encode("utf-16-le"))
    ran = good.lint("t")
    assert ran.code == 2
    assert "t/wide.txt: UTF-16 (little endian) without a byte order mark, not checked" in problem(ran)


def test_a_nul_byte_in_good_text(good: Site) -> None:
    good.write("nul.txt", b"A \0 byte and a kolour.\n")
    assert "nul.txt:1:16: warning house.colour" in good.lint("nul.txt").out
    good.lint("nul.txt", "--fix")
    assert good.read("nul.txt") == b"A \0 byte and a colour.\n"


def test_a_line_of_50_megabytes(good: Site) -> None:
    good.write("long.txt", b"word " * 10_000_000 + b"kolour and grayy")
    ran = good.lint("long.txt", "--fix", "--format", "text,jsonl")
    assert "Fixed 1 finding in 1 file." in ran.out
    assert max(map(len, ran.out.splitlines())) < 1000
    assert good.read("long.txt").endswith(b"word colour and grayy")


def test_a_file_over_the_size_limit(good: Site) -> None:
    good.write("t/big.txt", "kolour " * 1000)
    ran = good.lint("t", "--max-size", "5 kB")
    assert (ran.code, problem(ran)) == (
        2,
        "t/big.txt: 7 kB are more than 5 kB, not checked; --max-size raises the limit.",
    )


@contextmanager
def growing(site: Site, name: str) -> Iterator[None]:
    """Another program appends to a file all the time."""
    code = "import sys,time\nwhile True:\n open(sys.argv[1],'a').write('x'); time.sleep(0.002)"
    before = len(site.read(name))
    with subprocess.Popen([sys.executable, "-c", code, str(site.folder / name)]) as process:
        try:
            while len(site.read(name)) == before:
                time.sleep(0.01)
            yield
        finally:
            process.kill()


def test_a_file_that_changes_while_it_is_fixed(good: Site) -> None:
    body = b"A kolour and more words on it.\n" * 20_000
    good.write("busy.txt", body)
    with growing(good, "busy.txt"):
        ran = good.lint("busy.txt", "t/good.txt", "--fix")
    assert ran.code == 2
    assert "mtlint: busy.txt: fixes not written: the file changed while it was fixed; run again.\n" in ran.err
    assert good.read("busy.txt").startswith(body)
    assert good.read("t/good.txt") == b"A colour here.\n"
    assert not [name for name in good.names() if name.endswith(".tmp")]


FULL = """
import resource, sys
from linter.cli.lint import main
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
sys.exit(main(sys.argv[1:]))
"""


@posix
def test_a_full_disk_leaves_the_file_as_it_was(good: Site) -> None:
    big = b"A kolour here.\n" * 1000
    good.write("t/big.txt", big)
    good.lint("t")  # the compiled rules are in the cache now
    done = subprocess.run(
        [sys.executable, "-c", FULL, "t", "--fix"],
        cwd=good.folder,
        env=good.environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == b"mtlint: t/big.txt: fixes not written: file too large.\n"
    assert good.read("t/big.txt") == big
    assert good.read("t/good.txt") == b"A colour here.\n"
    assert good.names("t") == ["big.txt", "good.txt"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110  paths are plain strings here
def test_full_standard_output(good: Site) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123  paths are plain strings here
        done = subprocess.run(
            [sys.executable, "-m", "linter.cli.lint", "t"],
            cwd=good.folder,
            env=good.environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"mtlint: standard output: no space left on device.\n"


NOBODY = """
import os, sys
from linter.cli.lint import main
sys.stdout = open(os.devnull, "w")
main(["warm.txt", "--fix"])
main(["warm.txt", "--format", "jsonl", "--quiet"])
sys.stdout = sys.__stdout__
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main(sys.argv[1:]))
"""


def as_nobody(site: Site, arguments: list[str]) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user who may not do everything, even where the tests run as root."""
    site.write("warm.txt", "A kolour and grayy.\n")
    for folder in (site.folder, *site.folder.parents):
        if folder.owner() == site.folder.owner() and folder.stat().st_uid == os.getuid() and len(folder.parts) > 2:
            folder.chmod(folder.stat().st_mode | 0o055)
    return subprocess.run(
        [sys.executable, "-c", NOBODY, *arguments],
        cwd=site.folder,
        env=site.environment(),
        capture_output=True,
        check=False,
    )


@posix
def test_a_read_only_folder(good: Site) -> None:
    (good.folder / "t").chmod(0o555)
    (good.folder / "t/good.txt").chmod(0o666)
    done = as_nobody(good, ["t", "--fix", "--quiet"])
    (good.folder / "t").chmod(0o755)
    assert done.returncode == 2
    assert done.stderr == b"mtlint: t/good.txt: fixes not written: permission denied.\n"
    assert b"t/good.txt:1:3: warning house.colour" in done.stdout
    assert good.read("t/good.txt") == b"A kolour here.\n"


@posix
def test_a_read_only_file(good: Site) -> None:
    (good.folder / "t").chmod(0o777)
    (good.folder / "t/good.txt").chmod(0o444)
    done = as_nobody(good, ["t", "--fix", "--quiet"])
    assert done.returncode == 2
    assert done.stderr == b"mtlint: t/good.txt: fixes not written: the file is read-only.\n"
    assert good.read("t/good.txt") == b"A kolour here.\n"


def test_a_broken_rule_file_is_named_and_the_other_rules_run(good: Site) -> None:
    good.write("house-rules/house/broken.yaml", "id: house.broken\nkind: existance\n")
    good.write("house-rules/house/torn.yaml", "id: [house.torn\n")
    ran = good.lint("t")
    assert ran.code == 2
    said = ran.err.splitlines()
    assert re.fullmatch(r"mtlint: .*house/broken\.yaml:2:\d+: .*did you mean “existence”.*", said[0])
    assert re.match(r"mtlint: .*house/torn\.yaml:\d+:\d+: ", said[1])
    assert "house.colour" in ran.out


EXPLOSIVE = """\
id: house.explosive
kind: existence
category: other
message: "This pattern takes for ever."
why: A rule of the tests.
severity: warning
confidence: high
since: "0.1"
examples: []
patterns: {"*": ['(?:a|aa|aaa)+(?:b|bb)+!c']}
"""


def test_a_pattern_that_explodes_is_named_and_the_other_rules_run(good: Site) -> None:
    good.write("house-rules/house/explosive.yaml", EXPLOSIVE)
    good.write("t/bad.txt", "A kolour and " + "a" * 60 + "bbb!d !c\n")
    ran = good.lint("t", "-j", "1")
    assert ran.code == 2
    assert problem(ran) == "t/bad.txt: house.explosive was not run to its end: a pattern took too long."
    assert "t/bad.txt:1:3: warning house.colour" in ran.out


@posix
def test_a_broken_pipe_is_quiet(good: Site) -> None:
    for number in range(300):
        good.write(f"t/{number}.txt", "A kolour here.\n" * 20)
    process = subprocess.Popen(
        [sys.executable, "-m", "linter.cli.lint", "t", "--all"],
        cwd=good.folder,
        env=good.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), said) == (141, b"")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    ],
)
def test_a_console_that_cannot_print_a_character_gets_it_escaped(good: Site, environment: dict[str, str]) -> None:
    good.write("画像/t.txt", "画像の kolour です\n")
    done = good.command("画像", "gone画.txt", more=environment)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"kolour" in done.stdout
    if "LC_ALL" not in environment:
        assert b"\\u753b\\u50cf" in done.stdout
        assert b"gone\\u753b.txt: no such file" in done.stderr


@posix
def test_a_socket_or_pipe_in_a_folder_is_left_out(good: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(good.folder / "t/pipe.txt")
    monkeypatch.chdir(good.folder / "t")  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("sock.txt")
        monkeypatch.chdir(good.folder)
        ran = good.lint("t")
    assert ran.code == 1
    assert "Skipped 2 no regular file." in ran.out


@posix
def test_a_name_with_a_line_break_stays_one_line(good: Site) -> None:
    ran = good.lint("odd\nname\x1b.txt", "t")
    assert problem(ran) == "odd\\nname\\x1b.txt: no such file or folder."


def test_nothing_to_check_is_said(site: Site) -> None:
    (site.folder / "empty").mkdir()
    ran = site.lint("empty")
    assert (ran.code, ran.out) == (0, "No file was checked.\n")
