"""Builds the packed lexicons and the identification table from wordfreq (data CC BY-SA 4.0, see NOTICE.md).

Run from anywhere: ``python rules/_lexicons/build.py``. Needs ``wordfreq`` and ``marisa-trie``; the same
versions give the same bytes. Writes beside itself:

``<language>.trie``   the casefolded words (marisa trie, word -> key number)
``<language>.zipf``   byte 0: the floor in tenths; byte 1 + key number: the Zipf value of the word in tenths
``identify.trie``     the frequent words of all languages, also of those that have no lexicon
``identify.gains``    a header line with the language codes and the usual gain of a running word in each, the
                      start of each record (uint32, little endian, one more than there are words), then the
                      records: pairs of bytes (language, gain)
``identify.marks``    line 1: the most frequent words of all languages; line 2: words that are frequent
                      somewhere and foreign to others; then for each of these 64 bits (little endian):
                      bit n is set if the word is foreign to the nth language of ``identify.gains``
"""

from __future__ import annotations

import gzip
import math
import struct
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path

import marisa_trie
import msgpack  # type: ignore[import-untyped]  # has no types
import regex

HERE = Path(__file__).parent
LARGE = (
    "ar",
    "ca",
    "cs",
    "de",
    "en",
    "es",
    "fi",
    "fr",
    "he",
    "it",
    "ja",
    "nb",
    "nl",
    "pl",
    "pt",
    "ru",
    "sv",
    "uk",
    "zh",
)
SMALL = ("bg", "da", "el", "hi", "hu", "id", "is", "ko", "ro", "tr", "vi")
UNSPACED = ("ja", "ko", "zh")  # identified by their script
DECOYS = ("bn", "fa", "fil", "lt", "lv", "mk", "ms", "sh", "sk", "sl", "ta", "ur")
LARGE_FLOOR, SMALL_FLOOR = 2.0, 3.0

FREQUENT = 5000  # words a language that enter the table; each then gets its gain in every language
UNSEEN = 2.0  # the Zipf value that identification gives to a word that a language does not have
GAIN_UNIT = 0.025  # one step of a gain is this many powers of ten
DECOY_TOP, DECOY_SLOPE = 7.4, 0.9  # Zipf's law for the hand-written lists
BASE_DISCOUNT = 0.2  # a word that a decoy borrows from its relative is a little less likely there

MOST_FREQUENT = 250  # words a language for the quick look
MOST_MARKS, MARK_FROM, MARK_AHEAD = 400, 4.5, 2.0  # words a language that may be foreign to another one

WORD = regex.compile(r"[\p{L}\p{M}'·]+")
PART = regex.compile(r"[\p{L}\p{M}·]+")
FINAL_SIGMA = regex.compile(r"(?<=\p{L})σ\b")
TO_CYRILLIC = (
    ("lj", "љ"), ("nj", "њ"), ("dž", "џ"),
    *zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True),
)  # fmt: skip

Frequencies = dict[str, float]


def read_list(language: str, size: str) -> Iterator[tuple[str, float]]:
    """The words of one wordfreq list and their Zipf values, the most frequent first."""
    path = resources.files("wordfreq") / "data" / f"{size}_{language}.msgpack.gz"
    _header, *buckets = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)
    for centibels, words in enumerate(buckets):
        for word in words:
            yield word, 9 - centibels / 100


def build_lexicon(language: str, size: str, floor: float) -> int:
    """Write the trie and the values of one language; returns the number of words."""
    zipf = {word: z for word, z in read_list(language, size) if z >= floor and WORD.fullmatch(word)}
    words = sorted(zipf)
    trie = marisa_trie.Trie(words)
    values = bytearray(1 + len(words))
    values[0] = round(floor * 10)
    for word in words:
        values[1 + trie[word]] = round(zipf[word] * 10)
    trie.save(str(HERE / f"{language}.trie"))
    (HERE / f"{language}.zipf").write_bytes(values)
    return len(words)


def parts(language: str) -> Frequencies:
    """Zipf values of the unbroken letter runs: ``don't`` counts for ``don`` and for ``t``.

    wordfreq casefolds; texts are only lower-cased before they are looked up, which keeps the final sigma.
    """
    shares: Frequencies = {}
    for word, z in read_list(language, "small"):
        for part in PART.findall(FINAL_SIGMA.sub("ς", word)):
            shares[part] = shares.get(part, 0.0) + 10**z
    return {part: math.log10(share) for part, share in shares.items()}


def to_cyrillic(word: str) -> str:
    for latin, cyrillic in TO_CYRILLIC:
        word = word.replace(latin, cyrillic)
    return word


def hand_written(known: Mapping[str, Frequencies]) -> dict[str, Frequencies]:
    """The decoys of ``decoys.toml``: a list by rank, over the list of a relative if one is named."""
    decoys = {}
    for language, entry in tomllib.loads((HERE / "decoys.toml").read_text("utf-8")).items():
        zipf = {word: z - BASE_DISCOUNT for word, z in known.get(entry.get("like", ""), {}).items()}
        for word in entry.get("without", "").split():
            zipf.pop(word, None)
        for rank, word in enumerate(entry["words"].split(), 1):
            zipf[word] = DECOY_TOP - DECOY_SLOPE * math.log10(rank)
        decoys[language] = zipf
    return decoys


def all_frequencies() -> dict[str, Frequencies]:
    """The Zipf values of every language that identification tells apart by words, in a fixed order."""
    spaced = [language for language in LARGE + SMALL if language not in UNSPACED]
    known = {language: parts(language) for language in sorted({*spaced, *DECOYS})}
    known["sr"] = {to_cyrillic(word): z for word, z in known["sh"].items() if not set(word) & set("qwxy")}
    return {**known, **hand_written(known)}


def most_frequent(zipf: Frequencies, most: int) -> list[str]:
    return sorted(zipf, key=lambda word: (-zipf[word], word))[:most]


def frequent(known: Mapping[str, Frequencies], most: int) -> list[str]:
    return sorted({word for zipf in known.values() for word in most_frequent(zipf, most)})


def gain(z: float) -> int:
    return max(1, min(255, round((z - UNSEEN) / GAIN_UNIT)))


def usual_gain(zipf: Frequencies) -> int:
    """The gain of an average running word of a language; at least that of the poorest real list."""
    return max(60, round(sum(10 ** (z - 9) * gain(z) for z in zipf.values())))


def build_table(known: Mapping[str, Frequencies]) -> int:
    """Write ``identify.trie`` and ``identify.gains``; returns the number of words."""
    words = frequent(known, FREQUENT)
    trie = marisa_trie.Trie(words)
    records = [b""] * len(words)
    for word in words:
        records[trie[word]] = bytes(
            byte
            for index, zipf in enumerate(known.values())
            if zipf.get(word, 0.0) > UNSEEN
            for byte in (index, gain(zipf[word]))
        )
    starts = [0]
    for record in records:
        starts.append(starts[-1] + len(record))
    head = (" ".join(f"{language}:{usual_gain(zipf)}" for language, zipf in known.items()) + "\n").encode()
    trie.save(str(HERE / "identify.trie"))
    packed = struct.pack(f"<{len(starts)}I", *starts)
    (HERE / "identify.gains").write_bytes(head + packed + b"".join(records))
    return len(words)


def foreign_to(word: str, known: Mapping[str, Frequencies]) -> int:
    """One bit for each language that hardly has the word, or has it a hundred times less than another."""
    values = [zipf.get(word, 0.0) for zipf in known.values()]
    most = max(values)
    if most < MARK_FROM:
        return 0
    least = max(most - MARK_AHEAD, UNSEEN)
    return sum(1 << index for index, z in enumerate(values) if z < least)


def build_marks(known: Mapping[str, Frequencies]) -> None:
    bits = {word: foreign_to(word, known) for word in frequent(known, MOST_MARKS)}
    marks = [word for word, languages in bits.items() if languages]
    head = "\n".join([" ".join(frequent(known, MOST_FREQUENT)), " ".join(marks), ""]).encode()
    packed = struct.pack(f"<{len(marks)}Q", *(bits[word] for word in marks))
    (HERE / "identify.marks").write_bytes(head + packed)


def main() -> None:
    for languages, size, floor in ((LARGE, "large", LARGE_FLOOR), (SMALL, "small", SMALL_FLOOR)):
        for language in languages:
            print(language, build_lexicon(language, size, floor))
    known = all_frequencies()
    print("identify", build_table(known), "words,", len(known), "languages")
    build_marks(known)
    files = [path for path in HERE.iterdir() if path.suffix in {".trie", ".zipf", ".gains", ".marks"}]
    print(f"{sum(path.stat().st_size for path in files) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
