"""Old code pages that were taken for each other, and the letters that come out. No UTF-8 is involved here."""

from __future__ import annotations

from functools import cache, cached_property

from linter.detectors.encoding_codecs import char_of
from linter.record import record

_NAMES = {
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "iso8859-2": "ISO 8859-2",
    "iso8859-5": "ISO 8859-5",
    "iso8859-9": "ISO 8859-9",
    "koi8-u": "KOI8",
    "cp437": "code page 437",
    "cp850": "code page 850",
    "cp852": "code page 852",
    "cp866": "code page 866",
    "mac-roman": "Mac Roman",
    "mac-latin2": "Mac Central European",
    "mac-cyrillic": "Mac Cyrillic",
}
_WESTERN: tuple[tuple[str, str], ...] = (
    ("mac-roman", "cp1252"),
    ("cp1252", "mac-roman"),
    ("cp850", "cp1252"),
    ("cp1252", "cp850"),
)
_WESTERN += (("cp1252", "cp437"), ("cp1252", "cp1250"), ("cp1252", "cp1251"))
_CENTRAL: tuple[tuple[str, str], ...] = (
    ("cp1250", "cp1252"),
    ("iso8859-2", "cp1252"),
    ("iso8859-2", "cp1250"),
    ("cp1250", "iso8859-2"),
)
_CENTRAL += (("cp852", "cp1252"), ("cp852", "cp1250"), ("mac-latin2", "cp1252"), ("cp1250", "cp1251"))
_CYRILLIC = tuple(
    (wrote, read)
    for wrote in ("cp1251", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")
    for read in ("cp1252", "cp1251", "koi8-u", "cp866")
    if wrote != read
)
# By language: what a text was written in, and what it was read as.
_PAIRS = {
    **dict.fromkeys(("ca", "da", "de", "es", "fi", "fr", "is", "it", "nb", "nl", "pt", "sv"), _WESTERN),
    **dict.fromkeys(("cs", "hu", "pl", "ro"), _CENTRAL),
    **dict.fromkeys(("bg", "ru", "uk"), _CYRILLIC),
    "ar": (("cp1256", "cp1252"),),
    "el": (("cp1253", "cp1252"), ("cp1253", "cp1251")),
    "he": (("cp1255", "cp1252"), ("cp1255", "cp1251")),
    "tr": (("cp1254", "cp1252"), ("cp850", "cp1252"), ("cp1254", "cp1250")),
}
# Marks that stand in good text, if hardly inside a word; so they do not begin a search.
_MARKS = frozenset("„“”‚‘’…–—«»‹›•·°§®©™€£†‡‰÷×¡ºª¼½¾´¨\N{NO-BREAK SPACE}\N{SOFT HYPHEN}")


@record
class Pair:
    """What was written in ``wrote`` and read as ``read``; ``table`` gives letters back by code point."""

    language: str
    wrote: str
    read: str
    table: dict[int, int]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The characters that the table changes."""
        return frozenset(map(chr, self.table))

    @property
    def names(self) -> str:
        """Both code pages, for a message."""
        return f"{_NAMES[self.wrote]} read as {_NAMES[self.read]}"


def languages() -> tuple[str, ...]:
    """Return the languages that have pairs."""
    return tuple(sorted(_PAIRS))


@cache
def pairs(language: str) -> tuple[Pair, ...]:
    """Return the pairs of a language, the most frequent first."""
    found = _PAIRS.get(language, ())
    return tuple(Pair(language, wrote, read, _table(wrote, read)) for wrote, read in found)


@cache
def odd_signs(language: str, alphabet: str) -> frozenset[str]:
    """Return the signs that letters of a language come out as, and that are no letters of it nor usual marks.

    ``alphabet`` holds its small letters outside ASCII; empty: all letters count.
    """
    letters = frozenset(map(ord, alphabet + alphabet.upper()))
    tables = (pair.table for pair in pairs(language))
    signs = (chr(code) for table in tables for code, was in table.items() if not letters or was in letters)
    return frozenset(signs) - _MARKS - frozenset(map(chr, letters))


def _table(wrote: str, read: str) -> dict[int, int]:
    table = {}
    for byte in range(0x80, 0x100):
        was, seen = char_of(byte, wrote), char_of(byte, read)
        if was != seen and was.isalpha():
            table[ord(seen)] = ord(was)
    return table
