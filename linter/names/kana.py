"""The sounds of names in katakana and in Latin letters, rough enough to tell that two are one name."""

from __future__ import annotations

import regex

from linter.lazy import lazy

_ROWS = {
    "カキクケコ": "k", "ガギグゲゴ": "g", "サシスセソ": "s", "ザジズゼゾ": "z", "タチツテト": "t", "ダヂヅデド": "d",
    "ナニヌネノン": "n", "バビブベボヴ": "b", "パピプペポ": "p", "マミムメモ": "m", "ラリルレロ": "r", "フ": "f",
}  # fmt: skip
_CONSONANTS = {kana: sound for row, sound in _ROWS.items() for kana in row}
_LATIN = (
    ("ph", "f"), ("sch", "s"), ("sh", "s"), ("ch", "t"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("l", "r"),
    ("v", "b"), ("j", "z"),
)  # fmt: skip
_SOFT_C = lazy(r"c(?=[eiy])")
_DOUBLE = lazy(r"(.)\1+")
KATAKANA = lazy(r"[\p{Katakana}ー]+")


def kana_sounds(name: str) -> str:
    """Return the consonants of a name in katakana.

    >>> kana_sounds("アルトマン"), kana_sounds("ナデラ")
    ('rtmn', 'ndr')
    """
    return _DOUBLE.sub(r"\1", "".join(_CONSONANTS.get(kana, "") for kana in name))


def latin_sounds(name: str) -> str:
    """Return the consonants of a name in Latin letters as katakana would have them.

    >>> latin_sounds("Altman"), latin_sounds("Nadella"), latin_sounds("Brockman")
    ('rtmn', 'ndr', 'brkmn')
    """
    text = _SOFT_C.sub("s", "".join(letter for letter in name.lower() if letter.isalpha()))
    text = regex.sub(r"r(?![aeiouy])", "", text)
    for letters, sound in _LATIN:
        text = text.replace(letters, sound)
    return _DOUBLE.sub(r"\1", regex.sub(r"[aeiouyhw]", "", text.replace("c", "k")))


_SMALL = str.maketrans("", "", "ァィゥェォャュョッー")


def kana_core(name: str) -> str:
    """Return a name in katakana without what transcriptions differ in: small kana and long vowels.

    >>> kana_core("シアー") == kana_core("シェア"), kana_core("ヴァレンタイン") == kana_core("バレンタイン")
    (True, True)
    """
    return name.replace("ヴァ", "バ").replace("ヴ", "ブ").translate(_SMALL)
