"""Record files over processes: batches go out in order, results come back in order, memory stays flat."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import NamedTuple

from linter.bulk.flow import Flow
from linter.bulk.ledger import Ledger
from linter.bulk.output import Stamp, stamp_of
from linter.bulk.records import Batch, MissingLibraryError
from linter.bulk.sinks import Sink
from linter.bulk.work import BatchTask, Job, died, run_batch
from linter.errors import SourceError
from linter.outcome import Outcome, Problem
from linter.running.many import spread

OpenSink = Callable[[Job, Stamp | None], Sink | None]


class Step(NamedTuple):
    """A batch of a file that is at work; without one, the end of the file, and what is wrong with it."""

    flow: Flow
    batch: Batch | None = None
    problem: Problem | None = None
    skipped: str = ""


class Told(NamedTuple):
    """What a run says of a job: an outcome, and how many bytes of the file have been read for it."""

    job: Job
    outcome: Outcome
    consumed: int


def run_jobs(
    jobs: Iterable[Job], *, processes: int | None, open_sink: OpenSink, ledger: Ledger | None = None
) -> Iterator[Told]:
    """Do the jobs, and yield the outcomes of each in parts; the last one of a file is none.

    ``open_sink`` opens what a job writes to. Order and output do not depend on ``processes``.
    """
    order: deque[Step] = deque()
    flows: deque[Flow] = deque()

    def tasks() -> Iterator[BatchTask]:
        for job in jobs:
            stamp = stamp_of(job.file.path)
            flow = Flow(job, lambda job=job, stamp=stamp: open_sink(job, stamp), ledger)  # type: ignore[misc]  # the default arguments bind the loop's values
            flows.append(flow)
            yield from _feed(flow, order)

    try:
        with closing(spread(tasks(), jobs=processes, work=run_batch, died=died)) as results:  # type: ignore[type-var]  # a generator has close, which Iterator lacks
            for result in results:
                yield from _ended(order, flows)
                flow, batch, *_ = order.popleft()
                assert batch is not None
                for outcome in flow.take(batch, result):
                    yield Told(flow.job, outcome, batch.consumed)
            yield from _ended(order, flows)
    finally:
        for flow in flows:
            flow.stop()


def _ended(order: deque[Step], flows: deque[Flow]) -> Iterator[Told]:
    """Finish the files whose results are all there."""
    while order and order[0].batch is None:
        flow, _, problem, skipped = order.popleft()
        outcome = flow.end(problem) if not skipped else Outcome(flow.job.path, checked=False, skipped=skipped)
        flows.remove(flow)
        yield Told(flow.job, outcome, flow.job.size)


def _feed(flow: Flow, order: deque[Step]) -> Iterator[BatchTask]:
    """Yield the batches of a file, and note what is to come back in which order."""
    problem, skipped = None, ""
    job = flow.job
    try:
        if job.is_resumed:
            flow.open()
        batches = job.file.batches()
        if not job.is_named and not flow.batches:
            first = next(batches, None)
            skipped = _not_ours(job, first)
            batches = itertools.chain(() if first is None else (first,), batches)
        if not skipped:
            for batch in itertools.islice(batches, flow.batches, None):
                order.append(Step(flow, batch))
                yield BatchTask(job, batch)
    except MissingLibraryError as error:
        problem = Problem(job.path, str(error))
        skipped = "" if job.is_named else "without the library for it"
    except (SourceError, OSError) as error:
        problem = Problem(job.path, str(error))
    order.append(Step(flow, None, problem, skipped))


def _not_ours(job: Job, first: Batch | None) -> str:
    """A file that a walk met and that has no text where texts are looked for is left out; return why."""
    if first is None or first.opaque:
        return ""
    has_text = any(record.text is not None for record in job.file.records(first))
    return "" if has_text else "no texts where they are looked for"
