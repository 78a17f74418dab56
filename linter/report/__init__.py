"""Reports for people and for machines. ``FORMATS`` is the one table of them.

A report gets each file's outcome in the order of the input and writes as it goes.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from linter.outcome import Outcome, Summary
from linter.report.paths import Root
from linter.rule import Rule


class Setup(NamedTuple):
    """What a report is told. ``rule`` looks a rule up by its id; ``is_unicode`` is the console's ability."""

    version: str
    root: Root
    rule: Callable[[str], Rule | None]
    has_colour: bool = False
    show_all: bool = False
    is_quiet: bool = False
    is_unicode: bool = True


class Report(Protocol):
    """Writes findings as they come."""

    def file(self, outcome: Outcome) -> None:
        """Take what became of one file."""

    def finish(self, summary: Summary) -> None:
        """Write what comes last."""


Write = Callable[[str], object]
Maker = Callable[[Write, Setup], Report]

FORMATS = {
    "text": "linter.report.text:TextReport",
    "json": "linter.report.json_report:JsonReport",
    "jsonl": "linter.report.jsonl:JsonLinesReport",
    "sarif": "linter.report.sarif:SarifReport",
    "github": "linter.report.github:GithubReport",
    "gitlab": "linter.report.gitlab:GitlabReport",
    "junit": "linter.report.junit:JunitReport",
    "statistics": "linter.report.statistics:StatisticsReport",
}


def make_report(name: str, write: Write, setup: Setup) -> Report:
    """Return a new report of a format; only the module of that format is imported."""
    module, _, attribute = FORMATS[name].partition(":")
    maker = cast(Maker, getattr(import_module(module), attribute))
    return maker(write, setup)
