"""From the words of a translated name back to English: ``Hafenanzeiger`` → harbor, gazette.

The table has English words by row and fourteen languages by column. Meanings are in lower case and, where
English has a plural, in the singular.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cached_property, lru_cache
from itertools import islice, product
from math import prod

from linter.facts import lowered
from linter.lazy import lazy
from linter.names.articles import split_article
from linter.names.inflection import bases
from linter.names.keys import pieces, singular
from linter.names.runs import Options, Runs, translated
from linter.names.smallwords import SMALL_WORDS

_MOST_COMBINATIONS = 96
_MOST_WORDS = 6
_MOST_REMEMBERED = 20_000
_LONGEST_COMPOUND = 40
_SPLIT = lazy(r"[\s:,.!?\u00a0·・‐‑–-]+|(?<=\p{L}['’])(?=\p{L})")
_PREFIXES = ("super", "hyper", "mega", "micro", "mini", "multi", "ultra", "tele", "auto", "cyber", "nano", "semi")
_COMPOUNDING = frozenset({"de", "nl", "sv"})
_LINKS = {"de": ("", "s", "n", "en", "es", "e"), "nl": ("", "s", "en", "e"), "sv": ("", "s")}
_UNSPACED = frozenset({"ja", "zh"})
Meanings = frozenset[str]


class Words:
    """What the words of one language mean in English."""

    is_shared = True  # in compiled catalogs

    def __init__(self, rows: Sequence[Sequence[str]], language: str, more: Iterable[tuple[str, str]] = ()) -> None:
        """``more`` are pairs of a word of the language and an English one."""
        self.language = language
        self._stops = frozenset(SMALL_WORDS.get(language, "").split())
        self._small = ""  # German words that are no nouns, separated by spaces
        head = list(rows[0]) if rows else []
        self._table: dict[str, str] = self._filled(rows[1:], head.index(language), more) if language in head else {}
        self._memo: dict[str, Meanings] = {}
        self._read: dict[str, list[list[Options]]] = {}

    def _filled(self, rows: Sequence[Sequence[str]], column: int, more: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Return the English words, separated by |, of each word: quick to load."""
        table: dict[str, dict[str, None]] = {}
        small: set[str] = set()
        for row in rows:
            for word in row[column].split("|") if len(row) > column else ():
                table.setdefault(self._without_small(lowered(word.strip())), {})[singular(row[0])] = None
                small.update({word} if word.islower() else ())
        for word, english in more:
            table.setdefault(lowered(word), {})[singular(english.lower())] = None
        table.pop("", None)
        if self.language == "de":
            self._small = " ".join(sorted(small))
        return {word: "|".join(sorted(meanings)) for word, meanings in table.items()}

    def __reduce__(self) -> tuple[Callable[[bytes], Words], tuple[bytes]]:
        return _loaded, (zlib.compress(pickle.dumps((self.language, self._table, self._small), protocol=5), 9),)

    @cached_property
    def runs(self) -> Runs:
        """What reads texts without spaces."""
        return Runs(self._table, self._stops)

    @cached_property
    def _joined(self) -> frozenset[str]:
        return frozenset(part for word in self._table if " " in word for part in word.split())

    @cached_property
    def _english(self) -> frozenset[str]:
        """English words that a compound may keep ("Kampfclub")."""
        return frozenset("|".join(self._table.values()).split("|"))

    @cached_property
    def _adjectives(self) -> frozenset[str]:
        return frozenset(self._small.split(" "))

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
        return any(base in self._adjectives for base in (lower, *bases(lower, self.language)))

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
        """Yield the keys of names that a phrase may be a translation of, with the number of translated words.

        It is 0 for a phrase with an article of the language and no other translated word ("Die Nation").
        """
        has_article = bool(split_article(phrase, self.language)[0])
        for parts, joined in self._parts(phrase):
            if not parts or len(parts) > _MOST_WORDS:
                continue
            if prod(map(len, parts)) > _MOST_COMBINATIONS:
                parts = [part[:3] for part in parts]
            for chosen in product(*parts):
                translated = joined + sum(was_translated for _, was_translated in chosen)
                if translated or has_article:
                    yield " ".join(sorted(word for word, _ in chosen)), translated

    def _parts(self, phrase: str) -> Iterator[tuple[list[Options], bool]]:
        """Yield the ways to read a phrase: the options of each word, and if small words of the language join them."""
        if self.language in _UNSPACED:
            for parts in self.runs.segmented(phrase):
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
        known = self._read.get(token)
        if known is None:
            if len(self._read) >= _MOST_REMEMBERED:
                self._read.clear()
            known = self._read[token] = self._read_anew(token)
        return known

    def _read_anew(self, token: str) -> list[list[Options]]:
        word = lowered(token)
        found = []
        meanings = self.meanings(word)
        if meanings:
            found.append([_options(word, meanings)])
        elif prefixed := self._prefixed(word):
            found.append(prefixed)
        elif self.language in _COMPOUNDING and 6 <= len(word) <= _LONGEST_COMPOUND:
            found += self._compounds(word, 3)
        if not meanings:
            found.append([self._left(piece) for piece in pieces(token)])
        return found

    def _prefixed(self, word: str) -> list[Options]:
        """Return the reading of a word with a prefix that every language shares ("Supercellule")."""
        for prefix in _PREFIXES:
            rest = word[len(prefix) :]
            if word.startswith(prefix) and len(rest) > 3 and (meanings := self.meanings(rest)):
                return [[(prefix, False)], translated(meanings)]
        return []

    def _left(self, piece: str) -> Options:
        """Return what a word that was not translated may be: itself, or the city of a German "Bostoner"."""
        own = [(singular(piece), False)]
        return [*own, (piece[:-2], False)] if self.language == "de" and piece.endswith("er") else own

    def _compounds(self, word: str, most: int) -> list[list[Options]]:
        found = []
        for at in range(3, len(word) - 1):
            left, right = self._linked(word[:at]), self.meanings(word[at:]) or self._kept(word[at:])
            if left and right:
                found.append([translated(left), translated(right)])
            elif left and most > 2 and len(word) - at >= 6:
                found += [[translated(left), *rest] for rest in self._compounds(word[at:], most - 1)]
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


@lru_cache(maxsize=32)
def _loaded(packed: bytes) -> Words:
    """Return the words of these data: one object for all detectors of a language."""
    language, table, small = pickle.loads(zlib.decompress(packed))
    words = Words((), language)
    words._table, words._small = table, small
    return words


def _within(reading: Iterable[Options], vocabulary: Set[str]) -> bool:
    return all(any(word in vocabulary for word, _ in options) for options in reading)


def _options(word: str, meanings: Iterable[str]) -> Options:
    own = singular(word)
    return [
        *((each, each not in (own, word)) for each in sorted(meanings)),
        *([] if own in meanings else [(own, False)]),
    ]
