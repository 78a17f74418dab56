"""Colour and progress on a terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.site import Site

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")


def on_a_terminal(site: Site, *arguments: str) -> str:
    """Run the command with a terminal as standard error and return what it shows there."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "linter.cli.lint", *arguments],
        cwd=site.folder,
        env=site.environment(TERM="xterm"),
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    process.wait()
    return shown.decode()


@pytest.fixture
def large(site: Site) -> Site:
    """Enough text for the progress to be seen."""
    for number in range(40):
        site.write(f"t/{number:02}.txt", "A plain sentence of some words.\n" * 20_000)
    site.write("t/99.txt", b"bad \xff byte\n")
    return site


def test_progress_is_shown_and_taken_away_again(large: Site) -> None:
    shown = on_a_terminal(large, "t", "-j", "1")
    assert " files, " in shown
    assert " MB/s" in shown
    assert shown.splitlines()[-1].rpartition("\x1b[K")[2].startswith("mtlint: t/99.txt:1: byte 4")


def test_progress_in_a_record_file_tells_the_time_left(site: Site) -> None:
    line = b'{"text": "' + b"A plain sentence of some words. " * 300 + b'"}\n'
    site.write("a.jsonl", line * 2000)
    shown = on_a_terminal(site, "a.jsonl", "-j", "1")
    assert re.search(r" MB/s, \d+%, \d+:\d\d left", shown)


def test_quiet_shows_no_progress(large: Site) -> None:
    assert " MB/s" not in on_a_terminal(large, "t", "-j", "1", "--quiet")
