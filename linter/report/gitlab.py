"""GitLab's code quality report: a JSON list in which each fingerprint stands once."""

from __future__ import annotations

import hashlib
from collections import Counter

from linter.outcome import Located, Outcome, Summary
from linter.report import Setup, Write
from linter.report.encoded import encoded
from linter.report.rows import Row
from linter.types import Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class GitlabReport:
    """Writes one issue for each finding; a problem is a blocker."""

    def __init__(self, write: Write, setup: Setup) -> None:
        self.write, self.setup = write, setup
        self.seen: Counter[tuple[str, str]] = Counter()
        self.is_first = True
        write("[")

    def file(self, outcome: Outcome) -> None:
        """Write the findings of a file."""
        for located in outcome.findings:
            self._put(self._issue(located))

    def finish(self, summary: Summary) -> None:
        """Write the problems and close the list."""
        for problem in summary.problems:
            path = self.setup.root.relative(problem.path)
            self._put(_row("mtlint", problem.message, "blocker", path, (problem.line or 1, problem.line or 1), "p"))
        self.write("\n]\n")

    def _put(self, issue: Row) -> None:
        self.write(("\n  " if self.is_first else ",\n  ") + encoded(issue, self.setup))
        self.is_first = False

    def _issue(self, located: Located) -> Row:
        finding, region = located.finding, located.region
        path = self.setup.root.relative(finding.path)
        if located.record is not None:  # its number and place tell it apart, so nothing has to be kept
            line, place = located.record.number, f"{located.record.number}\0{finding.span.start}"
            mark = f"{finding.fingerprint}\0{place}"
            return _row(finding.rule_id, finding.message, _SEVERITIES[finding.severity], path, (line, line), mark)
        self.seen[path, finding.fingerprint] += 1
        number = self.seen[path, finding.fingerprint]
        return _row(
            finding.rule_id,
            finding.message,
            _SEVERITIES[finding.severity],
            path,
            (region.line, region.end_line),
            f"{finding.fingerprint}\0{number}",
        )


def _row(check: str, text: str, severity: str, path: str, lines: tuple[int, int], mark: str) -> Row:
    key = "\0".join((path, check, text if mark == "p" else "", mark)).encode("utf-8", "surrogatepass")
    return {
        "type": "issue",
        "check_name": check,
        "description": text,
        "severity": severity,
        "fingerprint": hashlib.blake2b(key, digest_size=16).hexdigest(),
        "location": {"path": path, "lines": {"begin": lines[0], "end": lines[1]}},
    }
