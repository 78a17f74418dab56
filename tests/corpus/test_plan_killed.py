"""A run of `apply` that is killed at any moment leaves whole files, and can be finished or taken back."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.corpus.conftest import Run
from tests.site import Site

FILES = 120
KILLS = 3


def contents(site: Site) -> dict[str, bytes]:
    paths = [path for path in (site.folder / "texts").iterdir() if not path.name.startswith(".")]
    return {path.name: path.read_bytes() for path in paths}


def killed_half_way(site: Site, before: dict[str, bytes], number: int) -> None:
    """Apply the plan in a process of its own, and kill it once a file was changed, a little later each time."""
    first = site.folder / "texts" / "000.txt"
    command = [sys.executable, "-m", "linter.cli.corpus", "apply", "plan.jsonl"]
    with subprocess.Popen(command, env=site.environment(), stdout=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 60
        while first.read_bytes() == before[first.name] and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(0.01 * number)
        process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="a file that is read cannot be replaced there")
def test_a_killed_run_is_finished_or_taken_back(site: Site, corpus: Run) -> None:
    for number in range(FILES):
        site.write(f"texts/{number:03}.txt", f"A kolour and a kolour {number}.\n")
    site.write("texts/records.jsonl", "\n".join(json.dumps({"text": f"A kolour {n}."}) for n in range(FILES)))
    before = contents(site)
    corpus("plan", "texts", "-o", "plan.jsonl")
    for number in range(KILLS):
        killed_half_way(site, before, number)
        assert all(data in (before[name], fixed(before[name])) for name, data in contents(site).items())
        if number % 2:
            assert corpus("apply", "plan.jsonl").code == 0
            assert contents(site) == {name: fixed(data) for name, data in before.items()}
        assert corpus("undo", "plan.jsonl").code == 0
        assert contents(site) == before
        assert not Path("plan.jsonl.applied").exists()


def fixed(data: bytes) -> bytes:
    return data.replace(b"kolour", b"colour")
