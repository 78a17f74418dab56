"""One run: plan, check, report, and what follows for the baseline and the exit code."""

from __future__ import annotations

import itertools
import os
import time
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from itertools import chain

from linter.cli.console import Console
from linter.cli.lint_cache import Remembered
from linter.cli.lint_options import Options
from linter.cli.lint_plan import Entry, Plan
from linter.cli.lint_reports import DIFF_TAKES_OUTPUT, TEXT_TAKES_OUTPUT, Reports, destination
from linter.errors import ConfigError
from linter.outcome import Outcome, Problem, Summary
from linter.report import Setup
from linter.report.paths import Root
from linter.rule import Rule
from linter.running.many import run_tasks
from linter.running.one import linter_for
from linter.running.task import Mode, Task
from linter.version import VERSION

CLEAN, FOUND, UNCHECKED = 0, 1, 2


class Run:
    """Checks what the plan says and reports it."""

    def __init__(self, options: Options, plan: Plan, console: Console) -> None:
        self.options, self.plan, self.console = options, plan, console
        self.summary = Summary()
        self.has_failed = False
        self.started = time.monotonic()

    def report(self) -> int:
        """Check or fix, and report. Returns the exit code."""
        reports = self._reports()
        for entry, outcome in chain(self.outcomes(), self._record_outcomes()):
            self._take(entry, outcome)
            reports.file(outcome)
            if outcome.diff:
                self.console.write_bytes(outcome.diff.encode("utf-8", "surrogateescape"))
            if outcome.output is not None:
                self.console.write_bytes(outcome.output)
        self._follow_up()
        reports.finish(self.summary)
        self._list_skipped()
        return self.code()

    def outcomes(self) -> Iterator[tuple[Entry, Outcome]]:
        """Yield each entry of the plan with its outcome, in order; what needs no work at the start at once."""
        remembered = Remembered(is_wanted=not self.options.no_cache, mode=self.plan.mode)
        entries = remembered.entries(self.plan.entries())
        for entry in entries:
            if isinstance(entry.planned, Outcome):
                yield entry, entry.planned
            else:
                yield from self._worked(itertools.chain([entry], entries), remembered)
        remembered.save()

    def _worked(self, entries: Iterator[Entry], remembered: Remembered) -> Iterator[tuple[Entry, Outcome]]:
        order: deque[Entry] = deque()

        def tasks() -> Iterator[Task]:
            for entry in entries:
                order.append(entry)
                if isinstance(entry.planned, Task):
                    yield entry.planned

        with closing(run_tasks(tasks(), jobs=self.options.jobs)) as done:  # type: ignore[type-var]  # a generator has close, which Iterator lacks
            for outcome in done:
                yield from self._ready(order)
                entry = order.popleft()
                remembered.keep(entry, outcome)
                yield entry, outcome
        yield from self._ready(order)

    def _record_outcomes(self) -> Iterator[tuple[Entry, Outcome]]:
        """Yield the outcomes of record files, each in parts, after those of all others."""
        if self.plan.record_files:
            from linter.cli.lint_bulk import record_outcomes  # noqa: PLC0415  loads msgspec

            yield from record_outcomes(self.options, self.plan, self.console)

    def _ready(self, order: deque[Entry]) -> Iterator[tuple[Entry, Outcome]]:
        """Yield the entries at the front that need no work."""
        while order and isinstance(order[0].planned, Outcome):
            entry = order.popleft()
            assert isinstance(entry.planned, Outcome)
            yield entry, entry.planned

    def _take(self, entry: Entry, outcome: Outcome) -> None:
        """Count an outcome, and say at once what is wrong."""
        self.summary.add(outcome)
        for problem in outcome.problems:
            self.console.problem(problem)
        self.console.progress(self.summary.files, self.summary.size, self.started, share=self.plan.share)
        settings = entry.settings
        limit = settings.fail_on if settings is not None else None
        if limit is not None and any(each.finding.severity >= limit for each in outcome.findings):
            self.has_failed = True
        if outcome.diff:
            self.has_failed = True
        if outcome.stale or outcome.carried:
            self._baseline(entry, outcome)

    def _baseline(self, entry: Entry, outcome: Outcome) -> None:
        from linter.cli.lint_baselines import carry, prune, stale_problem  # noqa: PLC0415  only where there is a baseline

        if self.options.prune_baseline:
            prune(entry, outcome.stale)
            return
        for stale in outcome.stale:
            self.console.problem(stale_problem(entry, stale))
        carry(entry, outcome)

    def _follow_up(self) -> None:
        """Name or remove what accepts findings of files that are gone, and save the baselines."""
        for path in sorted(self.plan.baselines):
            from linter.cli.lint_baselines import missing_problems  # noqa: PLC0415  only where there is a baseline

            baseline = self.plan.baselines[path]
            gone = baseline.missing()
            if self.options.prune_baseline:
                for each in gone:
                    baseline.drop(each.key)
            else:
                for problem in missing_problems(baseline):
                    self.console.problem(problem)
                self.summary.stale += len(gone)
            baseline.save()

    def _list_skipped(self) -> None:
        if self.options.verbose:
            for why, paths in sorted(self.summary.skipped.items()):
                for path in paths:
                    self.console.problem(Problem(path, f"skipped: {why}.", None, unchecked=False))

    def code(self) -> int:
        """Return the exit code: what could not be checked wins over findings."""
        if any(problem.unchecked for problem in self.summary.problems):
            return UNCHECKED
        is_stale = self.options.fail_on_stale and self.summary.stale > 0
        return FOUND if (self.has_failed or is_stale) and not self.options.exit_zero else CLEAN

    def _reports(self) -> Reports:
        setup = Setup(
            version=VERSION,
            root=Root.of(self.plan.folder),
            rule=self._rule,
            has_colour=self.console.has_colour,
            show_all=self.options.all,
            is_quiet=self.options.quiet,
            is_unicode=self.console.is_unicode,
        )
        taken = DIFF_TAKES_OUTPUT if self.plan.mode is Mode.DIFF else ""
        writes = self.plan.mode is Mode.FIX or bool(self.options.annotate or self.options.drop_if)
        place = destination(self.options)
        if writes and (place == "-" or (place is None and "-" in self.options.paths)):
            taken = TEXT_TAKES_OUTPUT
        return Reports(self.console, self.options, setup, taken=taken)

    def _rule(self, rule_id: str) -> Rule | None:
        for profile in self.plan.profiles:
            for rule in linter_for(profile).ruleset.rules:
                if rule.id == rule_id:
                    return rule
        return None

    def accept(self) -> int:
        """Accept findings by id, or all of them. Returns the exit code. Raises ConfigError."""
        from linter.cli.lint_baselines import Accepting, checked_ids, write_all  # noqa: PLC0415  only where there is a baseline

        accepting = Accepting(checked_ids(self.options.accept or []), self.options.reason or "")
        written = 0
        for entry, outcome in self.outcomes():
            self._take(entry, outcome)
            accepting.look(entry, outcome)
            if self.options.write_baseline and isinstance(entry.planned, Task):
                self._need_baseline(entry)
                written += write_all(entry, outcome, self.options.reason or "")
        for entry in self.plan.record_files:
            assert isinstance(entry.planned, Task)
            self._take(entry, _not_accepted(entry.planned))
        lines = accepting.accept() if self.options.accept else []
        for baseline in self.plan.baselines.values():
            baseline.save()
        for path in sorted(self.plan.baselines) if self.options.write_baseline else ():
            lines.append(f"{path}: accepts {_counted(written)} now")
        if not self.options.quiet:
            self.console.write("".join(f"{line}\n" for line in lines))
        return UNCHECKED if any(problem.unchecked for problem in self.summary.problems) else CLEAN

    def _need_baseline(self, entry: Entry) -> None:
        if entry.baseline is None:
            raise ConfigError(
                "--write-baseline needs a file to write to: --baseline FILE, or “baseline” in mtlint.toml."
            )


def _not_accepted(task: Task) -> Outcome:
    """Return the outcome of a record file where findings are accepted; one that a walk met is just left out."""
    if not task.is_named:
        return Outcome(path=task.path, checked=False, skipped="record file")
    problem = Problem(task.path, "records are not accepted one by one, so nothing was accepted here.")
    return Outcome(path=task.path, checked=False, problems=(problem,))


def _counted(number: int) -> str:
    return "1 finding" if number == 1 else f"{number} findings"


def current_folder() -> str:
    """Return the current folder with forward slashes."""
    return os.getcwd().replace(os.sep, "/")  # noqa: PTH109  paths are plain strings here
