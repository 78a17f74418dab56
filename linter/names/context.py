"""What stands around a form, and how much it proves that the form is a name.

Offsets are code points of the passage's text. A proof has a weight: 4 is as good as certain, 2 is a good
reason, 1 is none by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from linter.facts import lowered
from linter.lazy import lazy
from linter.names.articles import heads
from linter.record import record
from linter.types import EVERY_LANGUAGE, Span

CERTAIN, GOOD, WEAK = 4, 2, 1
_BEFORE = 90  # code points before a form that are looked at
_AFTER = 48
_SHORTEST_TRIGGER = 4
_OPENERS = ' \t\N{NO-BREAK SPACE}"“”„«»‹›‘「『《〈*_('
_CLOSERS = ' \N{NO-BREAK SPACE}"”“»›」』》*_'
_UNSPACED = frozenset({"ja", "zh", "zh-Hant", "ko"})
_GROUP_KEYS = ("company", "product", "work", "place", "person")
_LABEL_END = lazy(r"[\"'“”»«’*_」』》]?\s*(?:$|[.,;)\]|/(\[（【·•–—-]|(?:e|und|and|et|y|i|и|och|og|en|a|ve)\s|&)")
_WORD = lazy(r"[\p{L}\p{M}\p{N}’'-]+")
_NO_CAPITALS = frozenset({"de", "lb", "ja", "zh", "ko", "zh-Hant", "ar", "he", "hi", "th"})
_STARTS = ".!?:;…\"“”«»„‘'(•–—-*·|>[>#/\ufffc।。"
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


class Place(NamedTuple):
    """A form in its line: what stands before and after it there."""

    before: str
    form: str
    after: str
    start: int

    @property
    def previous(self) -> str:
        """The word right before the form, empty after a mark or at the start of the line."""
        words = _WORD.findall(self.before[-40:])
        return words[-1] if words and self.before.rstrip().endswith(words[-1]) else ""


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


def place_of(text: str, start: int, end: int) -> Place:
    """Return a form with what stands around it on its line."""
    line = max(text.rfind("\n", max(0, start - _BEFORE), start) + 1, start - _BEFORE, 0)
    stop = text.find("\n", end, end + _AFTER)
    return Place(text[line:start], text[start:end], text[end : end + _AFTER if stop < 0 else stop], start)


def is_whole(text: str, start: int, end: int, *, spaced: bool) -> bool:
    """True if no letter or digit touches the form; where words are not spaced, any place is."""
    if not spaced:
        return True
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


def begins_sentence(before: str) -> bool:
    """True if the form may stand at the start of a sentence, so that its capital proves nothing."""
    head = before.rstrip()
    return not head or head[-1] in _STARTS or not (head[-1].isalnum() or head[-1] in ",’'")


def unexplained_capital(place: Place) -> bool:
    """True if the form stands in mid-sentence between words in lower case."""
    if begins_sentence(place.before):
        return False
    words = _WORD.findall(place.before)
    if not words or words[-1][:1].isupper() or words[-1][-1:].isdigit():
        return False
    if len(words) > 1 and len(words[-1]) <= 5 and words[-2][:1].isupper() and not place.before.rstrip().endswith(","):
        return len(words) == 2 or begins_sentence(place.before[: place.before.rfind(words[-2])])
    return not _is_title(place)


def _is_title(place: Place) -> bool:
    """True if most longer words around the form have capitals."""
    words = [word for word in _WORD.findall(place.before + " " + place.after) if len(word) > 3]
    return len(words) >= 3 and 2 * sum(word[:1].isupper() for word in words) > len(words)


def abbreviates(after: str, name: str) -> bool:
    """True if the initials of a name follow in brackets: they were kept, and the words were not."""
    initials = "".join(word[:1] for word in name.split() if word[:1].isupper())
    return len(initials) > 1 and after.startswith((f" ({initials})", f" ({initials}s)"))


def is_own_sentence(place: Place) -> bool:
    """True if a form stands between two full stops, alone."""
    return place.before.rstrip()[-1:] in (".", "!", "?") and place.after[:1] in (".", "!")


def continues(after: str) -> bool:
    """True if a capitalised word or a hyphen follows: the form is a part of something longer."""
    if after[:1] in "-‑&@":
        return True
    return bool(after[:1] == " " and after[1:2].isupper()) or bool(regex.match(r"\s(?:&|\d)", after))


def contexts_for(rows: Sequence[Mapping[str, object]], language: str) -> Contexts:
    """Return the words of a language, with the labels of every language."""
    own = next((row for row in rows if row.get("language") == language), {})
    shared = next((row for row in rows if row.get("language") == EVERY_LANGUAGE), {})
    labels = (*_list(own, "labels"), *_list(shared, "labels"))
    spaced = language not in _UNSPACED
    about = own.get("about")
    pairs = [tuple(map(str, pair)) for pair in about] if isinstance(about, list) else []
    return Contexts(
        language,
        Phrases(labels),
        Phrases(_list(own, "before"), spaced=spaced),
        Phrases(_list(own, "after"), spaced=spaced),
        {group: Phrases(words, spaced=spaced) for group in _GROUP_KEYS if (words := _list(own, group))},
        tuple((Phrases((left,)), Phrases((right,)) if right else None) for left, right in pairs),
        frozenset(_list(own, "speakers")),
        tuple(f" {head.text}" for head in heads(language)),
    )


def _list(row: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = row.get(key)
    return tuple(str(each) for each in value) if isinstance(value, list) else ()


@lru_cache(maxsize=4096)
def mentions(name: str) -> regex.Pattern[str]:
    """Return a pattern that finds a name as a whole."""
    return lazy(rf"(?<![\p{{L}}\p{{N}}]){regex.escape(name)}(?![\p{{L}}\p{{N}}])")


def triggers(rows: Sequence[Mapping[str, object]], language: str, *, spaced: bool) -> Iterable[str]:
    """Yield what a name stands right after in a language: labels with their colon, words of reporting."""
    own = next((row for row in rows if row.get("language") == language), {})
    shared = next((row for row in rows if row.get("language") == EVERY_LANGUAGE), {})
    for label in (*_list(own, "labels"), *_list(shared, "labels")):
        yield from (f"{label}:", f"{label} :", f"{label}：")
    if spaced:
        yield from (words for words in _list(own, "before") if len(words) >= _SHORTEST_TRIGGER)
        for group in ("company", "product", "work"):
            yield from (words for words in _list(own, group) if " " in words)
        about = own.get("about")
        yield from (str(pair[0]) for pair in about if len(str(pair[0])) > 3) if isinstance(about, list) else ()


def brackets(rows: Sequence[Mapping[str, object]], language: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and after something that is talked about ("mit … beschäftigt")."""
    about = next((row for row in rows if row.get("language") == language), {}).get("about")
    for pair in about if isinstance(about, list) else []:
        if len(pair) == 2 and pair[1]:
            yield str(pair[0]), str(pair[1])
