"""What stands around a form, and how much it proves that the form is a name.

Offsets are code points of the passage's text. A proof has a weight: 4 is as good as certain, 2 is a good
reason, 1 is none by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from linter.facts import lowered
from linter.lazy import lazy
from linter.names.articles import heads
from linter.names.place import WORD, Place
from linter.record import record
from linter.types import EVERY_LANGUAGE, Span

CERTAIN, GOOD, WEAK = 4, 2, 1
_LONGEST_WORD = 28
_SHORTEST_TRIGGER = 4
_OPENERS = ' \t\N{NO-BREAK SPACE}"“”„«»‹›‘「『《〈*_('
_CLOSERS = ' \N{NO-BREAK SPACE}"”“»›」』》*_'
_UNSPACED = frozenset({"ja", "zh", "zh-Hant", "ko"})
_GROUP_KEYS = ("company", "product", "work", "place", "person")
_LABEL_END = lazy(r"[\"'“”»«’*_」』》]?\s*(?:$|[.,;)\]|/(\[（【·•–—-]|(?:e|und|and|et|y|i|и|och|og|en|a|ve)\s|&)")
_LAST_WORD = lazy(r"[\p{L}\p{M}\p{N}]+$")
_NO_CAPITALS = frozenset({"de", "lb", "ja", "zh", "ko", "zh-Hant", "ar", "he", "hi", "th"})
_GROUPS = {
    "outlet": ("company", "product"),
    "company": ("company",),
    "organisation": ("company",),
    "product": ("product", "company"),
    "software": ("product",),
    "app": ("product", "work", "company"),
    "game": ("work", "product"),
    "film": ("work",),
    "series": ("work",),
    "place": ("place",),
    "person": ("person",),
    "any": ("company", "product", "work", "place", "person"),
}


class Proof(NamedTuple):
    """One reason to take a form for a name; ``span`` is where it stands, if it stands somewhere."""

    text: str
    weight: int
    span: Span | None = None
    is_reporting: bool = False


@record
class Phrases:
    """Words that touch a form. ``spaced``: no letter may stand at their other side."""

    words: tuple[str, ...] = ()
    spaced: bool = True

    def end_of(self, text: str) -> str:
        """Return the longest of the words that a text in lower case ends with, empty if there is none."""
        if not text.endswith(self.words):
            return ""
        found = [
            word for word in self.words if text.endswith(word) and self._is_free(text[-len(word) - 1 : -len(word)])
        ]
        return max(found, key=len, default="")

    def start_of(self, text: str) -> str:
        """Return the longest of the words that a text in lower case starts with, empty if there is none."""
        if not text.startswith(self.words):
            return ""
        found = [
            word for word in self.words if text.startswith(word) and self._is_free(text[len(word) : len(word) + 1])
        ]
        return max(found, key=len, default="")

    def _is_free(self, neighbour: str) -> bool:
        return not self.spaced or not neighbour.isalnum()


@record
class Contexts:
    """The words of one language that show a name."""

    language: str
    label: Phrases
    before: Phrases
    after: Phrases
    kinds: Mapping[str, Phrases]
    about: tuple[tuple[Phrases, Phrases | None], ...]
    speakers: frozenset[str]
    article_ends: tuple[str, ...]
    behind: Phrases
    heads: tuple[str, ...]  # what may stand before a name
    ends: frozenset[str]  # the last words of that, none where words are not spaced
    starts: frozenset[str]  # the first words of what may follow a name

    def may_hold(self, text: str, span: Span) -> bool:
        """False if neither a label nor a word of these stands beside a span, nor a capital needs a reason."""
        head = text[max(0, span.start - _LONGEST_WORD) : span.start].rstrip(_OPENERS)
        last = head[-1:]
        if last in (":", "："):
            return True
        if not self.ends:
            tail = lowered(text[span.end : span.end + _LONGEST_WORD]).lstrip(_CLOSERS)
            return lowered(head).endswith(self.heads) or tail.startswith(self.after.words)
        if last.isalnum():
            if self.has_capitals:
                return True
            word = _LAST_WORD.search(head)
            if word is not None and lowered(word[0]) in self.ends:
                return True
        elif last in (",", "’", "'") and self.has_capitals:
            return True
        first = WORD.match(text[span.end : span.end + _LONGEST_WORD].lstrip(_CLOSERS))
        return first is not None and lowered(first[0]) in self.starts

    @property
    def has_capitals(self) -> bool:
        """True if a capital in mid-sentence marks a name in this language."""
        return self.language not in _NO_CAPITALS

    def is_labelled(self, place: Place) -> bool:
        """True if a label such as ``Quelle:`` stands before the form and nothing more follows in its segment."""
        head = place.before.rstrip(_OPENERS)
        if not head.endswith((":", "：")):
            return False
        label = lowered(head[:-1].rstrip())
        return bool(self.label.end_of(label)) and bool(_LABEL_END.match(place.after))

    def reports(self, place: Place) -> str:
        """Return the words of reporting that touch the form, empty if there are none."""
        return self.before.end_of(_head(place)) or self.after.start_of(lowered(place.after).lstrip(_CLOSERS))

    def introduces(self, place: Place, kind: str) -> str:
        """Return the words before the form that introduce a name of its kind ("CEO von"), empty if none."""
        head = _head(place)
        words = (self.kinds[group].end_of(head) for group in _GROUPS.get(kind, ()) if group in self.kinds)
        return next(filter(None, words), "")

    def talks_about(self, place: Place) -> str:
        """Return the words around the form that talk about something, empty if there are none."""
        head, tail = _head(place), lowered(place.after).lstrip()
        for left, right in self.about:
            one = left.end_of(head)
            if one and right is None:
                return one
            if one and right is not None and (other := right.start_of(tail)):
                return f"{one} … {other}"
        return ""


def _head(place: Place) -> str:
    """What stands before a form in lower case, without the space and the quotation mark between."""
    return lowered(place.before.rstrip(_OPENERS))


def contexts_for(rows: Sequence[Mapping[str, object]], language: str) -> Contexts:
    """Return the words of a language, with the labels of every language."""
    own = next((row for row in rows if row.get("language") == language), {})
    shared = next((row for row in rows if row.get("language") == EVERY_LANGUAGE), {})
    labels = (*_list(own, "labels"), *_list(shared, "labels"))
    spaced = language not in _UNSPACED
    about = own.get("about")
    pairs = [tuple(map(str, pair)) for pair in about] if isinstance(about, list) else []
    kinds = {group: words for group in _GROUP_KEYS if (words := _list(own, group))}
    before = [
        *_list(own, "before"),
        *(word for words in kinds.values() for word in words),
        *(pair[0] for pair in pairs),
    ]
    return Contexts(
        language,
        Phrases(labels),
        Phrases(_list(own, "before"), spaced=spaced),
        Phrases(_list(own, "after"), spaced=spaced),
        {group: Phrases(words, spaced=spaced) for group, words in kinds.items()},
        tuple((Phrases((left,)), Phrases((right,)) if right else None) for left, right in pairs),
        frozenset(_list(own, "speakers")),
        tuple(f" {head.text}" for head in heads(language)),
        Phrases(_list(own, "behind"), spaced=spaced),
        tuple(before),
        frozenset(found[0] for words in before if spaced and (found := _LAST_WORD.search(words))),
        frozenset(found[0] for words in _list(own, "after") if spaced and (found := WORD.match(words))),
    )


def _list(row: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = row.get(key)
    return tuple(str(each) for each in value) if isinstance(value, list) else ()


@lru_cache(maxsize=4096)
def mentions(name: str) -> regex.Pattern[str]:
    """Return a pattern that finds a name as a whole."""
    return lazy(rf"(?<![\p{{L}}\p{{N}}]){regex.escape(name)}(?![\p{{L}}\p{{N}}])")
