"""What stands twice in a row in a text: words and pairs of words; read once for all rules on repetition."""

from __future__ import annotations

import re
from typing import NamedTuple

from linter.facts import Facts

# It begins with a fixed sign, which is what makes it fast in re; what is no word falls out later. Longer phrases than
# of two words would double its cost for each word more.
_TWICE = r" ([^ ]++) (?:\1(?![\w'’-])|([^ ]++) \1 \2(?![\w'’-]))"


class Twice(NamedTuple):
    """Where a text of ``size`` code points stands that comes again after one space."""

    start: int
    end: int
    size: int


class Doubles(NamedTuple):
    """The words and the pairs of words that stand twice in a row in a text, in order."""

    words: tuple[Twice, ...]
    pairs: tuple[Twice, ...]


def doubles(facts: Facts) -> Doubles:
    """Return what stands twice in a row, whatever its case; a line break counts as a space."""
    text = facts.lower.replace("\n", " ")
    words: list[Twice] = []
    pairs: list[Twice] = []
    for found in re.compile(_TWICE).finditer(text):
        start, end = found.start(1), found.end()
        (words if found[2] is None else pairs).append(Twice(start, end, (end - start - 1) // 2))
    return Doubles(tuple(words), tuple(pairs))
