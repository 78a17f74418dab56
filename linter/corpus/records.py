"""Records as texts of a corpus: batches of them are planned and checked, and their bytes are known again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from linter.bulk import Batch, Change, Fields, Record, RecordFile, open_records
from linter.corpus.hits import CheckedPart, CheckedText, checked_text
from linter.corpus.identity import hash_of_bytes, hash_of_text, ruleset_hash
from linter.corpus.plan import Place, Planned, PlannedText, Reading
from linter.corpus.planning import planned_text
from linter.errors import SourceError
from linter.outcome import Problem
from linter.pipeline import check, settle
from linter.running.one import linter_for, trouble
from linter.running.task import Task
from linter.source.opening import open_document
from linter.types import Document

T = TypeVar("T")


class RecordTask(NamedTuple):
    """A batch of records of a file."""

    task: Task
    file: RecordFile
    batch: Batch

    @property
    def size(self) -> int:
        """Bytes of the batch."""
        return len(self.batch.data)


def batches(task: Task, reading: Reading) -> Iterator[RecordTask]:
    """Yield the records of a file in batches. Raises SourceError where it cannot be read (on).

    A file that a walk met and that has no text where texts are looked for has no batches.
    """
    file = opened(task.file, reading, path=task.path, is_named=task.is_named, packing="")
    for number, batch in enumerate(file.batches()):
        is_ours = number or task.is_named or batch.opaque
        if not is_ours and all(record.text is None for record in file.records(batch)):
            return
        yield RecordTask(task, file, batch)


def opened(file: str, reading: Reading, *, path: str, is_named: bool = True, packing: str | None = None) -> RecordFile:
    """Open a record file; with ``packing`` "", its parts are plain. Raises SourceError."""
    fields = Fields(reading.text, reading.id, reading.language)
    return open_records(file, fields, name=path, format=reading.format if is_named else None, packing=packing)


def plan_batch(work: RecordTask) -> Planned:
    """Plan a batch; what goes wrong with a record is told, never raised."""
    texts, problems = _each(work, lambda record, text: _planned(work, record, text))
    return Planned(tuple(texts), tuple(problems))


def check_batch(work: RecordTask) -> CheckedPart:
    """Check a batch; what goes wrong with a record is told, never raised."""
    texts, problems = _each(work, lambda record, text: _checked(work, record, text))
    return CheckedPart(tuple(texts), tuple(problems))


def _each(work: RecordTask, make: Callable[[Record, str], T]) -> tuple[list[T], list[Problem]]:
    made, problems = [], []
    for record in work.file.records(work.batch):
        try:
            if record.text is None:
                raise SourceError(record.reason)
            made.append(make(record, record.text))
        except Exception as error:
            problem = trouble(work.task, error)
            if problem is not None:
                problems.append(problem._replace(message=f"record {record.ref.number}: {problem.message}"))
    return made, problems


def _document(task: Task, record: Record, text: str) -> Document:
    return open_document(text, path=task.path, language=record.language or task.language)


def _place(task: Task, record: Record) -> Place:
    return Place(task.path, record.ref.number, record.ref.id or None)


def _checked(work: RecordTask, record: Record, text: str) -> CheckedText:
    task, linter = work.task, linter_for(work.task.profile)
    document = _document(task, record, text)
    found = check(document, linter.ruleset, linter.profile, acceptances=task.acceptances).findings
    return checked_text(document, found, _place(task, record))


def _planned(work: RecordTask, record: Record, text: str) -> PlannedText:
    task, linter = work.task, linter_for(work.task.profile)
    document = _document(task, record, text)
    done = settle(document, linter.ruleset, linter.profile, up_to=task.up_to, acceptances=task.acceptances)
    digest, raw = "", b""
    if done.rounds:
        single = only(work.file, work.batch, record.ref.number)
        digest = hash_of_record(work.file, single, text)
        raw = b"" if work.file.is_assembled or _comes_back(work.file, single, text) else single.data
    ruleset = ruleset_hash(task.profile)
    return planned_text(done, text, _place(task, record), hash=digest, ruleset=ruleset, raw=raw)


def only(file: RecordFile, batch: Batch, number: int) -> Batch:
    """Return a batch of one record. Raises SourceError if it is not there."""
    single = next((each for each in file.split(batch) if each.number == number), None)
    if single is None:
        raise SourceError("the record is not where it was.")
    return single


def hash_of_record(file: RecordFile, single: Batch, text: str) -> str:
    """Return the hash of a record: of its bytes, or of its text where it has no bytes of its own."""
    return hash_of_text(text) if file.is_assembled else hash_of_bytes(single.data)


def _comes_back(file: RecordFile, single: Batch, text: str) -> bool:
    """True if the record is spelled as it is now when its text is written after any other one."""
    if b"\\u" in single.data or b"\\/" in single.data:
        return False
    empty = single._replace(data=file.part(single, {single.number: Change(text="")}))
    return file.part(empty, {single.number: Change(text=text)}) == single.data


def text_of(file: RecordFile, single: Batch) -> str | None:
    """Return the text of a batch of one record."""
    return next((record.text for record in file.records(single)), None)
