"""Sentences of the documents themselves that stand around the lines in examples."""

from __future__ import annotations

from collections.abc import Container, Iterable

from linter.api import Linter
from linter.corpus.recurring import Sheet
from linter.corpus.shapes import shapes
from linter.facts import MASK
from linter.lines import lowered
from linter.rule import Profile
from linter.types import UNKNOWN_LANGUAGE

SHORTEST, LONGEST = 60, 260  # code points of a line that serves as a sentence
SHORTEST_UNSPACED = 25
MOST_TRIED = 24  # lines of a language
_ENDS = (".", "。", "।", "!", "?", "！", "？", "؟")
_EVERY = "*"


class Prose:
    """By language, lines in which no rule finds anything; filled from the documents as they are read."""

    def __init__(self) -> None:
        self._tried: dict[str, list[str]] = {}
        self._clean: dict[str, list[str]] = {}

    def collect(self, sheets: Iterable[Sheet]) -> Iterable[Sheet]:
        """Yield the documents and keep a few sentences of each language."""
        for sheet in sheets:
            kept = self._tried.setdefault(sheet.language, [])
            if len(kept) < MOST_TRIED:
                kept += [line for line in sheet.lines if _is_sentence(line) and line not in kept][:2]
            yield sheet

    def drop(self, recurring: Container[str]) -> None:
        """Forget the lines whose shapes recur."""
        for language, lines in self._tried.items():
            self._tried[language] = [line for line in lines if not any(lowered(s) in recurring for s in shapes(line))]
        self._clean.clear()

    def of(self, language: str) -> list[str]:
        """Return the clean sentences of a language; of the language with most of them for ``*``."""
        own = self.language(language)
        if own not in self._clean:
            linter = Linter(Profile(preset="article"))
            lines = self._tried.get(own, [])
            self._clean[own] = [line for line in lines if not linter.lint(line + "\n", lang=own)]
        return self._clean[own]

    def language(self, language: str) -> str:
        """Return the language of the sentences for ``language``: itself, or one that is known for ``*``."""
        if language != _EVERY:
            return language
        known = [each for each in sorted(self._tried) if each != UNKNOWN_LANGUAGE]
        return max(known, key=lambda each: len(self._tried[each]), default=UNKNOWN_LANGUAGE)


def _is_sentence(line: str) -> bool:
    shortest = SHORTEST if line.isascii() or " " in line[:20] else SHORTEST_UNSPACED
    fit = shortest <= len(line) <= LONGEST and line.endswith(_ENDS) and line.isprintable()
    return fit and not any(sign in line for sign in (MASK, "⟦", "⟧")) and bool(shapes(line) or len(line) > 240)
