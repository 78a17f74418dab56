"""repeated-phrase and repeated-sentence: some words, or a whole sentence, that stand twice in a row by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from linter.detectors.kind import Detector, Kind, Place, Setting
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
_PHRASE = r" ([^ ]++ [^ ]++(?: [^ ]++){0,4}?) \1(?![\w'’-])"
_LEAST_WORDS = 3
_LETTERS = lazy(r"\p{L}")
_WORDS = lazy(r"[\p{L}\p{M}'’]+(?: [\p{L}\p{M}\p{N}'’-]+)+")
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
    """Parameters: whether any two to six words count, or only a preposition with its article.

    Any words cost as much time as all other rules on repetition.
    """

    any_words: bool = False


@record(kw_only=True)
class RepeatedSentence:
    """Parameters: none."""


@record
class _Phrase:
    """Words that stand twice (“im Jahr im Jahr”); a preposition with its article is sure."""

    prepositions: frozenset[str]
    articles: frozenset[str]
    closed: frozenset[str]
    left_out: frozenset[str]
    nests: bool
    any_words: bool
    line_keys: tuple[str, ...] = ()

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """The pairs that are sure, doubled: hardly any stands in a good text."""
        if self.any_words:
            return ()
        pairs = (f"{first} {second}" for first in self.prepositions for second in self.articles if first != second)
        return tuple(sorted(f"{pair} {pair}" for pair in pairs))

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each phrase that stands twice, not more often; its span is both."""
        del facts
        text = passage.text
        for span in self._found(passage, places):
            phrase = text[span.start : span.start + len(span) // 2]
            first, _, rest = phrase.lower().partition(" ")
            if self._counts(text, span, phrase) and self._is_fault(first, rest):
                sure = first in self.prepositions and rest in self.articles
                yield _match(span, phrase, Safety.SAFE if sure and not self.nests else Safety.UNSAFE, sure=sure)

    def _found(self, passage: Passage, places: Sequence[Place]) -> Iterator[Span]:
        if not self.any_words:
            yield from (Span(place.start, place.end) for place in places)
            return
        for found in re.compile(_PHRASE).finditer(passage.text, passage.start, passage.end):
            yield Span(found.start(1), found.end())

    def _counts(self, text: str, span: Span, phrase: str) -> bool:
        """True for words of a sentence that are no name, no song and no part of longer words."""
        again = text[span.end - len(phrase) : span.end]
        around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
        if phrase[1:] != again[1:] or not again[0].islower() or text[span.start + len(phrase)] != " ":
            return False
        if not _WORDS.fullmatch(phrase) or any(sign.isalnum() or sign in BEFORE_FIRST for sign in around):
            return False
        first = phrase.partition(" ")[0]
        more = first if phrase.count(" ") == 1 else phrase  # it goes on alternating
        if (
            text.startswith(more, span.end + 1)
            and not text[span.end + 1 + len(more) : span.end + 2 + len(more)].isalnum()
        ):
            return False
        return not text.endswith(phrase + " ", 0, span.start) and not is_cry(text, span, more)

    def _is_fault(self, first: str, rest: str) -> bool:
        """True unless words are doubled so by right: “a poco a poco”, “rose and fell and rose and fell and”."""
        if first == rest or first in self.left_out or (first in _TURNING and rest not in self.articles):
            return False
        last = rest.rpartition(" ")[2]
        return last not in self.left_out and (first in self.closed or last not in self.prepositions)


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


def _match(span: Span, once: str, safety: Safety, *, sure: bool = True) -> Match:
    fix = Fix((Edit(Span(span.start + len(once), span.end), ""),), safety, "delete the second one")
    confidence = Confidence.HIGH if sure else Confidence.MEDIUM
    return Match(span, (fix,), confidence, (("phrase", once.strip(" ,")),))


def _build_phrase(params: RepeatedPhrase, setting: Setting) -> Detector | None:
    known, heads = setting.conventions, heads_of(setting)
    language = setting.language
    if known is None or not known.spaced or (params.any_words and language in LEFT_OUT | REDUPLICATING):
        return None
    prepositions, articles = heads.intersection(known.prepositions), heads.intersection(known.articles)
    if not params.any_words and not (prepositions and articles):
        return None
    closed = heads.union(known.pronouns, known.auxiliaries)
    left_out = frozenset(known.conjunctions) - prepositions | _TURNS.get(language, frozenset())
    return _Phrase(prepositions, articles, closed, left_out, language in _NESTING, params.any_words)


def _build_sentence(params: RepeatedSentence, setting: Setting) -> Detector:
    del params
    return _Sentence(*(_UNSPACED if setting.language in ("ja", "zh", "zh-Hant") else _SPACED))


REPEATED_PHRASE = Kind("repeated-phrase", RepeatedPhrase, _build_phrase)
REPEATED_SENTENCE = Kind("repeated-sentence", RepeatedSentence, _build_sentence)
