"""Findings of earlier runs, so that a run over a folder that hardly changed does hardly any work.

An outcome is kept under a hash of the file's bytes, its name in reports, and all else that findings depend on. Files
are hashed anew in every run: nothing is taken from the disk's word. Each run writes what it learnt as one new file
beside those of other runs, whole or not at all, so runs at the same time cannot hurt each other; what they lose is
time. Where there are many such files, or too many bytes, a run joins them and keeps what it used itself.
"""

from __future__ import annotations

import os
import pickle
import secrets
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from linter.catalog.compiled import cache_folder
from linter.errors import SourceError
from linter.outcome import Outcome
from linter.resources import rules_folder
from linter.rule import Profile
from linter.running.task import Mode, Task
from linter.source.reading import load
from linter.version import VERSION

FOLDER = "findings"
MOST_FILES = 12  # of the cache before they are joined
MOST_BYTES = 64 * 10**6
_HEAD = b"mtlint findings 1\n"
_SIZE = 16  # bytes of a hash
_LENGTH = 4


class Ticket(NamedTuple):
    """A file that was not known: under which key its outcome is kept, if the file is still the same then."""

    key: bytes
    file: str
    stamp: tuple[int, int]


class FindingsCache:
    """The outcomes that are known, and those that this run adds. ``folder`` holds the files of the cache."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or cache_folder() / FOLDER
        self._known: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}
        self._settings: dict[int, tuple[Profile, bytes]] = {}
        self._code = _code_state()
        self._files = self._read()

    def look(self, task: Task) -> Outcome | Ticket | None:
        """Return the outcome of a file, or how to keep it; None for what is not kept."""
        if task.mode is not Mode.CHECK or task.data is not None or task.source is not None or task.lines is not None:
            return None
        try:
            stamp = _stamp(task.file)
            loaded = load(task.file, task.max_size)
        except (SourceError, OSError):
            return None
        about = (task.path, task.language, task.is_named, task.acceptances)
        digest = blake2b(self._setting(task.profile), digest_size=_SIZE)
        digest.update(repr(about).encode("utf-8", "surrogatepass") + b"\0")
        digest.update(loaded.data)
        key = digest.digest()
        found = self._outcome(key)
        return found if found is not None else Ticket(key, task.file, stamp)

    def _outcome(self, key: bytes) -> Outcome | None:
        data = self._known.get(key)
        if data is None:
            return None
        try:
            outcome = pickle.loads(data)
        except Exception:  # a damaged entry can raise anything; it counts as not there
            return None
        if not isinstance(outcome, Outcome):
            return None
        self._used.add(key)
        return outcome

    def _setting(self, profile: Profile) -> bytes:
        """Return a hash of the rules that run, of what they know, and of mtlint itself."""
        if id(profile) not in self._settings:
            known = profile.knowledge
            parts = (
                *(profile.preset, sorted(profile.select), sorted(profile.ignore), profile.min_confidence.name),
                *(profile.language, sorted(known.names), sorted(known.lines), sorted(known.glossary)),
                *(sorted(map(repr, known.terms)), [_folder_state(Path(name)) for name in profile.rule_folders]),
            )
            digest = blake2b(self._code + repr(parts).encode("utf-8", "surrogatepass"), digest_size=_SIZE)
            self._settings[id(profile)] = profile, digest.digest()  # the profile is kept, so its id stays its own
        return self._settings[id(profile)][1]

    def keep(self, ticket: Ticket, outcome: Outcome) -> None:
        """Remember an outcome, unless something went wrong with it or the file changed on the way."""
        if outcome.checked and not outcome.problems:
            with suppress(OSError):
                if _stamp(ticket.file) == ticket.stamp:
                    self._new[ticket.key] = pickle.dumps(outcome, protocol=5)

    def save(self) -> None:
        """Write what was learnt. A cache that cannot be written costs time, nothing else."""
        size = sum(map(len, self._known.values()))
        is_crowded = len(self._files) >= MOST_FILES or size > MOST_BYTES
        if not self._new and not is_crowded:
            return
        entries = dict(self._new)
        if is_crowded:
            kept = self._known if size <= MOST_BYTES else {key: self._known[key] for key in sorted(self._used)}
            entries = _limited({**kept, **self._new})
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            _write(self.folder, entries)
            for path in self._files if is_crowded else ():
                path.unlink(missing_ok=True)

    def _read(self) -> list[Path]:
        """Read all files of the cache; one that is damaged is left at its first damage."""
        files = []
        with suppress(OSError):
            for path in sorted(self.folder.glob("*.pack")):
                with suppress(OSError):
                    self._known.update(_entries(path.read_bytes()))
                    files.append(path)
        return files


def _limited(entries: dict[bytes, bytes]) -> dict[bytes, bytes]:
    """Return as many entries as there is room for."""
    kept, size = {}, 0
    for key, data in entries.items():
        size += len(data)
        if size > MOST_BYTES:
            break
        kept[key] = data
    return kept


def _write(folder: Path, entries: dict[bytes, bytes]) -> None:
    name = secrets.token_hex(8)
    part = folder / f"{name}.part"
    try:
        with part.open("wb") as stream:
            stream.write(_HEAD)
            for key, data in entries.items():
                stream.write(key + len(data).to_bytes(_LENGTH, "big") + data)
        part.replace(folder / f"{name}.pack")
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _entries(data: bytes) -> Iterable[tuple[bytes, bytes]]:
    at = len(_HEAD)
    if not data.startswith(_HEAD):
        return
    while at + _SIZE + _LENGTH <= len(data):
        key, start = data[at : at + _SIZE], at + _SIZE + _LENGTH
        end = start + int.from_bytes(data[at + _SIZE : start], "big")
        if end > len(data):
            return
        yield key, data[start:end]
        at = end


def _stamp(file: str) -> tuple[int, int]:
    status = os.stat(file)  # noqa: PTH116  paths are plain strings here
    return status.st_size, status.st_mtime_ns


def _code_state() -> bytes:
    """Return what changes with mtlint's own code and rules, without reading them."""
    package = Path(__file__).resolve().parents[1]
    return f"{VERSION}\0{_folder_state(package)}\0{_folder_state(rules_folder())}\0".encode("utf-8", "surrogateescape")


def _folder_state(folder: Path) -> str:
    """Return a hash of names, sizes and times of change of all that lies in a folder, bytecode excepted."""
    lines = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            path = f"{parent}/{name}"
            with suppress(OSError):
                lines.append(f"{path} {_stamp(path)}")
    return blake2b("\n".join(sorted(lines)).encode("utf-8", "surrogateescape"), digest_size=_SIZE).hexdigest()
