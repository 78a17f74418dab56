"""``lint-corpus sample``: random hits of each rule to judge, and the precision that the verdicts show."""

from __future__ import annotations

import argparse

from linter.cli.corpus_texts import Texts, add_seed, add_texts, percent, table
from linter.corpus.judging import COLUMNS, Precision, Sampling, judged
from linter.corpus.row_sheets import SUFFIXES, read_any, write_any
from linter.corpus.rows import Row
from linter.errors import ConfigError

_EXAMPLES = """\
examples:
  lint-corpus sample crawl/ -n 20 -o sample.tsv      write right, wrong or unsure into the column verdict
  lint-corpus sample --judged sample.tsv             precision by rule, with 95 % intervals
  lint-corpus sample crawl/ -n 5 --select seams --min-score 10
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.epilog = _EXAMPLES
    parser.add_argument("-n", type=int, default=20, metavar="N", help="of each rule and language (default: 20)")
    parser.add_argument("-o", "--output", metavar="FILE", help=f"{', '.join(SUFFIXES)}; without it, a table is shown")
    parser.add_argument("--judged", metavar="FILE", help="read such a file with verdicts, and show the precision")
    parser.add_argument(
        "--min-score",
        type=float,
        default=0.0,
        metavar="X",
        help="only from texts with this document score (docs/score.md)",
    )
    add_seed(parser)
    add_texts(parser, nargs="*")


def run(options: argparse.Namespace) -> int:
    """Draw a sample or read a judged one, and return the exit code."""
    if options.judged:
        return _precisions(options.judged)
    if not options.paths:
        raise ConfigError("sample needs a PATH, or --judged FILE.")
    texts = Texts(options)
    sampling = Sampling(options.n, options.seed)
    for text in texts.checked():
        if text.score.value >= options.min_score:
            sampling.add(text)
    rows = list(sampling.rows())
    if options.output:
        write_any(options.output, rows, COLUMNS)
        print(f"{len(rows)} hits to judge: {options.output}")
    else:
        for row in rows:
            print(_line(row))
    return 0 if texts.is_whole else 2


def _line(row: Row) -> str:
    record = f"#{row['record']}" if "record" in row else ""
    around = f"{row['before']}⟦{row['text']}⟧{row['after']}".replace("\r", "").replace("\n", "⏎")
    return f"{row['rule']} ({row['language']}, 1 of {row['of']}) {row['path']}{record}:{row['start']}: {around}"


def _precisions(path: str) -> int:
    found = judged(read_any(path))
    several = {each.rule for each in found.by_language}
    alone = {rule for rule in several if sum(each.rule == rule for each in found.by_language) == 1}
    rows = sorted(
        (*(each for each in found.by_rule if each.rule not in alone), *found.by_language),
        key=lambda each: (each.rule, each.language),
    )
    if rows:
        print(
            table(
                ("precision", "95 % interval", "right", "wrong", "unsure", "of", "lang", "rule"),
                map(_row, rows),
                left=2,
            )
        )
    if found.open:
        print(f"{found.open} rows have no verdict yet")
    return 0


def _row(each: Precision) -> tuple[str, ...]:
    low, high = each.interval
    value = percent(each.value) if each.of else "-"
    numbers = (each.right, each.wrong, each.unsure, each.of)
    language = "all" if each.language == "*" else each.language
    return (
        value,
        f"{low * 100:.0f} to {high * 100:.0f} %",
        *(f"{number:,}" for number in numbers),
        language,
        each.rule,
    )
