"""The hooks, run by pre-commit from a clone of this repository in a repository of someone else's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONFIG = "repos:\n  - repo: {clone}\n    rev: {revision}\n    hooks:\n      - id: {hook}\n"
FAULTY = "Neuer Chip von Microsoft, der funktioniert. Bild: der Rand\n"
RIGHT = "Neuer Chip von Microsoft, der funktioniert. Bild: The Verge\n"


def git(*arguments: str | Path, cwd: Path) -> str:
    names = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "protocol.file.allow=always"]
    return subprocess.run(
        ["git", *names, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("clone") / "mtlint"
    git("clone", "-q", "--no-hardlinks", ROOT, target, cwd=ROOT)
    return target


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store")  # one environment for both hooks


@pytest.mark.parametrize(("hook", "after"), [("mtlint", FAULTY + RIGHT), ("mtlint-fix", RIGHT)])
def test_a_hook_finds_the_fault_and_only_the_fixing_one_writes(
    clone: Path, store: Path, tmp_path: Path, hook: str, after: str
) -> None:
    git("init", "-q", cwd=tmp_path)
    config = CONFIG.format(clone=clone, revision=git("rev-parse", "HEAD", cwd=clone), hook=hook)
    (tmp_path / ".pre-commit-config.yaml").write_text(config, "utf-8")
    text = tmp_path / "article.txt"
    text.write_text(FAULTY + RIGHT, "utf-8")
    git("add", ".", cwd=tmp_path)
    command = [sys.executable, "-m", "pre_commit", "run", "--files", "article.txt"]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(store)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert text.read_text("utf-8") == after, done.stdout
