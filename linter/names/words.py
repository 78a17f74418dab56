"""From the words of a translated name back to English: ``Hafenanzeiger`` → harbor, gazette.

The table has English words by row and fourteen languages by column. Meanings are in lower case and, where
English has a plural, in the singular.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice, product
from math import prod

import regex

from linter.facts import lowered
from linter.lazy import lazy
from linter.names.inflection import bases

_MOST_COMBINATIONS = 96
_MOST_WORDS = 6
_MOST_REMEMBERED = 20_000
_LONGEST_COMPOUND = 40
_PIECES = lazy(r"\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})|\p{Lo}[\p{Lo}\p{M}]*|\p{N}+")
_SPLIT = lazy(r"[\s:,.!?\u00a0·・‐‑–-]+|(?<=\p{L}['’])(?=\p{L})")
_POSSESSIVE = lazy(r"['’]s\b|['’](?=t\b)")
_ENGLISH_STOPS = frozenset({"the", "of", "and", "a", "an", "for", "in", "on", "to", "by", "with"})
_STOPS = {
    "de": "bei mit nach aus an als der die das den dem des ein eine und von vom zu zum zur für im in am auf",
    "fr": "avec par sa son ses qui que ne pas se comme le la les l' l’ un une et de du des d' d’ à au aux pour en dans sur",
    "it": "con si che non come ai agli nel nella sul sulla il lo la i gli le l' l’ un una e di del dello della dei degli delle dell' dell’ d' a al alla per in su da dal dalla",
    "es": "con por se que no como el la los las un una y de del a al para en sobre",
    "pt": "com por pelo pela se que não como o a os as um uma e de do da dos das em no na nos nas ao à para por sobre",
    "nl": "met bij aan als om dat de het een en van voor in op te der den",
    "pl": "i z w na o do dla od po przy przez jako", "ru": "с со по к от об за как и в на о для из", "cs": "a z v na o pro od po při se ze ve jako",
    "sv": "om som till från med och av i på för en ett det den de", "tr": "ve bir", "ko": "의 그", "ja": "の ザ", "zh": "的 之",
}  # fmt: skip
_COMPOUNDING = frozenset({"de", "nl", "sv"})
_LINKS = {"de": ("", "s", "n", "en", "es", "e"), "nl": ("", "s", "en", "e"), "sv": ("", "s")}
_UNSPACED = frozenset({"ja", "zh"})
Meanings = frozenset[str]
Options = list[tuple[str, bool]]  # what a word may be in English, and whether it was translated


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


class Words:
    """What the words of one language mean in English."""

    def __init__(self, rows: Sequence[Sequence[str]], language: str, more: Iterable[tuple[str, str]] = ()) -> None:
        """``more`` are pairs of a word of the language and an English one."""
        self.language = language
        self._stops = frozenset(_STOPS.get(language, "").split())
        self._table: dict[str, str] = {}  # English words separated by |: quick to load
        self._longest = 1
        self._joined: frozenset[str] = frozenset()
        self._small: frozenset[str] = frozenset()
        self._english: frozenset[str] = frozenset()  # words that a compound may keep ("Kampfclub")
        head = list(rows[0]) if rows else []
        if language in head:
            self._fill(rows[1:], head.index(language), more)
        self._memo: dict[str, Meanings] = {}

    def _fill(self, rows: Sequence[Sequence[str]], column: int, more: Iterable[tuple[str, str]]) -> None:
        table: dict[str, dict[str, None]] = {}
        small: set[str] = set()
        for row in rows:
            if len(row) > column:
                for word in row[column].split("|"):
                    table.setdefault(self._without_small(lowered(word.strip())), {})[singular(row[0])] = None
                    small.update({word} if word.islower() else ())
        for word, english in more:
            table.setdefault(lowered(word), {})[singular(english.lower())] = None
        table.pop("", None)
        if self.has_compounds:
            self._english = frozenset(singular(row[0]) for row in rows)
        self._table = {word: "|".join(sorted(meanings)) for word, meanings in table.items()}
        self._longest = max(map(len, self._table), default=1)
        self._small = frozenset(small) if self.language == "de" else frozenset()
        self._joined = frozenset(part for word in self._table if " " in word for part in word.split())

    def __contains__(self, word: str) -> bool:
        return lowered(word) in self._table

    def is_small(self, word: str) -> bool:
        """True for articles, prepositions and the like, which no name ends with."""
        return lowered(word) in self._stops

    @property
    def has_compounds(self) -> bool:
        """True if the language writes compounds as one word."""
        return self.language in _COMPOUNDING

    def is_adjective(self, word: str) -> bool:
        """True if a German word is one that the table has in lower case: no noun."""
        lower = lowered(word)
        return any(base in self._small for base in (lower, *bases(lower, self.language)))

    def could_be(self, token: str, vocabulary: Set[str]) -> bool:
        """True if a word may stand in a phrase that is translated from names with these words."""
        word = lowered(token)
        if word in self._stops or word in self._joined or word in vocabulary:
            return True
        tokens = [part for part in _SPLIT.split(token) if part]
        return all(any(_within(reading, vocabulary) for reading in self._readings(part)) for part in tokens)

    def meanings(self, word: str) -> Meanings:
        """Return the English words for a word in lower case, inflected or not; none if it is unknown."""
        known = self._memo.get(word)
        if known is None:
            if len(self._memo) >= _MOST_REMEMBERED:
                self._memo.clear()
            known = self._memo[word] = self._looked_up(word)
        return known

    def _looked_up(self, word: str) -> Meanings:
        if word in self._table:
            return self._in_table(word)
        return frozenset().union(*map(self._in_table, bases(word, self.language)))

    def _in_table(self, word: str) -> Meanings:
        return frozenset(filter(None, self._table.get(word, "").split("|")))

    def keys(self, phrase: str) -> Iterator[tuple[str, int]]:
        """Yield the keys of names that a phrase may be a translation of, with the number of translated words."""
        for parts, joined in self._parts(phrase):
            if not parts or len(parts) > _MOST_WORDS:
                continue
            if prod(map(len, parts)) > _MOST_COMBINATIONS:
                parts = [part[:3] for part in parts]
            for chosen in product(*parts):
                translated = joined + sum(was_translated for _, was_translated in chosen)
                if translated:
                    yield " ".join(sorted(word for word, _ in chosen)), translated

    def _parts(self, phrase: str) -> Iterator[tuple[list[Options], bool]]:
        """Yield the ways to read a phrase: the options of each word, and if small words of the language join them."""
        if self.language in _UNSPACED:
            for parts in self._segmented(phrase):
                yield parts, False
            return
        split = [token for token in _SPLIT.split(phrase) if token]
        tokens = list(self._merged([token for token in split if lowered(token) not in self._stops]))
        joined = len(split) - len(tokens) > (lowered(split[0]) in self._stops) if tokens else False
        readings = [self._readings(token) for token in tokens]
        for chosen in islice(product(*readings), 8):
            yield [part for reading in chosen for part in reading], joined

    def _merged(self, tokens: Sequence[str]) -> Iterator[str]:
        """Yield tokens, two or three as one where the table has them together ("piloto automático")."""
        at = 0
        while at < len(tokens):
            joined = (" ".join(tokens[at : at + size]) for size in (3, 2) if len(tokens) >= at + size)
            found = next((each for each in joined if lowered(each) in self._table), tokens[at])
            yield found
            at += found.count(" ") + 1

    def _without_small(self, words: str) -> str:
        """Leave the small words out of an entry of several words, as they are left out of phrases."""
        if " " not in words or self.language in _UNSPACED:
            return words
        kept = [word for word in _SPLIT.split(words) if word and word not in self._stops]
        return " ".join(kept) if len(kept) > 1 else words

    def _readings(self, token: str) -> list[list[Options]]:
        """Return the ways to read one token: as a word, as a compound, as a word that was left."""
        word = lowered(token)
        found = []
        meanings = self.meanings(word)
        if meanings:
            found.append([_options(word, meanings)])
        elif self.language in _COMPOUNDING and 6 <= len(word) <= _LONGEST_COMPOUND:
            found += self._compounds(word, 3)
        if not meanings:
            found.append([[(singular(piece), False)] for piece in pieces(token)])
        return found

    def _compounds(self, word: str, most: int) -> list[list[Options]]:
        found = []
        for at in range(3, len(word) - 2):
            left, right = self._linked(word[:at]), self.meanings(word[at:]) or self._kept(word[at:])
            if left and right:
                found.append([_translated(left), _translated(right)])
            elif left and most > 2 and len(word) - at >= 6:
                found += [[_translated(left), *rest] for rest in self._compounds(word[at:], most - 1)]
        return found[:4]

    def _linked(self, part: str) -> Meanings:
        found: set[str] = set()
        for link in _LINKS[self.language]:
            if part.endswith(link) and len(part) - len(link) >= 3:
                found |= self._in_table(part[: len(part) - len(link)])
                found |= self._in_table(part[: len(part) - len(link)] + "e")
        return frozenset(found) or self._kept(part)

    def _kept(self, part: str) -> Meanings:
        return frozenset({singular(part)} & self._english) if len(part) > 3 else frozenset()

    def _segmented(self, phrase: str) -> Iterator[list[Options]]:
        """Yield the reading of a text without spaces that takes the longest known word each time."""
        parts: list[Options] = []
        at = 0
        while at < len(phrase):
            for size in range(min(self._longest, len(phrase) - at), 0, -1):
                piece = lowered(phrase[at : at + size])
                if piece in self._stops or not piece.strip(" ・·-"):
                    break
                if piece in self._table:
                    parts.append(_translated(self._in_table(piece)))
                    break
            else:
                latin = regex.match(r"[A-Za-z0-9]+", phrase[at:])
                if latin is None:
                    return
                size = latin.end()
                parts += [[(singular(piece), False)] for piece in pieces(latin.group())]
            at += size
        yield parts


def _within(reading: Iterable[Options], vocabulary: Set[str]) -> bool:
    return all(any(word in vocabulary for word, _ in options) for options in reading)


def _translated(meanings: Iterable[str]) -> Options:
    return [(meaning, True) for meaning in sorted(meanings)]


def _options(word: str, meanings: Iterable[str]) -> Options:
    own = singular(word)
    return [
        *((each, each not in (own, word)) for each in sorted(meanings)),
        *([] if own in meanings else [(own, False)]),
    ]
