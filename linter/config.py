"""Settings in layers: the defaults, a configuration file, its overrides for some files, the command line.

The nearest configuration above a file holds for it; what the command line says wins.
"""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from linter.config_pairs import PairWish
from linter.config_wishes import LanguageWish, wished_language
from linter.errors import ConfigError
from linter.rule import Profile
from linter.source.globs import Glob
from linter.source.ignoring import patterns
from linter.types import Confidence, Knowledge, Severity

CONFIG_NAME, PROJECT_NAME = "mtlint.toml", "pyproject.toml"
LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}
NEVER = "never"
DEFAULT_MAX_SIZE = 200 * 10**6


class Layer(NamedTuple):
    """What one place says; None where it says nothing. Paths are absolute."""

    origin: str = ""
    preset: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    lang: tuple[LanguageWish, ...] | None = None
    min_confidence: Confidence | None = None
    fail_on: str | None = None
    baseline: str | None = None
    evidence: str | None = None
    glossary: Knowledge | None = None
    max_size: int | None = None
    pairs: tuple[PairWish, ...] | None = None
    text_field: str | None = None
    id_field: str | None = None
    lang_field: str | None = None
    rules: tuple[str, ...] = ()
    include: tuple[Glob, ...] = ()
    ignore_patterns: tuple[Glob, ...] = ()
    overrides: tuple[Override, ...] = ()

    def over(self, base: Layer) -> Layer:
        """Return this layer on top of another: values replace, lists of folders and patterns follow the other's."""
        own = {name: value for name in _VALUES if (value := getattr(self, name)) is not None}
        lists = {name: getattr(base, name) + getattr(self, name) for name in _LISTS}
        return base._replace(**own, **lists, origin=self.origin or base.origin)


_VALUES = (
    *("preset", "select", "ignore", "lang", "min_confidence", "fail_on"),
    *("baseline", "evidence", "glossary", "max_size", "pairs"),
    *("text_field", "id_field", "lang_field"),
)
_LISTS = ("rules", "include", "ignore_patterns", "overrides")


class Override(NamedTuple):
    """What holds for some files only: ``ignore`` adds to the general one, the rest replaces it."""

    files: tuple[Glob, ...]
    layer: Layer


class Settings(NamedTuple):
    """What holds for one file. ``fail_on`` None means never; ``origin`` is the configuration file, if any.

    ``source`` is the page that it was translated from (absolute), with its language if the configuration says it.
    The fields are those of a record file's records; no ``lang_field`` means that the text tells its language.
    """

    profile: Profile
    language: str | None = None
    fail_on: Severity | None = Severity.WARNING
    baseline: str | None = None
    origin: str = ""
    source: str | None = None
    source_language: str | None = None
    text_field: str = "text"
    id_field: str = "id"
    lang_field: str = ""


class Configuration:
    """Finds and joins the layers for each file.

    ``command`` is the command line's layer; ``file`` the one configuration for all files, if there is one.
    """

    def __init__(self, command: Layer, *, use_files: bool = True, file: str | None = None) -> None:
        self.command, self.use_files, self.file = command, use_files, file
        self._layers: dict[str, Layer] = {}

    def settings(self, file: str) -> Settings:
        """Return the settings for a file (absolute, forward slashes). Raises ConfigError."""
        found = self.layer(file)
        general = found
        for override in found.overrides:
            if any(glob.match(file) for glob in override.files):
                general = _overridden(general, override.layer)
        layer = self.command.over(general)
        rest = layer._replace(lang=None, baseline=None, fail_on=None, origin="", overrides=(), pairs=None)
        profile = _profile(rest._replace(text_field=None, id_field=None, lang_field=None))
        source, language, source_language = self._source(layer, file)
        return Settings(
            profile=profile,
            language=wished_language(layer.lang or (), file) or language,
            fail_on=None if layer.fail_on == NEVER else LEVELS[layer.fail_on or "warning"],
            baseline=layer.baseline,
            origin=found.origin,
            source=source,
            source_language=source_language,
            text_field=layer.text_field or "text",
            id_field=layer.id_field or "id",
            lang_field=layer.lang_field or "",
        )

    def _source(self, layer: Layer, file: str) -> tuple[str | None, str | None, str | None]:
        """Return the source page of a file, the file's language and the source's."""
        for wish in layer.pairs or ():
            found = wish.source_of(file)
            if found is not None and os.path.isfile(found[0]):  # noqa: PTH113  paths are plain strings here
                return found[0], found[1], wish.language or wished_language(layer.lang or (), found[0])
        return None, None, None

    def max_size(self, folder: str) -> int:
        """Return the largest size of a file in bytes, as the command line or a folder's configuration says."""
        return self.command.max_size or self.layer(folder + "/.").max_size or DEFAULT_MAX_SIZE

    def includes(self, file: str) -> bool:
        """True if the configuration adds the file to those that a walk takes."""
        return any(glob.match(file) for glob in self._quiet(file).include)

    def excludes(self, file: str) -> bool:
        """True if ``ignore-patterns`` take the file, or the folder (with a slash at its end), out."""
        globs = self._quiet(file.rstrip("/")).ignore_patterns
        return any(_excluded(folder, lines, file) for folder, lines in _grouped(globs))

    def _quiet(self, file: str) -> Layer:
        try:
            return self.layer(file)
        except ConfigError:  # named when the file itself is met
            return Layer()

    def layer(self, file: str) -> Layer:
        """Return what the nearest configuration file says. Raises ConfigError if it cannot be used."""
        if not self.use_files:
            return _NO_LAYER
        if self.file is not None:
            return _read(self.file)
        return self._above(file.rpartition("/")[0] or "/")

    def _above(self, folder: str) -> Layer:
        if folder not in self._layers:
            self._layers[folder] = self._found(folder)
        return self._layers[folder]

    def _found(self, folder: str) -> Layer:
        path = config_in(folder)
        if path is not None:
            return _read(path)
        above = folder.rpartition("/")[0]
        if above == folder or not folder.strip("/"):
            return _NO_LAYER
        return self._above(above or "/")


_NO_LAYER = Layer()


def config_in(folder: str) -> str | None:
    """Return the configuration file of a folder: mtlint.toml, or pyproject.toml with a table for mtlint."""
    base = folder.rstrip("/")
    if os.path.isfile(f"{base}/{CONFIG_NAME}"):  # noqa: PTH113  paths are plain strings here
        return f"{base}/{CONFIG_NAME}"
    project = f"{base}/{PROJECT_NAME}"
    try:
        with open(project, "rb") as stream:  # noqa: PTH123  paths are plain strings here
            data = stream.read()
    except OSError:
        return None
    may_have = b"mtlint" in data and (b"tool.mtlint" in data or b"[tool]" in data)
    return project if may_have and _has_table(project) else None


def _has_table(project: str) -> bool:
    from linter.config_file import has_table  # noqa: PLC0415  reads TOML: only where there is some

    return has_table(project)


@cache
def _read(path: str) -> Layer:
    from linter.config_file import read_config  # noqa: PLC0415  reads TOML: only where there is some

    return read_config(path)


def _overridden(base: Layer, layer: Layer) -> Layer:
    ignore = None if layer.ignore is None else (*(base.ignore or ()), *layer.ignore)
    return layer._replace(ignore=ignore).over(base)._replace(origin=base.origin)


@cache
def _profile(layer: Layer) -> Profile:
    return Profile(
        preset=layer.preset or "article",
        select=layer.select or (),
        ignore=layer.ignore or (),
        min_confidence=layer.min_confidence or Confidence.MEDIUM,
        rule_folders=layer.rules,
        knowledge=_known(layer),
    )


def _known(layer: Layer) -> Knowledge:
    """Return what the evidence file and the glossary know together."""
    evidence = _knowledge(layer.evidence)
    if layer.glossary is None:
        return evidence
    own = layer.glossary
    return Knowledge(evidence.names, evidence.lines, evidence.origin, own.glossary, own.terms)


@cache
def _knowledge(path: str | None) -> Knowledge:
    if path is None:
        return Knowledge()
    from linter.evidence import read_evidence  # noqa: PLC0415  only where there is some

    return read_evidence(path)


def _grouped(globs: tuple[Glob, ...]) -> list[tuple[str, tuple[str, ...]]]:
    folders: dict[str, list[str]] = {}
    for glob in globs:
        folders.setdefault(glob.folder, []).append(glob.pattern)
    return [(folder, tuple(lines)) for folder, lines in folders.items()]


def _excluded(folder: str, lines: tuple[str, ...], file: str) -> bool:
    base = folder.rstrip("/") + "/"
    return file.startswith(base) and patterns(lines).match_file(file[len(base) :])
