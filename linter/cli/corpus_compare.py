"""``lint-corpus compare``: where two corpora differ by more than chance."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from linter.cli.corpus_texts import Texts, add_texts, percent, table
from linter.corpus.comparing import (
    BY,
    SCORES,
    TOTAL,
    Key,
    Side,
    is_findings,
    side_of_findings,
    side_of_texts,
)
from linter.corpus.hits import CheckedText
from linter.corpus.intervals import Interval
from linter.corpus.rates import LEAST, Difference, Rate, differences
from linter.errors import ConfigError

_EXAMPLES = f"""\
examples:
  lint-corpus compare engine-a/ engine-b/
  lint-corpus compare crawl-2023/ crawl-2024/ --by rule --format json
  lint-corpus compare old.jsonl new.jsonl --texts crawl/     findings of two versions on the same texts

Hits per 10,000 words with 95 % intervals: Byar's approximation to the exact Poisson limits (Breslow and Day 1987)
on counts divided by their design effect, since hits come in crowds (Korn and Graubard 1998). Beyond chance: score
test for equal rates with the common design effect, corrected for the number of rows by Holm's method, p < 0.05;
with fewer than {LEAST} effective hits nothing is said. docs/corpus.md has more.
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.epilog = _EXAMPLES.replace("%", "%%")
    parser.add_argument("--by", choices=BY, default=BY[0], help="default: %(default)s")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="default: %(default)s")
    parser.add_argument(
        "--texts",
        nargs="+",
        metavar="PATH",
        help="the texts of findings files: of both, or first those of A, then of B",
    )
    add_texts(parser, nargs=2)


def run(options: argparse.Namespace) -> int:
    """Compare and return the exit code."""
    compared = _Compared(options)
    sides = [compared.side(path, number) for number, path in enumerate(options.paths)]
    found = differences(sides[0].counts, sides[1].counts)
    print(json.dumps(_data(sides, found), indent=1) if options.format == "json" else _report(sides, found))
    return 0 if compared.is_whole else 2


class _Compared:
    """Reads the sides; texts that both share are read once."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.is_whole = True
        self._words: dict[str, dict[Key, int]] = {}

    def side(self, path: str, number: int) -> Side:
        """Return what was found on a side. Raises ConfigError for findings without their texts."""
        if not is_findings(path):
            return side_of_texts(self._checked(path), self.options.by)
        texts = self.options.texts
        if not texts:
            raise ConfigError(f"{path} says nothing about how many words were checked; name its texts: --texts PATH.")
        return side_of_findings(path, self._words_of(texts[min(number, len(texts) - 1)]), self.options.by)

    def _words_of(self, path: str) -> dict[Key, int]:
        if path not in self._words:
            self._words[path] = {(text.place.path, text.place.record): text.words for text in self._checked(path)}
        return self._words[path]

    def _checked(self, path: str) -> Iterator[CheckedText]:
        texts = Texts(argparse.Namespace(**{**vars(self.options), "paths": [path]}))
        yield from texts.checked()
        self.is_whole = self.is_whole and texts.is_whole


def _report(sides: list[Side], found: tuple[Difference, ...]) -> str:
    one, other = (side.counts for side in sides)
    lines = [
        f"A: {one.documents:,} texts, {one.words:,} words; B: {other.documents:,} texts, {other.words:,} words",
        "hits per 10,000 words, 95 % interval",
        "",
    ]
    ordered = sorted(found, key=lambda each: (each.kind == TOTAL, -max(each.one.value, each.other.value), each.kind))
    rows = [(*_cells(each.one), *_cells(each.other), _verdict(each), each.kind) for each in ordered]
    head = ("A hits", "A rate", "interval", "B hits", "B rate", "interval", "beyond chance", "of")
    lines.append(table(head, rows, left=2))
    if all(side.scores.texts for side in sides):
        lines += ["", *(_score_line(sides, limit) for limit in SCORES)]
    return "\n".join(lines)


def _cells(rate: Rate) -> tuple[str, str, str]:
    return f"{rate.hits:,}", f"{rate.value:.2f}", f"{rate.interval.low:.2f} to {rate.interval.high:.2f}"


def _verdict(each: Difference) -> str:
    if each.chance is None:
        return "too few"
    if not each.is_beyond_chance:
        return "-"
    return f"more in {'A' if each.one.value > each.other.value else 'B'}"


def _score_line(sides: list[Side], limit: float) -> str:
    shares = [side.scores.share(limit) for side in sides]
    parts = [f"{name} {percent(value)} ({_range(reach)})" for name, (value, reach) in zip("AB", shares, strict=True)]
    return f"texts with a score of {limit:g} or more: {', '.join(parts)}"


def _range(interval: Interval) -> str:
    return f"{interval.low * 100:.2g} to {interval.high * 100:.2g} %"


def _data(sides: list[Side], found: tuple[Difference, ...]) -> dict[str, object]:
    return {
        **{name: _side_data(side) for name, side in zip("AB", sides, strict=True)},
        "rates": [
            {
                "of": each.kind,
                "A": _rate_data(each.one),
                "B": _rate_data(each.other),
                "p": each.chance,
                "beyond_chance": each.is_beyond_chance,
            }
            for each in found
        ],
    }


def _side_data(side: Side) -> dict[str, object]:
    scores = (
        [{"at_least": limit, "share": side.scores.share(limit)[0]} for limit in SCORES] if side.scores.texts else []
    )
    return {"texts": side.counts.documents, "words": side.counts.words, "scores": scores}


def _rate_data(rate: Rate) -> dict[str, object]:
    return {
        "hits": rate.hits,
        "texts": rate.documents,
        "rate": round(rate.value, 4),
        "low": round(rate.interval.low, 4),
        "high": round(rate.interval.high, 4),
        "design_effect": round(rate.effect, 3),
    }
