"""mtlint and its neighbours on the same bytes in one run: speed, memory, start-up, growth.

    python benchmarks/corpus.py corpus.jsonl
    python benchmarks/peers.py corpus.jsonl [--megabytes 100] [--bin FOLDER…]

Each tool is a process of its own on the same plain text files (and on none, for its start-up); the figures are
CPU seconds and peak memory of that process and its children, as the system counts them. Tools that are not
installed are left out and named: codespell, typos, proselint, cspell; ``ftfy`` is run through this Python.
They look for other things than mtlint does: the table says what a run costs, not what it finds.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

RECORDS = 20  # in each file, of one language: each tool reads the same files
_FTFY = "import ftfy, pathlib, sys; [ftfy.fix_text(pathlib.Path(p).read_text('utf-8')) for p in sys.argv[1:]]"
_PART = 20  # one file in so many for slow tools
_SLOW = frozenset(("proselint", "cspell", "ftfy"))  # at under 2 MB a second: they get a part of the files


class Cost(NamedTuple):
    """What a process and its children cost: CPU seconds, wall seconds, peak memory in MB."""

    cpu: float
    wall: float
    memory: float


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--bin", action="append", default=[], help="a folder with tools, before those on PATH")
    options = parser.parse_args()
    os.environ["PATH"] = os.pathsep.join([*options.bin, str(Path(sys.executable).parent), os.environ["PATH"]])
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = _write(options.corpus, folder, options.megabytes)
        files = len(list(folder.glob("*.txt")))
        print(f"{size / 1e6:.1f} MB of text in {files} files\n")
        _table(folder)


def _write(corpus: Path, folder: Path, megabytes: float) -> int:
    """Write the first megabytes of the corpus as text files of one language each; returns their bytes.

    Nothing is kept: the peak memory of a child counts that of its parent at the start.
    """
    size, numbers = 0, Counter[str]()
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            language = record["lang"] or "und"
            with (folder / f"{language}-{numbers[language] // RECORDS:03}.txt").open("a", encoding="utf-8") as file:
                file.write(record["text"])
            numbers[language] += 1
            size += len(record["text"].encode())
            if size > megabytes * 1e6:
                break
    (folder / "empty").mkdir()
    (folder / "empty" / "empty.txt").write_text("word\n", "utf-8")
    return size


def _tools(paths: Sequence[str]) -> Iterator[tuple[str, list[str] | None]]:
    yield "mtlint", [sys.executable, "-m", "linter", *paths, "--no-config", "-j", "1", "--quiet", "--exit-zero"]
    commands = {
        "codespell": ["codespell", *paths],
        "typos": ["typos", "--threads", "1", *paths],
        "proselint": ["proselint", "check", *paths],
        "cspell": ["cspell", "lint", "--no-progress", "--no-summary", *paths],
    }
    for name, command in commands.items():
        yield name, command if shutil.which(command[0]) else None
    yield "ftfy", [sys.executable, "-c", _FTFY, *paths]


def _table(folder: Path) -> None:
    files = sorted(folder.glob("*.txt"))
    print("| tool | MB | MB per CPU-second | CPU s | wall s | peak MB | start-up ms |")
    print("|---|---|---|---|---|---|---|")
    empty = dict(_tools([str(folder / "empty" / "empty.txt")]))
    missing = []
    for name, command in _tools([str(path) for path in files]):
        if command is None:
            missing.append(name)
            continue
        some = files[::_PART] if name in _SLOW else files
        command = dict(_tools([str(path) for path in some]))[name] or command
        size = sum(path.stat().st_size for path in some) / 1e6
        start = sorted(_cost(empty[name] or []).wall for _ in range(5))[2]
        cost = _cost(command)
        speed = size / max(cost.cpu, 1e-6)
        figures = f"{speed:.2f} | {cost.cpu:.1f} | {cost.wall:.1f} | {cost.memory:.0f} | {1000 * start:.0f}"
        print(f"| {name} | {size:.1f} | {figures} |", flush=True)
    if missing:
        print(f"\nNot installed: {', '.join(missing)}.")


def _cost(command: list[str]) -> Cost:
    """Run a command to its end, whatever it says or returns."""
    start = time.perf_counter()
    process = os.posix_spawnp(
        command[0],
        command,
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
    )
    _, _, used = os.wait4(process, 0)
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / scale)


if __name__ == "__main__":
    main()
