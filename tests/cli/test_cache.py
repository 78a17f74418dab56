"""A second run over many files says the same, from what the first one learnt."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from linter.outcome import Outcome
from linter.rule import Profile
from linter.running import cache as cache_module
from linter.running.cache import FindingsCache, Ticket
from linter.running.task import Mode, Task
from tests.site import Ran, Site

MANY = 20


@pytest.fixture
def kept(compiled_rules: Path) -> Iterator[Path]:
    """The folder of findings, empty at first."""
    folder = compiled_rules / "findings"
    shutil.rmtree(folder, ignore_errors=True)
    yield folder
    if folder.is_file():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def many(site: Site, kept: Path) -> Site:
    """Twenty files, a third of them with findings, and nothing known of them."""
    assert not kept.exists()
    for number in range(MANY):
        site.write(f"texts/{number:02}.txt", "A kolour.\n" if number % 3 == 0 else "All is well.\n")
    return site


def packs(kept: Path) -> list[Path]:
    return sorted(kept.glob("*"))


def run(site: Site, *arguments: str) -> Ran:
    """Run the command in a process of its own: what it knows is on the disk."""
    done = site.command("texts", "--format", "jsonl", *arguments)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_second_run_says_the_same(many: Site, kept: Path) -> None:
    without = run(many, "--no-cache")
    assert packs(kept) == []
    first, second = run(many), run(many)
    assert first == second == without
    assert len(packs(kept)) == 1


def test_a_file_that_was_seen_is_known_and_a_changed_one_is_not(many: Site) -> None:
    profile = Profile(select=("house",), rule_folders=(str(many.folder / "house-rules"),))
    file = str(many.folder / "texts/00.txt")
    task = Task("texts/00.txt", file, profile)
    one = FindingsCache()
    ticket = one.look(task)
    assert isinstance(ticket, Ticket)
    one.keep(ticket, Outcome(task.path, 10))
    one.save()
    assert FindingsCache().look(task) == Outcome(task.path, 10)
    assert isinstance(FindingsCache().look(task._replace(path="other.txt")), Ticket)
    assert isinstance(FindingsCache().look(task._replace(language="de")), Ticket)
    assert FindingsCache().look(task._replace(mode=Mode.FIX)) is None
    many.write("texts/00.txt", "A kolouR.\n")
    assert isinstance(FindingsCache().look(task), Ticket)


def test_an_outcome_is_not_kept_if_the_file_changed_on_the_way(many: Site, kept: Path) -> None:
    task = Task("texts/00.txt", str(many.folder / "texts/00.txt"), Profile(select=("house",)))
    one = FindingsCache()
    ticket = one.look(task)
    assert isinstance(ticket, Ticket)
    many.write("texts/00.txt", "Something else.\n")
    one.keep(ticket, Outcome(task.path, 10))
    one.save()
    assert packs(kept) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("texts/04.txt", "Another kolour.\n"),
        ("mtlint.toml", 'rules = ["house-rules"]\nselect = ["house.grey"]\n'),
        ("house-rules/house/colour.yaml", ""),
    ],
)
def test_what_changes_findings_is_seen(many: Site, name: str, content: str) -> None:
    before = run(many)
    if name.endswith("yaml"):
        content = many.read(name).decode().replace("kolour: colour", "well: good")
    many.write(name, content)
    after = run(many)
    assert after == run(many, "--no-cache")
    assert after.out != before.out


def test_accepted_findings_stay_accepted_and_new_ones_are_seen(many: Site) -> None:
    run(many)
    many.lint("texts", "--write-baseline", "--baseline", "base.json", "--reason", "as it is")
    assert run(many, "--baseline", "base.json").out == ""
    assert run(many, "--baseline", "base.json").out == ""
    assert run(many).out != ""


@pytest.mark.parametrize("damage", [b"", b"no cache\n", None])
def test_a_damaged_cache_costs_time_and_nothing_else(many: Site, kept: Path, damage: bytes | None) -> None:
    good = run(many)
    (pack,) = packs(kept)
    data = pack.read_bytes()
    pack.write_bytes(data[: len(data) // 2] if damage is None else damage)
    assert run(many) == good
    pack.write_bytes(data[:40] + bytes(len(data) - 40))
    assert run(many) == good


def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(many: Site, kept: Path) -> None:
    good = run(many)
    shutil.rmtree(kept)
    kept.write_bytes(b"in the way")
    assert run(many) == good


def test_few_files_are_just_checked(site: Site, kept: Path) -> None:
    site.write("texts/a.txt", "A kolour.\n")
    run(site)
    assert packs(kept) == []


def test_runs_at_the_same_time_do_not_hurt_each_other(many: Site, kept: Path) -> None:
    good = run(many, "--no-cache")
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(lambda _: run(many), range(6))) == [good] * 6
    assert run(many) == good
    assert not [path for path in packs(kept) if path.suffix == ".part"]


def test_many_files_of_the_cache_are_joined(many: Site, kept: Path) -> None:
    for number in range(cache_module.MOST_FILES + 1):
        many.write("texts/00.txt", f"A kolour {number}.\n")
        many.lint("texts", "--format", "jsonl")
    assert len(packs(kept)) <= 2
    cache = FindingsCache()
    assert cache._known  # what was learnt before is still there


def test_a_cache_that_is_too_large_keeps_what_was_used(
    many: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(cache_module, "MOST_BYTES", 2000)
    task = Task("texts/00.txt", str(many.folder / "texts/00.txt"), Profile(select=("house",)))
    for number in range(40):
        one = FindingsCache(tmp_path / "small")
        found = one.look(task._replace(path=f"{number}.txt"))
        assert isinstance(found, Ticket)
        one.keep(found, Outcome(f"{number}.txt", 10))
        one.save()
    size = sum(path.stat().st_size for path in (tmp_path / "small").iterdir())
    assert size < 2 * 2000 + 500
    assert isinstance(FindingsCache(tmp_path / "small").look(task._replace(path="39.txt")), Outcome)


def test_a_run_on_one_file_does_not_load_the_cache(site: Site) -> None:
    site.write("a.txt", "A kolour.\n")
    code = "import sys; from linter.cli.lint import main; main(['a.txt']); print('linter.running.cache' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=site.folder,
        env={**os.environ, **site.environment()},
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "False"
