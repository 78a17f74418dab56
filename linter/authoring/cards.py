"""Precision cards: what a rule found on text that somebody read, and where there is too little text to tell.

The figures lie in ``rules/_precision.tsv``: words of text by set and language, and by rule, set and language the
hits found, read and judged right. Sets are ``clean`` (good human text: a hit there is mostly a false alarm) and
``damaged`` (texts with known faults). They are counted by ``lint-rules cards`` and hold no text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from linter.corpus.intervals import wilson
from linter.errors import ConfigError
from linter.resources import rules_folder
from linter.rule import Rule
from linter.types import EVERY_LANGUAGE, UNKNOWN_LANGUAGE

CLEAN, DAMAGED = SETS = ("clean", "damaged")
FEWEST_WORDS = 20_000  # of clean text in a language; below them no promise is made
_HEAD = """\
# Figures of precision cards, shown by lint-rules explain; counted by lint-rules cards, judged by reading. No text.
# words <set> <language> <words>; hits <rule> <set> <language> <found> <read> <right>
"""


class Hits(NamedTuple):
    """How many hits were found, how many of them were read, how many of these were right."""

    found: int = 0
    read: int = 0
    right: int = 0

    def plus(self, other: Hits) -> Hits:
        """Return the sum of both."""
        return Hits(self.found + other.found, self.read + other.read, self.right + other.right)


@dataclass
class Figures:
    """Words by set and language; hits by rule, set and language."""

    words: dict[tuple[str, str], int] = field(default_factory=dict)
    hits: dict[tuple[str, str, str], Hits] = field(default_factory=dict)

    def of(self, rule: Rule, text: str) -> Hits:
        """Return the hits of a rule in the set ``text``, in all languages."""
        total = Hits()
        for (rule_id, name, _), hits in self.hits.items():
            if (rule_id, name) == (rule.id, text):
                total = total.plus(hits)
        return total

    def clean_words(self, rule: Rule) -> dict[str, int]:
        """Return the words of clean text in each language that the rule speaks."""
        known = {
            language: words
            for (name, language), words in self.words.items()
            if name == CLEAN and language != UNKNOWN_LANGUAGE
        }
        if EVERY_LANGUAGE in rule.languages:
            return known
        return {language: known.get(language, 0) for language in rule.languages}

    def replace(
        self, text: str, words: Mapping[str, int], hits: Mapping[tuple[str, str], Hits], rules: Iterable[str]
    ) -> None:
        """Put new figures of a set in the place of the old ones; the hits of other rules stay."""
        counted = set(rules)
        self.words = {key: n for key, n in self.words.items() if key[0] != text}
        self.words |= {(text, language): n for language, n in words.items()}
        self.hits = {key: n for key, n in self.hits.items() if key[1] != text or key[0] not in counted}
        self.hits |= {(rule, text, language): n for (rule, language), n in hits.items()}


def figures_file(folder: Path | None = None) -> Path:
    """Return the file of the figures of a rules folder, by default of the shipped rules."""
    return (folder or rules_folder()) / "_precision.tsv"


def read_figures(path: Path) -> Figures:
    """Return the figures of a file, none if it is not there. Raises ConfigError with the line if it is damaged."""
    figures = Figures()
    if not path.is_file():
        return figures
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            try:
                _add(figures, line.split("\t"))
            except ValueError as error:
                raise ConfigError(f"{path}:{number}: no row of words or hits.") from error
    return figures


def _add(figures: Figures, row: list[str]) -> None:
    if row[0] == "words":
        _, text, language, count = row
        figures.words[text, language] = int(count)
    elif row[0] == "hits":
        _, rule, text, language, found, read, right = row
        figures.hits[rule, text, language] = Hits(int(found), int(read), int(right))
    else:
        raise ValueError(row[0])


def write_figures(figures: Figures, path: Path) -> None:
    """Write the figures in a fixed order."""
    rows: list[tuple[str, ...]] = [("words", *key, str(count)) for key, count in sorted(figures.words.items())]
    rows += [("hits", *key, *map(str, hits)) for key, hits in sorted(figures.hits.items())]
    path.write_text(_HEAD + "".join("\t".join(row) + "\n" for row in rows), "utf-8")


def card(rule: Rule, figures: Figures) -> str:
    """Return the precision card of a rule in Markdown, empty if nothing was counted for it."""
    words = figures.clean_words(rule)
    if not figures.words or not any(key[0] == rule.id for key in figures.hits):
        return ""
    return "## Precision\n\n" + "\n".join(f"- {line}" for line in _lines(rule, figures, words)) + "\n"


def _lines(rule: Rule, figures: Figures, words: Mapping[str, int]) -> Iterator[str]:
    clean, damaged = figures.of(rule, CLEAN), figures.of(rule, DAMAGED)
    total = clean.plus(damaged)
    if total.read:
        low, high = wilson(total.right, total.read)
        share = f"{total.right / total.read:.0%} right; with 95 % certainty {low:.0%} to {high:.0%}"
        yield f"{total.read} hits read, {total.right} right ({share})."
    else:
        yield "No hit was found to be read."
    enough = {language: count for language, count in words.items() if count >= FEWEST_WORDS}
    if enough:
        yield _rate(clean, sum(words.values()))
        listed = ", ".join(f"{language} {count:,}" for language, count in sorted(enough.items()))
        yield f"Words of clean text: {listed}."
    little = sorted(words.keys() - enough.keys())
    if little:
        yield f"Too little text to promise anything (under {FEWEST_WORDS:,} words): {', '.join(little)}."


def _rate(clean: Hits, words: int) -> str:
    """Say how often the rule is wrong on clean text; hits that nobody read count as wrong."""
    wrong = clean.found - clean.right
    _, most = wilson(wrong, words)
    return (
        f"{clean.found} hits in {words:,} words of clean text, {wrong} of them wrong or not read: "
        f"{10_000 * wrong / words:.2f} per 10,000 words, with 95 % certainty at most {10_000 * most:.2f}."
    )


def summed(rows: Iterable[tuple[str, str, bool | None]]) -> dict[tuple[str, str], Hits]:
    """Return hits by rule and language from (rule, language, verdict) rows; no verdict: not read."""
    found: Counter[tuple[str, str]] = Counter()
    read, right = found.copy(), found.copy()
    for rule, language, verdict in rows:
        key = rule, language
        found[key] += 1
        read[key] += verdict is not None
        right[key] += verdict is True
    return {key: Hits(found[key], read[key], right[key]) for key in found}
