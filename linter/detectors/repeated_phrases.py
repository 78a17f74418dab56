"""repeated-phrase and repeated-sentence: two words, or a whole sentence, that stand twice in a row by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.spacing_heads import heads_of
from linter.facts import MASK, Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety, Span

# Each begins with a fixed sign and leaves out one other, which is what makes it fast in re; what has a line break
# in it falls out later, and the first sentence of a line is let pass.
_SPACED = r"\. ([^.]{15,}+\.) \1(?=\s|\Z)"
_UNSPACED = r"。([^。]{8,}+。)\1"
_LEAST_WORDS = 3
_LETTERS = lazy(r"\p{L}")


@record(kw_only=True)
class RepeatedPhrase:
    """Parameters: none; prepositions and articles are known."""


@record(kw_only=True)
class RepeatedSentence:
    """Parameters: none."""


@record
class _Phrase:
    """A preposition with its article, twice: “in the in the”."""

    prepositions: tuple[str, ...]
    articles: tuple[str, ...]
    line_keys: tuple[str, ...] = ()

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """The pairs, doubled: hardly any stands in a good text."""
        pairs = (f"{first} {second}" for first in self.prepositions for second in self.articles if first != second)
        return tuple(f"{pair} {pair}" for pair in pairs)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each pair that stands twice as words; its span is both."""
        del facts
        text = passage.text
        for start, end, _ in places:
            around = text[max(0, start - 1) : start] + text[end : end + 1]
            phrase = text[start : start + (end - start) // 2]
            if (
                not any(sign.isalnum() or sign in "'’-" for sign in around)
                and text[start + len(phrase) + 1 : end].islower()
            ):
                yield _match(Span(start, end), phrase, Safety.SAFE)


@record
class _Sentence:
    """A sentence that stands twice in a row on its line."""

    pattern: str
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each sentence that is copied once; loops and tables are others' business."""
        del places, facts
        text = passage.text
        for found in re.compile(self.pattern).finditer(text, passage.start, passage.end):
            sentence, span = found[1], Span(found.start(1), found.end())
            again = text.startswith(sentence, span.end) or text.startswith(sentence, span.end + 1)
            if not again and _is_prose(sentence, unspaced=self.pattern == _UNSPACED):
                yield _match(span, sentence, Safety.UNSAFE)


def _is_prose(sentence: str, *, unspaced: bool) -> bool:
    if MASK in sentence or "\n" in sentence or "|" in sentence or 2 * len(_LETTERS.findall(sentence)) < len(sentence):
        return False
    return unspaced or len(sentence.split()) >= _LEAST_WORDS


def _match(span: Span, once: str, safety: Safety) -> Match:
    fix = Fix((Edit(Span(span.start + len(once), span.end), ""),), safety, "delete the second one")
    return Match(span, (fix,), Confidence.HIGH, (("phrase", once),))


def _build_phrase(params: RepeatedPhrase, setting: Setting) -> Detector | None:
    del params
    known, heads = setting.conventions, heads_of(setting)
    if known is None or not known.spaced:
        return None
    prepositions = tuple(sorted(heads.intersection(known.prepositions)))
    articles = tuple(sorted(heads.intersection(known.articles)))
    return _Phrase(prepositions, articles) if prepositions and articles else None


def _build_sentence(params: RepeatedSentence, setting: Setting) -> Detector:
    del params
    return _Sentence(_UNSPACED if setting.language in ("ja", "zh", "zh-Hant") else _SPACED)


REPEATED_PHRASE = Kind("repeated-phrase", RepeatedPhrase, _build_phrase)
REPEATED_SENTENCE = Kind("repeated-sentence", RepeatedSentence, _build_sentence)
