"""pair-untranslated: a part of the text that still stands in the language of its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.language.gains import foreign_words
from linter.language.lexicon import lexicon
from linter.lazy import lazy
from linter.pairs.pairing import Pair, Pairing, pairing
from linter.pairs.parts import PartKind
from linter.record import record
from linter.types import UNKNOWN_LANGUAGE, Confidence, Match, Passage

_WORD = lazy(r"\p{L}[\p{L}\p{M}'’]*")
_COMMAND = lazy(r"(?:^|\s)--?\w")  # a line to type
_IMAGE = lazy(r"!\[[^\]\n]*\](?:\([^()\n]*\))?")  # a badge
_NO_PROSE = frozenset({PartKind.CODE, PartKind.TAG})
_MOST_SHOWN = 60  # code points of the span
_COMMONER, _MOST = 1.2, 0.7  # steps of Zipf, and the share of words that show it
_WHOLE = 0.5  # share of the text that makes it one fault of the whole text


@record(kw_only=True)
class PairUntranslated:
    """Parameters: least words of a part, and least words of it that the target language hardly uses."""

    words: int
    foreign: int


@record
class _Untranslated:
    """Looks for words of the source in each pair."""

    words: int
    foreign: int
    language: str
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each part that was not translated, or one for a text of such parts."""
        del passage, places
        found = facts.shared(pairing)
        if found.source_language in (self.language, UNKNOWN_LANGUAGE):
            return
        pairs = [pair for pair in found.pairs if pair.kind not in _NO_PROSE and self._has_words(pair)]
        left = [pair for pair in pairs if self._is_left(pair, found)]
        length = sum(len(pair.target) for pair in pairs)
        if len(left) > 1 and sum(len(pair.target) for pair in left) > _WHOLE * length:
            left = left[:1]
        for pair in left:
            yield _match(pair, found)

    def _has_words(self, pair: Pair) -> bool:
        return len(_WORD.findall(_IMAGE.sub("", pair.prose))) >= self.words

    def _is_left(self, pair: Pair, found: Pairing) -> bool:
        """True if the words of a part are those of its source, and hardly in use in the language of the text."""
        words = _WORD.findall(_IMAGE.sub("", pair.prose))
        if _COMMAND.search(pair.target):
            return False
        theirs = _WORD.findall(_IMAGE.sub("", pair.source_prose))
        if words != theirs and not _are_mostly_in(words, theirs):
            return False
        strange = foreign_words(self.language)
        if sum(word in strange for word in words) >= max(self.foreign, len(words) / 10):
            return True
        return words == theirs and self._are_commoner(words, found.source_language)

    def _are_commoner(self, words: Sequence[str], language: str) -> bool:
        """True if most words, none with a capital, are far commoner in the language of the source than here."""
        lower = [word for word in words if word.islower()]
        theirs, ours = lexicon(language), lexicon(self.language)
        if len(lower) < self.words or theirs is None or ours is None:
            return False
        return sum(theirs.zipf(word) - ours.zipf(word) >= _COMMONER for word in lower) >= _MOST * len(lower)


def _are_mostly_in(words: Sequence[str], others: Sequence[str]) -> bool:
    known = set(others)
    return len(words) > 7 and sum(word in known for word in words) >= 0.9 * len(words)


def _match(pair: Pair, found: Pairing) -> Match:
    span = pair.whole
    text = regex.split(r"\n", pair.target.strip(), maxsplit=1)[0]
    shown = pair.span(span.start - pair.at, min(span.end - pair.at, span.start - pair.at + max(_MOST_SHOWN, len(text))))
    lead = len(pair.source) - len(pair.source.lstrip())
    evidence = found.evidence(pair.source.strip()[:_MOST_SHOWN], pair.source_at + lead)
    return Match(shown, (), Confidence.HIGH, (("found", text),), (evidence,))


def _build(params: PairUntranslated, setting: Setting) -> Detector | None:
    if setting.language == UNKNOWN_LANGUAGE:
        return None
    return _Untranslated(params.words, params.foreign, setting.language)


PAIR_UNTRANSLATED = Kind("pair-untranslated", PairUntranslated, _build, reach=Reach.PAIR)
