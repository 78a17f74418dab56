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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from linter.running.many import Sized

T = TypeVar("T", bound="Sized")
R = TypeVar("R")

BATCH_FILES, BATCH_BYTES = 32, 500_000
AHEAD = 3  # batches for each worker that are read, running or waiting for an earlier one
_PATIENCE = 5.0  # seconds that a worker has to stop by itself

_PAUSE = 0.02  # seconds

_ours: list[Connection] = []  # this process's ends of the pipes; a forked child closes its copies


@dataclass(slots=True, eq=False)
class _Batch(Generic[T, R]):
    """Tasks that travel together, with the outcomes that came back so far."""

    tasks: list[T]
    outcomes: list[R] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return len(self.outcomes) == len(self.tasks)


@dataclass(slots=True, eq=False)
class _Worker(Generic[T, R]):
    process: BaseProcess
    pipe: Connection
    batch: _Batch[T, R] | None = None


def run_over_processes(
    tasks: Iterable[T], *, jobs: int, work: Callable[[T], R], died: Callable[[T, str], R]
) -> Iterator[R]:
    """Yield what ``work`` (a function of a module) makes of each task, in order.

    ``died`` makes the outcome of a task whose worker ended, and is told how.
    """
    pool = _Pool(jobs, work, died)
    batches: Iterator[_Batch[T, R]] = _batches(tasks)
    more = True
    try:
        while more or pool.waiting:
            while more and len(pool.waiting) < jobs * AHEAD:
                batch = next(batches, None)
                more = batch is not None
                if batch is not None:
                    pool.take(batch)
            pool.hand_out()
            while pool.waiting and pool.waiting[0].is_done:
                yield from pool.waiting.popleft().outcomes
            pool.hand_out()
            if pool.waiting and not pool.waiting[0].is_done:
                pool.collect()
    finally:
        _stop(pool.workers)


def _batches(tasks: Iterable[T]) -> Iterator[_Batch[T, R]]:
    batch: list[T] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += task.size
        if len(batch) >= BATCH_FILES or size >= BATCH_BYTES:
            yield _Batch(batch)
            batch, size = [], 0
    if batch:
        yield _Batch(batch)


class _Pool(Generic[T, R]):
    """The workers, and the batches in the order of the input until their outcomes are given out."""

    def __init__(self, jobs: int, work: Callable[[T], R], died: Callable[[T, str], R]) -> None:
        self.jobs, self.work, self.died = jobs, work, died
        self.workers: list[_Worker[T, R]] = []
        self.waiting: deque[_Batch[T, R]] = deque()
        self.open: deque[_Batch[T, R]] = deque()  # not yet with a worker

    def take(self, batch: _Batch[T, R]) -> None:
        self.waiting.append(batch)
        self.open.append(batch)

    def hand_out(self) -> None:
        """Give each idle worker a batch, starting workers where there are too few."""
        while self.open:
            worker = next((each for each in self.workers if each.batch is None), None)
            if worker is None:
                if len(self.workers) >= self.jobs:
                    return
                worker = self._start()
                self.workers.append(worker)
            batch = self.open.popleft()
            worker.batch = batch
            with contextlib.suppress(OSError):  # a worker that died: seen when its outcomes are collected
                worker.pipe.send_bytes(pickle.dumps(batch.tasks[len(batch.outcomes) :], protocol=5))

    def collect(self) -> None:
        """Wait for outcomes. A worker that died is replaced; what it had left goes first."""
        busy = {worker.pipe: worker for worker in self.workers if worker.batch is not None}
        for pipe in wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]  # a pipe that is ready is one of them
            batch = worker.batch
            assert batch is not None
            try:
                batch.outcomes.append(pickle.loads(worker.pipe.recv_bytes()))
            except (EOFError, OSError):
                self.workers.remove(worker)
                batch.outcomes.append(self.died(batch.tasks[len(batch.outcomes)], _end(worker)))
                if not batch.is_done:
                    self.open.appendleft(batch)
                continue
            if batch.is_done:
                worker.batch = None

    def _start(self) -> _Worker[T, R]:
        context = multiprocessing.get_context()
        ours, theirs = context.Pipe()
        _ours.append(ours)
        process = context.Process(target=serve, args=(theirs, self.work), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _end(worker: _Worker[T, R]) -> str:
    """Return how a worker ended."""
    _forget(worker)
    worker.process.join(_PATIENCE)
    code = worker.process.exitcode
    return f"by signal {-code}" if code is not None and code < 0 else f"with exit code {code}"


def _forget(worker: _Worker[T, R]) -> None:
    worker.pipe.close()
    with contextlib.suppress(ValueError):
        _ours.remove(worker.pipe)


def _stop(workers: list[_Worker[T, R]]) -> None:
    """End all workers: an idle one sees its pipe close, a busy one is asked to stop between two steps."""
    for worker in workers:
        _forget(worker)
        if worker.batch is not None and not worker.batch.is_done:
            worker.process.terminate()
    for worker in workers:
        worker.process.join(_PATIENCE)
        if worker.process.is_alive():
            worker.process.kill()


def serve(pipe: Connection, work: Callable[[T], R]) -> None:
    """Work on batches until the pipe closes. Runs in a worker."""
    for inherited in _ours:
        inherited.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides when to stop
    signal.signal(signal.SIGTERM, _leave)
    with contextlib.suppress(EOFError, OSError):
        while True:
            for task in pickle.loads(pipe.recv_bytes()):
                pipe.send_bytes(pickle.dumps(work(task), protocol=5))


def _leave(*_: object) -> None:
    """Leave no temporary file behind: what is open is closed on the way out."""
    sys.unraisablehook = _again
    sys.exit(143)


def _again(_: object) -> None:
    """The way out began in a finaliser, where Python swallows it with a note: begin anew a little later, in silence."""
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, _leave)
        signal.setitimer(signal.ITIMER_REAL, _PAUSE)
