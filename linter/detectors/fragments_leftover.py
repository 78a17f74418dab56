"""leftover-name: a name that stands as a sentence of its own, because its link was cut out of the one before.

"… selon plusieurs sources interrogées. The Verge." A full stop was put before the text of the link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import regex

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.facts import Facts
from linter.language.lexicon import Lexicon, lexicon
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Evidence, Match, Passage, Span

_UPPER, _LOWER = "A-ZÀ-ÖØ-Þ", "a-zà-öø-ÿß"
_NAME = rf"[{_UPPER}][\w'’&-]*\w(?: [{_UPPER}][\w'’&-]*\w){{0,2}}"
_ARTICLE = r"(?:Le|La|Les|Il|Lo|El|Los|Las|Der|Die|Das|De|Het|O|A|Os|As) [a-zà-öø-ÿß]{3,}"
_ALONE = re.compile(rf"\. (?<=[{_LOWER}][{_LOWER}]\. )(?P<name>{_NAME}|{_ARTICLE})\.(?= [{_UPPER}«“„\"]|\s*\n|\s*\Z)")
_LAST_WORD = lazy(r"(?P<word>\p{L}+)\Z")
_SHORTEST_WORD = 5  # letters; a shorter word before a full stop may be an abbreviation
_COMMON = 4.3  # Zipf of everyday verbs and nouns
_RARE = 3.6  # Zipf; a more common word may be a cry: "Nichts."
_SEEN_BEFORE = r"(?<=[\p{Ll},] )"


@record(kw_only=True)
class LeftoverName:
    """Parameters: none."""


@record
class _Leftover:
    """Sentences that are a name and nothing else, after a whole sentence on the same line."""

    words: Lexicon
    small: frozenset[str]
    articles: frozenset[str]
    has_capital_nouns: bool
    compounds: bool
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each name; its span is the name and its full stop."""
        del places
        for found in _ALONE.finditer(passage.text, passage.start, passage.end):
            if not self._ends_sentence(passage.text, found.start()):
                continue
            elsewhere = self._elsewhere(facts.view, found)
            confidence = self._confidence(found["name"], elsewhere)
            closes = passage.text[found.end() : found.end() + 1] != " "  # a credit may close a paragraph
            if confidence is not None and not (closes and confidence < Confidence.HIGH):
                span = Span(found.start("name"), found.end())
                proof = (Evidence(found["name"], elsewhere),) if elsewhere else ()
                yield Match(span, confidence=confidence, values=(("name", found["name"]),), evidence=proof)

    def _is_common(self, word: str) -> bool:
        return self.words.zipf(word) >= _COMMON

    def _ends_sentence(self, text: str, end: int) -> bool:
        """True if a word that is no abbreviation, and starts no short line, stands before the full stop."""
        last = _LAST_WORD.search(text, max(0, end - 30), end)
        line = text.rfind("\n", 0, end) + 1
        if last is None or end - line < 40:
            return False
        return len(last["word"]) >= _SHORTEST_WORD or last["word"] in self.small

    def _elsewhere(self, text: str, found: re.Match[str]) -> Span | None:
        """Another place where the name stands inside a sentence, with its capital."""
        pattern = regex.compile(rf"{_SEEN_BEFORE}{regex.escape(found['name'])}(?![\p{{L}}\p{{N}}])")
        other = pattern.search(text)
        return Span(*other.span()) if other else None

    def _confidence(self, name: str, elsewhere: Span | None) -> Confidence | None:
        parts = name.split()
        if parts[-1].islower() and not elsewhere:
            return None
        if len(parts) > 1 and not elsewhere and parts[0].lower() not in self.articles and self._is_common(parts[0]):
            return None  # "Resta Carolyn." is a sentence
        if elsewhere and (not self.has_capital_nouns or len(parts) > 1):
            return Confidence.HIGH
        if len(parts) > 1 or name.isupper():
            return Confidence.MEDIUM
        if self.compounds:  # a word that the lexicon lacks is a compound there as often as a name
            return None
        return Confidence.MEDIUM if self.words.zipf(name) < _RARE and name.lower() not in self.small else None


def _build(params: LeftoverName, setting: Setting) -> Detector | None:
    del params
    words, conventions = lexicon(setting.language), setting.conventions
    if words is None or conventions is None:
        return None
    classes = (conventions.prepositions, conventions.pronouns, conventions.auxiliaries, conventions.conjunctions)
    small = frozenset(word for each in classes for word in each)
    articles = frozenset((*conventions.articles, "the"))
    return _Leftover(words, small, articles, setting.language == "de", setting.language in ("de", "nl"))


LEFTOVER_NAME = Kind("leftover-name", LeftoverName, _build)
