"""wrong-code-page: a text in one old code page that was read as another, told by the words that come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import cached_property
from itertools import islice

from linter.detectors.encoding_pages import Pair, languages, odd_signs, pairs
from linter.detectors.encoding_quoted import Topic
from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import MASK, Facts
from linter.language.lexicon import lexicon
from linter.lazy import lazy
from linter.record import record
from linter.types import UNKNOWN_LANGUAGE, Confidence, Edit, Evidence, Fix, Match, Passage, Safety, Span

LONGEST_READ = 40_000  # code points: a code page holds for a whole text
FEWEST_SIGNS = 3  # odd signs without which nothing is tried
FEWEST_WORDS = 3  # different common words that have to come out
SURE_WORDS = 4
SHARE = 0.5  # of the words with odd signs: so many have to be known then
COMMON, RARE = 2.5, 1.5  # Zipf of a word that is known, and of one that is none as it stands
MOST_TRIED = 60  # different words
GLANCE = 8  # words, of which one at least has to come out
MOST_EVIDENCE = 6
_SAMPLE = 12  # words that tell whether a text in letters of another script is in the language it is said to be in
_NOT_LATIN = frozenset(("ar", "bg", "el", "he", "ru", "uk"))
_TOKEN = lazy(r"[\p{L}\p{M}\x80-\x9f¡-¿×÷ˆ˜–—‚-‰‹-›€™∂-∞─-▟]{1,30}")
_LONG_WORD = r"[^\W\dA-Za-z_]{3,}"  # of letters outside ASCII


@record(kw_only=True)
class WrongCodePage:
    """Parameters: the letters outside ASCII of each language, and words (patterns) of texts about encodings."""

    letters: dict[str, str] = field(default_factory=dict)
    topic: list[str] = field(default_factory=list)


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
        words = list(dict.fromkeys(found[0] for found in tokens if len(found[0]) > 1))[:MOST_TRIED]
        readings = ((_come_out(words, pair), pair) for language in self._candidates for pair in pairs(language))
        known, pair = max(readings, key=lambda each: len(each[0]))
        if known:
            odd = odd_signs(pair.language, self.alphabet)
            read = [(Span(*each.span()), each[0]) for each in tokens if each[0] in known or not odd.isdisjoint(each[0])]
            if not Topic(self.topic).is_near(text, read[0][0].start, read[0][0].end):
                yield _match(read, pair, sure=len(known) >= SURE_WORDS)

    def _is_odd(self, facts: Facts) -> bool:
        """True if the text has signs that its language lacks, or letters of another script that make no words."""
        if self.language in _NOT_LATIN:
            return _makes_no_words(facts.view, self.language)
        return len(list(islice(self._odd.finditer(facts.unplain), FEWEST_SIGNS))) == FEWEST_SIGNS


def _come_out(words: Sequence[str], pair: Pair) -> set[str]:
    """Return the words that become common ones of the pair's language, none if most do not."""
    known: set[str] = set()
    tried = 0
    lex = lexicon(pair.language)
    if lex is None:
        return known
    for word in words:
        if not pair.keys.isdisjoint(word):
            tried += 1
            if lex.zipf(word.translate(pair.table).lower()) >= COMMON and lex.zipf(word.lower()) <= RARE:
                known.add(word)
            elif tried == GLANCE and not known:
                break  # a text without a language is read in eighty ways
    return known if len(known) >= max(FEWEST_WORDS, SHARE * tried) else set()


def _makes_no_words(text: str, language: str) -> bool:
    """True if hardly one of the first words of a text is a word of the language."""
    words = lexicon(language)
    if words is None:
        return False
    read = known = 0
    for found in islice(re.compile(_LONG_WORD).finditer(text), _SAMPLE):
        read += 1
        known += words.zipf(found[0].lower()) >= COMMON
        if known == FEWEST_WORDS:
            return False
    return read >= FEWEST_WORDS and known < read // 2


def _match(words: Sequence[tuple[Span, str]], pair: Pair, *, sure: bool) -> Match:
    edits = tuple(Edit(span, word.translate(pair.table)) for span, word in words)
    rows = islice(zip(words, edits, strict=True), 1, MOST_EVIDENCE)
    return Match(
        words[0][0],
        (Fix(edits, Safety.UNSAFE, f"restore the letters of {len(edits)} words"),),
        Confidence.HIGH if sure else Confidence.MEDIUM,
        values=(("found", words[0][1]), ("right", edits[0].text), ("encoding", pair.names)),
        evidence=tuple(Evidence(f"“{word}” for “{edit.text}”", span) for (span, word), edit in rows),
    )


def _build(params: WrongCodePage, setting: Setting) -> Detector | None:
    if setting.language not in (*languages(), UNKNOWN_LANGUAGE):
        return None
    return _WrongPage(setting.language, params.letters.get(setting.language, ""), tuple(params.topic))


WRONG_CODE_PAGE = Kind("wrong-code-page", WrongCodePage, _build, reach=Reach.DOCUMENT)
