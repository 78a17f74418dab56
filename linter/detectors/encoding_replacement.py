"""replacement-character: U+FFFD, which stands where a letter was lost for good."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field

from linter.detectors.encoding_quoted import Topic, is_quoted
from linter.detectors.encoding_words import word_around
from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Match, Passage, Span

# U+FFFD itself; U+FFFD in UTF-8 read as Windows-1252, Windows-1251 and GBK; bytes that are no UTF-8.
_SIGNS = ("\N{REPLACEMENT CHARACTER}", "ï¿½", "пїЅ", "锟斤拷")
_LOST = lazy("(?:" + "|".join((*_SIGNS, "[\udc80-\udcff]")) + ")+")
_LOST_SIGNS = frozenset(("\N{REPLACEMENT CHARACTER}", "锟", "½", "Ѕ", *map(chr, range(0xDC80, 0xDD00))))
_BROKEN_BYTE = re.compile("[\udc80-\udcff]")


@record(kw_only=True)
class ReplacementCharacter:
    """Parameter: words (patterns) of texts about encodings, which may show U+FFFD on purpose."""

    topic: list[str] = field(default_factory=list)


@record
class ReplacementDetector:
    """Finds words with lost letters. What they were cannot be told from the text, so there is no fix."""

    topic: tuple[str, ...]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = tuple(sorted(_LOST_SIGNS))

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each word or lone run of lost characters, in order."""
        del places
        if not any(map(_BROKEN_BYTE.match, facts.signs)) and not any(sign in facts.unplain for sign in _SIGNS):
            return
        topic, done = Topic(self.topic), passage.start
        for found in _LOST.finditer(passage.text, passage.start, passage.end):
            if found.start() < done:
                continue
            span = _whole_word(passage.text, *found.span())
            done = span.end
            match = _match(passage.text, span, topic)
            if match:
                yield match


def _whole_word(text: str, start: int, end: int) -> Span:
    span = word_around(text, start, end)
    while more := _LOST.match(text, span.end):
        span = Span(span.start, word_around(text, span.end, more.end()).end)
    return span


def _match(text: str, span: Span, topic: Topic) -> Match | None:
    found = text[span.start : span.end]
    about = topic.is_near(text, span.start, span.end)
    if about and (not any(map(str.isalpha, found)) or is_quoted(text, span.start, span.end)):
        return None
    shown = _BROKEN_BYTE.sub("\N{REPLACEMENT CHARACTER}", found)
    return Match(span, confidence=Confidence.MEDIUM if about else Confidence.HIGH, values=(("found", shown),))


def _build(params: ReplacementCharacter, setting: Setting) -> Detector | None:
    del setting
    return ReplacementDetector(tuple(params.topic))


REPLACEMENT_CHARACTER = Kind("replacement-character", ReplacementCharacter, _build, reach=Reach.DOCUMENT)
