"""A table by rule: how many findings, how many a fix would repair, in how many files."""

from __future__ import annotations

from collections import Counter

from linter.outcome import Outcome, Summary
from linter.report import Setup, Write
from linter.report.closing import closing

_HEAD = ("findings", "--fix", "unsafe", "files", "rule")


class StatisticsReport:
    """Writes the most frequent rule first."""

    def __init__(self, write: Write, setup: Setup) -> None:
        self.write, self.setup = write, setup
        self.findings: Counter[str] = Counter()
        self.safe: Counter[str] = Counter()
        self.unsafe: Counter[str] = Counter()
        self.files: Counter[str] = Counter()
        self.here: set[str] = set()  # the rules met in a file whose last part is to come

    def file(self, outcome: Outcome) -> None:
        """Count the findings of a file."""
        for located in outcome.findings:
            rule = located.finding.rule_id
            self.findings[rule] += 1
            self.safe[rule] += located.repair == "safe"
            self.unsafe[rule] += located.repair == "unsafe"
        self.here |= {located.finding.rule_id for located in outcome.findings}
        if not outcome.is_part:
            self.files.update(self.here)
            self.here = set()

    def finish(self, summary: Summary) -> None:
        """Write the table."""
        rules = sorted(self.findings, key=lambda rule: (-self.findings[rule], rule))
        if rules:
            self._line(_HEAD)
        for rule in rules:
            numbers = (self.findings[rule], self.safe[rule], self.unsafe[rule], self.files[rule])
            self._line((*map(str, numbers), rule))
        if not self.setup.is_quiet:
            self.write("\n".join(closing(summary)) + "\n")

    def _line(self, cells: tuple[str, ...]) -> None:
        *numbers, rule = cells
        self.write("  ".join([*(f"{cell:>8}" for cell in numbers), rule]) + "\n")
