"""One JSON document: findings, files, problems and what was skipped, with a schema version."""

from __future__ import annotations

from linter.outcome import Outcome, Summary
from linter.report import Setup, Write
from linter.report.encoded import encoded
from linter.report.rows import SCHEMA_VERSION, Row, Value, problem_row, row


class JsonReport:
    """Writes findings as they come, the rest at the end."""

    def __init__(self, write: Write, setup: Setup) -> None:
        self.write, self.setup = write, setup
        self.files: list[Value] = []
        self.is_first = True
        tool = encoded({"name": "mtlint", "version": setup.version}, setup)
        write(f'{{"schema_version": "{SCHEMA_VERSION}", "tool": {tool}, "findings": [')

    def file(self, outcome: Outcome) -> None:
        """Write the findings of a file."""
        for located in outcome.findings:
            self.write(("\n  " if self.is_first else ",\n  ") + encoded(dict(row(located)), self.setup))
            self.is_first = False
        if outcome.checked:
            self.files.append(_file(outcome))

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


def _file(outcome: Outcome) -> Row:
    return {
        "path": outcome.path,
        "bytes": outcome.size,
        "language": outcome.language,
        "findings": len(outcome.findings),
        "fixed": outcome.fixed,
        "accepted": outcome.accepted,
    }
