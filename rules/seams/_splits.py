"""Writes ``_splits-<language>.tsv``: how easily a word is only the beginning or the end of another one.

    python rules/seams/_splits.py

Counts, over the packed lexicons of this project, the words that end with a word (begin with it) while the
rest is a well-known word itself: German ``er`` ends thousands of such words, ``sondern`` none. Where
``…er`` is unknown it is most likely a word that the lexicon lacks; ``…sondern`` is two words that lost
their space. Columns: the Zipf value from 4.5, else 0; ten times log10(1 + words that end with it), one sign
for each word, counted from "0" (":" is 10, "A" 17); the same for words that begin with it; the words.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from pathlib import Path

import marisa_trie

LANGUAGES = ["ca", "cs", "de", "en", "es", "fi", "fr", "it", "nb", "nl", "pl", "pt", "ru", "sv", "uk"]
OFTEN, WELL_KNOWN, LISTED = 4.5, 3.0, 3.5  # Zipf values
LEAST_REST = 2  # letters
ZERO = ord("0")
FOLDER = Path(__file__).parent
LEXICONS = FOLDER.parent / "_lexicons"


def main() -> None:
    """Write the table of each language that has a large lexicon and puts spaces between words."""
    for language in LANGUAGES:
        zipf = _words(language)
        groups: dict[float, list[str]] = defaultdict(list)
        ends = _counts(zipf, backwards=True)
        starts = _counts(zipf, backwards=False)
        for word, value in sorted(zipf.items()):
            often = value >= OFTEN
            if value >= LISTED and word.isalpha() and (often or ends[word] or starts[word]):
                groups[value if often else 0].append(word)
        rows = [_row(value, words, ends, starts) for value, words in sorted(groups.items())]
        head = f"# Words of {language} that end or begin others, from the lexicon (CC BY-SA 4.0) by _splits.py.\n"
        FOLDER.joinpath(f"_splits-{language}.tsv").write_text(head + "\n".join(rows) + "\n", "utf-8")


def _row(value: float, words: list[str], *counts: dict[str, int]) -> str:
    signs = ("".join(chr(ZERO + each[word]) for word in words) for each in counts)
    return "\t".join((str(value), *signs, " ".join(words)))


def _words(language: str) -> dict[str, float]:
    trie = marisa_trie.Trie().mmap(str(LEXICONS / f"{language}.trie"))
    values = (LEXICONS / f"{language}.zipf").read_bytes()
    return {word: values[1 + trie[word]] / 10 for word in trie}


def _counts(zipf: dict[str, float], *, backwards: bool) -> dict[str, int]:
    step = -1 if backwards else 1
    known = {word[::step] for word, value in zipf.items() if value >= WELL_KNOWN}
    listed = sorted(word[::step] for word in zipf)
    counts = {}
    for word, value in zipf.items():
        if value >= LISTED:
            key = word[::step]
            counts[word] = round(10 * math.log10(1 + _longer(key, listed, known)))
    return defaultdict(int, counts)


def _longer(key: str, listed: list[str], known: set[str]) -> int:
    count, at = 0, bisect_left(listed, key)
    while at < len(listed) and listed[at].startswith(key):
        rest = listed[at][len(key) :]
        count += len(rest) >= LEAST_REST and rest in known
        at += 1
    return count


if __name__ == "__main__":
    main()
