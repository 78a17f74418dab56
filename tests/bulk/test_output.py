"""An output appears whole or not at all, belongs to one run, and can be gone on with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from linter.bulk import Output, open_records
from linter.errors import SourceError

HOLDER = """
import sys
from linter.bulk import Output, open_records
with Output(open_records(sys.argv[1]), sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "a"}\n')
    path.chmod(0o640)
    return path


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def test_without_commit_nothing_happened(path: Path) -> None:
    with Output(open_records(str(path)), str(path)) as output:
        output.write(b"half a fi")
    assert path.read_bytes() == b'{"text": "a"}\n'
    assert names(path) == ["a.jsonl"]


def test_a_replaced_file_keeps_its_permissions(path: Path) -> None:
    with Output(open_records(str(path)), str(path)) as output:
        output.write(b"new")
        output.commit()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert names(path) == ["a.jsonl"]


def test_a_file_that_changed_in_the_meantime_is_left_alone(path: Path) -> None:
    with Output(open_records(str(path)), str(path)) as output:
        output.write(b"new")
        path.write_bytes(b"somebody else's")
        with pytest.raises(SourceError, match="the file changed while it was read"):
            output.commit()
    assert path.read_bytes() == b"somebody else's"
    assert names(path) == ["a.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="ends the other process by closing its input")
def test_two_runs_never_write_the_same_file(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(SourceError, match="another run is writing this file"):
            Output(open_records(str(path)), str(path))
        other.kill()
    with Output(open_records(str(path)), str(path)) as output:  # its lock went with it
        output.write(b"new")
        output.commit()
    assert names(path) == ["a.jsonl"]


def test_a_run_goes_on_from_the_last_checkpoint(path: Path) -> None:
    file = open_records(str(path))
    first = Output(file, str(path), stamp="same")
    first.write(b"one ")
    first.checkpoint(1, {"seen": 5})
    first.write(b"lost")
    first.keep()
    second = Output(file, str(path), stamp="same")
    assert (second.done, second.state) == (1, {"seen": 5})
    second.write(b"two")
    second.commit()
    assert path.read_bytes() == b"one two"
    assert names(path) == ["a.jsonl"]


@pytest.mark.parametrize("stamp", ["other", None])
def test_a_part_of_another_run_is_not_taken_up(path: Path, stamp: str | None) -> None:
    file = open_records(str(path))
    first = Output(file, str(path), stamp="same")
    first.write(b"one ")
    first.checkpoint(1, {})
    first.keep()
    with Output(file, str(path), stamp=stamp) as second:
        assert (second.done, second.state) == (0, {})
        second.write(b"all")
        second.commit()
    assert path.read_bytes() == b"all"


def test_a_torn_journal_counts_up_to_its_last_whole_line(path: Path) -> None:
    file = open_records(str(path))
    first = Output(file, str(path), stamp="same")
    first.write(b"one ")
    first.checkpoint(1, {})
    first.keep()
    with (path.parent / ".a.jsonl.mtlint-run").open("ab") as journal:
        journal.write(b'{"batches": 2, "siz')
    second = Output(file, str(path), stamp="same")
    assert second.done == 1
    second.discard()
    assert names(path) == ["a.jsonl"]
