"""Catalogs ready to use: parsed once, kept by content, so that a start reads no YAML.

A wheel carries the compiled catalog of its own rules. For a checkout and for a user's rules the
compiled form lies in the platform's cache folder, under a hash of all the files' names and contents,
of mtlint's version and of the code that reads them. A cache that cannot be read or written costs time, nothing else.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.catalog.fingerprint import PACKED, fingerprint
from linter.resources import rules_folder
from linter.version import VERSION

if TYPE_CHECKING:
    from linter.catalog.triggers import Triggers
    from linter.language.conventions import Conventions
    from linter.rule import Rule

KEPT = 24  # compiled catalogs in the cache folder: one for each state of each rules folder


@cache
def shipped() -> Shelf:
    """Return the catalog of the shipped rules."""
    return shelf(rules_folder())


@cache
def shelf(folder: Path) -> Shelf:
    """Return the catalog of a rules folder, compiling it if its files changed."""
    packed = packed_folder(folder)
    if (packed / "rules.pickle").is_file():
        return Shelf(folder, packed)
    kept = cache_folder() / f"rules-{fingerprint(folder, cache_folder())}"
    if not (kept / "rules.pickle").is_file():
        parts = _compiled(folder)
        if not _keep(parts, kept):
            return Shelf(folder, None, parts)
    with suppress(OSError):
        os.utime(kept)  # the least recently used ones are forgotten first
    return Shelf(folder, kept)


def _compiled(folder: Path) -> dict[str, bytes]:
    from linter.catalog.compiling import compiled_parts  # noqa: PLC0415  reads YAML: only when needed

    others = None if folder == rules_folder() else shipped()
    return compiled_parts(folder, others)


class _Unpacker(pickle.Unpickler):
    """Puts in what detectors share; see ``linter.catalog.triggers``."""

    def __init__(self, file: io.BytesIO, part: Callable[[str], Any]) -> None:
        super().__init__(file)
        self._part = part

    def persistent_load(self, name: str) -> Any:
        found = self._part(name)
        if found is None:
            raise pickle.UnpicklingError(f"{name} is missing")
        return found


class Shelf:
    """A catalog whose parts are read when they are asked for: most runs need few."""

    def __init__(self, folder: Path, kept: Path | None, parts: dict[str, bytes] | None = None) -> None:
        self.folder, self.kept = folder, kept
        self._packed = parts
        self._parts: dict[str, Any] = {}

    def _part(self, name: str) -> Any:
        """Return one part, from the compiled form or, where that is damaged, from the files."""
        if name not in self._parts:
            self._parts[name] = self._stored(name)
        return self._parts[name]

    def _stored(self, name: str) -> Any:
        if self.kept is not None and self._packed is None:
            try:
                return pickle.loads((self.kept / f"{name}.pickle").read_bytes())
            except FileNotFoundError:
                if (self.kept / "rules.pickle").is_file():
                    return None  # there is no such part
            except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, TypeError):
                pass  # a damaged cache: read the files anew
        if self._packed is None:
            self._packed = _compiled(self.folder)
        return pickle.loads(self._packed[name]) if name in self._packed else None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, sorted by id, without parameters and examples."""
        rules: tuple[Rule, ...] = self._part("rules")
        return rules

    @property
    def whole_rules(self) -> tuple[Rule, ...]:
        """The rules, sorted by id, with parameters and examples."""
        rules: tuple[Rule, ...] = self._part("whole")
        return rules

    @property
    def problems(self) -> tuple[str, ...]:
        """One line for each fault in the rule files."""
        problems: tuple[str, ...] = self._part("problems")
        return problems

    def params(self, rule_id: str) -> Any:
        """The parameters of a rule."""
        return pickle.loads(self._part("params")[rule_id])

    def detector(self, rule_id: str, language: str) -> Any:
        """The detector of a rule for a language, None if it was not built beforehand."""
        packed = (self._part(f"detectors-{language}") or {}).get(rule_id)
        if packed is None:
            return None
        with suppress(pickle.UnpicklingError):  # a damaged cache: the detector is built anew
            return _Unpacker(io.BytesIO(packed), self._part).load()
        return None

    def triggers(self, language: str) -> Triggers | None:
        """What the rules look for in a language, None if that was not worked out beforehand."""
        found: Triggers | None = self._part(f"triggers-{language}")
        return found

    def conventions(self, language: str) -> Conventions | None:
        """The conventions of a language, or None."""
        found: Conventions | None = self._part(f"conventions-{language}")
        return found

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages whose conventions are known."""
        languages: tuple[str, ...] = self._part("languages")
        return languages

    def table(self, name: str) -> Any:
        """The rows of a table. Raises KeyError if there is none of that name."""
        rows = self._part(_file_name(name))
        if rows is None:
            raise KeyError(name)
        return rows


def _file_name(table: str) -> str:
    return "table-" + table.replace("/", "-")


def _keep(parts: dict[str, bytes], kept: Path) -> bool:
    """Write the compiled parts. True if that worked."""
    try:
        kept.mkdir(parents=True, exist_ok=True)
        for name, part in parts.items():
            temporary = kept / f"{name}.{os.getpid()}.part"
            temporary.write_bytes(part)
            temporary.replace(kept / f"{name}.pickle")
        _forget(kept)
    except OSError:
        return False
    return True


def _forget(kept: Path) -> None:
    """Delete the least recently used catalogs beside ``kept``, so that work on rules does not fill the disk."""
    import shutil  # noqa: PLC0415  loads five modules, for a rare clean-up

    siblings = sorted(kept.parent.glob("rules-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for folder in siblings[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)


def packed_folder(rules: Path) -> Path:
    """Return where a wheel of this version keeps the compiled catalog of its rules folder."""
    return rules / PACKED / VERSION


def write_packed(folder: Path, target: Path) -> None:
    """Write the compiled catalog of ``folder`` into ``target``, for a wheel. Raises OSError."""
    from linter.catalog.compiling import compiled_parts  # noqa: PLC0415  reads YAML: only when needed

    if not _keep(compiled_parts(folder, None), target):
        raise OSError(f"{target}: the compiled rules could not be written")


def cache_folder() -> Path:
    """Return the platform's cache folder for mtlint (``MTLINT_CACHE_DIR`` overrides it)."""
    own = os.environ.get("MTLINT_CACHE_DIR")
    if own:
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "mtlint" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "mtlint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mtlint"
