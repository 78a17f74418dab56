"""A folder with rules of the tests' own and a configuration, and the command run in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from linter.cli.lint import main

ROOT = Path(__file__).parents[1]
_RULE = """\
id: house.{name}
kind: {kind}
category: {category}
message: "“{{found}}” should not stand here."
why: A rule of the tests.
severity: {severity}
confidence: {confidence}
fix: {fix}
since: "0.1"
examples: []
{params}
"""
RULES = {  # name: kind, category, severity, confidence, fix, parameters
    "colour": ("substitution", "other", "warning", "high", "safe", 'swap: {"*": {kolour: colour}}'),
    "grey": ("substitution", "punctuation", "error", "high", "unsafe", 'swap: {"*": {grayy: grey}}'),
    "maybe": ("existence", "other", "info", "medium", "none", 'terms: {"*": [perhapss]}'),
    "unsure": ("substitution", "other", "warning", "medium", "safe", 'swap: {"*": {dunno: known}}'),
    "german": ("substitution", "other", "warning", "high", "safe", "swap: {de: {strasze: Straße}}"),
    "sign": (
        "existence",
        "invisible-character",
        "warning",
        "high",
        "safe",
        "patterns: {'*': ['\\u200B']}\ndelete: true",
    ),
}
CONFIG = 'rules = ["house-rules"]\nselect = ["house"]\n'
GERMAN = "Das ist ein schöner Satz, und er ist nicht kurz, weil er viele Wörter hat. "


@dataclass(frozen=True, slots=True)
class Ran:
    """What the command did."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The findings, if they came as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True, slots=True)
class Site:
    """The folder; the tests run in it."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file, with its folders."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def names(self, folder: str = ".") -> list[str]:
        """The names of what a folder holds, sorted."""
        return sorted(path.name for path in (self.folder / folder).iterdir())

    def read(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def lint(self, *arguments: str) -> Ran:
        """Run the command in this process."""
        self.capture.readouterr()
        code = main(list(arguments))
        said = self.capture.readouterr()
        return Ran(code, said.out, said.err)

    def command(
        self, *arguments: str, stdin: bytes = b"", more: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run the command in a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", "linter.cli.lint", *arguments],
            input=stdin,
            capture_output=True,
            cwd=self.folder,
            env=self.environment(**(more or {})),
            timeout=120,
            check=False,
        )

    def environment(self, **more: str) -> dict[str, str]:
        """The environment of a process of its own."""
        return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **more}


def make_site(folder: Path, capture: pytest.CaptureFixture[str]) -> Site:
    """Return a folder with the rules and the configuration."""
    site = Site(folder, capture)
    for name, (kind, category, severity, confidence, fix, params) in RULES.items():
        text = _RULE.format(
            name=name,
            kind=kind,
            category=category,
            severity=severity,
            confidence=confidence,
            fix=fix,
            params=params,
        )
        site.write(f"house-rules/house/{name}.yaml", text)
    site.write("mtlint.toml", CONFIG)
    return site
