"""What workers do: a file, or a batch of records, in; a plan or findings out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.corpus.hits import CheckedPart, check_task
from linter.corpus.plan import Planned, Reading
from linter.corpus.planning import plan_task
from linter.outcome import Problem
from linter.running.task import Task

if TYPE_CHECKING:
    from linter.corpus.records import RecordTask

    Work = Task | RecordTask


def batches(task: Task, reading: Reading) -> Iterator[RecordTask]:
    """Yield the records of a file in batches. Raises SourceError where it cannot be read (on)."""
    from linter.corpus import records  # noqa: PLC0415  loads readers of record files

    yield from records.batches(task, reading)


def plan_work(work: Work) -> Planned:
    """Plan a file or a batch of records."""
    if isinstance(work, Task):
        return plan_task(work)
    from linter.corpus.records import plan_batch  # noqa: PLC0415  as above

    return plan_batch(work)


def check_work(work: Work) -> CheckedPart:
    """Check a file or a batch of records."""
    if isinstance(work, Task):
        return check_task(work)
    from linter.corpus.records import check_batch  # noqa: PLC0415  as above

    return check_batch(work)


def plan_died(work: Work, how: str) -> Planned:
    """Return what there is of work whose process ended."""
    return Planned(problems=(_died(work, how),))


def check_died(work: Work, how: str) -> CheckedPart:
    """Return what there is of work whose process ended."""
    return CheckedPart(problems=(_died(work, how),))


def _died(work: Work, how: str) -> Problem:
    what = f"not checked: the process that checked it ended {how} (out of memory?)."
    if isinstance(work, Task):
        return Problem(work.path, what)
    return Problem(work.task.path, f"from record {work.batch.number} on: a batch was {what}")
