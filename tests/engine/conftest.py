"""Rules of the tests' own, so that the engine's tests do not hang on the shipped ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from linter import Linter, Profile

MakeLinter = Callable[..., Linter]

_RULE = """\
id: {id}
kind: {kind}
category: {category}
message: "“{{found}}” should not stand here."
why: A rule of the tests.
severity: warning
confidence: high
fix: {fix}
since: "0.1"
{params}
examples: []
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeLinter:
    """Return a function that makes a linter of rules given as id → (kind, fix, parameters in YAML)."""
    monkeypatch.setenv("MTLINT_CACHE_DIR", str(tmp_path / "cache"))

    def make(rules: dict[str, tuple[str, str, str]], category: str = "other", **profile: object) -> Linter:
        folder = tmp_path / "house"
        for rule_id, (kind, fix, params) in rules.items():
            family, name = rule_id.split(".")
            path = folder / family / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_RULE.format(id=rule_id, kind=kind, fix=fix, params=params, category=category), "utf-8")
        linter = Linter(Profile(rule_folders=(str(folder),), select=tuple(rules), **profile))  # type: ignore[arg-type]  # the fields come by name
        assert linter.ruleset.problems == ()
        return linter

    return make
