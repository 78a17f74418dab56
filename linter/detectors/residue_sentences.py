"""foreign-sentence: a sentence inside a line that stayed in another language.

Small words that the language of the text does not have ("the", "não") show where to look; the words of the
sentence around them decide.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import cached_property

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.detectors.residue_lines import MOST_FOREIGN, is_foreign, is_running_text, name_of, trimmed
from linter.facts import Facts
from linter.language.lexicon import Lexicon, lexicon
from linter.lazy import lazy
from linter.record import record
from linter.types import UNKNOWN_LANGUAGE, Match, Passage, Span

_LEAD = 1.5  # a word speaks for the language where it is so much more frequent, in Zipf
_KNOWN_ZIPF = 3.3
_LEAST_PROOF, _LEAST_SHARE, _MOST_AGAINST = 3, 0.4, 0.12
_LEAST_WORDS = 5
_LONGEST = 800  # code points of a sentence
_UNSPACED = frozenset(("ja", "zh", "zh-Hant"))
_OTHER_SCRIPTS = frozenset(("ja", "zh", "zh-Hant", "ko", "ru", "uk", "bg", "el", "ar", "he", "hi"))
_WORD = lazy(r"\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*")
_SENTENCE_END = lazy(r"[.!?…][\"”’»)]*(?=\s)|\n|[\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]")
# The same read from its end: the last match comes first.
_SENTENCE_END_BEFORE = lazy(r"(?r)[.!?…][\"”’»)]*(?=\s)|\n|[\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]")
_ENDS = frozenset('.!?…。！？」』”"\n')
_OTHER_LETTER = lazy(r"[\p{Cyrillic}\p{Greek}\p{Hangul}\p{Arabic}\p{Hebrew}\p{Devanagari}]")
_ANY_QUOTE = '"“„«「『'
_OPENERS, _CLOSERS = "«„「『", "»“”」』"
_BEFORE_QUOTE = frozenset('"“„«‘‚「『‹(')


@record(kw_only=True)
class ForeignSentence:
    """Parameters: ``words``, by source language, small words that show it."""

    words: dict[str, list[str]] = field(default_factory=dict)


@record
class _Sentences:
    """Small words of other languages that the language does not have."""

    language: str
    literals: tuple[str, ...]
    sources: tuple[tuple[str, ...], ...]  # of each literal
    against: dict[str, frozenset[str]]  # by source: small words of the language that it does not have
    line_keys: tuple[str, ...] = ()

    @cached_property
    def own(self) -> Lexicon | None:
        """The lexicon of the document's language; None where no Latin word is one of its own."""
        return None if self.language in _OTHER_SCRIPTS else lexicon(self.language)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the sentences that are in another language."""
        document = facts.document
        if document.language == UNKNOWN_LANGUAGE:
            return
        foreign = [block.span for block in document.blocks if is_foreign(block, document.language)]
        starts = [each.start for each in foreign]
        found: list[tuple[Span, str]] = []
        span, tried = Span(0, 0), set[str]()
        for place in places:
            block = bisect_right(starts, place.start) - 1
            if block >= 0 and place.start < foreign[block].end:
                continue
            if place.start >= span.end:
                span, tried = self._sentence(passage.text, place), set()
            sources = [source for source in self.sources[place.which] if source not in tried]
            source = self._source(passage.text, span, sources) if sources else None
            tried.update(sources)
            if source is not None and not (found and found[-1][0] == span):
                found.append((span, source))
        size = sum(len(passage.text[span.start : span.end].encode("utf-8", "replace")) for span, _ in found)
        if size > MOST_FOREIGN * len(facts.utf8):  # bytes: a Japanese character says more than a Latin letter
            return
        for span, source in found:
            values = (("found", passage.text[span.start : span.end]), ("language", name_of(source)))
            yield Match(span, values=values)

    def _sentence(self, text: str, place: Place) -> Span:
        first, last = max(0, place.start - _LONGEST), min(len(text), place.end + _LONGEST)
        before = _SENTENCE_END_BEFORE.search(text, first, place.start + 1)
        start = before.end() if before else first
        stop = _SENTENCE_END.search(text, place.end - 1, last)
        if stop is None:
            return trimmed(text, Span(start, last))
        is_mark = stop[0][0] in ".!?…"
        return trimmed(text, Span(start, stop.end() if is_mark else stop.start()))

    def _source(self, text: str, span: Span, sources: Sequence[str]) -> str | None:
        """Return the language of a sentence if it is another one."""
        sentence = text[span.start : span.end]
        pieces = sentence.split()
        sources = [
            each for each in sources if len(self.against[each].intersection(pieces)) <= _MOST_AGAINST * len(pieces)
        ]
        if not sources:
            return None
        before = text[max(0, span.start - 2) : span.start].strip()[-1:]
        if len(span) > _LONGEST or (before and before in _BEFORE_QUOTE) or not is_running_text(sentence, "en"):
            return None
        begins = sentence[: len(sentence) // 2]  # a quotation may begin behind words that introduce it
        if (
            _is_quoted(text, span.start)
            or any(mark in begins for mark in _ANY_QUOTE)
            or text[span.end - 1] not in _ENDS
        ):
            return None
        if self.language in _OTHER_SCRIPTS and not self._stands_alone(text, span):
            return None
        words = [word.replace("’", "'") for word in _WORD.findall(sentence)]
        small = [word for word in words if word.islower()]
        if len(words) < _LEAST_WORDS or not small:
            return None
        for source in sources:
            theirs = lexicon(source)
            if theirs is not None and self._is_in(small, theirs):
                return source
        return None

    def _stands_alone(self, text: str, span: Span) -> bool:
        """True for a whole sentence: in another script, names of menus and titles stand inside sentences."""
        before = text[max(0, span.start - 2) : span.start].strip(" \t\N{IDEOGRAPHIC SPACE}")[-1:]
        return (
            (not before or before in _ENDS)
            and text[span.end - 1] in _ENDS
            and _OTHER_LETTER.search(text, span.start, span.end) is None
        )

    def _is_in(self, words: Sequence[str], theirs: Lexicon) -> bool:
        proof, against, most_against = 0, 0, _MOST_AGAINST * len(words)
        for word in words:
            there, here = theirs.zipf(word), self._zipf(word)
            if there >= _KNOWN_ZIPF and there - here >= _LEAD:
                proof += 1
            elif here >= _KNOWN_ZIPF and here - there >= _LEAD:
                against += 1
                if against > most_against:
                    return False
        return proof >= max(_LEAST_PROOF, _LEAST_SHARE * len(words))

    def _zipf(self, word: str) -> float:
        return self.own.zipf(word) if self.own is not None else 0.0


def _is_quoted(text: str, at: int) -> bool:
    """True if a quotation mark is open on the line."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    opened = max(line.rfind(mark) for mark in _OPENERS)
    return line.count('"') % 2 == 1 or opened > max(line.rfind(mark) for mark in _CLOSERS)


def _build(params: ForeignSentence, setting: Setting) -> Detector | None:
    language = setting.language
    own = None if language in _OTHER_SCRIPTS else lexicon(language)
    small = setting.conventions
    classes = (
        (small.articles, small.prepositions, small.conjunctions, small.pronouns, small.auxiliaries) if small else ()
    )
    common = {word for group in classes for word in group}
    literals: dict[str, list[str]] = {}
    for source, words in params.words.items():
        theirs = lexicon(source)
        if source != language and theirs is not None:
            strange = (word for word in words if word not in common)
            for word in strange:
                if own is None or theirs.zipf(word) - own.zipf(word) >= _LEAD:
                    literals.setdefault(f" {word} ", []).append(source)
    against = {source: _only_in(own, common, source) for source in params.words}
    return _Sentences(language, tuple(literals), tuple(map(tuple, literals.values())), against) if literals else None


def _only_in(own: Lexicon | None, words: Iterable[str], source: str) -> frozenset[str]:
    """Those of the words that speak against another language: a sentence with many of them is not in it."""
    theirs = lexicon(source)
    if own is None or theirs is None:
        return frozenset()
    lead = {word: own.zipf(word) - theirs.zipf(word) for word in words if own.zipf(word) >= _KNOWN_ZIPF}
    return frozenset(word for word, more in lead.items() if more >= _LEAD)


FOREIGN_SENTENCE = Kind("foreign-sentence", ForeignSentence, _build, reach=Reach.DOCUMENT)
