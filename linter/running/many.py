"""Tasks in, outcomes out, in the same order; over processes where that pays."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from linter.outcome import Outcome
from linter.running.one import failed, run_task
from linter.running.task import Task

LEAST_FILES, LEAST_BYTES = 3, 10**6  # below these a second process costs more than it gives


class Sized(Protocol):
    """A task that says how many bytes it has."""

    @property
    def size(self) -> int: ...


T = TypeVar("T", bound=Sized)
R = TypeVar("R")


def run_tasks(tasks: Iterable[Task], *, jobs: int | None = None) -> Iterator[Outcome]:
    """Yield the outcome of each task in order; see ``spread``."""
    return spread(tasks, jobs=jobs, work=run_task, died=_died)


def _died(task: Task, how: str) -> Outcome:
    return failed(task, f"not checked: the process that checked it ended {how} (out of memory?).")


def spread(tasks: Iterable[T], *, jobs: int | None, work: Callable[[T], R], died: Callable[[T, str], R]) -> Iterator[R]:
    """Yield what ``work`` makes of each task, in order; ``died`` answers for a worker that ended on one.

    ``jobs`` None takes a process for each free processor, if there is enough to do; 1 stays in this process.
    At most a few tasks for each process are read ahead, so memory does not grow with the number of files.
    """
    tasks = iter(tasks)
    ahead: list[T] = []
    if jobs is None:
        jobs = processors()
        ahead = _enough(tasks) if jobs > 1 else []
        if len(ahead) < LEAST_FILES or sum(task.size for task in ahead) < LEAST_BYTES:
            jobs = 1
    everything = itertools.chain(ahead, tasks)
    if jobs == 1:
        yield from map(work, everything)
        return
    from linter.running.workers import run_over_processes  # noqa: PLC0415  costs start-up time

    yield from run_over_processes(everything, jobs=jobs, work=work, died=died)


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _enough(tasks: Iterator[T]) -> list[T]:
    """Read ahead until it is clear that there is enough to do."""
    ahead: list[T] = []
    size = 0
    for task in tasks:
        ahead.append(task)
        size += task.size
        if len(ahead) >= LEAST_FILES and size >= LEAST_BYTES:
            break
    return ahead
