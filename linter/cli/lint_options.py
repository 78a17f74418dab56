"""The options of `lint`."""

from __future__ import annotations

import argparse
import difflib
import os
from typing import NoReturn

from linter.cli.lint_record_options import add_records

_EPILOG = """\
examples:
  lint                                   check the text files of this folder
  lint article.txt 'docs/**/*.rst'       check these files, whatever their suffix
  lint docs --lang 'docs/{lang}/**'      the path says the language
  lint docs --diff                       show what --fix would change
  curl -s URL | lint - --stdin-filename page.html
  lint corpus.jsonl.gz --fix --output clean.jsonl.gz
  lint --init                            write a configuration and a baseline for this repository

exit codes: 0 no findings at or above --fail-on, 1 there are some, 2 something could not be checked
"""


class Options:
    """What the command line says, as it was typed."""

    paths: list[str]
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    select: list[str] | None = None
    ignore: list[str] | None = None
    preset: str | None = None
    lang: list[str] | None = None
    min_confidence: str | None = None
    evidence: str | None = None
    glossary: str | None = None
    no_ignore: bool = False
    max_size: str | None = None
    stdin_filename: str | None = None
    source: str | None = None
    source_lang: str | None = None
    since: str | None = None
    format: list[str] | None = None
    output: list[str] | None = None
    all: bool = False
    statistics: bool = False
    max_findings: int | None = None
    quiet: bool = False
    verbose: bool = False
    fail_on: str | None = None
    exit_zero: bool = False
    baseline: str | None = None
    accept: list[str] | None = None
    reason: str | None = None
    write_baseline: bool = False
    prune_baseline: bool = False
    fail_on_stale: bool = False
    text_field: str | None = None
    id_field: str | None = None
    lang_field: str | None = None
    records: str | None = None
    annotate: str | None = None
    drop_if: list[str] | None = None
    dropped: str | None = None
    ledger: str | None = None
    seed: int = 0
    resume: bool = False
    max_expansion: int | None = None
    no_cache: bool = False
    config: str | None = None
    no_config: bool = False
    show_settings: bool = False
    init: bool = False
    jobs: int | None = None
    version: bool = False

    def __init__(self, paths: list[str] | None = None) -> None:
        self.paths = paths or []


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Asks the system for the width of the terminal: argparse would load shutil at each start to do so."""

    def __init__(self, prog: str) -> None:
        try:
            width = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
        except (OSError, ValueError):
            width = 100
        super().__init__(prog, width=min(max(width, 60), 120) - 2)


class _Parser(argparse.ArgumentParser):
    """Says what an unknown option may have meant."""

    def error(self, message: str) -> NoReturn:
        end = "" if message.endswith("?") else "."
        self.exit(2, f"mtlint: {message}{end} lint --help shows the options.\n")

    def known(self) -> list[str]:
        """Return the long names of all options, without dashes."""
        names = [name for action in self._actions for name in action.option_strings]
        return [name[2:] for name in names if name.startswith("--")]


def parse(arguments: list[str]) -> Options:
    """Return the options. Exits with 2 where they make no sense."""
    parser = _parser()
    options, unknown = parser.parse_known_args(arguments, namespace=Options())
    if unknown:
        name = unknown[0].partition("=")[0]
        near = difflib.get_close_matches(name.lstrip("-"), parser.known(), n=1)
        parser.error(f"there is no option {name}" + (f", did you mean --{near[0]}?" if near else ""))
    _check(parser, options)
    return options


def _check(parser: _Parser, options: Options) -> None:
    """Refuse what contradicts itself."""
    writing = [name for name in ("accept", "write_baseline", "prune_baseline") if getattr(options, name)]
    if len(writing) > 1:
        parser.error("--accept, --write-baseline and --prune-baseline are used one at a time")
    if writing and (options.fix or options.unsafe_fixes or options.diff):
        parser.error(f"--{writing[0].replace('_', '-')} works on the text as it is, without --fix or --diff")
    if options.accept and not options.reason:
        parser.error("--accept needs a reason: --reason TEXT")
    if options.reason and not options.accept and not options.write_baseline:
        parser.error("--reason goes with --accept or --write-baseline")
    if options.config and options.no_config:
        parser.error("--config and --no-config contradict each other")
    if options.jobs is not None and options.jobs < 1:
        parser.error("-j is a number from 1")
    if options.max_findings is not None and options.max_findings < 0:
        parser.error("--max-findings is a number from 0")
    if options.source is not None and (len(options.paths) != 1 or os.path.isdir(options.paths[0])):  # noqa: PTH112  paths are plain strings here
        parser.error("--source goes with one PATH, its translation")
    if options.source_lang is not None and options.source is None:
        parser.error("--source-lang goes with --source")
    if options.dropped and not options.drop_if:
        parser.error("--dropped goes with --drop-if")
    if options.max_expansion is not None and options.max_expansion < 1:
        parser.error("--max-expansion is a number from 1")
    if options.since is not None and (not options.since or options.since.startswith("-")):
        parser.error("--since needs a revision such as main or HEAD~1")


def _parser() -> _Parser:
    parser = _Parser(
        "lint",
        usage="lint [PATH ...] [options]",
        description="Find what machine translation and web scraping did to text.",
        epilog=_EPILOG,
        formatter_class=_Formatter,
        allow_abbrev=False,
        add_help=False,
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files, folders, patterns; - is standard input; default: ."
    )
    _add_fixing(parser.add_argument_group("fixing"))
    add_rules(parser.add_argument_group("rules"))
    _add_files(parser.add_argument_group("files"))
    _add_reports(parser.add_argument_group("reports"))
    _add_baseline(parser.add_argument_group("accepted findings"))
    add_records(parser.add_argument_group("record files (JSONL, CSV, TSV, Parquet, Arrow)"))
    _add_settings(parser.add_argument_group("settings"))
    return parser


_Group = argparse._ArgumentGroup


def _add_fixing(group: _Group) -> None:
    group.add_argument("--fix", action="store_true", help="apply safe fixes and report what is left")
    group.add_argument("--unsafe-fixes", action="store_true", help="apply safe and unsafe fixes")
    group.add_argument("--diff", action="store_true", help="show what the fixes would change, write nothing")


def add_rules(group: _Group) -> None:
    """Add the options that say which rules run, for which language, knowing what."""
    group.add_argument("--select", action="append", metavar="NAME,…", help="only these rules, families or categories")
    group.add_argument("--ignore", action="append", metavar="NAME,…", help="all but these")
    group.add_argument("--preset", metavar="NAME", help="article (default), docs or corpus")
    group.add_argument(
        "--lang", action="append", metavar="CODE", help="de, or by path: 'docs/{lang}/**', 'docs/de/**=de'"
    )
    group.add_argument("--min-confidence", metavar="LEVEL", help="low, medium (default) or high")
    group.add_argument("--evidence", metavar="FILE", help="names and lines known from other documents")
    group.add_argument("--glossary", metavar="FILE", help="names that stay as they are (text, CSV, TSV or TBX)")


def _add_files(group: _Group) -> None:
    group.add_argument("--since", metavar="REV", help="only findings on lines that changed since a git revision")
    group.add_argument("--stdin-filename", metavar="PATH", help="the name of what comes from standard input")
    group.add_argument("--source", metavar="FILE", help="the page that the one PATH was translated from")
    group.add_argument("--source-lang", metavar="CODE", help="the language of that page")
    group.add_argument("--no-ignore", action="store_true", help="also what .gitignore and ignore-patterns leave out")
    group.add_argument("--max-size", metavar="SIZE", help="largest file or record to check (default: 200 MB)")


def _add_reports(group: _Group) -> None:
    group.add_argument(
        "--format",
        action="append",
        metavar="NAME,…",
        help="text (default), json, jsonl, sarif, github, gitlab, junit",
    )
    group.add_argument(
        "--output",
        action="append",
        metavar="FORMAT:FILE",
        help="write a report to a file; without FORMAT: the file or folder for changed records, or -",
    )
    group.add_argument("--all", action="store_true", help="do not fold many findings of one rule in a file")
    group.add_argument("--statistics", action="store_true", help="a table by rule instead of findings")
    group.add_argument("--max-findings", type=int, metavar="N", help="show no more than N findings")
    group.add_argument("-q", "--quiet", action="store_true", help="findings only, no closing lines")
    group.add_argument("-v", "--verbose", action="store_true", help="also name each file that was skipped")
    group.add_argument(
        "--fail-on",
        metavar="LEVEL",
        help="exit 1 from this severity on: error, warning (default), info, never",
    )
    group.add_argument("--exit-zero", action="store_true", help="exit 0 even if there are findings")


def _add_baseline(group: _Group) -> None:
    group.add_argument("--baseline", metavar="FILE", help="the file of accepted findings")
    group.add_argument("--accept", action="append", metavar="ID", help="accept a finding by its [id]")
    group.add_argument("--reason", metavar="TEXT", help="why it is accepted")
    group.add_argument("--write-baseline", action="store_true", help="accept all that is found now")
    group.add_argument("--prune-baseline", action="store_true", help="remove what accepts nothing any more")
    group.add_argument("--fail-on-stale", action="store_true", help="exit 1 if the baseline has such entries")


def _add_settings(group: _Group) -> None:
    group.add_argument("--no-cache", action="store_true", help="check every file anew, also those that are known")
    group.add_argument("--config", metavar="FILE", help="use this configuration for all files")
    group.add_argument("--no-config", action="store_true", help="use no configuration file")
    group.add_argument("--show-settings", action="store_true", help="show what holds for each PATH, and stop")
    group.add_argument("--init", action="store_true", help="write mtlint.toml and a baseline for a repository")
    group.add_argument("-j", "--jobs", type=int, metavar="N", help="processes (default: as many as pay)")
    group.add_argument("--version", action="store_true", help="show the version, and stop")
    group.add_argument("-h", "--help", action="help", help="show this, and stop")
