"""Imports point downwards only: types know nothing, detectors no rules, stages no command line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "linter"
_DETECTORS = {
    "types",
    "facts",
    "detectors",
    "language",
    "lines",
    "zones",
    "resources",
    "errors",
    "lazy",
    "record",
    "signs",
    "names",
    "pairs",
}
MAY_IMPORT = {  # what a module or folder of linter/ may import of ours
    "segments": set[str](),
    "types": {"segments"},  # for its annotations only
    "errors": set[str](),
    "version": set[str](),
    "rule": {"types", "record"},
    "record": set[str](),
    "lazy": set[str](),
    "signs": set[str](),
    "lines": {"lazy"},
    "facts": {"types", "lines", "zones", "signs"},
    "zones": {"lazy"},
    "language": {"types", "resources", "errors", "record", "language"},
    "names": {"types", "facts", "language", "names", "lazy", "record", "errors"},
    "pairs": {"types", "facts", "language", "lazy", "names", "pairs", "record"},
    "detectors": _DETECTORS,
    "corpus": {"api", "corpus", "detectors", "facts", "lazy", "lines", "record", "rule", "source", "types", "version"}
    | {"bulk", "catalog", "counting", "errors", "fix", "outcome", "pipeline", "resources", "running", "score"},
    "outcome": {"types", "rule"},
    "source": {
        "segments",
        "types",
        "rule",
        "errors",
        "facts",
        "language",
        "source",
        "outcome",
        "lazy",
        "record",
        "config_languages",
    },
    "adapters": {"adapters", "api", "bulk", "errors", "outcome", "record", "rule", "running", "types"},
    "bulk": {"types", "rule", "errors", "outcome", "source", "running", "report", "api", "pipeline", "fix", "record"}
    | {"bulk", "config_languages", "version"},
    "resolve": {"types"},
    "baseline": {"types", "rule"},
    "fix": {"types"},
    "report": {"types", "rule", "report", "catalog", "version", "errors", "outcome"},
    "running": {"types", "rule", "report", "source", "errors", "outcome", "running"}
    | {"api", "catalog", "fix", "pipeline", "resources", "scan", "suppression", "version"},
}


def imports(path: Path) -> set[str]:
    """The parts of linter/ that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found |= {name.split(".")[1] for name in names if name.startswith("linter.")}
    return found


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_imports_point_downwards(part: str) -> None:
    single = PACKAGE / f"{part}.py"
    files = [single] if single.is_file() else sorted((PACKAGE / part).rglob("*.py"))
    assert files
    wrong = {f"{file.name}: {name}" for file in files for name in imports(file) - MAY_IMPORT[part]}
    assert wrong == set()


def test_nothing_but_the_command_lines_imports_them() -> None:
    others = [file for file in PACKAGE.rglob("*.py") if "cli" not in file.parts and file.name != "__main__.py"]
    assert [file.name for file in others if "cli" in imports(file)] == []


def test_only_the_command_lines_print() -> None:
    printing = set()
    for file in PACKAGE.rglob("*.py"):
        calls = (node.func for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call))
        if any(isinstance(call, ast.Name) and call.id == "print" for call in calls):
            printing.add(file.relative_to(PACKAGE).parts[0])
    assert printing <= {"cli"}
