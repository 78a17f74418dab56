"""A rules folder as it was at a commit, held against how it is now."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from linter.api import Linter
from linter.authoring.trial import Hit, try_rules
from linter.catalog.compiled import shelf
from linter.errors import ConfigError
from linter.rule import Profile
from linter.ruleset import Ruleset


def compare(folder: Path, revision: str, texts: Sequence[tuple[str, str]]) -> tuple[list[Hit], list[Hit]]:
    """Return the hits lost and gained by the rules in ``folder`` since ``revision``.

    Raises ConfigError if the folder lies in no git repository or the revision has no such folder.
    """
    now = try_rules(_linter(folder), texts).hits
    with tempfile.TemporaryDirectory() as temporary:
        then = try_rules(_linter(_export(folder, revision, Path(temporary))), texts).hits
    return _missing(then, now), _missing(now, then)


def _linter(folder: Path) -> Linter:
    linter = Linter(Profile())
    linter.ruleset = Ruleset(Profile(), shelves=(shelf(folder),))
    return linter


def _export(folder: Path, revision: str, target: Path) -> Path:
    command = ["git", "-C", str(folder), "archive", revision, "."]
    try:
        done = subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        detail = getattr(error, "stderr", b"") or str(error).encode()
        raise ConfigError(f"{folder}: {detail.decode(errors='replace').strip()}") from error
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(target, filter="data")
    return target


def _missing(hits: Sequence[Hit], others: Sequence[Hit]) -> list[Hit]:
    """Return the hits that do not stand among the others, counting how often each stands."""
    budget = Counter(hit.key for hit in others)
    missing = []
    for hit in hits:
        budget[hit.key] -= 1
        if budget[hit.key] < 0:
            missing.append(hit)
    return missing
