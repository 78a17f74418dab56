"""Whether two words are one name, spelt in two ways, or one word in two cases."""

from __future__ import annotations

import unicodedata

_SHORTEST = 4
_GENITIVES = ("s", "es", "'s", "’s", "en", "n", "e")
_GENITIVE_ONLY = frozenset({"de", "nl", "sv", "da", "nb", "en"})
_NO_CASES = frozenset({"fr", "it", "es", "pt", "ca", "ja", "zh", "ko", "vi", "id"})
_CASE_ENDING = 4  # letters at the end of a word that cases change


def is_misspelt(one: str, other: str) -> bool:
    """True if two words of four letters or more differ in one letter, or one lacks up to two at its end.

    >>> is_misspelt("Murat", "Murati"), is_misspelt("Pachoki", "Pachocki"), is_misspelt("Smith", "Jones")
    (True, True, False)
    """
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0] or one == other:
        return False
    if abs(len(one) - len(other)) > 2 or _plain(one) == _plain(other):
        return False
    short, long = sorted((one, other), key=len)
    return long.startswith(short) if len(long) - len(short) == 2 else _is_one_edit(short, long)


def _plain(word: str) -> str:
    """A word without accents, which languages write and leave out."""
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def _is_one_edit(short: str, long: str) -> bool:
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        swapped = short[at + 2 :] == long[at + 2 :] and short[at : at + 2] == long[at : at + 2][::-1]
        return short[at + 1 :] == long[at + 1 :] or swapped
    return short[at:] == long[at + 1 :]


def is_inflected(one: str, other: str, language: str) -> bool:
    """True if two words may be cases of one name in a language.

    >>> is_inflected("Merkel", "Merkels", "de"), is_inflected("Murat", "Murati", "de")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    if language in _NO_CASES:
        return False
    if language in _GENITIVE_ONLY:
        return long.startswith(short) and long[len(short) :] in _GENITIVES
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(short))
    return len(long) - same <= _CASE_ENDING
