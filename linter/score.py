"""How much of a text looks like raw machine translation: a score for whole documents (docs/score.md).

The points of a category say how well it tells machine translation that nobody read from text that people wrote
or revised; damage that scraping or typing does as well has none. They were set by hand and checked on clean and
on damaged text; docs/score.md has the figures.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from linter.types import Confidence, Finding

POINTS = {  # category: points of a finding; what is not named has none
    "machine-chatter": 6.0,
    "mt-disclosure": 6.0,
    "repetition-loop": 6.0,
    "displaced-text": 4.0,
    "placeholder-damage": 4.0,
    "translated-name": 4.0,
    "corrupted-name": 3.0,
    "near-duplicate": 3.0,
    "calque": 2.0,
    "fragment": 2.0,
    "markup-damage": 2.0,
    "missing-content": 2.0,
    "number-mismatch": 2.0,
    "stray-capital": 2.0,
    "untranslated-residue": 2.0,
    "date-number-format": 1.0,
    "name-inconsistency": 1.0,
    "register-mix": 1.0,
}
RULE_POINTS = {  # rules that say more than their category does
    "seams.seam-space": 2.0,
    "seams.seam-space-after-mark": 2.0,
    "seams.seam-space-line-start": 2.0,
    "seams.lost-space": 1.0,
    "seams.lost-space-bracket": 1.0,
    "seams.lost-space-kana": 2.0,
}
TRUST = {Confidence.HIGH: 1.0, Confidence.MEDIUM: 0.5, Confidence.LOW: 0.25}
PER_WORDS = 1000  # words for which the score gives points
EXTRA_WORDS = 100  # added to each length, so that one finding in one sentence proves little


class DocumentScore(NamedTuple):
    """Points per 1,000 words. ``parts`` are the points of each category before that, the most first."""

    value: float
    words: int
    parts: tuple[tuple[str, float], ...] = ()

    def __float__(self) -> float:
        return self.value


def document_score(findings: Iterable[Finding], text: str) -> DocumentScore:
    """Return how strongly the findings of a text speak for raw machine translation; 0.0 if nothing does.

    The same words found again by the same rule count once. ``findings`` are those of ``lint_text(text)``.

    >>> document_score((), "Ein Satz ohne Fehler.").value
    0.0
    """
    from linter.counting import count_words  # noqa: PLC0415  compiles a pattern; few calls need it

    words = count_words(text)
    seen: set[tuple[str, str]] = set()
    parts: dict[str, float] = {}
    for each in findings:
        points = points_of(each.rule_id, each.category) * TRUST[each.confidence]
        key = each.rule_id, text[each.span.start : each.span.end]
        if points and key not in seen:
            seen.add(key)
            parts[each.category] = parts.get(each.category, 0.0) + points
    value = PER_WORDS * sum(parts.values()) / (words + EXTRA_WORDS)
    ordered = sorted(parts.items(), key=lambda part: (-part[1], part[0]))
    return DocumentScore(round(value, 2), words, tuple(ordered))


def points_of(rule_id: str, category: str) -> float:
    """Return the points of one sure finding."""
    return RULE_POINTS.get(rule_id, POINTS.get(category, 0.0))
