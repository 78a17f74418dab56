"""Which lines changed since a git revision."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field

from linter.errors import ConfigError

_HUNK = re.compile(r"@@ -\d+(?:,(?P<old>\d+))? \+(?P<start>\d+)(?:,(?P<new>\d+))? @@")
Lines = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Changes:
    """The changed lines of files, asked from git once for each repository."""

    revision: str
    _roots: dict[str, str] = field(default_factory=dict)
    _changed: dict[str, dict[str, Lines | None]] = field(default_factory=dict)

    def lines(self, file: str) -> Lines | None:
        """Return the changed lines of a file (absolute) as (first, last) from 1; None means all of them.

        Raises ConfigError if the file lies in no repository, or if there is no such revision.
        """
        real = os.path.realpath(file)
        folder = os.path.dirname(real)  # noqa: PTH120  paths are plain strings here
        if folder not in self._roots:
            self._roots[folder] = os.path.realpath(_git(folder, "rev-parse", "--show-toplevel").strip("\n"))
        root = self._roots[folder]
        if root not in self._changed:
            self._changed[root] = _changed(root, self.revision)
        return self._changed[root].get(os.path.relpath(real, root).replace(os.sep, "/"), ())


def _changed(root: str, revision: str) -> dict[str, Lines | None]:
    _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", missing=revision)
    changed: dict[str, Lines | None] = dict(_hunks(_diff(root, revision)))
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return changed | dict.fromkeys(filter(None, untracked.split("\0")), None)


def _diff(root: str, revision: str) -> str:
    plain = ("--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "-M", "--relative")
    return _git(
        root,
        "-c",
        "core.quotePath=false",
        "diff",
        *plain,
        "--src-prefix=a/",
        "--dst-prefix=b/",
        revision,
        "--",
    )


def _hunks(diff: str) -> dict[str, Lines]:
    """Return the new lines of each file in a diff without context."""
    files: dict[str, list[tuple[int, int]]] = {}
    name, skip = "", 0
    for line in diff.split("\n"):
        if skip and not line.startswith("\\"):
            skip -= 1
        elif line.startswith("+++ "):
            name = _unquoted(line[4:].removesuffix("\t")).removeprefix("b/")
        elif found := _HUNK.match(line):
            start, new = int(found["start"]), int(found["new"] or 1)
            skip = new + int(found["old"] or 1)
            if new:
                files.setdefault(name, []).append((start, start + new - 1))
    return {name: tuple(sorted(lines)) for name, lines in files.items()}


def _unquoted(name: str) -> str:
    """Undo git's quoting of names with control characters or quotation marks."""
    if not (name.startswith('"') and name.endswith('"')):
        return name
    raw = name[1:-1].encode("utf-8", "surrogateescape").decode("latin-1")
    plain = raw.encode("latin-1").decode("unicode_escape")
    return plain.encode("latin-1").decode("utf-8", "surrogateescape")


def _git(folder: str, *arguments: str, missing: str = "") -> str:
    """Return what git says. Raises ConfigError with its reason."""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except OSError as error:
        raise ConfigError(f"--since needs git, which cannot be started: {error.strerror}.") from error
    if done.returncode == 0:
        return done.stdout.decode("utf-8", "surrogateescape")
    if missing:
        raise ConfigError(f"--since: there is no revision “{missing}” in the repository {folder}.")
    text = done.stderr.decode("utf-8", "replace").strip().splitlines()[:1] or ["git failed"]
    raise ConfigError(f"--since: {folder}: {text[0].removeprefix('fatal: ')}.")
