"""The table of identification: how much each frequent word speaks for each language.

A word's gains for all languages are packed into one integer, 16 bits a language, so that adding up the words
of a text is one C-speed ``sum`` whatever the number of languages.
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice

import marisa_trie

from linter.resources import rules_folder

MOST_WORDS = 256  # 256 gains of 255 fit into 16 bits
GAIN_UNIT = 0.025  # one step of a gain, in powers of ten; the same number as in rules/_lexicons/build.py
_BITS = 16
_MOST_KEPT = 60_000
_START = struct.Struct("<I")
_TWO_STARTS = struct.Struct("<II")


class _Vectors(dict[str, int]):
    """Word -> packed gains; asks the trie for a word that is new, and forgets all when it is full."""

    def __init__(self, trie: marisa_trie.Trie, packed: mmap.mmap, head: int) -> None:
        super().__init__()
        self._trie = trie
        self._packed = packed
        self._starts = head
        self._records = head + _START.size * (len(trie) + 1)

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        try:
            number = self._trie.get(word)
        except UnicodeEncodeError:  # a lone surrogate stands for a byte that is not UTF-8
            number = None
        vector = self[word] = 0 if number is None else self._read(number)
        return vector

    def _read(self, number: int) -> int:
        start, end = _TWO_STARTS.unpack_from(self._packed, self._starts + _START.size * number)
        record = self._packed[self._records + start : self._records + end]
        return sum(gain << _BITS * index for index, gain in zip(record[::2], record[1::2], strict=True))


@dataclass(frozen=True, slots=True)
class Table:
    """``languages`` names the fields of the vectors; ``usual`` is the gain of a running word in each."""

    languages: tuple[str, ...]
    usual: tuple[int, ...]
    vectors: _Vectors
    fields: struct.Struct

    def scores(self, words: Iterable[str]) -> tuple[int, ...]:
        """The summed gains of the first ``MOST_WORDS`` words for each language, in steps of ``GAIN_UNIT``.

        Words are looked up as they are; the table holds lower-case ones.
        """
        total = sum(map(self.vectors.__getitem__, islice(words, MOST_WORDS)))
        return self.fields.unpack(total.to_bytes(self.fields.size, "little"))


@cache
def table() -> Table:
    """The table of this process, read when it is first needed."""
    folder = rules_folder() / "_lexicons"
    trie = marisa_trie.Trie().mmap(str(folder / "identify.trie"))
    with (folder / "identify.gains").open("rb") as file:
        packed = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    head = packed.readline()
    pairs = [entry.split(":") for entry in head.decode().split()]
    languages = tuple(language for language, _ in pairs)
    usual = tuple(int(gain) for _, gain in pairs)
    return Table(languages, usual, _Vectors(trie, packed, len(head)), struct.Struct(f"<{len(languages)}H"))


@cache
def _marks() -> tuple[frozenset[str], tuple[str, ...], array[int]]:
    """The most frequent words; words that are foreign to some languages; for each of these its bits."""
    first, second, packed = (rules_folder() / "_lexicons" / "identify.marks").read_bytes().split(b"\n", 2)
    bits = array("Q", packed)
    if sys.byteorder == "big":
        bits.byteswap()
    return frozenset(first.decode().split()), tuple(second.decode().split()), bits


def frequent_words() -> frozenset[str]:
    """The most frequent words of all languages."""
    return _marks()[0]


@cache
def foreign_words(language: str) -> frozenset[str]:
    """Words that are frequent in some language and that this one hardly uses; all if it has no field."""
    _, words, bits = _marks()
    languages = table().languages
    mask = 1 << languages.index(language) if language in languages else -1
    return frozenset([word for word, field in zip(words, bits, strict=True) if field & mask])
