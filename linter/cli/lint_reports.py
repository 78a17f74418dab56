"""Which reports are written where."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from itertools import islice
from typing import IO, NamedTuple

from linter.cli.console import Console
from linter.cli.lint_options import Options
from linter.config_values import one_of
from linter.errors import ConfigError, SourceError
from linter.outcome import Outcome, Summary
from linter.report import FORMATS, Report, Setup, make_report
from linter.report.closing import closing

DIFF_TAKES_OUTPUT = "standard output shows the diff"
TEXT_TAKES_OUTPUT = "standard output gets the fixed text"


_IN_MEMORY = 2 * 10**6  # characters of a report that are kept there
_PIECE = 1 << 20


class _Target(NamedTuple):
    """A report and where its text goes: at once, or kept until the end."""

    report: Report
    kept: _Kept | None = None
    file: str | None = None


class Reports:
    """All reports of a run. ``taken`` says what standard output is needed for, if it is for something else."""

    def __init__(self, console: Console, options: Options, setup: Setup, *, taken: str = "") -> None:
        """Raises ConfigError for a report that cannot be."""
        self.console, self.options, self.setup, self.taken = console, options, setup, taken
        self.targets: list[_Target] = []
        self.room = options.max_findings
        self.hidden = 0
        self.has_closing = False
        self._open()

    def _open(self) -> None:
        names = _names(self.options)
        files = [_divided(value) for value in self.options.output or [] if _is_report(value)]
        if self.taken:
            if self.options.format:
                raise ConfigError(f"{self.taken}; send the report to a file: --output {names[0]}:FILE.")
            names = []
        for number, name in enumerate(names):
            kept = _Kept() if number else None
            write = self.console.write if kept is None else kept.write
            self.targets.append(_Target(make_report(name, write, self.setup), kept))
        for name, file in files:
            kept = _Kept()
            setup = self.setup._replace(has_colour=False, is_unicode=True)
            self.targets.append(_Target(make_report(name, kept.write, setup), kept, file))
        self.has_closing = bool({"text", "statistics"} & set(names))

    def file(self, outcome: Outcome) -> None:
        """Report what became of a file."""
        if self.room is not None:
            shown = tuple(islice(outcome.findings, self.room))
            self.room -= len(shown)
            self.hidden += len(outcome.findings) - len(shown)
            outcome = outcome._replace(findings=shown)
        for target in self.targets:
            target.report.file(outcome)

    def finish(self, summary: Summary) -> None:
        """Write what comes last, and the files. Raises SourceError if one cannot be written."""
        summary.hidden = self.hidden
        for target in self.targets:
            target.report.finish(summary)
            if target.kept is not None and target.file is None:
                for piece in target.kept.pieces():
                    self.console.write(piece)
        self.console.flush()
        if not self.has_closing and not self.options.quiet:
            for line in closing(summary):
                self.console.say(line)
        for target in self.targets:
            if target.kept is not None and target.file is not None:
                _write(target.file, target.kept)


def _names(options: Options) -> list[str]:
    names = [name.strip() for value in options.format or ["text"] for name in value.split(",") if name.strip()]
    try:
        checked = [one_of(tuple(FORMATS), name) for name in names]
    except ConfigError as error:
        raise ConfigError(f"--format: {error}.") from error
    if options.statistics:
        checked = ["statistics" if name == "text" else name for name in checked]
    return list(dict.fromkeys(checked))


def _is_report(value: str) -> bool:
    """True for FORMAT:FILE; one letter and a colon is a drive."""
    name, colon, _ = value.partition(":")
    return value in FORMATS or bool(colon and name.isalpha() and len(name) > 1)


def destination(options: Options) -> str | None:
    """Return where changed records go, None if no option says it. Raises ConfigError for several places."""
    places = [value for value in options.output or [] if not _is_report(value)]
    if len(places) > 1:
        raise ConfigError(f"--output names two places for records: {places[0]} and {places[1]}.")
    if places and not (options.fix or options.unsafe_fixes or options.annotate or options.drop_if):
        raise ConfigError(
            f"--output needs FORMAT:FILE, as in sarif:report.sarif, not “{places[0]}”; a place for records goes with "
            "--fix, --annotate or --drop-if."
        )
    return places[0] if places else None


class _Kept:
    """A report that is written out later: in memory, and beyond some megabytes in a file without a name."""

    def __init__(self) -> None:
        self.text: IO[str] = io.StringIO(newline="")
        self.is_short = True

    def write(self, text: str) -> None:
        self.text.write(text)
        if self.is_short and self.text.tell() > _IN_MEMORY:
            import tempfile  # noqa: PLC0415  not for the usual report

            file = tempfile.TemporaryFile("w+", encoding="utf-8", errors="backslashreplace", newline="")  # noqa: SIM115  closed below
            file.writelines(self.pieces())
            self.text, self.is_short = file, False

    def pieces(self) -> Iterator[str]:
        """Yield all that was written, and forget it."""
        with self.text as text:
            text.seek(0)
            while piece := text.read(_PIECE):
                yield piece


def _divided(value: str) -> tuple[str, str]:
    name, colon, file = value.partition(":")
    if not colon or not file:
        raise ConfigError(f"--output needs FORMAT:FILE, as in sarif:report.sarif, not “{value}”.")
    try:
        one_of(tuple(FORMATS), name)
    except ConfigError as error:
        raise ConfigError(f"--output: {error}.") from error
    folder = os.path.dirname(file) or "."  # noqa: PTH120  paths are plain strings here
    if not os.path.isdir(folder):  # noqa: PTH112  paths are plain strings here
        raise ConfigError(f"--output: there is no folder {folder}.")
    return name, file


def _write(file: str, kept: _Kept) -> None:
    from linter.source.writing import write_whole  # noqa: PLC0415  only where a report goes into a file

    try:
        write_whole(file, (piece.encode("utf-8", "backslashreplace") for piece in kept.pieces()))
    except SourceError as error:
        raise SourceError(f"{file}: {error}") from error
