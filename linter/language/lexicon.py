"""Word-frequency lexicons: which words a language has and how common they are. Memory-mapped.

Zipf is the power of ten of a word's occurrences in a thousand million words: 7 is "the", 3 is rare.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from itertools import filterfalse

import marisa_trie

from linter.resources import rules_folder

_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_ABJADS = frozenset({"ar", "he"})
_ABJAD_SIGNS = dict.fromkeys((0x640, *range(0x591, 0x5BE), *range(0x5BF, 0x5C8), *range(0x64B, 0x660), 0x670))
_CEDILLAS, _COMMAS = "\u015f\u0163", "\u0219\u021b"  # s and t; Romanian takes commas, Turkish cedillas
_SWAPS = {"ro": str.maketrans(_CEDILLAS, _COMMAS), "tr": str.maketrans(_COMMAS, _CEDILLAS)}
_LARGE_FLOOR = 2.0
_MOST_SEEN = 200_000


class Lexicon:
    """The words of one language. Looks up casefolded words: ``Haus`` and ``haus`` are one.

    ``floor`` is the Zipf value from which the list has all words: an unknown word is rarer.
    ``is_large`` lists reach down to 2.0; in the others, from 3.0, "unknown" means little.
    ``lists(word)`` is the fastest question, for words in lower case as the list writes them.
    Clitics are separate words: look up ``heure``, not ``l'heure``; English has ``don't``.
    """

    __slots__ = ("_known", "_missing", "_trie", "_values", "floor", "is_large", "language", "lists")

    def __init__(self, language: str, trie: marisa_trie.Trie, values: bytes) -> None:
        self.language = language
        self.floor = values[0] / 10
        self.is_large = self.floor <= _LARGE_FLOOR
        self._trie = trie
        self.lists: Callable[[str], bool] = trie.__contains__
        self._values = values
        self._known: set[str] = set()
        self._missing: set[str] = set()

    def __len__(self) -> int:
        return len(self._trie)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._number(word) is not None

    def zipf(self, word: str) -> float:
        """The Zipf value of a word, to one decimal; 0.0 if it is unknown."""
        number = self._number(word)
        return 0.0 if number is None else self._values[1 + number] / 10

    def unknown(self, words: Iterable[str]) -> set[str]:
        """Those of the words, as they are written, that the lexicon does not have.

        Words seen before cost one set lookup; the memory of them is bounded.
        """
        found = set(words).difference(self._known)
        new = found.difference(self._missing)
        if not new:
            return found
        if len(self._known) + len(self._missing) > _MOST_SEEN:
            self._known.clear()
            self._missing.clear()
        missing = self.absent(new)
        has = new - missing
        self._known |= has
        self._missing |= missing
        return found - has

    def absent(self, words: Iterable[str]) -> set[str]:
        """The same for words that are hardly ever asked for twice: nothing is remembered.

        Most words in lower case stand in the list as they are, which is found out at the speed of C.
        Raises ValueError if a word holds a line break.
        """
        words = tuple(words)
        try:
            odd = list(filterfalse(self._trie.__contains__, words))
            keys = self._key("\n".join(odd)).split("\n") if odd else []
            return {word for word, key in zip(odd, keys, strict=True) if key == word or key not in self._trie}
        except UnicodeEncodeError:  # a lone surrogate stands for a byte that is not UTF-8
            return {word for word in words if self._number(word) is None}

    def beginnings(self, word: str) -> list[str]:
        """The words of the list that a word in lower case begins with, shortest first.

        Empty if the list writes the word in another way (``ß`` as ``ss``). Raises UnicodeEncodeError for a lone
        surrogate.
        """
        if not word.isascii() and (word.casefold() != word or not unicodedata.is_normalized("NFC", word)):
            return []
        found: list[str] = self._trie.prefixes(word)
        return found

    def frequency(self, beginning: str) -> float:
        """How often words that begin so stand in a thousand million words."""
        words: list[str] = self._trie.keys(beginning)
        numbers: list[int] = [self._trie[word] for word in words]
        return float(sum(10 ** (self._values[1 + number] / 10) for number in numbers))

    def _number(self, word: str) -> int | None:
        try:
            number: int | None = self._trie.get(word)
            if number is None and not (word.isascii() and word.islower()):
                number = self._trie.get(self._key(word))
            return number
        except UnicodeEncodeError:  # a byte that is not UTF-8
            return None

    def _key(self, word: str) -> str:
        """The word as the list writes it."""
        word = word.replace(_APOSTROPHE, "'")
        if self.language == "tr":
            word = word.replace("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "i").replace("I", "ı")
        word = unicodedata.normalize("NFC", word).casefold()
        if self.language in _ABJADS:
            return word.translate(_ABJAD_SIGNS)
        return word.translate(_SWAPS[self.language]) if self.language in _SWAPS else word


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language (``de``, ``nb``, …), read once a process; None if there is none."""
    folder = rules_folder() / "_lexicons"
    if not language.isalpha() or not (folder / f"{language}.zipf").is_file():
        return None
    trie = marisa_trie.Trie().mmap(str(folder / f"{language}.trie"))
    return Lexicon(language, trie, (folder / f"{language}.zipf").read_bytes())
