"""From rule files to the parts of a compiled catalog."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.catalog.loading import Catalog, read_catalog
from linter.catalog.triggers import languages_of, triggers_in
from linter.detectors.kind import Setting

if TYPE_CHECKING:
    from linter.catalog.compiled import Shelf


def compiled_parts(folder: Path, others: Shelf | None) -> dict[str, bytes]:
    """Return the parts by name. ``others`` lends conventions and tables that the folder lacks.

    ``rules`` comes last: its file tells that a folder of parts is whole.
    """
    catalog = read_catalog(folder)
    triggers, problems = _triggers(catalog, others)
    parts: dict[str, Any] = {
        "problems": (*catalog.problems, *problems),
        "languages": tuple(each.language for each in catalog.conventions),
        **{f"conventions-{each.language}": each for each in catalog.conventions},
        **{f"table-{name.replace('/', '-')}": rows for name, rows in catalog.tables},
        **triggers,
        "params": {rule.id: pickle.dumps(rule.params, protocol=5) for rule in catalog.rules},
        "whole": catalog.rules,
        "rules": tuple(replace(rule, params=None, examples=()) for rule in catalog.rules),
    }
    return {name: pickle.dumps(part, protocol=5) for name, part in parts.items()}


def _triggers(catalog: Catalog, others: Shelf | None) -> tuple[dict[str, Any], Iterable[str]]:
    tables = dict(catalog.tables)
    own = {each.language: each for each in catalog.conventions}

    def table(name: str) -> Any:
        if name in tables or others is None:
            return tables[name]
        return others.table(name)

    parts: dict[str, Any] = {}
    shared: dict[str, object] = {}
    problems: dict[str, None] = {}
    known = [*own, *(others.languages if others else ())]
    for language in languages_of(catalog.rules, known):
        conventions = own.get(language) or (others.conventions(language) if others else None)
        triggers, detectors, faults = triggers_in(Setting(language, conventions, table), catalog.rules, shared)
        parts[f"triggers-{language}"], parts[f"detectors-{language}"] = triggers, detectors
        problems |= dict.fromkeys(faults)
    return parts | shared, problems
