"""repeated-phrase and repeated-sentence: two words, or a whole sentence, that stand twice in a row by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.repeated_twice import Twice, doubles
from linter.detectors.repeated_words import BEFORE_FIRST, LEFT_OUT, REDUPLICATING, is_cry
from linter.detectors.spacing_heads import heads_of
from linter.facts import MASK, Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety, Span

# Each begins with a fixed sign and leaves out one other, which is what makes it fast in re; what has a line break
# in it falls out later. The sign is put before each line, so that its first sentence counts too.
_SPACED = (". ", r"\. ([^.]{15,}+\.) \1(?=\s|\Z)")
_UNSPACED = ("。", r"。([^。]{8,}+。)\1")
_LONG = r" ([^ ]++ [^ ]++ [^ ]++(?: [^ ]++){0,3}?) \1(?![\w'’-])"
_LEAST_WORDS = 3
_LETTERS = lazy(r"\p{L}")
_PAIR = lazy(r"[\p{L}\p{M}'’]+ [\p{L}\p{M}'’]+")
_WORDS = lazy(r"(?=.*\p{L}{4})\p{Ll}[\p{L}\p{M}'’-]*(?: [\p{L}\p{M}\p{N}'’-]+)+")
# An attribute with a preposition of its own may stand between an article and its noun: "in der in der Nähe gelegenen
# Kirche". There a doubled pair is only most likely a fault.
_NESTING = frozenset(("de", "nl", "sv", "da", "nb", "fi", "hu", "el", "bg", "ru", "uk", "pl", "cs"))
_TURNING = frozenset(("a", "à", "y", "e", "o"))  # a poco a poco
# Turns of phrase that are made of two words twice, by their first word; written for this project.
_TURNS = {
    "ro": frozenset(("la",)),  # de la caz la caz
    "ko": frozenset(("한",)),  # 한 걸음 한 걸음
    "pl": frozenset(("coraz",)),
    "cs": frozenset(("čím",)),
    "ru": frozenset(("один", "шаг")),
}


@record(kw_only=True)
class RepeatedPhrase:
    """Parameters: whether phrases of three to six words are looked for, or pairs of words.

    Prepositions, articles and conjunctions are known. Long phrases cost as much time as all other repetition.
    """

    long: bool = False


@record(kw_only=True)
class RepeatedSentence:
    """Parameters: none."""


@record
class _Phrase:
    """Two words twice (“im Jahr im Jahr”); a preposition with its article is sure."""

    prepositions: frozenset[str]
    articles: frozenset[str]
    heads: frozenset[str]
    closed: frozenset[str]
    left_out: frozenset[str]
    nests: bool
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each phrase that stands twice; its span is both."""
        del places
        text = passage.text
        for twice in facts.shared(doubles).pairs:
            if passage.start <= twice.start < passage.end and self._counts(twice, passage):
                first, second = text[twice.start : twice.start + twice.size].lower().split(" ")
                safe = first in self.prepositions and second in self.articles and not self.nests
                safety = Safety.SAFE if safe else Safety.UNSAFE
                phrase = text[twice.start : twice.start + twice.size]
                yield _match(_span(twice), phrase, safety, sure=first in self.heads)

    def _counts(self, twice: Twice, passage: Passage) -> bool:
        """True for two words of a sentence that are no turn of phrase and no name."""
        text = passage.text
        phrase, again = text[twice.start : twice.start + twice.size], text[twice.end - twice.size : twice.end]
        words = phrase.split(" ")
        if phrase[1:] != again[1:] or not _PAIR.fullmatch(phrase) or not again[:1].islower():
            return False
        first, second = words[0].lower(), words[1].lower()
        if first == second or first in self.left_out or (first in _TURNING and second not in self.articles):
            return False
        if second in self.prepositions and first not in self.closed:
            return False  # "groups of groups of layers"
        if text[twice.start + twice.size] != " " or text[max(0, twice.start - 1)] in BEFORE_FIRST:
            return False
        following = text[twice.end : twice.end + len(first) + 2].strip().lower()
        return following != first and not is_cry(text, _span(twice), first)


@record
class _LongPhrase:
    """Three to six words twice in a row (“con los vecinos con los vecinos”)."""

    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each phrase that stands twice, not more often; its span is both."""
        del places, facts
        text = passage.text
        for found in re.compile(_LONG).finditer(text, passage.start, passage.end):
            span, phrase = Span(found.start(1), found.end()), found[1]
            again = text.startswith(phrase, span.end + 1) or text.endswith(phrase, passage.start, found.start())
            if not again and _WORDS.fullmatch(phrase) and not is_cry(text, span, phrase):
                yield _match(span, phrase, Safety.UNSAFE, sure=False)


@record
class _Sentence:
    """A sentence that stands twice in a row on its line."""

    sign: str
    pattern: str
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each sentence that is copied once; loops and tables are others' business."""
        del places, facts
        text, size = passage.text, len(self.sign)
        signed = self.sign + text[passage.start : passage.end].replace("\n", "\n" + self.sign)
        before, lines = 0, 1
        for found in re.compile(self.pattern).finditer(signed):
            lines += signed.count("\n", before, found.start(1))
            before, sentence = found.start(1), found[1]
            start = passage.start + before - size * lines
            span = Span(start, start + found.end() - before)
            again = text.startswith(sentence, span.end) or text.startswith(sentence, span.end + 1)
            if not again and _is_prose(sentence, unspaced=self.sign == _UNSPACED[0]):
                yield _match(span, sentence, Safety.UNSAFE)


def _is_prose(sentence: str, *, unspaced: bool) -> bool:
    if MASK in sentence or "\n" in sentence or "|" in sentence:
        return False
    letters = len(_LETTERS.findall(sentence))
    return 2 * letters >= len(sentence) and (unspaced or len(sentence.split()) >= _LEAST_WORDS)


def _span(twice: Twice) -> Span:
    return Span(twice.start, twice.end)


def _match(span: Span, once: str, safety: Safety, *, sure: bool = True) -> Match:
    fix = Fix((Edit(Span(span.start + len(once), span.end), ""),), safety, "delete the second one")
    confidence = Confidence.HIGH if sure else Confidence.MEDIUM
    return Match(span, (fix,), confidence, (("phrase", once.strip(" ,")),))


def _build_phrase(params: RepeatedPhrase, setting: Setting) -> Detector | None:
    known, heads = setting.conventions, heads_of(setting)
    language = setting.language
    if known is None or not known.spaced or language in LEFT_OUT | REDUPLICATING:
        return None
    if params.long:
        return _LongPhrase()
    prepositions, articles = heads.intersection(known.prepositions), frozenset(known.articles)
    left_out = frozenset(known.conjunctions) - prepositions | _TURNS.get(language, frozenset())
    closed = heads.union(known.pronouns, known.auxiliaries)
    return _Phrase(prepositions, articles, heads, closed, left_out, language in _NESTING)


def _build_sentence(params: RepeatedSentence, setting: Setting) -> Detector:
    del params
    return _Sentence(*(_UNSPACED if setting.language in ("ja", "zh", "zh-Hant") else _SPACED))


REPEATED_PHRASE = Kind("repeated-phrase", RepeatedPhrase, _build_phrase)
REPEATED_SENTENCE = Kind("repeated-sentence", RepeatedSentence, _build_sentence)
