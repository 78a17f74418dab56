"""The lines of a text whose quotation marks or brackets do not pair at first sight, read in one pass for both.

What is no sign is dropped from the bytes of the text at C speed, and neighbouring pairs are taken away; the few
lines that have signs left are read with care.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from linter.facts import Facts

QUOTES = frozenset('"„“”«»「」『』')
BRACKETS = frozenset("()[]（）［］【】《》〈〉")
_OTHERS = bytes(set(range(128)) - set(b'\n"()[]'))  # all of ASCII that is no sign
_ASCII_PAIRS = ("()", "[]", '""')
_PAIRS = (
    *(*_ASCII_PAIRS, "„“", "“”", "«»", "「」", "『』", "【】", "《》", "〈〉"),
    *("（）", "(）", "（)", "［］", "[］", "［]"),
)
_NESTED = 2  # levels of pairs inside pairs that are taken away
_LOW_PAIRS = ("„”",)  # right where „…“ is not
_TURNED_PAIRS = ("»«",)
_SAME_PAIRS = ("””", "»»")
_CLOSES_WITH_LEFT = frozenset(("de", "cs", "sk", "bg", "is", "sl", "hr", "sr", "lt", "lv", "et", "und"))  # „…“
_TURNS = frozenset(("de", "da", "cs", "sk", "hu", "sl", "hr", "sr", "pl"))  # »…«
_SAME = frozenset(("fi", "sv", "da", "nb", "nl"))  # ”…”


@cache
def _sign() -> re.Pattern[str]:
    """Return the pattern of a sign; ``re`` reads a class of characters twice as fast as ``regex`` does."""
    return re.compile("[" + re.escape("".join(sorted(QUOTES | BRACKETS))) + "\n]")


@cache
def _pairs(language: str) -> tuple[str, ...]:
    """Return the pairs that are no fault in a language, those of every language first."""
    own: tuple[str, ...] = () if language in _CLOSES_WITH_LEFT else _LOW_PAIRS
    own += _TURNED_PAIRS if language in _TURNS else ()
    own += _SAME_PAIRS if language in _SAME else ()
    return (*_PAIRS, *own) * _NESTED


def _left(facts: Facts) -> str:
    """Return the signs of the text that do not pair with their neighbours, with all its line breaks."""
    signs = facts.utf8.translate(None, _OTHERS).decode("utf-8", "surrogatepass")
    if not signs.isascii():
        signs = "".join(_sign().findall(signs))
    for pair in _ASCII_PAIRS * _NESTED if signs.isascii() else _pairs(facts.document.language):
        if signs.isspace():
            break
        signs = signs.replace(pair, "")
    return signs


def _lines_left(facts: Facts) -> tuple[tuple[str, int, int], ...]:
    """Return the signs left on each line that has some, with where the line begins and ends."""
    left = _left(facts)
    if not left or left.isspace():
        return ()
    lengths = list(accumulate(map(len, facts.view.split("\n")), initial=0))
    numbered = enumerate(left.split("\n"))
    return tuple((signs, lengths[at] + at, lengths[at + 1] + at) for at, signs in numbered if signs)


def is_paired(facts: Facts) -> bool:
    """True if every line of the text pairs its signs at first sight, as most texts do."""
    return not facts.shared(_lines_left)


def lines_with(signs: frozenset[str], start: int, end: int, facts: Facts) -> list[tuple[int, int]]:
    """Return where those lines of a passage begin and end that have one of the signs left."""
    lines = facts.shared(_lines_left)
    return [(at, min(end, stop)) for left, at, stop in lines if start <= at < end and not signs.isdisjoint(left)]
