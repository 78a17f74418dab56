"""Names translated word by word that no list has as a whole: the words lead back to a known name.

Looks after labels and words of reporting, and around words that translation keeps (``Mojang-Ateliers``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.names_forms import judge_for
from linter.facts import Facts, lowered
from linter.names import context, phrases
from linter.names.finder import Finder, Seen
from linter.names.index import NameIndex, lexicon_names, word_pairs
from linter.names.words import Words, pieces, singular
from linter.record import record
from linter.types import Match, Passage, Span

_UNSPACED = frozenset({"ja", "zh"})
_SHORTEST_ANCHOR = 5


@record
class NameWords:
    """No parameters: the lexicon, the dictionary and the contexts are tables."""


Brackets = Mapping[str, Sequence[str]]  # by the last word, the words that may stand before what is talked about


class WordByWord:
    """Finds phrases that translate back to a known name."""

    line_keys: tuple[str, ...] = ()

    def __init__(
        self, literals: Sequence[str], *, anchors: int, finder: Finder, brackets: Brackets | None = None
    ) -> None:
        self.literals = tuple(literals)
        self._anchors, self._finder = anchors, finder
        self._brackets = {literal: tuple(heads) for literal, heads in (brackets or {}).items()}

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the phrases at the triggers that a known name was translated to."""
        del facts
        seen: Seen = {}
        done = 0
        for start, end, which in places:
            if start >= done and self._may_be_one(passage.text, start, end, which):
                anchor = self.literals[which] if which < self._anchors else ""
                match = first_match(
                    self._finder, passage.text, self._spans(passage.text, start, end, which), seen, anchor
                )
                if match is not None:
                    yield match
                    done = max(done, match.span.end)

    def _may_be_one(self, text: str, start: int, end: int, which: int) -> bool:
        """True if a trigger is a whole word, and what is kept of a name has its capital."""
        if which < self._anchors and not text[start].isupper():
            return False
        return context.is_whole(text, start, end, spaced=self._finder.is_spaced)

    def _spans(self, text: str, start: int, end: int, which: int) -> Iterator[Span]:
        if which < self._anchors:
            return phrases.around(text, start, end, self._finder.fits)
        heads = self._brackets.get(self.literals[which], ())
        return chain(phrases.between(text, heads, start), spans_after(text, end, self._finder))


def spans_after(text: str, end: int, finder: Finder) -> Iterator[Span]:
    """Yield the phrases right after a label or words of reporting that end at ``end``, the longest first."""
    has_capital = text[end + 1 : end + 3].strip("“«„").istitle()
    if has_capital or text[end - 1] in ":：" or not finder.judge.contexts.has_capitals:
        yield from phrases.after(text, end, finder.fits, spaced=finder.is_spaced)


def first_match(finder: Finder, text: str, spans: Iterable[Span], seen: Seen, anchor: str = "") -> Match | None:
    """Return the match of the first span that is a translated name."""
    for span in spans:
        match = finder.match(text, span, seen, anchor=anchor)
        if match is not None:
            return match
    return None


def ordinary_words(setting: Setting) -> frozenset[str]:
    """Return the English words of the dictionary, in the singular."""
    return frozenset(singular(row[0]) for row in setting.table("names/_words")[1:])


def _anchors(setting: Setting) -> list[str]:
    """Return the words of names that no dictionary translates, in names with a word that it does."""
    ordinary = ordinary_words(setting)
    found: set[str] = set()
    for name in lexicon_names(setting.table("names/_lexicon")):
        if name.kind != "person":
            words = [singular(piece) for token in name.text.split() for piece in (lowered(token), *pieces(token))]
            strange = [word for word in words if word not in ordinary and len(word) >= _SHORTEST_ANCHOR]
            if len(strange) < len(words):
                found.update(strange)
    return sorted(found)


def finder_for(setting: Setting, index: NameIndex, *, trust: int = 0) -> Finder:
    """Return what looks phrases of a setting's language up in an index."""
    own = word_pairs(setting.table("names/_lexicon"), setting.language)
    words = Words(setting.table("names/_words"), setting.language, own)
    return Finder(judge_for(setting), words, index, trust=trust)


def brackets_of(setting: Setting) -> dict[str, list[str]]:
    """Return what stands around something that is talked about, by the last word."""
    found: dict[str, list[str]] = {}
    for left, right in context.brackets(setting.table("names/_context"), setting.language):
        found.setdefault(lowered(right), []).append(left)
    return found


def _build(params: NameWords, setting: Setting) -> Detector | None:
    del params
    language = setting.language
    head = setting.table("names/_words")[0]
    if language not in head:
        return None
    anchors = _anchors(setting)
    spaced = language not in _UNSPACED
    triggers = {lowered(text) for text in context.triggers(setting.table("names/_context"), language, spaced=spaced)}
    brackets = brackets_of(setting)
    return WordByWord(
        [*anchors, *sorted({*triggers, *brackets} - set(anchors))],
        anchors=len(anchors),
        brackets=brackets,
        finder=finder_for(setting, NameIndex(lexicon_names(setting.table("names/_lexicon")), ordinary_words(setting))),
    )


NAME_WORDS = Kind("name-words", NameWords, _build)
