"""Which literal must stand in every match of a pattern: what the prefilter looks for.

The reading is cautious: what it does not understand gives no literal, and the pattern then runs
everywhere. It never gives a literal that a match could lack.
"""

from __future__ import annotations

import regex

from linter.facts import lowered
from linter.lazy import lazy

SHORTEST_LITERAL = 4  # code points; shorter ones stand so often that the prefilter costs more than it saves
SHORTEST_RARE_LITERAL = 2  # for scripts with thousands of characters, and for signs

_ITEM = lazy(
    r"""
      (?P<escape>\\[pPxuN]\{[^}]*\}|\\x..|\\u.{4}|\\.)
    | (?P<set>\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\])
    | (?P<open>\((?:\?(?:<?[=!]|P?<\w+>|[>:|]|[a-zA-Z]*:))?)
    | (?P<close>\))
    | (?P<bar>\|)
    | (?P<repeat>[*+?]|\{\d*(?:,\d*)?\})[+?]?
    | (?P<anchor>[\^$.])
    | (?P<char>.)
    """,
    regex.VERBOSE | regex.DOTALL,
)
_RARE = lazy(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{S}\p{P}\p{C}]")


def is_selective(literal: str) -> bool:
    """True if a literal is rare enough to look for: long, or with characters of a large script or signs."""
    if len(literal) >= SHORTEST_LITERAL:
        return True
    return len(literal) >= SHORTEST_RARE_LITERAL and bool(_RARE.search(literal))


def required_literals(pattern: str) -> tuple[str, ...]:
    """Return lower-case literals one of which every match contains; empty if none can be told."""
    branches = [_longest(branch) for branch in _branches(pattern)]
    return tuple(dict.fromkeys(branches)) if all(map(is_selective, branches)) else ()


def _branches(pattern: str) -> list[str]:
    """Split at the bars outside all groups."""
    depth, start, parts = 0, 0, []
    for item in _ITEM.finditer(pattern):
        depth += bool(item["open"]) - bool(item["close"])
        if item["bar"] and not depth:
            parts.append(pattern[start : item.start()])
            start = item.end()
    return [*parts, pattern[start:]]


def _longest(branch: str) -> str:
    """Return the longest run of plain characters outside groups, without one that may be missing."""
    runs, depth = [""], 0
    for item in _ITEM.finditer(branch):
        depth += bool(item["open"]) - bool(item["close"])
        char = _plain(item)
        if depth == 0 and char:
            runs[-1] += char
        elif depth == 0 and item["repeat"] and not item["repeat"].startswith("+"):
            runs[-1:] = [runs[-1][:-1], ""]
        else:
            runs.append("")
    return max(map(lowered, runs), key=len)


def _plain(item: regex.Match[str]) -> str:
    """Return the character that an item stands for, empty if it stands for several."""
    if item["char"]:
        return item["char"]
    escape = item["escape"] or ""
    return escape[1] if len(escape) == 2 and not escape[1].isalnum() else ""
