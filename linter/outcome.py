"""What a run says about files: problems, located findings, and counts. Plain picklable data.

Lines and columns count from 1, columns in code points; a line ends at a line feed only. All that a run on one
small file needs are named tuples here: a dataclass takes ten times as long to make, at each start.
"""

from __future__ import annotations

from typing import NamedTuple

from linter.rule import Acceptance
from linter.types import Finding


class Problem(NamedTuple):
    """One line for standard error. ``unchecked`` tells that something could not be checked or written."""

    path: str
    message: str
    line: int | None = None
    unchecked: bool = True

    def __str__(self) -> str:
        path = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in self.path)
        place = path if self.line is None else f"{path}:{self.line}"
        return f"{place}: {self.message}" if place else self.message


class RecordRef(NamedTuple):
    """A record of a record file: its number from 1 (in JSONL its line), and its id, "" if it has none."""

    number: int
    id: str = ""


class Region(NamedTuple):
    """Where a span stands: both ends as line and column, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Excerpt(NamedTuple):
    """The first line of a span with what stands around it on that line; ``…`` marks what was cut."""

    before: str
    marked: str
    after: str


class Located(NamedTuple):
    """A finding with all that a report needs from its text.

    ``evidence`` and ``edits`` run parallel to those of the finding; ``repair`` is the safety of the fix
    that the program may apply by itself: "safe", "unsafe" or "". In a record file, regions and spans count
    within the text of the ``record``.
    """

    finding: Finding
    region: Region
    text: str
    excerpt: Excerpt
    evidence: tuple[Region | None, ...] = ()
    edits: tuple[tuple[Region, ...], ...] = ()
    repair: str = ""
    record: RecordRef | None = None


class Carried(NamedTuple):
    """An accepted finding whose surroundings were fixed, so that it has another fingerprint now."""

    rule_id: str
    old: str
    new: str


class Outcome(NamedTuple):
    """What became of one file. ``skipped`` says why it was not checked although nothing is wrong.

    A record file gives many: all but the last are parts (``is_part``), each with what it adds.
    """

    path: str
    size: int = 0
    findings: tuple[Located, ...] = ()
    problems: tuple[Problem, ...] = ()
    checked: bool = True
    skipped: str = ""
    language: str = ""
    is_undetermined: bool = False
    accepted: int = 0
    outside: int = 0
    fixed: int = 0
    is_changed: bool = False
    stale: tuple[Acceptance, ...] = ()
    carried: tuple[Carried, ...] = ()
    diff: str = ""
    output: bytes | None = None
    is_part: bool = False
    records: int = 0
    dropped: int = 0


class Summary:
    """Counts over all files of a run."""

    def __init__(self) -> None:
        self.files = self.size = 0
        self.errors = self.warnings = self.infos = 0
        self.safe = self.unsafe = 0
        self.fixed = self.changed = 0
        self.records = self.dropped = 0
        self.accepted = self.outside = self.stale = self.hidden = self.undetermined = 0
        self.problems: list[Problem] = []
        self.skipped: dict[str, list[str]] = {}

    @property
    def findings(self) -> int:
        return self.errors + self.warnings + self.infos

    def skip(self, path: str, why: str) -> None:
        """Count a file that was not checked on purpose."""
        self.skipped.setdefault(why, []).append(path)

    def add(self, outcome: Outcome) -> None:
        """Count what became of a file."""
        self.problems += outcome.problems
        if outcome.skipped:
            self.skip(outcome.path, outcome.skipped)
        if not outcome.checked:
            return
        self.files += not outcome.is_part
        self.records += outcome.records
        self.dropped += outcome.dropped
        self.size += outcome.size
        self.fixed += outcome.fixed
        self.changed += outcome.is_changed
        self.accepted += outcome.accepted
        self.outside += outcome.outside
        self.stale += len(outcome.stale)
        self.undetermined += outcome.is_undetermined
        for each in outcome.findings:
            self._count(each)

    def _count(self, located: Located) -> None:
        name = located.finding.severity.name
        self.errors += name == "ERROR"
        self.warnings += name == "WARNING"
        self.infos += name == "INFO"
        self.safe += located.repair == "safe"
        self.unsafe += located.repair == "unsafe"
