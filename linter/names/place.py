"""A form in its line, and what the line itself tells: whole words, sentence starts, capitals.

Offsets are code points of the passage's text.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from linter.lazy import lazy

_BEFORE = 90  # code points before a form that are looked at
_AFTER = 48
WORD = lazy(r"[\p{L}\p{M}\p{N}’'-]+")
_STARTS = ".!?:;…\"“”«»„‘'(•–—-*·|>[>#/\ufffc।。"


class Place(NamedTuple):
    """A form in its line: what stands before and after it there."""

    before: str
    form: str
    after: str
    start: int

    @property
    def previous(self) -> str:
        """The word right before the form, empty after a mark or at the start of the line."""
        words = WORD.findall(self.before[-40:])
        return words[-1] if words and self.before.rstrip().endswith(words[-1]) else ""


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
    words = WORD.findall(place.before)
    if not words or words[-1][:1].isupper() or words[-1][-1:].isdigit():
        return False
    if len(words) > 1 and len(words[-1]) <= 5 and words[-2][:1].isupper() and not place.before.rstrip().endswith(","):
        return len(words) == 2 or begins_sentence(place.before[: place.before.rfind(words[-2])])
    return not _is_title(place)


def _is_title(place: Place) -> bool:
    """True if most longer words around the form have capitals."""
    words = [word for word in WORD.findall(place.before + " " + place.after) if len(word) > 3]
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
