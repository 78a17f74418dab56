"""What a compiled catalog was made from: a hash of the rule files and of the code that reads them.

Reading three hundred files takes a tenth of a start, so the hash is remembered under their names, sizes and
times of change, as Python does with its bytecode.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from linter.version import VERSION

PACKED = "_compiled"  # the folder in a wheel beside the rules
_SUFFIXES = (".yaml", ".yml", ".tsv")
_CODE = ("detectors", "catalog", "language", "names")  # and single modules:
_MODULES = ("rule.py", "types.py", "facts.py", "lines.py", "zones.py")
_MOST_REMEMBERED = 200


def fingerprint(folder: Path, cache: Path) -> str:
    """Return a hash of ``folder``, of the files in it that rules come from, and of the code that reads them."""
    paths = [*_code_files(), *_rule_files(folder)]
    stamps = "\n".join([str(folder), VERSION, *map(_stamp, paths)])
    known = cache / "known" / f"{crc32(stamps.encode('utf-8', 'surrogateescape')):08x}"
    with suppress(OSError, ValueError):
        found, _, seen = known.read_text("utf-8", "surrogateescape").partition("\n")
        if seen == stamps:
            return found
    found = _hash(folder, paths)
    _remember(known, f"{found}\n{stamps}")
    return found


def content_hash(folder: Path) -> str:
    """Return a hash of a rules folder and of the code that reads it, the same wherever they lie."""
    return _hash("", [*_code_files(), *_rule_files(folder)])


def _stamp(path: str) -> str:
    state = os.stat(path)  # noqa: PTH116  a Path for each of three hundred files costs more than the call
    return f"{path} {state.st_size} {state.st_mtime_ns}"


def _hash(folder: Path | str, paths: Iterable[str]) -> str:
    import hashlib  # noqa: PLC0415  takes longer than all stamps

    digest = hashlib.blake2b(f"{VERSION} {folder}".encode("utf-8", "surrogateescape"), digest_size=16)
    for path in map(Path, paths):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _code_files() -> list[str]:
    package = str(Path(__file__).resolve().parents[1])
    inside = [f"{name}/{file}" for name in _CODE for file in os.listdir(f"{package}/{name}") if file.endswith(".py")]  # noqa: PTH208  many
    return [f"{package}/{name}" for name in sorted([*inside, *_MODULES])]


def _rule_files(folder: Path) -> list[str]:
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in ("_lexicons", PACKED)]
        found += [os.path.join(parent, name) for name in names if name.endswith(_SUFFIXES)]  # noqa: PTH118  many
    return sorted(found)


def _remember(known: Path, found: str) -> None:
    """Write down a hash, whole or not at all; forget all where they have become many."""
    with suppress(OSError):
        known.parent.mkdir(parents=True, exist_ok=True)
        others = list(known.parent.iterdir())
        for path in others if len(others) >= _MOST_REMEMBERED else ():
            path.unlink(missing_ok=True)
        part = known.with_name(f"{known.name}.{os.getpid()}")
        part.write_text(found, "utf-8", "surrogateescape")
        part.replace(known)
