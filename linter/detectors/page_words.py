"""page-words: a line all of whose words are those of buttons, labels and forms, whatever it says.

It finds wordings that no list has. In the middle of a text such a line needs three words that are no
function words, and confidence is low; at the head or tail, beside other furniture, two are enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from linter.detectors.boilerplate_place import Layout, deletion, layout_of
from linter.detectors.boilerplate_terms import is_unspaced
from linter.detectors.boilerplate_words import Words, words_of
from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Fix, Match, Passage, Safety

SHORTEST, LONGEST = 6, 80  # code points of a line's key
FEWEST_IN_BODY, FEWEST_AT_EDGE = 3, 2  # words that are no function words
LETTERS_PER_WORD = 2  # in scripts without spaces
_SENTENCE = lazy(
    r"""
      [.…。"'”’»]\s*$  |  ^\s*["'„“”«»‘’「『—–-]     # ends like a sentence, begins like speech
    | ["„“”«»「『=/\\$()\[\]{}\d\N{OBJECT REPLACEMENT CHARACTER}]  |  www\.  |  \w:\s
    """,
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """No parameters: the words stand in ``rules/boilerplate/_words``."""


@record
class PageLines:
    """``languages`` are that of the document and English."""

    languages: tuple[str, ...]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    @property
    def tongues(self) -> tuple[Words, ...]:
        return tuple(map(words_of, self.languages))

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterator[Match]:
        """Yield the lines of the document that are made of furniture words."""
        del passage, places
        candidates = list(_candidates(facts.line_keys, self.tongues))
        if candidates:
            layout = layout_of(facts)
            for number, tongue in candidates:
                if self._counts(layout, number, tongue):
                    yield self._match(layout, number)

    def _counts(self, layout: Layout, number: int, tongue: Words) -> bool:
        line = layout.lines[number]
        text = layout.lower[line.start : line.end]
        if _SENTENCE.search(text):
            return False
        weight, size = tongue.content_words(text)
        needed = FEWEST_AT_EDGE if layout.zones.holds(number) and self._has_company(layout, number) else FEWEST_IN_BODY
        return weight >= needed * (LETTERS_PER_WORD if is_unspaced(text) else 1) and 5 * weight >= 2 * size

    def _has_company(self, layout: Layout, number: int) -> bool:
        texts = [layout.lower[line.start : line.end] for line in layout.near(number)]
        return any(tongue.make(text) for text in texts if len(text) <= LONGEST for tongue in self.tongues)

    def _match(self, layout: Layout, number: int) -> Match:
        span = layout.trimmed(number)
        fix = Fix((deletion(layout, number),), Safety.UNSAFE, "delete the line")
        # Between paragraphs it is a heading of a manual as often: those speak of buttons and forms, too.
        confidence = Confidence.MEDIUM if layout.zones.holds(number) else Confidence.LOW
        return Match(span, (fix,), confidence, (("found", layout.text[span.start : span.end]),))


def _candidates(keys: Sequence[str], tongues: Sequence[Words]) -> Iterator[tuple[int, Words]]:
    """Yield the numbers of the lines all of whose words are those of a tongue; most lines fail at their first word."""
    own, english = tongues[0].kept, tongues[-1].kept
    for number, key in [(n, key) for n, key in enumerate(keys) if SHORTEST <= len(key) <= LONGEST]:
        first = key.split(" ", 1)[0]
        if own[first] and all(map(own.__getitem__, key.split())):
            yield number, tongues[0]
        elif first.isascii() and english[first] and all(map(english.__getitem__, key.split())):
            yield number, tongues[-1]


def _build(params: PageWords, setting: Setting) -> Detector | None:
    del params
    return PageLines(tuple(dict.fromkeys((setting.language, "en"))))


PAGE_WORDS = Kind("page-words", PageWords, _build, reach=Reach.DOCUMENT)
