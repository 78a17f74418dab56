"""The words that page furniture is made of: a line all of whose words are such words is furniture.

So a wording that nobody has listed is found, while one foreign word tells a sentence of the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from linter.detectors.boilerplate_terms import is_unspaced
from linter.facts import MASK
from linter.lazy import lazy
from linter.resources import rules_folder

FIRST_WORDS = 8
MOST_KEPT = 50_000  # words whose answer is kept
_THAI = "\N{THAI CHARACTER KO KAI}"  # the scripts before it write spaces between words
KIN = {"zh": ("zh-Hant",), "zh-Hant": ("zh",), "no": ("nb",), "nn": ("nb",), "nb": ("da",)}
_WORD = lazy(r"[\p{L}\p{M}\p{N}_]+(?:[-‐‑][\p{L}\p{M}\p{N}_]+)*")
_DIGITS = "0123456789"
_PLAIN = lazy(r"[\p{L}\p{M}]")


class Kept(dict[str, bool]):
    """Whether a chunk without blanks is made of some words: worked out once for each chunk."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def __missing__(self, chunk: str) -> bool:
        if len(self) > MOST_KEPT:
            self.clear()
        made = self[chunk] = self.words.make_up(chunk)
        return made


@dataclass(frozen=True)
class Words:
    """``fillers`` are function words, ``content`` the words of buttons, labels and forms (``*`` as in phrases)."""

    fillers: frozenset[str]
    content: frozenset[str]

    @cached_property
    def _exact(self) -> frozenset[str]:
        return frozenset(word for word in self.fillers | self.content if "*" not in word)

    @cached_property
    def _stems(self) -> dict[str, tuple[str, ...]]:
        """The stems that any ending may follow, by their first two letters."""
        return _by_start((w.strip("*") for w in self.fillers | self.content if w.endswith("*")), 2)

    @cached_property
    def _letters(self) -> str:
        """The stems of one letter."""
        return "".join(start for start in self._stems if len(start) == 1)

    @cached_property
    def _tails(self) -> tuple[str, ...]:
        return tuple(word.strip("*") for word in self.content if word.startswith("*"))

    @cached_property
    def _unspaced(self) -> dict[str, tuple[str, ...]]:
        """The words of scripts without spaces by their first character, the longest first."""
        return _by_start((w.strip("*") for w in self.fillers | self.content if is_unspaced(w)), 1)

    def knows(self, word: str) -> bool:
        """True if a lower-case word of a spaced script is one of these."""
        if word in self._exact or len(word) < 2 or word.isdigit():
            return True
        if word[0] in self._letters or word.startswith(self._stems.get(word[:2], ())):
            return True
        if word.endswith(self._tails):
            return True
        if word.isalpha():
            return False
        letters = word.strip(_DIGITS)
        if letters != word:
            return not letters or self.knows(letters)
        return not _PLAIN.search(word) or ("-" in word and all(map(self.knows, word.split("-"))))

    def strangers(self, line: str, also: Words | None = None) -> tuple[int, int]:
        """Return how many words of a lower-case line are neither among these nor ``also``, and how many it has.

        In scripts without spaces one counts characters.
        """
        if is_unspaced(line):
            return self._strange_characters(line, also)
        words = _WORD.findall(line.replace(MASK, " "))
        strange = [word for word in words if not self.knows(word)]
        return sum(also is None or not also.knows(word) for word in strange), len(words)

    def _strange_characters(self, line: str, also: Words | None) -> tuple[int, int]:
        strange = size = 0
        for word in _WORD.findall(line):
            if is_unspaced(word):
                strange += sum(not length for length in self._steps(word, also))
                size += len(word)
            else:
                strange += not (self.knows(word) or (also is not None and also.knows(word)))
                size += 1
        return strange, size

    def _steps(self, run: str, also: Words | None = None) -> Iterator[int]:
        """Read a run without spaces from left to right: yield the length of each known word, 0 for other characters."""
        known, more = self._unspaced, {} if also is None else also._unspaced
        at = 0
        while at < len(run):
            char = run[at]
            length = int(char.isascii())
            for word in (*known.get(char, ()), *more.get(char, ())):
                if len(word) > length and run.startswith(word, at):
                    length = len(word)
            yield length
            at += length or 1

    def make_up(self, chunk: str) -> bool:
        """True if a lower-case chunk without blanks is made of these words."""
        if chunk[0] < _THAI and chunk[-1] < _THAI and chunk.isalpha():
            return self.knows(chunk)
        if is_unspaced(chunk):
            return all(self._steps("".join(_WORD.findall(chunk))))
        return all(map(self.knows, _WORD.findall(chunk)))

    def is_strange(self, line: str) -> bool:
        """True if too many of the first words of a lower-case line are not among these: a cheap first look."""
        strange = 0
        if is_unspaced(line):
            allowed = len(line) // 7
            for length in self._steps("".join(_WORD.findall(line))):
                strange += not length
                if strange > allowed:
                    return True
            return False
        kept = self.kept
        for chunk in line.split(None, FIRST_WORDS)[:FIRST_WORDS]:
            if not kept[chunk]:
                strange += 1
                if strange > 1:
                    return True
        return False

    @cached_property
    def kept(self) -> Kept:
        """Whether chunks without blanks are made of these words."""
        return Kept(self)

    def cover(self, line: str, also: Words | None = None) -> bool:
        """True if a lower-case line is made of these words, but for very few."""
        strange, all_words = self.strangers(line, also)
        if is_unspaced(line):
            return strange <= all_words // 7
        return strange <= (0 if all_words <= 3 else 1)

    def make(self, line: str) -> bool:
        """True if a lower-case line is made of these words alone, and of one that is no function word at least."""
        strange, all_words = self.strangers(line)
        return not strange and all_words > 0 and self._functional.strangers(line)[0] > 0

    def content_words(self, line: str) -> tuple[int, int]:
        """Return how many words of a lower-case line are no function words, and how many it has."""
        return self._functional.strangers(line)

    @cached_property
    def _functional(self) -> Words:
        return Words(self.fillers, frozenset())


def _by_start(words: Iterable[str], size: int) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        found.setdefault(word[:size], []).append(word)
    return {start: tuple(listed) for start, listed in found.items()}


def only(words: Iterable[str]) -> Words:
    """Return words that are no function words."""
    return Words(frozenset(), frozenset(words))


@cache
def words_of(language: str) -> Words:
    """Return the words of a language, its kin, and those of every language (``rules/boilerplate/_words``)."""
    words: dict[str, set[str]] = {"fillers": set(), "content": set()}
    for name in (language, *KIN.get(language, ()), "every"):
        path = rules_folder() / "boilerplate" / "_words" / f"{name}.tsv"
        if path.is_file():
            for row in path.read_text("utf-8").splitlines():
                sort, _, listed = row.partition("\t")
                words.get(sort, set()).update(listed.split())
    return Words(frozenset(words["fillers"]), frozenset(words["content"]))
