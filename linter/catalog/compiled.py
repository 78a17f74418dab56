"""Catalogs ready to use: parsed once, kept by content, so that a start reads no YAML.

A wheel carries the compiled catalog of its own rules. For a checkout and for a user's rules the
compiled form lies in the platform's cache folder, under a hash of all the files' names and contents,
of mtlint's version and of Python's. A cache that cannot be read or written costs time, nothing else.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.resources import rules_folder
from linter.version import VERSION

if TYPE_CHECKING:
    from linter.catalog.loading import Catalog

PACKED = "_compiled"  # the folder in a wheel beside the rules
_SUFFIXES = (".yaml", ".yml", ".tsv")


@cache
def shipped() -> Shelf:
    """Return the catalog of the shipped rules."""
    return shelf(rules_folder())


@cache
def shelf(folder: Path) -> Shelf:
    """Return the catalog of a rules folder, compiling it if its files changed."""
    packed = folder / PACKED / f"{sys.implementation.cache_tag}-{VERSION}"
    if (packed / "rules.pickle").is_file():
        return Shelf(folder, packed)
    kept = cache_folder() / f"rules-{fingerprint(folder)}"
    if not (kept / "rules.pickle").is_file():
        catalog = _read(folder)
        if not _keep(catalog, kept):
            return Shelf(folder, None, catalog)
    return Shelf(folder, kept)


def _read(folder: Path) -> Catalog:
    from linter.catalog.loading import read_catalog  # noqa: PLC0415  reads YAML: only when needed

    return read_catalog(folder)


class Shelf:
    """A catalog whose parts are read when they are asked for: most runs need few tables."""

    def __init__(self, folder: Path, kept: Path | None, catalog: Catalog | None = None) -> None:
        self.folder, self.kept, self.catalog = folder, kept, catalog
        self._parts: dict[str, Any] = {}

    def _part(self, name: str) -> Any:
        """Return one part, from the compiled form or, where that is damaged, from the files."""
        if name not in self._parts:
            self._parts[name] = self._stored(name) if self.kept else self._computed(name)
        return self._parts[name]

    def _stored(self, name: str) -> Any:
        assert self.kept is not None
        try:
            return pickle.loads((self.kept / f"{name}.pickle").read_bytes())
        except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, TypeError):
            return self._computed(name)

    def _computed(self, name: str) -> Any:
        if self.catalog is None:
            self.catalog = _read(self.folder)
        return _parts(self.catalog).get(name)

    @property
    def rules(self) -> Any:
        """The rules, sorted by id."""
        return self._part("rules")

    @property
    def problems(self) -> Any:
        """One line for each fault in the rule files."""
        return self._part("problems")

    def conventions(self, language: str) -> Any:
        """The conventions of a language, or None."""
        return self._part("conventions").get(language)

    def table(self, name: str) -> Any:
        """The rows of a table. Raises KeyError if there is none of that name."""
        rows = self._part(_file_name(name))
        if rows is None:
            raise KeyError(name)
        return rows


def _file_name(table: str) -> str:
    return "table-" + table.replace("/", "-")


def _parts(catalog: Catalog) -> dict[str, Any]:
    return {
        "problems": catalog.problems,
        "conventions": {each.language: each for each in catalog.conventions},
        **{_file_name(name): rows for name, rows in catalog.tables},
        "rules": catalog.rules,  # last: its file tells that the folder is whole
    }


def _keep(catalog: Catalog, kept: Path) -> bool:
    """Write the compiled parts. True if that worked."""
    try:
        kept.mkdir(parents=True, exist_ok=True)
        for name, part in _parts(catalog).items():
            temporary = kept / f"{name}.{os.getpid()}.part"
            temporary.write_bytes(pickle.dumps(part, protocol=5))
            temporary.replace(kept / f"{name}.pickle")
    except OSError:
        return False
    return True


def write_packed(folder: Path, target: Path) -> None:
    """Write the compiled catalog of ``folder`` into ``target``, for a wheel. Raises OSError."""
    if not _keep(_read(folder), target):
        raise OSError(f"{target}: the compiled rules could not be written")


def fingerprint(folder: Path) -> str:
    """Return a hash of the files below ``folder`` that rules come from, and of what reads them."""
    digest = hashlib.blake2b(f"{VERSION} {sys.implementation.cache_tag}".encode(), digest_size=16)
    package = Path(__file__).resolve().parents[1]
    sources = [*package.glob("detectors/*.py"), *package.glob("catalog/*.py"), package / "rule.py"]
    for path in [*sorted(sources), *_files(folder)]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path) -> list[Path]:
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in ("_lexicons", PACKED)]
        found += [Path(parent, name) for name in names if name.endswith(_SUFFIXES)]
    return sorted(found)


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
