"""The file of accepted findings: JSON with one entry on a line, sorted, so that merges are easy.

Paths are relative to the folder of the file, with forward slashes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from linter.errors import ConfigError
from linter.evidence import read_json
from linter.rule import Acceptance
from linter.source.writing import write_whole

VERSION = 1
LONGEST_EXCERPT = 80
Key = tuple[str, str, str]  # path, rule, fingerprint


@dataclass(frozen=True, slots=True)
class Entry:
    """One acceptance as it is written, and the line on which it stands (0 for a new one)."""

    acceptance: Acceptance
    excerpt: str = ""
    line: int = 0

    @property
    def key(self) -> Key:
        return self.acceptance.path, self.acceptance.rule_id, self.acceptance.fingerprint


@dataclass(slots=True)
class Baseline:
    """A baseline file in memory; ``entries`` by key."""

    path: str
    entries: dict[Key, Entry] = field(default_factory=dict)
    is_changed: bool = False
    _by_path: dict[str, list[Key]] = field(default_factory=dict)

    def relative(self, file: str) -> str:
        """Return how a file (absolute) is named in this baseline."""
        folder = os.path.dirname(self.path)  # noqa: PTH120  paths are plain strings here
        return os.path.relpath(os.path.realpath(file), os.path.realpath(folder)).replace(os.sep, "/")

    def for_file(self, file: str, shown: str) -> tuple[Acceptance, ...]:
        """Return what is accepted in a file, under the name by which its findings go."""
        if not self._by_path:
            for key in self.entries:
                self._by_path.setdefault(key[0], []).append(key)
        keys = self._by_path.get(self.relative(file), ()) if self.entries else ()
        return tuple(replace(self.entries[key].acceptance, path=shown) for key in keys)

    def entry(self, file: str, rule_id: str, fingerprint: str) -> Entry | None:
        """Return the entry for a finding of a file."""
        return self.entries.get((self.relative(file), rule_id, fingerprint))

    def put(self, entry: Entry) -> None:
        """Add or replace an entry."""
        if self.entries.get(entry.key) != entry:
            self.entries[entry.key] = entry
            self.is_changed = True

    def drop(self, key: Key) -> None:
        """Remove an entry."""
        if self.entries.pop(key, None) is not None:
            self.is_changed = True

    def missing(self) -> list[Entry]:
        """Return the entries of files that do not exist any more."""
        folder = os.path.dirname(self.path)  # noqa: PTH120  paths are plain strings here
        gone = {path for path in {key[0] for key in self.entries} if not os.path.exists(f"{folder}/{path}")}  # noqa: PTH110  paths are plain strings here
        return [entry for key, entry in self.entries.items() if key[0] in gone]

    def save(self) -> None:
        """Write the file, if something changed. Raises SourceError."""
        if self.is_changed:
            write_whole(self.path, written(self.entries.values()).encode("utf-8", "backslashreplace"))


def read_baseline(path: str, *, may_be_new: bool = False) -> Baseline:
    """Return a baseline. Raises ConfigError, with the line, if the file is missing or damaged."""
    if may_be_new and not os.path.lexists(path):
        return Baseline(path)
    data = read_json(path, "baseline")
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise ConfigError(f"{path}:1: this is no baseline: it has no list of “findings”.")
    if data.get("version") != VERSION:
        version = json.dumps(data.get("version"))
        raise ConfigError(f"{path}:1: a baseline has “version”: {VERSION}, this one has {version}.")
    lines = _lines(path)
    baseline = Baseline(path)
    for number, row in enumerate(data["findings"]):
        line = lines[number] if len(lines) == len(data["findings"]) else 0
        entry = _entry(path, row, line)
        if entry.key in baseline.entries:  # two branches accepted the same: a merge keeps both lines
            count = max(entry.acceptance.count, baseline.entries[entry.key].acceptance.count)
            entry = replace(entry, acceptance=replace(entry.acceptance, count=count))
        baseline.entries[entry.key] = entry
    return baseline


def _lines(path: str) -> list[int]:
    """Return the lines on which entries begin, in a file that we wrote."""
    with open(path, encoding="utf-8", errors="replace") as stream:  # noqa: PTH123  paths are plain strings here
        return [number for number, line in enumerate(stream, 1) if line.lstrip().startswith('{"path"')]


def _entry(path: str, row: object, line: int) -> Entry:
    place = f"{path}:{line}" if line else path
    if not isinstance(row, dict):
        raise ConfigError(f"{place}: an entry of a baseline is a map.")
    texts = {key: row.get(key, "") for key in ("path", "rule", "fingerprint", "reason", "excerpt")}
    count = row.get("count", 1)
    for key, value in texts.items():
        if not isinstance(value, str) or (not value and key in ("path", "rule", "fingerprint")):
            raise ConfigError(f"{place}: an entry of a baseline has a text for “{key}”.")
    if not isinstance(count, int) or count < 1:
        raise ConfigError(f"{place}: “count” is a number from 1.")
    accepted = Acceptance(texts["path"], texts["rule"], texts["fingerprint"], count, texts["reason"])
    return Entry(accepted, texts["excerpt"], line)


def written(entries: Iterable[Entry]) -> str:
    """Return the text of a baseline file."""
    rows = [_row(entry) for entry in sorted(entries, key=lambda each: each.key)]
    body = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    return f'{{"version": {VERSION}, "findings": [\n{body}\n]}}\n' if rows else '{"version": 1, "findings": [\n]}\n'


def _row(entry: Entry) -> dict[str, str | int]:
    accepted = entry.acceptance
    return {
        "path": accepted.path,
        "rule": accepted.rule_id,
        "fingerprint": accepted.fingerprint,
        "count": accepted.count,
        "reason": accepted.reason,
        "excerpt": entry.excerpt,
    }
