"""One record file on its way: results are taken in order, written, counted, and in the end the file is finished."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from linter.bulk.ledger import Ledger
from linter.bulk.output import State
from linter.bulk.records import Batch
from linter.bulk.sinks import Sink
from linter.bulk.work import BatchResult, BatchTask, Job, died, named, run_batch
from linter.errors import SourceError
from linter.outcome import Outcome, Problem

SHARD = int(os.environ.get("MTLINT_SHARD", 64 * 10**6))  # bytes of records between two checkpoints
NAMED = 100  # problems of one file that are named one by one; the rest is counted

Open = Callable[[], Sink | None]


class Flow:
    """The state of one job. ``open`` makes the sink, if the job writes; ``ledger`` is that of the whole run."""

    def __init__(self, job: Job, open_sink: Open, ledger: Ledger | None) -> None:
        self.job, self.ledger = job, ledger
        self.own = Ledger(job.seed) if ledger is not None else None
        self._open_sink = open_sink
        self.sink: Sink | None = None
        self.is_open = self.is_broken = False
        self.batches = self.unsaved = self.problems = 0
        self.records = self.fixed = self.changed = self.dropped = self.findings = 0
        self.earlier = 0  # records that an earlier run did

    def open(self) -> None:
        """Open the sink; what an earlier run did is taken over. Raises SourceError."""
        if not self.is_open:
            self.is_open = True
            self.sink = self._open_sink()
            if self.sink is not None and self.sink.done:
                self._restore(self.sink.done, self.sink.state)

    def _restore(self, done: int, state: State) -> None:
        self.batches = done
        self.records = self.earlier = state["records"]
        self.fixed, self.changed, self.dropped = state["fixed"], state["changed"], state["dropped"]
        self.problems, self.findings = state["problems"], state["findings"]
        if self.own is not None and state["ledger"] is not None:
            self.own = Ledger.restored(state["ledger"])

    def _state(self) -> State:
        names = ("records", "fixed", "changed", "dropped", "problems", "findings")
        ledger = self.own.state() if self.own is not None else None
        return {name: getattr(self, name) for name in names} | {"ledger": ledger}

    def take(self, batch: Batch, result: BatchResult) -> Iterator[Outcome]:
        """Take the result of the next batch, and yield what reports are told."""
        results = self._one_by_one(batch) if result.death else iter((result,))
        for each in results:
            yield self._told(each)
            self._write(each)
        self.batches += 1
        self.unsaved += len(batch.data)
        if self.sink is not None and not self.is_broken and self.unsaved >= SHARD:
            self.unsaved = 0
            self._guarded(lambda sink: sink.checkpoint(self.batches, self._state()))
        if self.is_broken and self._fault is not None:
            problem, self._fault = self._fault, None
            yield Outcome(path=self.job.path, problems=(problem,), is_part=True)

    _fault: Problem | None = None

    def _one_by_one(self, batch: Batch) -> Iterator[BatchResult]:
        """Do the records of a batch that a worker died on alone, so that the one that kills is named."""
        from linter.running.workers import run_over_processes  # noqa: PLC0415  loads multiprocessing

        singles = list(self.job.file.split(batch))
        tasks = (BatchTask(self.job, single) for single in singles)
        results = run_over_processes(tasks, jobs=1, work=run_batch, died=died)
        for single, result in zip(singles, results, strict=True):
            yield self._dead(single, result.death) if result.death else result

    def _dead(self, single: Batch, how: str) -> BatchResult:
        ref = next((each.ref for each in self.job.file.records(single)), None)
        name = named(ref) if ref is not None else f"record {single.number}"
        text = f"{name}: not checked: the process that checked it ended {how} (out of memory?)."
        outcome = Outcome(path=self.job.path, problems=(Problem(self.job.path, text),), is_part=True, records=1)
        return BatchResult(outcome, self.job.file.part(single, {}) if self.job.is_written else b"")

    def _told(self, result: BatchResult) -> Outcome:
        """Count a result; what is only true once the file is written is told in the end."""
        outcome = result.outcome
        self.records += outcome.records
        self.fixed += outcome.fixed
        self.changed += outcome.is_changed
        self.dropped += outcome.dropped
        self.findings += len(outcome.findings)
        if self.own is not None and result.ledger is not None:
            self.own.add(result.ledger)
        shown = outcome.problems[: max(0, NAMED - self.problems)]
        self.problems += len(outcome.problems)
        return outcome._replace(fixed=0, is_changed=False, dropped=0, problems=shown)

    def _write(self, result: BatchResult) -> None:
        if not self.job.is_written or self.is_broken:
            return
        try:
            self.open()
        except SourceError as error:
            self._break(error)
            return
        self._guarded(lambda sink: sink.write(result.part, result.side))

    def _guarded(self, act: Callable[[Sink], None]) -> None:
        if self.sink is None:
            return
        try:
            act(self.sink)
        except SourceError as error:
            self._break(error)

    def _break(self, error: SourceError) -> None:
        self.is_broken = True
        self._fault = Problem(self.job.path, str(error))

    def end(self, problem: Problem | None) -> Outcome:
        """Finish the file, or leave it as it was if something is wrong with it as a whole."""
        problems = [problem] if problem is not None else []
        if self.problems > NAMED:
            text = f"{self.problems - NAMED} more records were not checked, or not in full."
            problems.append(Problem(self.job.path, text))
        if self.earlier:
            text = f"went on after record {self.earlier}; the report has what was found from there on."
            problems.append(Problem(self.job.path, text, None, unchecked=False))
        is_written = self._finish(problem) if self.job.is_written else False
        if self._fault is not None:
            problems.append(self._fault)
        if self.ledger is not None and self.own is not None:
            self.ledger.add(self.own)
        return Outcome(
            path=self.job.path,
            problems=tuple(problems),
            fixed=self.fixed if is_written else 0,
            is_changed=bool(is_written and self.changed),
            dropped=self.dropped if is_written else 0,
            records=self.earlier,
        )

    def _finish(self, problem: Problem | None) -> bool:
        """Commit or discard; return whether the new file is there."""
        if problem is None and not self.is_broken:
            self._write(BatchResult(Outcome(path=self.job.path)))  # opens the sink of a file without records
        if self.sink is None or self.is_broken:
            return False
        is_same = self.job.is_in_place and not self.changed and not self.dropped and not self.job.file.note_field
        if problem is not None or is_same:
            self._guarded(lambda sink: sink.discard())
            return False
        self._guarded(lambda sink: sink.commit())
        return not self.is_broken

    def stop(self) -> None:
        """The run ends here, in the middle of the file."""
        if self.sink is not None and not self.is_broken:
            self.sink.keep()
