"""The words of a document that begin with a capital: where names can be, at the cost of one fast pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.facts import Facts

_FIRST, _LAST = 0x41, 0x530  # Latin, Greek, Cyrillic
_LETTERS = "0-9A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ԯ"


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern. ``re`` takes a class of letters 20 times as fast as ``regex``, which names findings."""
    capitals = "".join(letter for letter in map(chr, range(_FIRST, _LAST)) if letter.isupper() or letter.istitle())
    return re.compile(f"[{capitals}][{_LETTERS}]*")


def capital_words(facts: Facts) -> frozenset[str]:
    """Return the words from a capital on: ``Welt``, and ``Phone`` from ``iPhone``. For ``Facts.shared``."""
    return frozenset(_pattern().findall(facts.view))


def words_in(text: str) -> list[str]:
    """Return the words of a text from a capital on, in order."""
    return _pattern().findall(text)


def places_of(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Yield where a word stands as a whole between ``start`` and ``end``."""
    size = len(word)
    at = text.find(word, start, end)
    while at >= 0:
        stop = at + size
        if not text[at - 1 : at].isalnum() and not text[stop : stop + 1].isalnum():
            yield at
        at = text.find(word, stop, end)
