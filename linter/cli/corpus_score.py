"""``lint-corpus score``: how much of each text looks like raw machine translation."""

from __future__ import annotations

import argparse
from collections import Counter

from linter.cli.corpus_texts import Texts, add_texts, percent
from linter.corpus.hits import CheckedText
from linter.corpus.plan import Place
from linter.corpus.rows import Row, encoded

LIMITS = (1, 2, 5, 10, 20, 50)
_EXAMPLES = """\
examples:
  lint-corpus score crawl/ | sort -rn | head          the most suspicious texts first
  lint-corpus score crawl/ --format jsonl --min-score 10 > raw.jsonl
  lint-corpus score crawl/ --summary

The score is the evidence for raw machine translation in points per 1,000 words; docs/score.md says what it is worth.
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.epilog = _EXAMPLES
    parser.add_argument("--format", choices=("table", "jsonl"), default="table", help="default: %(default)s")
    parser.add_argument("--min-score", type=float, default=0.0, metavar="X", help="only texts with at least this score")
    parser.add_argument("--summary", action="store_true", help="only how many texts reach which score")
    add_texts(parser)


def run(options: argparse.Namespace) -> int:
    """Print the scores and return the exit code."""
    texts = Texts(options)
    reaching: Counter[int] = Counter()
    number = 0
    for text in texts.checked():
        number += 1
        reaching.update(limit for limit in LIMITS if text.score.value >= limit)
        if not options.summary and text.score.value >= options.min_score:
            print(_row(text) if options.format == "jsonl" else _line(text))
    if options.summary:
        print(f"{number:,} texts")
        for limit in LIMITS:
            share = percent(reaching[limit] / number) if number else "-"
            print(f"score {limit:>2} or more: {reaching[limit]:>9,}  {share}")
    return 0 if texts.is_whole else 2


def _line(text: CheckedText) -> str:
    parts = ", ".join(f"{category} {points:g}" for category, points in text.score.parts)
    return f"{text.score.value:8.2f}\t{text.words}\t{_name(text.place)}\t{parts}"


def _name(place: Place) -> str:
    return place.path if place.record is None else f"{place.path}#{place.record}"


def _row(text: CheckedText) -> str:
    place = {name: value for name, value in text.place._asdict().items() if value is not None}
    points: Row = dict(text.score.parts)
    return encoded(
        {**place, "language": text.language, "score": text.score.value, "words": text.words, "points": points}
    )
