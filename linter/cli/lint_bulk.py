"""Record files on the command line: from tasks to jobs, and where their new content goes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

from linter.bulk.dropping import ALL, Budget, budget
from linter.bulk.ledger import Ledger
from linter.bulk.opening import open_records
from linter.bulk.output import Output, Stamp
from linter.bulk.packing import EXPANSION
from linter.bulk.records import BATCH, Fields, MissingLibraryError, NoTextsError
from linter.bulk.run import run_jobs
from linter.bulk.sinks import Pipe, Sink
from linter.bulk.work import Job, everywhere
from linter.cli.console import Console
from linter.cli.lint_options import Options
from linter.cli.lint_plan import Entry, Plan
from linter.cli.lint_reports import destination
from linter.config_values import one_of
from linter.errors import ConfigError, SourceError
from linter.outcome import Outcome, Problem
from linter.rule import Profile
from linter.ruleset import chosen
from linter.running.one import linter_for
from linter.running.task import Mode, Task
from linter.source.record_names import FORMATS, PACKINGS, RecordName, record_name
from linter.source.writing import write_whole
from linter.version import VERSION

STANDARD = "-"


def record_outcomes(options: Options, plan: Plan, console: Console) -> Iterator[tuple[Entry, Outcome]]:
    """Yield the entries of record files with their outcomes, each file's in parts. Raises ConfigError."""
    bulk = Bulk(options, plan, console)
    entries: dict[int, Entry] = {}
    problems: list[tuple[Entry, Outcome]] = []

    def jobs() -> Iterator[Job]:
        for entry in plan.record_files:
            try:
                job = bulk.job(entry)
            except SourceError as error:
                problems.append((entry, _refused(entry, error)))
                continue
            entries[id(job)] = entry
            yield job

    total = sum(task.size for task in (entry.planned for entry in plan.record_files) if isinstance(task, Task))
    done = 0
    told = run_jobs(jobs(), processes=options.jobs, open_sink=bulk.sink, ledger=bulk.ledger)
    with closing(told):  # type: ignore[type-var]  # a generator has close, which Iterator lacks
        for job, outcome, consumed in told:
            while problems:
                yield problems.pop(0)
            plan.share = min(1.0, (done + min(consumed, job.size)) / total) if total else None
            yield entries[id(job)], outcome
            if not outcome.is_part:
                done += job.size
                del entries[id(job)]
    yield from problems
    bulk.save_ledger()


def _refused(entry: Entry, error: SourceError) -> Outcome:
    """Return the outcome of a file that cannot be read; one that a walk met may just be of another sort."""
    task = entry.planned
    assert isinstance(task, Task)
    if not task.is_named and isinstance(error, NoTextsError):
        return Outcome(path=task.path, checked=False, skipped="no texts where they are looked for")
    if not task.is_named and isinstance(error, MissingLibraryError):
        return Outcome(path=task.path, checked=False, skipped="without the library for it")
    return Outcome(path=task.path, checked=False, problems=(Problem(task.path, str(error)),))


@dataclass(slots=True, init=False)
class Bulk:
    """What the options say about record files. Raises ConfigError where they make no sense."""

    options: Options
    plan: Plan
    console: Console
    budgets: tuple[Budget, ...]
    place: str | None
    ledger: Ledger | None
    targets: dict[str, str] = field(default_factory=dict)

    def __init__(self, options: Options, plan: Plan, console: Console) -> None:
        self.options, self.plan, self.console = options, plan, console
        self.budgets = tuple(map(budget, options.drop_if or ()))
        self.place = destination(options)
        self.ledger = Ledger(options.seed) if options.ledger else None
        self.targets = {}
        self._check()

    def _check(self) -> None:
        options, from_stdin = self.options, STANDARD in self.options.paths
        if options.records is not None:
            try:
                one_of(FORMATS, options.records)
            except ConfigError as error:
                raise ConfigError(f"--records: {error}.") from error
        if self._writes and self.plan.mode is Mode.DIFF:
            raise ConfigError("--diff writes nothing, so it does not go with --annotate and --drop-if.")
        if options.drop_if and self.place is None and not from_stdin:
            raise ConfigError("--drop-if never writes in place: --output says where the records that stay go.")
        if options.annotate and self.place is None and not from_stdin and self.plan.mode is not Mode.FIX:
            raise ConfigError("--annotate needs a place for the records: --output, or --fix to write in place.")
        if options.drop_if and not options.dropped and (self.place == STANDARD or (from_stdin and not self.place)):
            raise ConfigError("--drop-if in a pipe needs a file for what is dropped: --dropped FILE.")
        for path in (options.ledger, options.dropped):
            folder = os.path.dirname(path or "") or "."  # noqa: PTH120  paths are plain strings here
            if not os.path.isdir(folder):  # noqa: PTH112  paths are plain strings here
                raise ConfigError(f"there is no folder {folder}.")
        for profile in self.plan.profiles:
            self._check_budgets(profile)

    def _check_budgets(self, profile: Profile) -> None:
        known = [rule for shelf in linter_for(profile).ruleset.shelves for rule in shelf.rules]
        for each in self.budgets:
            try:
                chosen(known, Profile(select=(each.name,))) if each.name != ALL else []
            except ConfigError as error:
                raise ConfigError(f"--drop-if: {error}{'' if str(error).endswith('?') else '.'}") from error

    @property
    def _writes(self) -> bool:
        return bool(self.options.annotate or self.options.drop_if)

    def job(self, entry: Entry) -> Job:
        """Return the job of a file. Raises SourceError if it cannot be read or has no place to go."""
        task, options, settings = entry.planned, self.options, entry.settings
        assert isinstance(task, Task)
        assert settings is not None
        forced = options.records if task.is_named else None
        is_written = self.plan.mode is Mode.FIX or self._writes
        name = record_name(task.path, forced)
        assert name is not None
        target = self._target(task, name) if is_written else ""
        file = open_records(
            task.file,
            Fields(settings.text_field, settings.id_field, settings.lang_field),
            name=task.path,
            format=name.format,
            note_field=options.annotate or "" if is_written else "",
            packing=self._packing(target, name),
            longest=task.max_size,
            expansion=options.max_expansion or EXPANSION,
        )
        if target == STANDARD and file.is_assembled:
            raise SourceError(f"{name.format} cannot be written to a pipe; name a file with --output.")
        return Job(
            path=task.path,
            file=file,
            profile=task.profile,
            size=task.size,
            language=task.language,
            mode=task.mode,
            up_to=task.up_to,
            acceptances=everywhere(task.acceptances),
            budgets=self.budgets,
            is_written=is_written,
            is_in_place=target == task.file,
            is_resumed=options.resume and is_written and target != STANDARD,
            has_ledger=self.ledger is not None,
            seed=options.seed,
            is_named=task.is_named,
        )

    def _target(self, task: Task, name: RecordName) -> str:
        """Return where the new content of a file goes."""
        target = self._place_for(task)
        if target == STANDARD:
            return target
        wanted = record_name(target)
        if wanted is not None and wanted.format != name.format:
            raise SourceError(f"{name.format} records are not written as {wanted.format}.")
        if self.budgets and os.path.realpath(target) == os.path.realpath(task.file):
            raise SourceError("--drop-if never writes in place; --output names the file itself.")
        other = self.targets.setdefault(os.path.realpath(target), task.path)
        if other != task.path:
            raise SourceError(f"would be written to {target}, as {other} is; name a folder with --output.")
        return target

    def _place_for(self, task: Task) -> str:
        if self.place is None:
            return task.file
        is_folder = self.place.endswith(("/", os.sep)) or os.path.isdir(self.place)  # noqa: PTH112  paths are plain strings here
        if self.place == STANDARD or not is_folder:
            return self.place
        target = os.path.join(self.place, self._relative(task.path))  # noqa: PTH118  paths are plain strings here
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120  paths are plain strings here
        return target

    def _relative(self, path: str) -> str:
        """Return the path below the folder that the user named."""
        for each in self.options.paths:
            prefix = each.replace(os.sep, "/").rstrip("/") + "/"
            if path.startswith(prefix):
                return path[len(prefix) :]
        return path if not self.options.paths else os.path.basename(path)  # noqa: PTH119  paths are plain strings here

    def _packing(self, target: str, name: RecordName) -> str:
        if target in ("", STANDARD):
            return name.packing
        wanted = record_name(target)
        return wanted.packing if wanted is not None else PACKINGS.get(os.path.splitext(target)[1].lower(), "")  # noqa: PTH122  paths are plain strings here

    def sink(self, job: Job, source: Stamp | None) -> Sink | None:
        """Open what a job writes to. Raises SourceError."""
        if not job.is_written:
            return None
        target = next((place for place, path in self.targets.items() if path == job.path), STANDARD)
        if target == STANDARD:
            return Pipe(job.file, self.console.write_bytes, self.options.dropped if self.budgets else None)
        side = None
        if self.budgets:
            side = self.options.dropped or f"{target}.dropped.jsonl"
        stamp = self._stamp(job, source) if source is not None else None
        return Output(job.file, target, side=side, stamp=stamp, source=source, is_resumed=job.is_resumed)

    def _stamp(self, job: Job, source: Stamp | None) -> str:
        """Return what must be the same for a run to go on with what another one wrote."""
        ruleset = linter_for(job.profile).ruleset
        rules = [(rule.id, rule.message, rule.confidence, rule.fix) for rule in ruleset.rules]
        parts = (VERSION, BATCH, source, job.file, job.profile, job.language, job.mode, job.up_to, job.budgets)
        text = repr((*parts, job.seed, job.has_ledger, sorted(job.acceptances, key=repr), rules))
        return hashlib.blake2b(text.encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()

    def save_ledger(self) -> None:
        """Write the ledger, if it is wanted. Raises SourceError."""
        if self.ledger is not None and self.options.ledger:
            try:
                write_whole(self.options.ledger, self.ledger.text().encode("utf-8"))
            except SourceError as error:
                raise SourceError(f"{self.options.ledger}: {error}") from error
