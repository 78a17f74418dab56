"""Names translated word by word that no list has as a whole: the words lead back to a known name.

Looks after labels and words of reporting or around words that translation keeps (``Mojang-Ateliers``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.names_forms import judge_for
from linter.facts import Facts, lowered
from linter.lazy import lazy
from linter.names import phrases
from linter.names.capitals import capital_words, places_of, words_in
from linter.names.context import GOOD, Proof
from linter.names.finder import Finder, Seen
from linter.names.index import NameIndex, lexicon_names, word_pairs
from linter.names.keys import singular
from linter.names.triggers import Triggers, triggers_in
from linter.names.words import Words
from linter.record import record
from linter.types import Match, Passage, Span

_UNSPACED = frozenset({"ja", "zh"})
_SHORTEST_ANCHOR = 5
_ARTICLES = frozenset({"A", "An", "The"})
_HYPHENATED = lazy(r"\p{Lu}[\p{L}\p{M}]*(?:-\p{Lu}[\p{L}\p{M}]*)+")
_HYPHEN = lazy("-")
_MADE = frozenset({"product", "software", "app"})
_MAKER = 3  # so many products have the word of a company ("Google Lens")
_KEPT_KINDS = frozenset({"company", "product", "software", "app", "game", "outlet"})


@record
class NameWords:
    """Parameters: ``kept``: look around words that translation keeps, not after labels and words of reporting."""

    kept: bool = False


class WordByWord:
    """Finds phrases at labels and words of reporting that translate back to a known name."""

    line_keys: tuple[str, ...] = ()

    def __init__(self, triggers: Triggers, finder: Finder) -> None:
        self._triggers, self._finder = triggers, finder
        self.literals = triggers.literals

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the phrases at the triggers that a known name was translated to."""
        del facts
        text, finder, seen = passage.text, self._finder, Seen()
        done = 0
        for start, end, which in places:
            if start >= done:
                spans = self._triggers.spans(text, start, end, self.literals[which], finder)
                match = first_match(finder, text, spans, seen)
                if match is not None:
                    yield match
                    done = max(done, match.span.end)


class KeptWord:
    """Finds phrases around a word that only names have, and that translation kept (``Mojang-Ateliers``)."""

    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def __init__(self, anchors: Iterable[str], finder: Finder) -> None:
        self._anchors, self._finder = "\n".join(anchors), finder

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._anchors.split("\n"))

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the phrases around the words that a known name was translated to."""
        del places
        text, finder, seen = passage.text, self._finder, Seen()
        for word in sorted(facts.shared(capital_words) & self._words):
            for at in places_of(text, word, passage.start, passage.end):
                if self._has_company(text, at, at + len(word)):
                    spans = phrases.around(text, at, at + len(word), finder)
                    match = first_match(finder, text, spans, seen, lowered(word))
                    if match is not None:
                        yield match
        yield from self._after_articles(passage, facts.shared(capital_words), seen)

    def _after_articles(self, passage: Passage, words: Set[str], seen: Seen) -> Iterator[Match]:
        """Yield compounds with hyphens behind an English article that begin with a translated name."""
        text = passage.text
        for article in _ARTICLES & words:
            for at in places_of(text, article, passage.start, passage.end):
                start = at + len(article) + 1
                compound = _HYPHENATED.match(text, start)
                if compound and text[start - 1] == " ":
                    ends = [place.start() for place in _HYPHEN.finditer(text, start, compound.end())]
                    spans = [Span(start, end) for end in (compound.end(), *reversed(ends[1:]))]
                    proofs = (Proof(f"the English article “{article}” before it", GOOD),)
                    match = first_match(self._finder, text, spans, seen, own=proofs)
                    if match is not None:
                        yield match

    def _has_company(self, text: str, start: int, end: int) -> bool:
        """True if a hyphen, a word with a capital or a small word stands beside a word: what most places lack."""
        if text[end : end + 1] == "-" or (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()):
            return True
        if text[start - 1 : start] != " ":
            return text[start - 1 : start] == "-"
        before = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
        return before[:1].isupper() or self._finder.words.is_small(before)


def first_match(
    finder: Finder, text: str, spans: Iterable[Span], seen: Seen, anchor: str = "", own: Sequence[Proof] = ()
) -> Match | None:
    """Return the match of the first span that is a translated name."""
    for span in spans:
        match = finder.match(text, span, seen, anchor=anchor, own=own)
        if match is not None:
            return match
    return None


def ordinary_words(setting: Setting) -> frozenset[str]:
    """Return the English words of the dictionary, in the singular."""
    return frozenset(singular(row[0]) for row in setting.table("names/_words")[1:])


def _anchors(setting: Setting) -> list[str]:
    """Return the words of names that no dictionary translates, in names with a word that it does.

    A city, a person or a team stands beside too many other words to say anything.
    """
    names = list(lexicon_names(setting.table("names/_lexicon")))
    makers = Counter(word for name in names if name.kind in _MADE for word in words_in(name.text))
    others = {word for name in names if name.kind not in _KEPT_KINDS for word in words_in(name.text)}
    others = {word for word in others if makers[word] < _MAKER}
    ordinary, given = ordinary_words(setting), {row[0] for row in setting.table("names/_given")}
    found: set[str] = set()
    for name in names:
        words = words_in(name.text)
        strange = [word for word in words if singular(lowered(word)) not in ordinary]
        if len(strange) < len(words):
            found.update(word for word in strange if len(word) >= _SHORTEST_ANCHOR)
    return sorted(found - others - given)


def finder_for(setting: Setting, index: NameIndex, *, trust: int = 0) -> Finder:
    """Return what looks phrases of a setting's language up in an index."""
    return Finder(judge_for(setting), words_of(setting), index, trust=trust)


def words_of(setting: Setting) -> Words:
    """Return the dictionary of a setting's language, with the words that the lexicon adds."""
    own = word_pairs(setting.table("names/_lexicon"), setting.language)
    return Words(setting.table("names/_words"), setting.language, own)


def _build(params: NameWords, setting: Setting) -> Detector | None:
    language = setting.language
    if language not in setting.table("names/_words")[0]:
        return None
    finder = finder_for(setting, NameIndex(lexicon_names(setting.table("names/_lexicon")), ordinary_words(setting)))
    if params.kept:
        return KeptWord(_anchors(setting), finder)
    return WordByWord(triggers_in(setting.table("names/_context"), language), finder)


NAME_WORDS = Kind("name-words", NameWords, _build)
