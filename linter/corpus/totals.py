"""Sums over a plan, by rule and language, with samples; the order of the texts does not matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from linter.corpus.drawing import Drawing
from linter.corpus.plan import LanguageTotal, PlannedText, RuleTotal, Sample, samples_of


@dataclass(slots=True)
class _Sum:
    edits: int = 0
    documents: int = 0
    removed: int = 0
    added: int = 0


class Totals:
    """Counts what planned texts would change. An edit of two rules counts for both, each with what it removed."""

    def __init__(self, *, samples: int = 0, seed: str = "") -> None:
        self._drawing: Drawing[Sample] = Drawing(samples, seed)
        self._rules: dict[tuple[str, str], _Sum] = {}
        self._languages: dict[str, tuple[int, int]] = {}

    def add(self, text: PlannedText) -> None:
        """Count a text."""
        documents, characters = self._languages.get(text.language, (0, 0))
        self._languages[text.language] = documents + 1, characters + text.characters
        self.add_edits(text)

    def add_edits(self, text: PlannedText) -> None:
        """Count the edits of a text, and not the text itself."""
        met = set()
        for piece in text.pieces:
            for rule, grown in zip(piece.rules, piece.grown, strict=True):
                total = self._rules.setdefault((rule, text.language), _Sum())
                total.edits += 1
                total.removed += max(0, -grown)
                total.added += max(0, grown)
                total.documents += rule not in met
                met.add(rule)
        for piece, sample in samples_of(text):
            for rule in piece.rules:
                self._drawing.offer((rule, text.language), f"{text.place}\0{piece.start}", sample)

    def languages(self) -> list[LanguageTotal]:
        """Return the sums by language, sorted."""
        return [LanguageTotal(name, *numbers) for name, numbers in sorted(self._languages.items())]

    def rules(self, languages: Iterable[LanguageTotal] | None = None) -> list[RuleTotal]:
        """Return the sums by rule and language, sorted; ``languages`` are used instead of what was counted."""
        known = self.languages() if languages is None else languages
        sizes = {total.language: total.characters for total in known}
        return [
            RuleTotal(
                *key,
                total.edits,
                total.documents,
                total.removed,
                total.added,
                total.removed / sizes[key[1]] if sizes.get(key[1]) else 0.0,
                tuple(self._drawing.drawn(key)),
            )
            for key, total in sorted(self._rules.items())
        ]
