"""wrong-code-page: a text in one old code page that was read as another, told by the words that come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import cached_property
from itertools import islice

import regex

from linter.detectors.encoding_pages import Pair, languages, odd_signs, pairs
from linter.detectors.encoding_quoted import Topic
from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import MASK, Facts
from linter.language.lexicon import Lexicon, lexicon
from linter.lazy import lazy
from linter.record import record
from linter.types import UNKNOWN_LANGUAGE, Confidence, Edit, Evidence, Fix, Match, Passage, Safety, Span

LONGEST_READ = 40_000  # code points: a code page holds for a whole text
FEWEST_SIGNS = 3  # odd signs without which nothing is tried
FEWEST_WORDS = 3  # different common words that have to come out
SURE_WORDS = 4
SHARE = 0.5  # of the words with odd signs: so many have to be known then
COMMON, RARE = 2.5, 1.5  # Zipf of a word that is known, and of one that is none as it stands
MOST_TRIED = 60  # words
MOST_EVIDENCE = 6
_SAMPLE = 12  # words that tell whether a text in letters of another script is in the language it is said to be in
_NOT_LATIN = frozenset(("ar", "bg", "el", "he", "ru", "uk"))
_TOKEN = lazy(r"[\p{L}\p{M}\x80-\x9f¡-¿×÷ˆ˜–—‚-‰‹-›€™∂-∞─-▟]{1,30}")
_LONG_WORD = lazy(r"[\p{L}--[A-Za-z]]{3,}", regex.VERSION1)


@record(kw_only=True)
class WrongCodePage:
    """Parameters: the letters outside ASCII of each language, and words (patterns) of texts about encodings."""

    letters: dict[str, str] = field(default_factory=dict)
    topic: list[str] = field(default_factory=list)


@record
class _Reading:
    """The words that a pair of code pages changes, with what comes out; ``known`` counts the different common ones."""

    known: int
    pair: Pair
    words: tuple[tuple[Span, str], ...]


@record
class _WrongPage:
    """Reads the odd words of a text in the code pages of its language; without a language, in all."""

    language: str
    alphabet: str
    topic: tuple[str, ...]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    @property
    def _candidates(self) -> tuple[str, ...]:
        return languages() if self.language == UNKNOWN_LANGUAGE else (self.language,)

    @cached_property
    def _odd(self) -> re.Pattern[str]:
        signs: frozenset[str] = frozenset()
        for each in self._candidates:
            signs |= odd_signs(each, self.alphabet)
        return re.compile("[" + "".join(map(re.escape, sorted(signs))) + "]")

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match at the first word that was misread, if the text shows a pair of code pages."""
        del places
        if not self._is_odd(facts):
            return
        text = passage.text[:LONGEST_READ]
        tokens = [found for found in _TOKEN.finditer(text) if not found[0].isascii() and MASK not in found[0]]
        readings = (self._read(tokens, pair) for language in self._candidates for pair in pairs(language))
        best = max((each for each in readings if each), key=lambda each: each.known, default=None)
        if best and not Topic(self.topic).is_near(text, best.words[0][0].start, best.words[0][0].end):
            yield _match(text, best)

    def _is_odd(self, facts: Facts) -> bool:
        """True if the text has signs that its language lacks, or letters of another script that make no words."""
        if self.language in _NOT_LATIN:
            return _makes_no_words(facts.view, self.language)
        return len(list(islice(self._odd.finditer(facts.unplain), FEWEST_SIGNS))) == FEWEST_SIGNS

    def _read(self, tokens: Sequence[regex.Match[str]], pair: Pair) -> _Reading | None:
        """Return what a pair of code pages makes of the text, None if that are no words of its language."""
        words = lexicon(pair.language)
        tokens = [each for each in tokens if not pair.keys.isdisjoint(each[0])]
        tried = dict.fromkeys(each[0] for each in tokens[: 2 * MOST_TRIED] if len(each[0]) > 1)
        if words is None or len(tried) < FEWEST_WORDS:
            return None
        known = {word for word in tried if _comes_out(word, pair, words)}
        if len(known) < max(FEWEST_WORDS, SHARE * len(tried)):
            return None
        odd = odd_signs(pair.language, self.alphabet)
        changed = (each for each in tokens if each[0] in known or not odd.isdisjoint(each[0]))
        return _Reading(
            len(known), pair, tuple((Span(*each.span()), each[0].translate(pair.table)) for each in changed)
        )


def _comes_out(word: str, pair: Pair, words: Lexicon) -> bool:
    right = word.translate(pair.table).lower()
    return words.zipf(right) >= COMMON and words.zipf(word.lower()) <= RARE


def _makes_no_words(text: str, language: str) -> bool:
    """True if hardly one of the first words of a text is a word of the language."""
    words = lexicon(language)
    sample = [found[0] for found in islice(_LONG_WORD.finditer(text), _SAMPLE)]
    if words is None or len(sample) < FEWEST_WORDS:
        return False
    known = islice((word for word in sample if words.zipf(word.lower()) >= COMMON), FEWEST_WORDS)
    return len(list(known)) < min(FEWEST_WORDS, len(sample) // 2)


def _match(text: str, reading: _Reading) -> Match:
    edits = tuple(Edit(span, right) for span, right in reading.words)
    first, right = reading.words[0]
    rows = ((text[span.start : span.end], came, span) for span, came in islice(reading.words, 1, MOST_EVIDENCE))
    evidence = tuple(Evidence(f"“{found}” for “{came}”", span) for found, came, span in rows)
    sure = reading.known >= SURE_WORDS
    return Match(
        first,
        (Fix(edits, Safety.UNSAFE, f"restore the letters of {len(edits)} words"),),
        Confidence.HIGH if sure else Confidence.MEDIUM,
        values=(("found", text[first.start : first.end]), ("right", right), ("encoding", reading.pair.names)),
        evidence=evidence,
    )


def _build(params: WrongCodePage, setting: Setting) -> Detector | None:
    if setting.language not in (*languages(), UNKNOWN_LANGUAGE):
        return None
    return _WrongPage(setting.language, params.letters.get(setting.language, ""), tuple(params.topic))


WRONG_CODE_PAGE = Kind("wrong-code-page", WrongCodePage, _build, reach=Reach.DOCUMENT)
