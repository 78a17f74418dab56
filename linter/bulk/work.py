"""What a worker does: a batch of records in, findings and the new part of the file out."""

from __future__ import annotations

import json
from typing import NamedTuple

from linter.bulk.dropping import Budget, Verdict, verdict
from linter.bulk.ledger import Ledger
from linter.bulk.records import Batch, Change, Record, RecordFile
from linter.errors import SourceError, UnstableFixError
from linter.fix import applicable
from linter.outcome import Located, Outcome, Problem, RecordRef
from linter.pipeline import Settled, check, settle
from linter.record import record
from linter.rule import Acceptance, Checked, Profile
from linter.running.locating import located
from linter.running.one import linter_for
from linter.running.task import Mode
from linter.source.opening import open_document
from linter.types import Document, Finding, Fix, Safety

_MANY = 10**9  # a baseline accepts a fingerprint in every record


@record(kw_only=True)
class Job:
    """One record file and what is to be done with it: plain picklable data.

    ``path`` is the name in reports. ``is_written`` says that parts of a new file are wanted, ``is_in_place`` that
    it replaces the old one, ``is_resumed`` that what an earlier run wrote is taken up.
    """

    path: str
    file: RecordFile
    profile: Profile
    size: int = 0
    language: str | None = None
    mode: Mode = Mode.CHECK
    up_to: Safety = Safety.SAFE
    acceptances: tuple[Acceptance, ...] = ()
    budgets: tuple[Budget, ...] = ()
    is_written: bool = False
    is_in_place: bool = False
    is_resumed: bool = False
    has_ledger: bool = False
    seed: int = 0
    is_named: bool = True


class BatchTask(NamedTuple):
    """One batch of a job."""

    job: Job
    batch: Batch

    @property
    def size(self) -> int:
        """Bytes of the batch."""
        return len(self.batch.data)


class BatchResult(NamedTuple):
    """What became of a batch. ``death`` says how the worker ended that could not finish it."""

    outcome: Outcome
    part: bytes = b""
    side: bytes = b""
    ledger: Ledger | None = None
    death: str = ""


def run_batch(task: BatchTask) -> BatchResult:
    """Check or fix the records of a batch. What goes wrong with one is a problem of that record alone."""
    return _Work(task).result()


def died(task: BatchTask, how: str) -> BatchResult:
    """Return the result of a batch whose worker ended."""
    return BatchResult(Outcome(path=task.job.path, is_part=True), death=how)


def named(ref: RecordRef) -> str:
    """Return how messages name a record."""
    return f"record {ref.number}" + (f" ({ref.id})" if ref.id else "")


class _Work:
    """One batch at work."""

    def __init__(self, task: BatchTask) -> None:
        self.job, self.batch = task
        self.linter = linter_for(self.job.profile)
        self.findings: list[Located] = []
        self.problems: list[Problem] = []
        self.changes: dict[int, Change] = {}
        self.side: list[bytes] = []
        self.diffs: list[str] = []
        self.records = self.fixed = self.changed = self.dropped = self.accepted = 0
        self.ledger = Ledger(self.job.seed) if self.job.has_ledger else None

    def result(self) -> BatchResult:
        for each in self.job.file.records(self.batch):
            self.records += 1
            if each.text is None:
                self._problem(each.ref, each.reason)
                continue
            try:
                self._record(each, each.text)
            except MemoryError:
                self._problem(each.ref, "not checked: there is not enough memory.")
            except Exception as error:
                text = " ".join(f"{type(error).__name__}: {error}".split())[:200]
                self._problem(each.ref, f"not checked because of a fault in mtlint, please report it ({text}).")
        part = self._part() if self.job.is_written else b""
        return BatchResult(self._outcome(), part, b"".join(self.side), self.ledger)

    def _problem(self, ref: RecordRef, message: str) -> None:
        self.problems.append(Problem(self.job.path, f"{named(ref)}: {message}"))

    def _record(self, each: Record, text: str) -> None:
        job, ruleset, profile = self.job, self.linter.ruleset, self.linter.profile
        document = open_document(text, path=job.path, language=each.language or job.language)
        done: Settled | None = None
        if job.mode is Mode.CHECK:
            checked = first = check(document, ruleset, profile, acceptances=job.acceptances)
        else:
            try:
                done = settle(document, ruleset, profile, up_to=job.up_to, acceptances=job.acceptances)
                first, checked = done.before, done.checked
            except UnstableFixError as error:
                self._problem(each.ref, str(error).removeprefix(f"{job.path}: "))
                checked = first = check(document, ruleset, profile, acceptances=job.acceptances)
        for failure in checked.failures:
            self._problem(each.ref, f"{failure.rule_id} was not run to its end: {failure.message}.")
        self.accepted += len(first.accepted)
        reason = verdict(first.findings, len(text), job.budgets) if job.budgets else None
        if reason is not None:
            self._drop(each, reason)
        elif done is not None and done.rounds:
            self._fixed(each, text, done)
        if self.ledger is not None:
            self._count(each, document, first, done if reason is None else None)
        self._report(each, text, checked if job.mode is Mode.FIX and reason is None else first, done, reason)

    def _report(self, each: Record, text: str, checked: Checked, done: Settled | None, reason: Verdict | None) -> None:
        """Keep the findings that are left, for reports and for the record's own annotation."""
        is_new = done is not None and self.job.mode is Mode.FIX and reason is None
        if checked.findings:
            shown = done.document.text if is_new and done is not None else text
            self.findings += (one._replace(record=each.ref) for one in located(checked.findings, shown))
        if self.job.file.note_field and reason is None and self.job.is_written:
            old = self.changes.get(each.ref.number, Change())
            self.changes[each.ref.number] = old._replace(note=_note(checked.findings))

    def _fixed(self, each: Record, text: str, done: Settled) -> None:
        self.changed += 1
        self.fixed += len(done.applied)
        if self.job.mode is Mode.DIFF:
            from linter.report.diff import unified  # noqa: PLC0415  only for --diff

            self.diffs.append(unified(text, done.document.text, path=f"{self.job.path}#{each.ref.number}"))
            return
        self.changes[each.ref.number] = Change(text=done.document.text)

    def _drop(self, each: Record, reason: Verdict) -> None:
        self.dropped += 1
        self.changes[each.ref.number] = Change(is_dropped=True)
        data = {"path": self.job.path, "record": each.ref.number, "id": each.ref.id}
        row = json.dumps(data | {"reason": reason.budget, "found": reason.found}, ensure_ascii=True)
        original = self.job.file.original(self.batch, each.ref.number)
        if original is not None:
            row = f'{row[:-1]}, "original": {original}}}'
        self.side.append(row.encode("utf-8", "surrogatepass") + b"\n")

    def _count(self, each: Record, document: Document, first: Checked, done: Settled | None) -> None:
        assert self.ledger is not None
        language = document.language
        self.ledger.read(language, len(document.text), has_findings=bool(first.findings))
        if first.findings:
            places = located(first.findings, document.text)
            self.ledger.found([one._replace(record=each.ref) for one in places], language)
        if done is not None and done.rounds:
            self.ledger.fixed(_applied(done.applied, self.job.up_to), language)

    def _part(self) -> bytes:
        """Return the new part; a change that cannot be made is named, and the others are made."""
        try:
            return self.job.file.part(self.batch, self.changes)
        except SourceError:
            changes = {}
            for number, change in self.changes.items():
                try:
                    self.job.file.part(self.batch, {number: change})
                except SourceError as error:
                    self.problems.append(Problem(self.job.path, str(error)))
                else:
                    changes[number] = change
            return self.job.file.part(self.batch, changes)

    def _outcome(self) -> Outcome:
        return Outcome(
            path=self.job.path,
            size=len(self.batch.data),
            findings=tuple(self.findings),
            problems=tuple(self.problems),
            accepted=self.accepted,
            fixed=self.fixed if self.job.mode is Mode.FIX else 0,
            is_changed=bool(self.changed),
            diff="".join(self.diffs),
            is_part=True,
            records=self.records,
            dropped=self.dropped,
        )


def _applied(findings: tuple[Finding, ...], up_to: Safety) -> list[tuple[Finding, Fix]]:
    return [(each, fix) for each in findings if (fix := applicable(each, up_to)) is not None]


def _note(findings: tuple[Finding, ...]) -> str:
    """Return what stands in the field for annotations: a list with an object for each finding."""
    rows = [
        {
            "rule": each.rule_id,
            "category": each.category,
            "severity": each.severity.name.lower(),
            "confidence": each.confidence.name.lower(),
            "start": each.span.start,
            "end": each.span.end,
            "message": each.message,
        }
        for each in findings
    ]
    return json.dumps(rows) if rows else "[]"


def everywhere(acceptances: tuple[Acceptance, ...]) -> tuple[Acceptance, ...]:
    """Return acceptances that hold in every record of a file."""
    return tuple(Acceptance(each.path, each.rule_id, each.fingerprint, _MANY, each.reason) for each in acceptances)
