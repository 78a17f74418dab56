"""One or many processes: the same output, and no file gets lost with a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from linter.rule import Profile
from linter.running.many import run_tasks
from linter.running.task import Task
from tests.site import Site

MACHINE = ("text", "json", "jsonl", "sarif", "github", "gitlab", "junit")
SCRIPT = """\
import multiprocessing, sys
from linter.cli.lint import main
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture
def many(site: Site) -> Site:
    """A folder with more files than a batch holds, some of them broken."""
    for number in range(70):
        site.write(f"t/{number:03}.txt", f"Text {number}.\n" + "A kolour and a grayy word.\n" * (number % 5))
    site.write("t/007.txt", "Grüße für Bäume".encode("latin-1") * 9)
    site.write("t/033.txt", b"one bad \xff byte and kolour\n")
    (site.folder / "t" / "gone.txt").symlink_to("nowhere")
    return site


def test_reports_are_the_same_with_one_and_four_processes(many: Site) -> None:
    outputs = [f"--output={name}:{{}}.{name}" for name in MACHINE]
    runs = [many.lint("t", "-j", jobs, *(output.format(jobs) for output in outputs)) for jobs in ("1", "4")]
    assert runs[0] == runs[1]
    assert runs[0].code == 2
    for name in MACHINE:
        assert many.read(f"1.{name}") == many.read(f"4.{name}")


@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
def test_it_works_however_processes_are_started(many: Site, method: str) -> None:
    if sys.platform == "win32" and method != "spawn":
        pytest.skip("not there")
    many.write("start.py", SCRIPT)
    command = [sys.executable, "start.py", method, "t", "-j", "2", "--format", "jsonl"]
    done = subprocess.run(
        command, cwd=many.folder, env=many.environment(), capture_output=True, timeout=120, check=False
    )
    alone = many.lint("t", "-j", "1", "--format", "jsonl")
    assert (done.returncode, done.stdout.decode()) == (alone.code, alone.out)
    assert done.stderr.decode() == alone.err


def test_fixing_over_processes_writes_the_same_files(many: Site) -> None:
    many.lint("t", "-j", "4", "--unsafe-fixes")
    assert many.read("t/004.txt") == b"Text 4.\n" + b"A colour and a grey word.\n" * 4
    assert many.read("t/033.txt") == b"one bad \xff byte and colour\n"
    assert many.names("t")[0] == "000.txt"


def tasks_for(site: Site, names: list[str]) -> list[Task]:
    profile = Profile(select=("house",), rule_folders=(str(site.folder / "house-rules"),))
    return [Task(path=name, file=str(site.folder / name), profile=profile, size=100) for name in names]


KILLER = """\
import os, signal, sys, time
me, parent, fifo = os.getpid(), int(sys.argv[1]), sys.argv[2]
for _ in range(600):
    time.sleep(0.05)
    try:
        os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)  # fails until somebody reads
    except OSError:
        continue
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            fields = open(f"/proc/{name}/stat").read().rpartition(")")[2].split()
            held = [os.readlink(f"/proc/{name}/fd/{number}") for number in os.listdir(f"/proc/{name}/fd")]
        except OSError:
            continue
        if int(fields[1]) == parent and int(name) != me and fifo in held:
            os.kill(int(name), signal.SIGKILL)
            sys.exit(0)
sys.exit(1)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the killer looks into /proc")
def test_a_process_that_dies_names_its_file_and_the_run_goes_on(many: Site) -> None:
    fifo = many.folder / "t" / "wait.txt"
    os.mkfifo(fifo)  # the worker waits here until it is killed
    killer = many.write("kill.py", KILLER)
    names = [f"t/{number:03}.txt" for number in range(5)] + ["t/wait.txt"]
    names += [f"t/{number:03}.txt" for number in range(40, 60)]
    with subprocess.Popen([sys.executable, str(killer), str(os.getpid()), str(fifo)]) as process:
        outcomes = list(run_tasks(tasks_for(many, names), jobs=2))
    assert process.returncode == 0
    assert [outcome.path for outcome in outcomes] == names
    (dead,) = [outcome for outcome in outcomes if not outcome.checked]
    assert dead.path == "t/wait.txt"
    assert dead.problems[0].message == ("not checked: the process that checked it ended by signal 9 (out of memory?).")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interrupted_run_says_so_in_one_line_and_leaves_no_half_file(site: Site) -> None:
    for number in range(300):
        site.write(f"t/{number:03}.txt", "A kolour and more.\n" * 3000)
    command = [sys.executable, "-m", "linter.cli.lint", "t", "--fix", "-j", "2", "--quiet"]
    process = subprocess.Popen(
        command,
        cwd=site.folder,
        env=site.environment(),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while site.read("t/000.txt").startswith(b"A kolour") and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, b"mtlint: interrupted.\n")
    names = site.names("t")
    assert len(names) == 300
    whole = {b"A kolour and more.\n" * 3000, b"A colour and more.\n" * 3000}
    assert {site.read(f"t/{name}") for name in names} == whole


def test_few_small_files_need_no_second_process(site: Site) -> None:
    for number in range(5):
        site.write(f"t/{number}.txt", "Fine.\n")
    code = "import sys; from linter.cli.lint import main; main(['t']); sys.exit('multiprocessing' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=site.folder, env=site.environment(), check=False)
    assert done.returncode == 0


def test_tasks_are_read_only_a_little_ahead(site: Site) -> None:
    site.write("t/a.txt", "Fine.\n")
    (task,) = tasks_for(site, ["t/a.txt"])
    taken = 0

    def endless() -> object:
        nonlocal taken
        while True:
            taken += 1
            yield task

    run = run_tasks(endless(), jobs=2)  # type: ignore[arg-type]  # a generator stands for the run
    for _ in range(10):
        next(run)
    run.close()  # type: ignore[attr-defined]  # a generator stands for the run
    assert taken <= 32 * 2 * 3 + 32
