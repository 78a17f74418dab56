"""Workflow commands of GitHub Actions: each finding becomes an annotation of the file."""

from __future__ import annotations

from linter.outcome import Located, Outcome, Problem, Summary
from linter.report import Setup, Write
from linter.types import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class GithubReport:
    """Writes ``::warning file=…,line=…::message`` for each finding, paths relative to the repository."""

    def __init__(self, write: Write, setup: Setup) -> None:
        self.write, self.setup = write, setup

    def file(self, outcome: Outcome) -> None:
        """Write the findings of a file."""
        for located in outcome.findings:
            self.write(self._command(located) + "\n")

    def finish(self, summary: Summary) -> None:
        """Write the problems."""
        for problem in summary.problems:
            self.write(self._problem(problem) + "\n")

    def _command(self, located: Located) -> str:
        finding, region = located.finding, located.region
        if located.record is not None:  # the line of the record; GitHub cannot point into its text
            place = {"file": self.setup.root.relative(finding.path), "line": str(located.record.number)}
            return _line(_COMMANDS[finding.severity], place | {"title": finding.rule_id}, finding.message)
        properties = {
            "file": self.setup.root.relative(finding.path),
            "line": str(region.line),
            "endLine": str(region.end_line),
            "title": finding.rule_id,
        }
        if region.line == region.end_line:  # GitHub takes columns on one line only
            properties |= {"col": str(region.column), "endColumn": str(region.end_column)}
        return _line(_COMMANDS[finding.severity], properties, finding.message)

    def _problem(self, problem: Problem) -> str:
        properties = {"file": self.setup.root.relative(problem.path), "title": "mtlint"}
        if problem.line is not None:
            properties["line"] = str(problem.line)
        return _line("error" if problem.unchecked else "notice", properties, problem.message)


def _line(command: str, properties: dict[str, str], message: str) -> str:
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{command} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
