"""Samples for people to judge, and what their judgement says of each rule.

A rule's precision over several languages weighs each by its hits in the corpus, since the sample takes as many of a
rare language as of a frequent one. The interval is Wilson's, with the effective size of a weighted sample
(Kish, Survey Sampling, 1965, section 11.7).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, cast

from linter.corpus.drawing import Drawing
from linter.corpus.hits import CheckedText, Hit
from linter.corpus.intervals import Interval, wilson
from linter.corpus.rows import Row
from linter.errors import SourceError

COLUMNS = (
    *(("verdict", "str"), ("rule", "str"), ("language", "str"), ("of", "int"), ("path", "str"), ("record", "int")),
    *(("id", "str"), ("start", "int"), ("end", "int"), ("before", "str"), ("text", "str"), ("after", "str")),
    *(("message", "str"), ("category", "str"), ("confidence", "str")),
)
VERDICTS = {
    **dict.fromkeys(("right", "r", "yes", "y", "true", "1", "+", "ok", "tp"), True),
    **dict.fromkeys(("wrong", "w", "no", "n", "false", "0", "-", "fp"), False),
    **dict.fromkeys(("unsure", "u", "?"), None),
}


class Sampling:
    """Draws hits by rule and language."""

    def __init__(self, size: int, seed: str) -> None:
        self._drawing: Drawing[tuple[Hit, float]] = Drawing(size, seed)

    def add(self, text: CheckedText) -> None:
        """Let the hits of a text take part."""
        for hit in text.hits:
            name = f"{hit.place}\0{hit.start}\0{hit.end}"
            self._drawing.offer((hit.rule, hit.language), name, (hit, text.score.value))

    def rows(self) -> Iterator[Row]:
        """Yield the sample by rule and language; ``of`` is how many hits it stands for."""
        for key in self._drawing.known():
            for hit, score in self._drawing.drawn(key):
                row: Row = {"verdict": "", "rule": hit.rule, "language": hit.language, "of": self._drawing.seen[key]}
                row |= {name: value for name, value in hit.place._asdict().items() if value is not None}
                row |= {name: getattr(hit, name) for name in ("start", "end", "before", "text", "after", "message")}
                yield row | {"category": hit.category, "confidence": hit.confidence, "score": score}


class Precision(NamedTuple):
    """How often a rule was right. ``of`` is how many hits the judged ones stand for."""

    rule: str
    language: str
    right: int
    wrong: int
    unsure: int
    of: int
    value: float
    interval: Interval


class Judged(NamedTuple):
    """What was judged, by rule and language and by rule; ``open`` counts the rows without a verdict."""

    by_language: tuple[Precision, ...]
    by_rule: tuple[Precision, ...]
    open: int


def judged(rows: Iterable[Row]) -> Judged:
    """Return the precision of each rule. Raises SourceError with the row for a verdict that says nothing."""
    strata: dict[tuple[str, str], list[int]] = {}
    sizes: dict[tuple[str, str], int] = {}
    without = 0
    for number, row in enumerate(rows, 1):
        said = str(row.get("verdict") or "").strip().lower()
        if not said:
            without += 1
            continue
        if said not in VERDICTS:
            raise SourceError(f"row {number}: “{said}” is no verdict; write right, wrong or unsure.", number)
        key = str(row.get("rule")), str(row.get("language"))
        verdict = VERDICTS[said]
        strata.setdefault(key, [0, 0, 0])[2 if verdict is None else 0 if verdict else 1] += 1
        sizes[key] = int(cast("Any", row.get("of")) or 0)
    single = tuple(_precision(key[0], key[1], [(strata[key], sizes[key])]) for key in sorted(strata))
    rules = sorted({rule for rule, _ in strata})
    whole = tuple(
        _precision(rule, "*", [(strata[key], sizes[key]) for key in strata if key[0] == rule]) for rule in rules
    )
    return Judged(single, whole, without)


def _precision(rule: str, language: str, strata: list[tuple[list[int], int]]) -> Precision:
    right, wrong, unsure = (sum(counts[at] for counts, _ in strata) for at in range(3))
    known = [(counts[0], counts[0] + counts[1], max(of, 1)) for counts, of in strata if counts[0] + counts[1]]
    size = sum(of for *_, of in known)
    if not size:
        return Precision(rule, language, right, wrong, unsure, 0, 0.0, Interval(0.0, 1.0))
    value = sum(of * good / judged for good, judged, of in known) / size
    effective = size * size / sum(of * of / judged for _, judged, of in known)
    return Precision(rule, language, right, wrong, unsure, size, value, wilson(value * effective, effective))
