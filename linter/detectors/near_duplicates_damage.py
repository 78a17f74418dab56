"""Which of two copies is the damaged one: the right one must never go.

The copy whose detail was translated into the language of the document is the damaged one, and so is
the copy whose casing the rest of the document does not share.
"""

from __future__ import annotations

import regex

from linter.detectors.near_duplicates_compare import Difference, Pair
from linter.lazy import lazy
from linter.types import Span

# Articles that open a translated name ("der Rand", "Les temps de New York"); written for this project.
_ARTICLES = {
    "de": "der die das den dem",
    "fr": "le la les un une",
    "it": "il lo la i gli le un una",
    "es": "el la los las un una",
    "pt": "o a os as um uma",
    "nl": "de het een",
    "sv": "en ett den det",
    "da": "en et den det",
    "nb": "en et den det",
    "ca": "el la els les un una",
    "ro": "un o",
    "hu": "a az egy",
    "el": "ο η το οι τα",
    "en": "the a an",
}
_NEAR = 10_000  # code points looked at on each side for the right name
_LATIN = lazy(r"\p{Latin}")
_OTHER_SCRIPT = lazy(r"[\p{L}--\p{Latin}]", regex.VERSION1)
_WORDS = lazy(r"[\p{L}\p{M}]+(?:['’.-][\p{L}\p{M}]+)*")


def damaged_copy(pair: Pair, found: Difference, text: str, language: str) -> Span | None:
    """Return the span of the damaged copy, None if it cannot be told."""
    here, there = (text[span.start : span.end] for span in (found.first, found.second))
    if found.kind in ("end-mark", "lost-word"):
        return pair.first if len(here) < len(there) else pair.second
    outside = text[max(0, pair.first.start - _NEAR) : pair.first.start]
    outside += "\n" + text[pair.second.end : pair.second.end + _NEAR]
    first_known, second_known = _stands(here, outside), _stands(there, outside)
    if first_known != second_known:
        return pair.second if first_known else pair.first
    if found.kind != "credit":
        return None
    first, second = _is_translated(here, there, language), _is_translated(there, here, language)
    if first == second:
        return None
    return pair.first if first else pair.second


def _stands(part: str, text: str) -> bool:
    part = part.strip(" \t.,;:!?…")
    found = text.find(part) if part else -1
    while found >= 0:
        end = found + len(part)
        if not text[max(0, found - 1) : found].isalnum() and not text[end : end + 1].isalnum():
            return True
        found = text.find(part, end)
    return False


def _is_translated(name: str, other: str, language: str) -> bool:
    """True if a credit looks translated into the language next to the other credit."""
    if _OTHER_SCRIPT.search(name) and not _OTHER_SCRIPT.search(other) and _LATIN.search(other):
        return True
    words, others = _WORDS.findall(name), _WORDS.findall(other)
    if not words or not others:
        return False
    articles = _ARTICLES.get(language, "").split()
    if words[0].lower() in articles and others[0].lower() not in articles:
        return True
    return name == name.lower() and all(word[:1].isupper() for word in others)
