"""Windows-1252 read as Latin-1: quotation marks and dashes that became C1 control characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.detectors.encoding_decode import CP1252_CONTROLS, Grade, Run
from linter.facts import Facts

_CONTROL = re.compile("[" + "".join(map(chr, CP1252_CONTROLS)) + "]")
CONTROLS = frozenset(map(chr, CP1252_CONTROLS))
_ANYWHERE = frozenset("‘’“”–—…")
NEXT_LINE = "\x85"  # an ellipsis in Windows-1252, a line break on mainframes


def controls(text: str, facts: Facts, taken: Sequence[Run]) -> list[Run]:
    """Return a run for each C1 control that is a printed character in Windows-1252, outside ``taken``."""
    if facts.signs.isdisjoint(CONTROLS):
        return []
    inside = {place for run in taken for place in range(run.start, run.end)}
    return [
        _run(text, found.start())
        for found in _CONTROL.finditer(text)
        if found.start() not in inside and not _is_line_break(text, found.start())
    ]


def _run(text: str, at: int) -> Run:
    """After an ASCII character it cannot be the tail of a misread letter; elsewhere it may be one."""
    right = CP1252_CONTROLS[ord(text[at])]
    before, after = text[max(0, at - 2) : at], text[at + 1 : at + 3]
    sure = before[-1:].isascii() and _fits(right, before, after)
    return Run(at, at + 1, right, Grade.SURE, "Latin-1", "" if sure else "?")


def _fits(right: str, before: str, after: str) -> bool:
    """True for marks, for letters beside letters and for the euro sign beside a number."""
    if right in _ANYWHERE:
        return True
    if right == "€":
        return any(map(str.isdigit, before + after))
    return right.isalpha() and (before[-1:].isalpha() or after[:1].isalpha())


def _is_line_break(text: str, at: int) -> bool:
    return text[at] == NEXT_LINE and not text[max(0, at - 1) : at].isalpha()
