"""Two sides of a comparison: what was found in texts, or what a file of findings says of them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from linter.corpus.hits import CheckedText
from linter.corpus.intervals import Interval, wilson
from linter.corpus.rates import Counts
from linter.corpus.rows import read_rows
from linter.errors import SourceError

BY = ("category", "rule", "language")
SCORES = (10.0, 20.0)  # document scores that are looked at (docs/score.md)
TOTAL = "all"
_OF_FINDINGS = {"path", "rule", "category", "start", "end"}
Key = tuple[str, int | None]


class Scores:
    """How many texts reach a document score."""

    def __init__(self) -> None:
        self.texts = 0
        self.reaching: Counter[float] = Counter()

    def add(self, value: float) -> None:
        """Count a text."""
        self.texts += 1
        self.reaching.update(limit for limit in SCORES if value >= limit)

    def share(self, limit: float) -> tuple[float, Interval]:
        """Return the share of texts that reach a score, with a 95 % interval."""
        number = self.reaching[limit]
        return (number / self.texts if self.texts else 0.0), wilson(number, self.texts)


class Side(NamedTuple):
    """One side. ``scores`` counts no texts where only findings were read."""

    counts: Counts
    scores: Scores


def side_of_texts(texts: Iterable[CheckedText], by: str) -> Side:
    """Count what was found in texts."""
    side = Side(Counts(), Scores())
    for text in texts:
        side.counts.add(text.words, _with_total(text.counts(by)))
        side.scores.add(text.score.value)
    return side


def side_of_findings(path: str, words: Mapping[Key, int], by: str) -> Side:
    """Count what a file of findings says of texts with these numbers of words. Raises SourceError."""
    found: dict[Key, Counter[str]] = {}
    for row in read_rows(path):
        number = row.get("record")
        key = str(row["path"]), number if isinstance(number, int) else None
        found.setdefault(key, Counter())[str(row.get(by))] += 1
    strange = sorted(key[0] for key in found if key not in words)
    if strange:
        raise SourceError(
            f"{path}: {len(strange)} files with findings are not among the texts, such as {strange[0]}; name the texts "
            "that it was made from, from the same folder."
        )
    side = Side(Counts(), Scores())
    for key, number_of_words in words.items():
        side.counts.add(number_of_words, _with_total(found.get(key, Counter())))
    return side


def _with_total(counts: Counter[str]) -> Counter[str]:
    total = counts.total()
    return counts + Counter({TOTAL: total}) if total else counts


def is_findings(path: str) -> bool:
    """True if a file holds findings, as ``lint --format jsonl`` writes them."""
    if not path.endswith(".jsonl") or not Path(path).is_file():
        return False
    try:
        first = next(_first(path), None)
    except SourceError:
        return False
    return first is None or set(first) >= _OF_FINDINGS


def _first(path: str) -> Iterator[Mapping[str, object]]:
    return itertools.islice(read_rows(path), 1)
