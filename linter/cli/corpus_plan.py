"""``lint-corpus plan``: what would change, written down before anything does."""

from __future__ import annotations

import argparse

from linter.cli.corpus_texts import CHOOSING, Texts, add_seed, add_texts, percent, table
from linter.corpus.plan import SAMPLES, Head, RuleTotal
from linter.corpus.plan_file import PlanWriter
from linter.corpus.totals import Totals
from linter.errors import ConfigError
from linter.running.task import Mode
from linter.source.discover import STDIN_NAME
from linter.types import Safety
from linter.version import VERSION

_EXAMPLES = """\
examples:
  lint-corpus plan crawl/ -o crawl.plan.jsonl
  lint-corpus plan crawl/ -o crawl.plan.parquet --preset corpus --unsafe-fixes
  lint-corpus apply crawl.plan.jsonl --max-removed 0.5%%
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.epilog = _EXAMPLES
    parser.add_argument("-o", "--output", required=True, metavar="PLAN", help="the plan: JSON lines, or .parquet")
    parser.add_argument("--unsafe-fixes", action="store_true", help="plan unsafe fixes too")
    add_seed(parser)
    add_texts(parser)


def run(options: argparse.Namespace) -> int:
    """Write the plan, print its sums and return the exit code. Raises ConfigError for standard input."""
    if STDIN_NAME in options.paths:
        raise ConfigError("standard input cannot be changed later, so it cannot be planned; name files.")
    up_to = Safety.UNSAFE if options.unsafe_fixes else Safety.SAFE
    texts = Texts(options, mode=Mode.FIX, up_to=up_to)
    totals = Totals(samples=SAMPLES, seed=options.seed)
    chosen = {name: getattr(options, name) for name in CHOOSING if getattr(options, name)}
    with PlanWriter(options.output, Head(VERSION, up_to.name.lower(), options.seed, chosen), totals) as plan:
        for planned in texts.planned():
            for text in planned.texts:
                plan.add(text)
    _print(totals)
    print(f"plan: {options.output}")
    return 0 if texts.is_whole else 2


def _print(totals: Totals) -> None:
    rules = totals.rules()
    if rules:
        print(totals_table(rules))
    languages = totals.languages()
    documents, characters = sum(each.documents for each in languages), sum(each.characters for each in languages)
    edits = sum(each.edits for each in rules)
    print(f"{edits:,} edits in {documents:,} documents of {characters:,} characters")


def totals_table(rules: list[RuleTotal]) -> str:
    """Return the sums by rule and language, those that remove most first."""
    head = ("edits", "documents", "removed", "added", "share", "lang", "rule")
    ordered = sorted(rules, key=lambda total: (-total.share, total.rule, total.language))
    rows = [
        (
            *(f"{number:,}" for number in (each.edits, each.documents, each.removed, each.added)),
            percent(each.share),
            each.language,
            each.rule,
        )
        for each in ordered
    ]
    return table(head, rows, left=2)
