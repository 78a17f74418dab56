"""repeated-word: a word that stands twice in a row by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.spacing_heads import heads_of
from linter.facts import MASK, Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import EVERY_LANGUAGE, Confidence, Edit, Fix, Match, Passage, Safety, Span

_TABLE = "repetition/_doubles"
_TWICE = r" ([^ ]{2,}+) \1(?![\w'’-])"  # the fastest form, and only in re: what is no word falls out later
_WORD = lazy(r"[\p{L}\p{M}]{2,}")
_ENDINGS = frozenset("은는이가을를에의로고와과도한된기")  # Korean: a word without one of them may be a name
REDUPLICATING = frozenset(("id", "ms", "vi", "tr", "hi", "th"))  # doubling a word is grammar here
# No spaces between words; or names of foreign letters that stand twice (Arabic "بي بي سي").
LEFT_OUT = frozenset(("ja", "zh", "zh-Hant", "th", "ar", "he", "und"))
_VERSE = 45  # code points; in a shorter line a doubled word may be a cry or a song
BEFORE_FIRST = "'’-–—"  # "s'il nous nous", "peu-à peu": the word is only a part of a longer one


@record(kw_only=True)
class RepeatedWord:
    """Parameters: none; the words that may be doubled stand in a table."""


@record
class _Twice:
    """Words that stand twice; articles, prepositions and conjunctions are sure."""

    sure: frozenset[str]
    doubtful: frozenset[str]
    allowed: frozenset[str]
    only_sure: bool
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each doubled word; its span is both words."""
        del places
        for span in facts.shared(doubles):
            word = facts.lower[span.start : span.start + len(span) // 2]
            if passage.start <= span.start < passage.end and self._counts(word, span, passage):
                yield self._match(passage.text, word, span)

    def _counts(self, word: str, span: Span, passage: Passage) -> bool:
        if word in self.allowed or (self.only_sure and word not in self.sure) or not _WORD.fullmatch(word):
            return False
        if "\uac00" <= word[-1] <= "\ud7a3" and word[-1] not in _ENDINGS:
            return False
        text = passage.text
        first, gap = text[span.start : span.start + len(word)], text[span.start + len(word)]
        second = text[span.end - len(word) : span.end]
        if MASK in text[span.start : span.end] or (span.start and text[span.start - 1] in BEFORE_FIRST):
            return False
        if second[:1].isupper() or first.isupper():
            return False  # a name (Duran Duran), a title and its first word, or a code
        if gap == "\n" and not first.islower():
            return False
        return not is_cry(text, span, word)

    def _match(self, text: str, word: str, span: Span) -> Match:
        edit = Edit(Span(span.start + len(word), span.end), "")
        sure = word in self.sure and text[span.start + len(word)] == " "
        fix = Fix((edit,), Safety.SAFE if sure else Safety.UNSAFE, "delete the second one")
        confidence = Confidence.MEDIUM if word in self.doubtful else Confidence.HIGH
        return Match(span, (fix,), confidence, (("word", text[span.start : span.start + len(word)]),))


def doubles(facts: Facts) -> tuple[Span, ...]:
    """Return where words stand twice, whatever their case; a line break counts as a space."""
    text = facts.lower.replace("\n", " ")
    return tuple(Span(found.start(1), found.end()) for found in re.compile(_TWICE).finditer(text))


def is_cry(text: str, span: Span, word: str) -> bool:
    """True in songs and cries: a short line, or the word three times."""
    start = text.rfind("\n", max(0, span.start - _VERSE), span.start) + 1
    start = start or max(0, span.start - _VERSE)
    end = text.find("\n", span.end, span.end + _VERSE)
    end = min(len(text), span.end + _VERSE) if end < 0 else end
    after = text[span.end : span.end + len(word) + 2].strip(" ,").lower()
    before = text[max(0, span.start - len(word) - 2) : span.start].strip(" ,").lower()
    return word in (before, after) or (end - start < _VERSE and text[end - 1 : end] not in (".", "?"))


def _build(params: RepeatedWord, setting: Setting) -> Detector | None:
    del params
    if setting.language in LEFT_OUT:
        return None
    rows = setting.table(_TABLE) or ()
    listed = {w for row in rows if row[0] in (EVERY_LANGUAGE, setting.language) for w in row[1].split()}
    heads = heads_of(setting)
    doubled = setting.conventions.doubled if setting.conventions else ()
    doubtful = heads.intersection(doubled) - listed  # “in in” may be right, and is a fault far more often
    allowed = listed.union(doubled) - doubtful
    return _Twice(heads - allowed - doubtful, doubtful, frozenset(allowed), setting.language in REDUPLICATING)


REPEATED_WORD = Kind("repeated-word", RepeatedWord, _build)
