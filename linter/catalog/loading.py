"""From a folder of YAML and TSV files to a catalog. One broken file costs only itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from linter.catalog.rulefile import read_rule
from linter.catalog.strict_yaml import Data, parse
from linter.errors import RuleFileError
from linter.language.conventions import Conventions, conventions_from
from linter.rule import Rule

Table = list[Data] | list[list[str]]

_YAML = {".yaml", ".yml"}


@dataclass(frozen=True, slots=True)
class Catalog:
    """Rules sorted by id, conventions by language, tables by place; ``problems`` names broken files."""

    rules: tuple[Rule, ...] = ()
    conventions: tuple[Conventions, ...] = ()
    tables: tuple[tuple[str, Table], ...] = ()
    problems: tuple[str, ...] = ()


def rule_files(folder: Path) -> Iterator[Path]:
    """Yield the files of a rules folder that hold rules or tables, sorted."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in _YAML | {".tsv"} and path.is_file():
            yield path


def read_catalog(folder: Path) -> Catalog:
    """Read a rules folder. Files and folders that begin with ``_`` are language data and tables."""
    rules: list[Rule] = []
    conventions: list[Conventions] = []
    tables: dict[str, Table] = {}
    problems: list[str] = []
    for path in rule_files(folder):
        place = PurePosixPath(path.relative_to(folder).as_posix())
        try:
            if place.parts[0] == "_languages":
                conventions.append(_conventions(path))
            elif any(part.startswith("_") for part in place.parts):
                tables.setdefault(_table_name(place), []).extend(_table(path))  # type: ignore[arg-type]  # a table is a list by now
            else:
                rules.append(read_rule(_text(path), origin=str(path), place=place))
        except RuleFileError as error:
            problems += error.problems
    problems += _doubled(rules)
    return Catalog(
        tuple(sorted(rules, key=lambda rule: rule.id)),
        tuple(conventions),
        tuple(tables.items()),
        tuple(problems),
    )


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleFileError((f"{path}: {error}",)) from error


def _conventions(path: Path) -> Conventions:
    data = parse(_text(path), origin=str(path)).data
    if not isinstance(data, dict):
        raise RuleFileError((f"{path}: a language file is a map",))
    try:
        return conventions_from(data)
    except ValueError as error:
        raise RuleFileError((f"{path}: {error}",)) from error


def _table_name(place: PurePosixPath) -> str:
    """The name of a table: the place up to the part with the ``_``, without suffix."""
    for n, part in enumerate(place.parts):
        if part.startswith("_"):
            return PurePosixPath(*place.parts[: n + 1]).with_suffix("").as_posix()
    raise ValueError(place)


def _table(path: Path) -> Table:
    if path.suffix == ".tsv":
        lines = [line for line in _text(path).splitlines() if line and not line.startswith("#")]
        return [line.split("\t") for line in lines]
    data = parse(_text(path), origin=str(path)).data
    if not isinstance(data, list):
        raise RuleFileError((f"{path}: a table is a list",))
    return data


def _doubled(rules: list[Rule]) -> list[str]:
    seen: dict[str, str] = {}
    problems = []
    for rule in rules:
        for name in (rule.id, *rule.renamed_from):
            if name in seen:
                problems.append(f"{rule.origin}: the id “{name}” is already that of {seen[name]}")
            seen[name] = rule.origin
    return problems
