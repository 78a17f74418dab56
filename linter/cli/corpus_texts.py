"""What the corpus commands share: which texts they read, with which rules; problems on standard error; tables."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from linter.cli.lint_options import Options, add_rules
from linter.cli.lint_plan import Plan
from linter.cli.lint_record_options import add_fields
from linter.cli.lint_run import current_folder
from linter.cli.lint_settings import command_layer, configuration
from linter.config import Configuration
from linter.corpus.hits import CheckedPart, CheckedText
from linter.corpus.plan import Planned, Reading
from linter.corpus.work import batches, check_died, check_work, plan_died, plan_work
from linter.errors import SourceError
from linter.outcome import Outcome, Problem
from linter.running.many import spread
from linter.running.task import Mode, Task
from linter.types import Safety

if TYPE_CHECKING:
    from linter.corpus.work import Work

PROGRAM = "lint-corpus"
Done = TypeVar("Done", Planned, CheckedPart)
CHOOSING = (  # options that decide what is found in a text; a plan keeps them
    *("select", "ignore", "preset", "lang", "min_confidence", "evidence", "glossary", "config", "no_config"),
    *("text_field", "id_field", "lang_field", "records"),
)
_READING = ("no_ignore", "max_size", "jobs")  # options that decide which texts are read


def add_texts(parser: argparse.ArgumentParser, *, nargs: str | int = "+") -> None:
    """Add the paths and the options of `lint` that say which texts are read and which rules run."""
    parser.add_argument("paths", nargs=nargs, metavar="PATH", help="files, folders, patterns")
    add_rules(parser.add_argument_group("rules"))
    files = parser.add_argument_group("files")
    files.add_argument("--no-ignore", action="store_true", help="also what .gitignore and ignore-patterns leave out")
    files.add_argument("--max-size", metavar="SIZE", help="largest file to read (default: 200 MB)")
    files.add_argument("--config", metavar="FILE", help="use this configuration for all files")
    files.add_argument("--no-config", action="store_true", help="use no configuration file")
    files.add_argument("-j", "--jobs", type=int, metavar="N", help="processes (default: as many as pay)")
    add_fields(parser.add_argument_group("record files (JSONL, CSV, TSV, Parquet, Arrow)"))


def add_seed(parser: argparse.ArgumentParser) -> None:
    """Add the seed of random samples."""
    parser.add_argument("--seed", default="1", metavar="TEXT", help="another seed draws others (default: %(default)s)")


class Texts:
    """The texts that the command line asks for. Says what cannot be read, and remembers that there was such."""

    def __init__(self, options: argparse.Namespace, *, mode: Mode = Mode.CHECK, up_to: Safety = Safety.SAFE) -> None:
        """Raises ConfigError."""
        known = lint_options(vars(options), options.paths)
        folder = current_folder()
        self.plan = Plan(known, settings_of(known, folder), mode=mode, up_to=up_to, folder=folder)
        self.is_whole = True
        self._jobs = known.jobs
        self._reading = reading_of(vars(options))

    def planned(self) -> Iterator[Planned]:
        """Yield what would change, file by file and batch by batch, in order."""
        return self._done(spread(self._work(), jobs=self._jobs, work=plan_work, died=plan_died))

    def checked(self) -> Iterator[CheckedText]:
        """Yield each text with what was found in it, in order."""
        for part in self._done(spread(self._work(), jobs=self._jobs, work=check_work, died=check_died)):
            yield from part.texts

    def _done(self, results: Iterator[Done]) -> Iterator[Done]:
        for result in results:
            self.tell(result.problems)
            yield result

    def _work(self) -> Iterator[Work]:
        """Yield the files, and then the record files in batches."""
        for entry in self.plan.entries():
            if isinstance(entry.planned, Outcome):
                self.tell(entry.planned.problems)
            else:
                yield entry.planned
        for entry in self.plan.record_files:
            assert isinstance(entry.planned, Task)
            try:
                yield from batches(entry.planned, self._reading)
            except SourceError as error:
                self.tell([Problem(entry.planned.path, str(error).removeprefix(f"{entry.planned.path}: "))])

    def tell(self, problems: Iterable[Problem]) -> None:
        """Write problems on standard error."""
        for problem in problems:
            tell(str(problem))
            self.is_whole = self.is_whole and not problem.unchecked


def lint_options(values: Mapping[str, object], paths: Sequence[str] = ()) -> Options:
    """Return options of `lint` from values under the same names."""
    options = Options(list(paths))
    for name in (*CHOOSING, *_READING):
        if name in values:
            setattr(options, name, values[name])
    return options


def reading_of(values: Mapping[str, object]) -> Reading:
    """Return how records are read."""
    text, name, language, form = (values.get(key) for key in ("text_field", "id_field", "lang_field", "records"))
    return Reading(str(text or "text"), str(name or "id"), str(language or ""), str(form) if form else None)


def settings_of(options: Options, folder: str) -> Configuration:
    """Return how settings are found for files. Raises ConfigError."""
    return configuration(options, command_layer(options, folder))


def absolute(path: str) -> str:
    """Return a path as settings take it."""
    return os.path.abspath(path).replace(os.sep, "/")  # noqa: PTH100  Path.resolve would follow links


def tell(message: str) -> None:
    """Write a line on standard error."""
    print(f"{PROGRAM}: {message}", file=sys.stderr)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, left: int) -> str:
    """Return a table; the last ``left`` columns begin at the left, the others end at the right."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    numbers = len(head) - left

    def line(cells: Sequence[str]) -> str:
        parts = [
            cell.rjust(width) if at < numbers else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return "  ".join(parts).rstrip()

    return "\n".join(map(line, lines))


def percent(share: float) -> str:
    """Return a share for people: two digits that count."""
    if not share:
        return "0 %"
    return f"{share * 100:.2g} %" if share < 1 else f"{share * 100:.0f} %"
