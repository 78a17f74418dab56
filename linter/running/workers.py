"""Tasks over processes that read, check, fix and write for themselves.

Each worker has one batch of tasks at a time and answers file by file, so a worker that dies names the file
that it died on; the rest of its batch goes to a new one. Workers are told everything that they need in the
tasks, so it does not matter how the platform starts processes.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import pickle
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from linter.outcome import Outcome
from linter.running.one import failed, run_task
from linter.running.task import Task

BATCH_FILES, BATCH_BYTES = 32, 500_000
AHEAD = 3  # batches for each worker that are read, running or waiting for an earlier one
_PATIENCE = 5.0  # seconds that a worker has to stop by itself

_ours: list[Connection] = []  # this process's ends of the pipes; a forked child closes its copies


@dataclass(slots=True, eq=False)
class _Batch:
    """Tasks that travel together, with the outcomes that came back so far."""

    tasks: list[Task]
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return len(self.outcomes) == len(self.tasks)


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    pipe: Connection
    batch: _Batch | None = None


def run_over_processes(tasks: Iterable[Task], *, jobs: int) -> Iterator[Outcome]:
    """Yield the outcome of each task in order."""
    batches = _batches(tasks)
    waiting: deque[_Batch] = deque()  # in the order of the input, until their outcomes are given out
    open_batches: deque[_Batch] = deque()  # not yet with a worker
    workers: list[_Worker] = []
    more = True
    try:
        while more or waiting:
            while more and len(waiting) < jobs * AHEAD:
                batch = next(batches, None)
                more = batch is not None
                if batch is not None:
                    waiting.append(batch)
                    open_batches.append(batch)
            _hand_out(workers, open_batches, jobs)
            while waiting and waiting[0].is_done:
                yield from waiting.popleft().outcomes
            _hand_out(workers, open_batches, jobs)
            if waiting and not waiting[0].is_done:
                _collect(workers, open_batches)
    finally:
        _stop(workers)


def _batches(tasks: Iterable[Task]) -> Iterator[_Batch]:
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += task.size
        if len(batch) >= BATCH_FILES or size >= BATCH_BYTES:
            yield _Batch(batch)
            batch, size = [], 0
    if batch:
        yield _Batch(batch)


def _hand_out(workers: list[_Worker], open_batches: deque[_Batch], jobs: int) -> None:
    """Give each idle worker a batch, starting workers where there are too few."""
    while open_batches:
        worker = next((each for each in workers if each.batch is None), None)
        if worker is None:
            if len(workers) >= jobs:
                return
            worker = _start()
            workers.append(worker)
        batch = open_batches.popleft()
        worker.batch = batch
        with contextlib.suppress(OSError):  # a worker that died: seen when its outcomes are collected
            worker.pipe.send_bytes(pickle.dumps(batch.tasks[len(batch.outcomes) :], protocol=5))


def _collect(workers: list[_Worker], open_batches: deque[_Batch]) -> None:
    """Wait for outcomes. A worker that died is replaced; what it had left goes first."""
    busy = {worker.pipe: worker for worker in workers if worker.batch is not None}
    for pipe in wait(list(busy)):
        worker = busy[pipe]  # type: ignore[index]
        batch = worker.batch
        assert batch is not None
        try:
            batch.outcomes.append(pickle.loads(worker.pipe.recv_bytes()))
        except (EOFError, OSError):
            workers.remove(worker)
            batch.outcomes.append(_died(batch.tasks[len(batch.outcomes)], worker))
            if not batch.is_done:
                open_batches.appendleft(batch)
            continue
        if batch.is_done:
            worker.batch = None


def _died(task: Task, worker: _Worker) -> Outcome:
    _forget(worker)
    worker.process.join(_PATIENCE)
    code = worker.process.exitcode
    how = f"by signal {-code}" if code is not None and code < 0 else f"with exit code {code}"
    return failed(task, f"not checked: the process that checked it ended {how} (out of memory?).")


def _forget(worker: _Worker) -> None:
    worker.pipe.close()
    with contextlib.suppress(ValueError):
        _ours.remove(worker.pipe)


def _start() -> _Worker:
    context = multiprocessing.get_context()
    ours, theirs = context.Pipe()
    _ours.append(ours)
    process = context.Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _stop(workers: list[_Worker]) -> None:
    """End all workers: an idle one sees its pipe close, a busy one is asked to stop between two steps."""
    for worker in workers:
        _forget(worker)
        if worker.batch is not None and not worker.batch.is_done:
            worker.process.terminate()
    for worker in workers:
        worker.process.join(_PATIENCE)
        if worker.process.is_alive():
            worker.process.kill()


def serve(pipe: Connection) -> None:
    """Work on batches until the pipe closes. Runs in a worker."""
    for inherited in _ours:
        inherited.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides when to stop
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # leaves no temporary file behind
    with contextlib.suppress(EOFError, OSError):
        while True:
            for task in pickle.loads(pipe.recv_bytes()):
                pipe.send_bytes(pickle.dumps(run_task(task), protocol=5))
