"""One finding a line."""

from __future__ import annotations

from linter.outcome import Outcome, Summary
from linter.report import Setup, Write
from linter.report.encoded import encoded
from linter.report.rows import row


class JsonLinesReport:
    """Writes each finding as a JSON object on a line of its own."""

    def __init__(self, write: Write, setup: Setup) -> None:
        self.write, self.setup = write, setup

    def file(self, outcome: Outcome) -> None:
        """Write the findings of a file."""
        for located in outcome.findings:
            self.write(encoded(dict(row(located)), self.setup) + "\n")

    def finish(self, summary: Summary) -> None:
        """Nothing comes last: a reader counts lines."""
        del summary
