"""Bad input, full disks and runs that are killed: the original is whole, and a second run finishes the job."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from linter.bulk.jsonl import JsonLines
from linter.bulk.records import Batch, Record
from linter.bulk.run import run_jobs
from linter.bulk.sinks import Pipe
from linter.bulk.work import Job
from linter.rule import Profile
from linter.running.task import Mode
from tests.site import Site

ROUNDS = int(os.environ.get("MTLINT_KILLS", "3"))
NEEDS_SIGNALS = pytest.mark.skipif(sys.platform == "win32", reason="signals and process groups")


def corpus(number: int = 600) -> bytes:
    """Records of 3.6 kB."""
    texts = (f"Text {at} with a kolour.\n" + "Fine words follow here.\n" * 150 for at in range(number))
    return b"".join(json.dumps({"id": at, "text": text}).encode() + b"\n" for at, text in enumerate(texts))


def fixed(data: bytes) -> bytes:
    return data.replace(b"kolour", b"colour")


def leftovers(site: Site) -> list[str]:
    return [name for name in site.names() if "mtlint-" in name]


@pytest.mark.parametrize("cut", [50, 200])
def test_a_gzip_file_cut_off_is_checked_so_far_and_left_alone(site: Site, cut: int) -> None:
    data = gzip.compress(corpus(200))
    site.write("a.jsonl.gz", data[:-cut])
    for arguments in (["--fix"], ["--fix", "--output", "b.jsonl"]):
        ran = site.lint("a.jsonl.gz", *arguments, "--output", "jsonl:found.jsonl")
        assert ran.code == 2
        assert ran.err.startswith("mtlint: a.jsonl.gz: the packed data ends too early; what follows could not be read.")
    assert len(site.read("found.jsonl")) == 0
    assert site.read("a.jsonl.gz") == data[:-cut]
    assert not {"b.jsonl", *leftovers(site)} & set(site.names())
    assert len(site.lint("a.jsonl.gz", "--format", "jsonl").rows) > 100


def test_a_zip_bomb_is_said_to_be_one(site: Site) -> None:
    bomb = gzip.compress((b'{"text": "' + b"a" * 20_000 + b'"}\n') * 900)
    site.write("a.jsonl.gz", bomb)
    ran = site.lint("a.jsonl.gz", "--fix")
    assert ran.code == 2
    assert "looks like a zip bomb; not read on (--max-expansion raises the limit)." in ran.err
    assert site.read("a.jsonl.gz") == bomb
    assert site.lint("a.jsonl.gz", "--max-expansion", "2000", "--select", "house.colour").code == 0


def test_a_record_over_the_limit_goes_through_unchecked(site: Site) -> None:
    long = json.dumps({"text": "kolour " * 300_000}).encode()
    data = b"\n".join([b'{"text": "kolour"}', long, b'{"text": "more kolour"}'])
    site.write("a.jsonl", data)
    ran = site.lint("a.jsonl", "--fix", "--max-size", "1MB")
    assert ran.code == 2
    assert ran.err.startswith("mtlint: a.jsonl: record 2: more than 1 MB, not checked; --max-size raises the limit.")
    assert site.read("a.jsonl") == data.replace(b'"kolour"', b'"colour"').replace(b"more kolour", b"more colour")


FULL = """\
import resource, sys
from linter.cli.lint import main
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
sys.exit(main(sys.argv[1:]))
"""


@NEEDS_SIGNALS
@pytest.mark.parametrize("arguments", [["--fix"], ["--fix", "--output", "b.jsonl"]])
def test_on_a_full_disk_the_original_is_whole_and_nothing_is_left(site: Site, arguments: list[str]) -> None:
    site.write("a.jsonl", corpus(200))
    site.write("b/small.jsonl", b'{"text": "kolour"}\n')
    more = ["b/small.jsonl"] if "--output" not in arguments else []
    done = subprocess.run(
        [sys.executable, "-c", FULL, "a.jsonl", *more, *arguments, "-q", "-j", "1"],
        cwd=site.folder,
        env=site.environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"mtlint: a.jsonl: not written: file too large." in done.stderr
    assert site.read("a.jsonl") == corpus(200)
    assert leftovers(site) == []
    assert (b"colour" in site.read("b/small.jsonl")) == bool(more)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_pipe_into_a_full_disk_is_an_error(site: Site) -> None:
    command = [sys.executable, "-m", "linter.cli.lint", "-", "--records", "jsonl", "--fix"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command,
            cwd=site.folder,
            env=site.environment(),
            input=corpus(100),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert b"no space left on device" in done.stderr


HOLDER = """\
import sys
from linter.bulk import Output, open_records
with Output(open_records("a.jsonl"), "a.jsonl"):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_of_two_runs_on_one_file_the_second_leaves_it_alone(site: Site) -> None:
    site.write("a.jsonl", corpus(10))
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER],
        cwd=site.folder,
        env=site.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        ran = site.lint("a.jsonl", "--fix")
        assert (ran.code, site.read("a.jsonl")) == (2, corpus(10))
        assert "a.jsonl: another run is writing this file, so this one leaves it alone." in ran.err
        other.kill()
    assert site.lint("a.jsonl", "--fix").code == 0
    assert site.read("a.jsonl") == fixed(corpus(10))


@dataclass(frozen=True, slots=True)
class Deadly(JsonLines):
    """A file with a text that the process which reads it does not survive."""

    parent: int = 0

    def records(self, batch: Batch) -> Iterator[Record]:
        found = list(JsonLines.records(self, batch))
        if os.getpid() != self.parent and any(record.text == "deadly" for record in found):
            os.kill(os.getpid(), signal.SIGKILL)
        return iter(found)


@NEEDS_SIGNALS
def test_a_record_that_kills_its_worker_is_named_and_the_rest_is_done(site: Site) -> None:
    lines = [*corpus(600).splitlines()]
    lines[300] = b'{"id": "k", "text": "deadly"}'
    path = site.write("a.jsonl", b"\n".join(lines))
    profile = Profile(select=("house",), rule_folders=(str(site.folder / "house-rules"),))
    file = Deadly(str(path), parent=os.getpid())
    job = Job(path="a.jsonl", file=file, profile=profile, mode=Mode.FIX, is_written=True)
    parts: list[bytes] = []
    told = list(run_jobs([job], processes=2, open_sink=lambda job, _: Pipe(job.file, parts.append, None)))
    problems = [str(problem) for each in told for problem in each.outcome.problems]
    assert problems == [
        "a.jsonl: record 301 (k): not checked: the process that checked it ended by signal 9 (out of memory?)."
    ]
    assert b"".join(parts) == fixed(b"\n".join(lines))


def ended(process: subprocess.Popen[bytes]) -> int:
    process.communicate(timeout=60)
    return process.returncode


def start(site: Site, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "linter.cli.lint", *arguments],
        cwd=site.folder,
        env=site.environment(MTLINT_SHARD="300000"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def grown(path: Path, size: int) -> None:
    """Wait until a file has a size."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if path.exists() and path.stat().st_size >= size:
            return
        time.sleep(0.005)
    raise AssertionError(f"{path} did not grow")


@NEEDS_SIGNALS
def test_a_run_that_was_killed_goes_on_where_it_was(site: Site) -> None:
    data = corpus(1000)
    site.write("a.jsonl", data)
    first = start(site, "a.jsonl", "--fix", "-j", "1")
    grown(site.folder / ".a.jsonl.mtlint-part", 1_000_000)
    first.kill()
    ended(first)
    assert site.read("a.jsonl") == data
    assert len(leftovers(site)) == 2
    ran = site.lint("a.jsonl", "--fix", "--resume", "--ledger", "ledger.json", "-q")
    assert ran.code == 0
    ran = site.lint("a.jsonl", "--fix", "--resume", "-q")
    assert site.read("a.jsonl") == fixed(data)
    assert leftovers(site) == []


@NEEDS_SIGNALS
def test_the_resumed_run_counts_for_both(site: Site) -> None:
    site.write("a.jsonl", corpus(1000))
    more = ("--output", "b.jsonl", "--drop-if", "house.grey>=1", "--ledger", "ledger.json", "-j", "1")
    first = start(site, "a.jsonl", "--fix", *more)
    grown(site.folder / ".b.jsonl.mtlint-part", 1_000_000)
    first.kill()
    ended(first)
    ran = site.lint("a.jsonl", "--fix", "--resume", *more)
    assert "mtlint: a.jsonl: went on after record " in ran.err
    assert "Fixed 1000 findings in 1 file." in ran.out
    (row,) = json.loads(site.read("ledger.json"))["rules"]
    assert (row["hits"], row["documents"], row["fixed"]) == (1000, 1000, 1000)
    assert site.read("b.jsonl") == fixed(corpus(1000))


@NEEDS_SIGNALS
def test_an_interrupted_run_leaves_whole_files_only(site: Site) -> None:
    site.write("a.jsonl", corpus(1000))
    process = subprocess.Popen(
        [sys.executable, "-m", "linter.cli.lint", "a.jsonl", "--fix", "-q", "-j", "2"],
        cwd=site.folder,
        env=site.environment(),
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    grown(site.folder / ".a.jsonl.mtlint-part", 500_000)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, b"mtlint: interrupted.\n")
    assert site.read("a.jsonl") == corpus(1000)
    assert leftovers(site) == []


@NEEDS_SIGNALS
def test_killed_at_any_moment_nothing_is_lost_or_torn(site: Site) -> None:
    """Set MTLINT_KILLS for more rounds."""
    data = corpus()
    dice = random.Random(os.environ.get("MTLINT_SEED", "kill"))
    for _ in range(2):  # the first run may have to compile the rules
        site.write("a.jsonl", data)
        started = time.monotonic()
        assert ended(start(site, "a.jsonl", "--fix", "-j", "2")) == 0
    longest = time.monotonic() - started
    killed = 0
    for number in range(ROUNDS):
        name = ("a.jsonl", "b.jsonl.gz")[number % 2]
        site.write("a.jsonl", data)
        (site.folder / "b.jsonl.gz").unlink(missing_ok=True)
        arguments = ("a.jsonl", "--fix", "-j", str(1 + number % 3), *(["--output", name] if name != "a.jsonl" else []))
        process = start(site, *arguments)
        time.sleep(dice.uniform(0.2, 1.0) * longest)
        kill = os.killpg if number % 4 < 2 else os.kill  # all of its processes, or the first one alone
        kill(process.pid, signal.SIGKILL)
        killed += ended(process) == -signal.SIGKILL
        assert site.read("a.jsonl") in ((data, fixed(data)) if name == "a.jsonl" else (data,))
        if (site.folder / "b.jsonl.gz").exists():
            assert gzip.decompress(site.read("b.jsonl.gz")) == fixed(data)
        assert ended(start(site, *arguments, "--resume")) == 0
        whole = site.read(name) if name == "a.jsonl" else gzip.decompress(site.read(name))
        assert whole == fixed(data)
        assert leftovers(site) == []
    assert killed >= ROUNDS // 4
