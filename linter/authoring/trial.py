"""What a rule finds on texts: hits per 10,000 words, the most different contexts first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linter.api import Linter
from linter.counting import WORD, count_words
from linter.types import Finding

CONTEXT = 40  # code points shown on each side of a hit
COMPARED = 400  # hits among which the most different are looked for; the rest are counted only


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding with what stands around it, on one line."""

    finding: Finding
    before: str
    found: str
    after: str

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What makes two hits the same in a comparison of rule sets."""
        return self.finding.path, self.finding.rule_id, self.before, self.found, self.after


@dataclass(frozen=True, slots=True)
class Trial:
    """All hits on some texts and how many words the texts have."""

    hits: tuple[Hit, ...]
    words: int
    documents: int

    @property
    def rate(self) -> float:
        """Hits per 10,000 words."""
        return 10_000 * len(self.hits) / self.words if self.words else 0.0


def try_rules(linter: Linter, texts: Iterable[tuple[str, str]], *, lang: str | None = None) -> Trial:
    """Run a linter over (path, text) pairs."""
    hits: list[Hit] = []
    words = documents = 0
    for path, text in texts:
        documents += 1
        words += count_words(text)
        hits += [hit_of(finding, text) for finding in linter.lint(text, path=path, lang=lang)]
    return Trial(tuple(hits), words, documents)


def hit_of(finding: Finding, text: str) -> Hit:
    """Return a finding with what stands around it."""
    start, end = finding.span.start, finding.span.end
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Hit(finding, _flat(before), _flat(text[start:end]), _flat(after))


def _flat(text: str) -> str:
    return text.replace("\r", "").replace("\n", "⏎")


def most_different(hits: Sequence[Hit], count: int) -> list[Hit]:
    """Return ``count`` hits, each as unlike the ones before it as possible (greedy, Jaccard over words)."""
    pool = [(hit, _words(hit)) for hit in hits[:COMPARED]]
    chosen: list[Hit] = []
    nearness = [0.0] * len(pool)
    while pool and len(chosen) < count:
        at = min(range(len(pool)), key=lambda n: nearness[n])
        hit, words = pool.pop(at)
        nearness.pop(at)
        chosen.append(hit)
        nearness = [max(old, _likeness(words, other)) for old, (_, other) in zip(nearness, pool, strict=True)]
    return chosen


def _words(hit: Hit) -> frozenset[str]:
    found = WORD.findall(hit.found.lower())
    return frozenset([*WORD.findall((hit.before + " " + hit.after).lower()), *("=" + word for word in found)])


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
