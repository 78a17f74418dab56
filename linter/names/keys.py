"""What identifies a name whatever the order and number of its words."""

from __future__ import annotations

from linter.facts import lowered
from linter.lazy import lazy

_PIECES = lazy(r"\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})|\p{Lo}[\p{Lo}\p{M}]*|\p{N}+")
_POSSESSIVE = lazy(r"['’]s\b|['’](?=t\b)")
_ENGLISH_STOPS = frozenset({"the", "of", "and", "a", "an", "for", "in", "on", "to", "by", "with"})


def singular(word: str) -> str:
    """Return the key of an English word in lower case.

    >>> singular("times"), singular("news"), singular("press"), singular("stories")
    ('time', 'news', 'press', 'story')
    """
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "news")):
        return word
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 5 else word[:-1]


def pieces(token: str) -> list[str]:
    """Return the parts of a token: ``VentureBeat`` is venture and beat."""
    return [lowered(piece) for piece in _PIECES.findall(token)]


def key_of(name: str) -> str:
    """Return what identifies a name whatever the order of its words.

    >>> key_of("The New York Times"), key_of("VentureBeat"), key_of("Game of Thrones")
    ('new time york', 'beat venture', 'game throne')
    """
    parts = name.lower().split() if _is_plain(name) else pieces(_POSSESSIVE.sub("", name))
    words = [singular(word) for word in parts if word not in _ENGLISH_STOPS]
    return " ".join(sorted(words or parts))


def _is_plain(name: str) -> bool:
    """True if the words of a name are letters with a capital first: then its parts are its words."""
    return name.isascii() and name.istitle() and name.replace(" ", "").isalpha()
