"""From options to tasks: which files, with which settings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from linter.cli.lint_options import Options
from linter.cli.lint_reports import destination
from linter.config import Configuration, Settings
from linter.config_languages import known_language
from linter.errors import ConfigError, SourceError
from linter.outcome import Outcome, Problem
from linter.rule import Profile
from linter.running.one import linter_for
from linter.running.task import Mode, Source, Task
from linter.source.discover import STDIN_NAME, Found, Skipped, Wishes, discover, slashed
from linter.source.reading import STDIN, load_stdin
from linter.source.record_names import record_name
from linter.types import Safety

if TYPE_CHECKING:
    from linter.baseline_file import Baseline
    from linter.cli.lint_since import Changes, Lines

_UNUSABLE = "not checked: its configuration cannot be used."


class FatalError(ConfigError):
    """A fault that concerns every file: the run stops."""


class Entry(NamedTuple):
    """A task, or at once the outcome of a file that is not checked; and what its file is subject to."""

    planned: Task | Outcome
    settings: Settings | None = None
    baseline: Baseline | None = None


class Plan:
    """Yields an entry for each file that the user's paths stand for. ``folder`` is the current one.

    ``named`` holds the faults that the user was told of; ``record_files``, filled on the way, are left to
    ``lint_bulk``. Raises ConfigError for a language that there is not.
    """

    def __init__(
        self, options: Options, configuration: Configuration, *, mode: Mode, up_to: Safety, folder: str
    ) -> None:
        self.options, self.configuration, self.folder = options, configuration, folder
        self.mode, self.up_to = mode, up_to
        self.baselines: dict[str, Baseline] = {}
        self.profiles: set[Profile] = set()
        self.named: set[str] = set()
        self.record_files: list[Entry] = []
        self.share: float | None = None  # how much of them is done
        self.source_language = known_language(options.source_lang) if options.source_lang else None

    @property
    def writes_baseline(self) -> bool:
        """True if accepted findings are to be seen too."""
        return bool(self.options.accept or self.options.write_baseline)

    def entries(self) -> Iterator[Entry]:
        """Yield what there is to do, in order."""
        wishes = Wishes(
            ignore=not self.options.no_ignore,
            max_size=self.configuration.max_size(self.folder),
            includes=self.configuration.includes,
            excludes=self.configuration.excludes,
            records=self.options.records,
        )
        changes = _changes(self.options.since) if self.options.since else None
        for item in discover(self.options.paths or ["."], wishes):
            if isinstance(item, Problem):
                yield Entry(Outcome(path=item.path, checked=False, problems=(item,)))
            elif isinstance(item, Skipped):
                why = f"{item.why} folder" if item.is_folder else item.why
                yield Entry(Outcome(path=item.path, checked=False, skipped=why))
            else:
                yield from self._file(item, wishes.max_size, changes)

    def _file(self, found: Found, max_size: int, changes: Changes | None) -> Iterator[Entry]:
        is_stdin = found.path == STDIN_NAME
        path, file = self._stdin_names() if is_stdin else (found.path, found.file)
        try:
            settings = self.configuration.settings(file)
            yield from self._ready(settings)
            baseline = self._baseline(settings)
        except ConfigError as error:
            yield Entry(Outcome(path=path, checked=False, problems=self._once(error, path)))
            return
        lines = changes.lines(file) if changes is not None and not is_stdin else None
        has_records = record_name(path, self.options.records if found.is_named else None) is not None
        if why := self._why_not(lines, has_records=has_records):
            yield Entry(Outcome(path=path, checked=False, skipped=why))
            return
        try:
            data = load_stdin(max_size) if is_stdin and not has_records else None
        except SourceError as error:
            yield Entry(Outcome(path=path, checked=False, problems=(Problem(path, str(error)),)))
            return
        accepted = () if baseline is None or self.writes_baseline else baseline.for_file(file, path)
        task = Task(
            path=path,
            file=file,
            profile=settings.profile,
            size=found.size if data is None else len(data),
            data=data,
            language=settings.language,
            mode=self.mode,
            up_to=self.up_to,
            acceptances=accepted,
            lines=lines,
            is_named=found.is_named,
            max_size=max_size,
            source=self._source(settings),
        )
        if has_records:
            self.record_files.append(Entry(task._replace(file=STDIN_NAME) if is_stdin else task, settings, baseline))
            return
        yield Entry(task, settings, baseline)

    def _why_not(self, lines: Lines | None, *, has_records: bool) -> str:
        """Return why a file is left out, or nothing: options that only record files have leave the others alone."""
        if lines == ():
            return f"unchanged since {self.options.since}"
        wants_records = self.options.annotate or self.options.drop_if or destination(self.options)
        return "no record file" if wants_records and not has_records else ""

    def _source(self, settings: Settings) -> Source | None:
        """Return the page that a file is compared with: the command line's, else the configuration's."""
        file = self.options.source and slashed(os.path.abspath(self.options.source))  # noqa: PTH100  paths are plain strings here
        file = file or settings.source
        if file is None:
            return None
        path = file.removeprefix(self.folder.rstrip("/") + "/")
        return Source(file, path, self.source_language or settings.source_language)

    def _stdin_names(self) -> tuple[str, str]:
        name = self.options.stdin_filename or STDIN
        return slashed(name), slashed(os.path.abspath(name))  # noqa: PTH100  paths are plain strings here

    def _ready(self, settings: Settings) -> Iterator[Entry]:
        """Make the rules of a profile ready, and name the faults of rule files once."""
        if settings.profile in self.profiles:
            return
        try:
            ruleset = linter_for(settings.profile).ruleset
        except ConfigError as error:
            if settings.origin and not (self.options.select or self.options.ignore):
                raise ConfigError(f"{settings.origin}: {_sentence(error)}") from error
            raise FatalError(_sentence(error)) from error
        self.profiles.add(settings.profile)
        for text in ruleset.problems:
            if text not in self.named:
                self.named.add(text)
                yield Entry(Outcome(path="", checked=False, problems=(Problem("", text),)))

    def _once(self, error: ConfigError, path: str) -> tuple[Problem, ...]:
        """Name a configuration that cannot be used at its first file; raise what concerns every file."""
        if isinstance(error, FatalError) or self.options.config or self.options.no_config:
            raise error
        text = str(error)
        if text in self.named:
            return (Problem(path, _UNUSABLE),)
        self.named.add(text)
        return Problem("", text), Problem(path, _UNUSABLE)

    def _baseline(self, settings: Settings) -> Baseline | None:
        path = settings.baseline
        if path is None:
            return None
        if path not in self.baselines:
            from linter.baseline_file import read_baseline  # noqa: PLC0415  only where there is one

            try:
                self.baselines[path] = read_baseline(path, may_be_new=self.writes_baseline)
            except ConfigError as error:
                raise (FatalError(str(error)) if self.options.baseline else error) from error
        return self.baselines[path]


def _changes(revision: str) -> Changes:
    from linter.cli.lint_since import Changes  # noqa: PLC0415  runs git

    return Changes(revision)


def _sentence(error: Exception) -> str:
    text = str(error)
    return text if text.endswith((".", "?")) else text + "."
