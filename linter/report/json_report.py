"""One JSON document: findings, files, problems and what was skipped, with a schema version."""

from __future__ import annotations

from typing import NamedTuple

from linter.outcome import Outcome, Summary
from linter.report import Setup, Write
from linter.report.encoded import encoded
from linter.report.rows import SCHEMA_VERSION, Row, Value, problem_row, row


class JsonReport:
    """Writes findings as they come, the rest at the end."""

    def __init__(self, write: Write, setup: Setup) -> None:
        self.write, self.setup = write, setup
        self.files: list[Value] = []
        self.counts = _Counts()
        self.is_first = True
        tool = encoded({"name": "mtlint", "version": setup.version}, setup)
        write(f'{{"schema_version": "{SCHEMA_VERSION}", "tool": {tool}, "findings": [')

    def file(self, outcome: Outcome) -> None:
        """Write the findings of a file."""
        for located in outcome.findings:
            self.write(("\n  " if self.is_first else ",\n  ") + encoded(dict(row(located)), self.setup))
            self.is_first = False
        self.counts = self.counts.plus(outcome)
        if outcome.is_part:
            return
        if outcome.checked:
            self.files.append(_file(outcome, self.counts))
        self.counts = _Counts()

    def finish(self, summary: Summary) -> None:
        """Write files, problems and counts."""
        rest: Row = {
            "files": self.files,
            "problems": [dict(problem_row(each)) for each in summary.problems],
            "skipped": {why: list(paths) for why, paths in sorted(summary.skipped.items())},
            "summary": {
                "files": summary.files,
                "findings": summary.findings,
                "errors": summary.errors,
                "warnings": summary.warnings,
                "infos": summary.infos,
                "fixed": summary.fixed,
                "accepted": summary.accepted,
                "hidden": summary.hidden,
            },
        }
        body = ", ".join(f'"{key}": {encoded(value, self.setup)}' for key, value in rest.items())
        self.write(f"\n], {body}}}\n")


class _Counts(NamedTuple):
    """Sums over the parts of a file."""

    size: int = 0
    findings: int = 0
    fixed: int = 0
    accepted: int = 0
    records: int = 0
    dropped: int = 0

    def plus(self, outcome: Outcome) -> _Counts:
        return _Counts(
            self.size + outcome.size,
            self.findings + len(outcome.findings),
            self.fixed + outcome.fixed,
            self.accepted + outcome.accepted,
            self.records + outcome.records,
            self.dropped + outcome.dropped,
        )


def _file(outcome: Outcome, counts: _Counts) -> Row:
    data: Row = {
        "path": outcome.path,
        "bytes": counts.size,
        "language": outcome.language,
        "findings": counts.findings,
        "fixed": counts.fixed,
        "accepted": counts.accepted,
    }
    if counts.records:
        data |= {"records": counts.records, "dropped": counts.dropped}
    return data
