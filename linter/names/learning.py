"""Names that several documents write the same way, for the evidence file.

Two passes over the documents in bounded memory: the first counts roughly, the second exactly what may be
frequent enough. The order of the documents changes nothing.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set

from linter.language.conventions import Conventions
from linter.language.lexicon import Lexicon
from linter.lazy import lazy
from linter.names.kana import kana_core
from linter.names.likeness import is_misspelt

_BUCKETS = 1 << 21
_SHORTEST = 5
_MOST_RIVALS = 20  # names that one is compared with
_MOST_LEARNT = 100_000  # names of an evidence file (linter.evidence.MOST)
_KANA = lazy(r"(?<![\p{Katakana}ー・])[\p{Katakana}ー]{2,}・[\p{Katakana}ー]{2,}(?![\p{Katakana}ー・])")
_MOST_OF_A_DOCUMENT = 5_000  # names; a list of names is no text
_PHRASE = lazy(r"(?<![\p{L}\p{N}@/.-])\p{Lu}[\p{L}\p{M}]+(?: \p{Lu}[\p{L}\p{M}]+){0,2}(?![\p{L}\p{N}@/])")
_CAMEL = lazy(r"\p{Lu}\p{Ll}+\p{Lu}[\p{L}]*|\p{Ll}\p{Lu}\p{Ll}[\p{L}]*")
_GLUED = "\0"  # before a name that is there only if other documents write it by itself
_OPENERS = '“„«‹「『"'


def names_in(text: str, given: Set[str], known: Lexicon | None, conventions: Conventions | None) -> frozenset[str]:
    """Return the names of a text: persons, also in katakana, words with inner capitals, in quotation marks or in no lexicon.

    A name with a small word glued to its end ("Muratiche") counts as the name.
    """
    found: set[str] = set(_KANA.findall(text)) if "・" in text else set()
    tails = _tails(conventions)
    for match in _PHRASE.finditer(text):
        words = match.group().split(" ")
        first = next((at for at, word in enumerate(words[:-1]) if word in given), None)
        if first is not None:  # "Secondo Mira Murati" begins a sentence
            person = " ".join(words[first : first + 2])
            found.add(person)
            found.update(_GLUED + name for name in _unglued(person, known, tails))
        for word in words:
            if _is_name(word, text[match.start() - 1 : match.start()], known):
                found.add(word)
        if len(found) >= _MOST_OF_A_DOCUMENT:
            break
    return frozenset(found)


def _is_name(word: str, before: str, known: Lexicon | None) -> bool:
    if len(word) < _SHORTEST:
        return False
    if _CAMEL.fullmatch(word) or (before and before in _OPENERS):
        return True
    return known is not None and known.is_large and word not in known


def _tails(conventions: Conventions | None) -> tuple[str, ...]:
    if conventions is None:
        return ()
    words = (*conventions.conjunctions, *conventions.pronouns, *conventions.prepositions)
    return tuple(word for word in words if len(word) > 1 and word.isalpha())


def _unglued(name: str, known: Lexicon | None, tails: tuple[str, ...]) -> Iterator[str]:
    last = name.rpartition(" ")[2]
    if known is not None and last not in known:
        for tail in tails:
            if last.endswith(tail) and len(last) - len(tail) >= _SHORTEST:
                yield name[: -len(tail)]


def learn(documents: Callable[[], Iterable[frozenset[str]]], *, at_least: int) -> dict[str, int]:
    """Return the names that stand in ``at_least`` documents, with how many; misspelt forms are left out.

    ``documents`` gives the names of each document and is called twice.
    """
    rough = bytearray(_BUCKETS)
    for names in documents():
        for place in {_place(name) for name in names}:
            rough[place] = min(255, rough[place] + 1)
    counts: Counter[str] = Counter()
    for names in documents():
        counts.update(name for name in names if rough[_place(name)] >= min(at_least, 255))
    for name in [name for name in counts if name.startswith(_GLUED)]:
        glued = counts.pop(name)
        if name[1:] in counts:
            counts[name[1:]] += glued
    frequent = {name: number for name, number in counts.items() if number >= at_least}
    kept = _without_misspelt(frequent)
    if len(kept) <= _MOST_LEARNT:
        return kept
    return dict(sorted(sorted(kept.items(), key=lambda row: (-row[1], row[0]))[:_MOST_LEARNT]))


def _place(name: str) -> int:
    return zlib.crc32(name.removeprefix(_GLUED).encode("utf-8", "surrogatepass")) % _BUCKETS


def _without_misspelt(counts: dict[str, int]) -> dict[str, int]:
    """Leave out what differs in a letter from a name of more documents."""
    alike: dict[str, list[str]] = {}
    for name in counts:
        for key in _neighbours(name):
            alike.setdefault(key, []).append(name)
    dropped: set[str] = set()
    for group in alike.values():
        if len(group) > 1:
            group.sort(key=lambda name: (-counts[name], name))
            for one in group[1:]:
                rivals = group[:_MOST_RIVALS]
                if one not in dropped and any(_is_slip(one, other, counts) for other in rivals):
                    dropped.add(one)
    return {name: counts[name] for name in sorted(counts) if name not in dropped}


def _neighbours(name: str) -> Iterator[str]:
    """Yield what a name has in common with those that differ in one letter of its last word, or lack its end."""
    if "・" in name:
        yield kana_core(name)
        return
    head, _, last = name.rpartition(" ")
    yield f"{head} {last}"
    yield f"{head} {last[:-2]}"
    for at in range(1, len(last)):
        yield f"{head} {last[:at]}{last[at + 1 :]}"


def _is_slip(one: str, other: str, counts: dict[str, int]) -> bool:
    if counts[one] >= counts[other]:
        return False
    return "・" in one or is_misspelt(one.rpartition(" ")[2], other.rpartition(" ")[2])
