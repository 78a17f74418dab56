"""A file is replaced whole or not at all."""

from __future__ import annotations

import os
import stat
import sys

import pytest

from linter.errors import SourceError
from linter.source.reading import load
from linter.source.writing import write_back, write_whole
from tests.site import Site

LIMIT = 10**6


def test_a_file_that_changed_since_it_was_read_is_left_alone(site: Site) -> None:
    path = site.write("a.txt", "one\n")
    loaded = load(str(path), LIMIT)
    path.write_text("two\n")
    with pytest.raises(SourceError, match="the file changed while it was fixed"):
        write_back(loaded, b"fixed\n")
    assert site.read("a.txt") == b"two\n"
    assert site.names() == ["a.txt", "house-rules", "mtlint.toml"]


def test_a_file_that_vanished_is_not_made_anew(site: Site) -> None:
    path = site.write("a.txt", "one\n")
    loaded = load(str(path), LIMIT)
    path.unlink()
    with pytest.raises(SourceError, match="the file is gone"):
        write_back(loaded, b"fixed\n")
    assert not path.exists()


def test_a_new_file_has_the_usual_mode_and_an_old_one_keeps_its_own(site: Site) -> None:
    plain = site.write("plain.txt", "x")
    write_whole("new.json", b"{}")
    path = site.folder / "new.json"
    assert path.stat().st_mode == plain.stat().st_mode
    path.chmod(0o600)
    write_whole("new.json", b"[]")
    assert (path.stat().st_mode & 0o777, path.read_bytes()) == (0o600, b"[]")


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_what_is_no_regular_file_is_written_to_and_never_replaced(site: Site) -> None:
    pipe = site.folder / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(str(pipe), b"report")
    assert os.read(reading, 100) == b"report"
    os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_a_pipe_is_read_but_not_written(site: Site) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"text\n")
    os.close(writing)
    loaded = load(f"/dev/fd/{reading}", LIMIT)
    os.close(reading)
    assert loaded.data == b"text\n"
    with pytest.raises(SourceError, match="not a regular file"):
        write_back(loaded, b"fixed\n")
    del site


def test_a_file_over_the_limit_is_refused(site: Site) -> None:
    path = site.write("a.txt", "x" * 11)
    with pytest.raises(SourceError, match="more than 10 bytes, not checked"):
        load(str(path), 10)
