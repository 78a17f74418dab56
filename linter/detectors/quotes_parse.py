"""Which quotation marks pair, which pair wrongly, and which stand alone.

Each line is read by itself: what a mark is (opening or closing) is told from the signs beside it.
Apostrophes and single marks are left out. Spans and places are in code points of the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from linter.detectors.quotes_signs import QUOTES, is_paired, lines_with
from linter.facts import Facts

CLOSERS = {"„": "“”", "“": "”", "«": "»", "»": "«»", "”": "”", "「": "」", "『": "』", '"': '"'}
_ONLY_OPEN = frozenset("„「『")
_ONLY_CLOSE = frozenset("」』")
_MARK = "[" + "".join(sorted(QUOTES)) + "]"  # for re, which is twice as fast here
_DEEPEST = 4  # quotations inside each other
_BEFORE_OPENING = frozenset("([{—–-/'’‘‚‹¿¡=:>\N{OBJECT REPLACEMENT CHARACTER}")
_AFTER_CLOSING = frozenset(".,;:!?)]}…—–-/'’‘›<。、，！？；：）」』\N{OBJECT REPLACEMENT CHARACTER}")
# »…« too
_TURNED = frozenset(("de", "da", "cs", "sk", "hu", "sl", "hr", "sr", "pl", "sv", "fi", "nb", "is", "und"))
_LEFT_OPENS = frozenset(  # “…”
    (
        *("en", "es", "pt", "it", "fr", "ca", "zh", "zh-Hant", "ja", "ko"),
        *("tr", "vi", "id", "ru", "uk", "el", "hi", "ar"),
    )
)
_RIGHT_CLOSES = _LEFT_OPENS | {"pl", "ro", "hu"}  # „…”
_CLOSES_WITH_LEFT = frozenset(("de", "cs", "sk", "bg", "is", "sl", "hr", "sr", "lt", "lv", "et"))  # „…“


class Mark(NamedTuple):
    """A quotation mark that has no partner on its line; ``line`` is where the line begins."""

    at: int
    sign: str
    opens: bool
    line: int


class Mismatch(NamedTuple):
    """An opening mark and the wrong closing one; ``sure`` if nothing else on the line could close it."""

    opener: int
    closer: int
    sure: bool


class Reading(NamedTuple):
    """What the marks of a passage show: wrong pairs, and marks without a partner on their line, in order."""

    mismatches: tuple[Mismatch, ...] = ()
    alone: tuple[Mark, ...] = ()


_NOTHING = Reading()


def read_marks(facts: Facts, start: int, end: int, language: str) -> Reading:
    """Return what the quotation marks of a passage show; nothing where `"` is a letter sign (Hebrew)."""
    return _NOTHING if language == "he" or is_paired(facts) else _read_marks(facts, start, end, language)


@lru_cache(maxsize=1)  # two rules ask for the reading of one passage, one after the other
def _read_marks(facts: Facts, start: int, end: int, language: str) -> Reading:
    text, lines = facts.view, lines_with(QUOTES, start, end, facts)
    if not lines:
        return _NOTHING
    accepted = dict(CLOSERS)
    fixed = _fixed(language)
    if language in _CLOSES_WITH_LEFT and text.count("“", start, end) >= text.count("”", start, end):
        accepted["„"] = "“"
    mismatches: list[Mismatch] = []
    alone: list[Mark] = []
    find = re.compile(_MARK).finditer
    for line, line_end in lines:
        places = [found.start() for found in find(text, line, line_end)]
        _read_line(text, line, places, accepted, fixed, mismatches, alone)
    return Reading(tuple(mismatches), tuple(sorted(alone)))


def has_marks(text: str, start: int, end: int) -> bool:
    """Return whether a quotation mark stands in this part of the text."""
    return re.compile(_MARK).search(text, start, end) is not None


@lru_cache(maxsize=4)
def _fixed(language: str) -> dict[str, bool]:
    """Return the marks that always open (True) or always close (False) in the language."""
    fixed = {"„": True, "「": True, "『": True, "」": False, "』": False}
    if language not in _TURNED:
        fixed |= {"«": True, "»": False}
    if language in _LEFT_OPENS:
        fixed["“"] = True
    if language in _RIGHT_CLOSES:
        fixed["”"] = False
    return fixed


def _read_line(
    text: str,
    line: int,
    places: list[int],
    accepted: dict[str, str],
    fixed: dict[str, bool],
    mismatches: list[Mismatch],
    alone: list[Mark],
) -> None:
    stack: list[tuple[int, str]] = []
    for number, at in enumerate(places):
        sign = text[at]
        top = stack[-1][1] if stack else ""
        if top and sign in accepted[top] and (fixed.get(sign) is False or _closes(text, at, sign)):
            stack.pop()
        elif top and sign == '"' and any(each == '"' for _, each in stack[-_DEEPEST:]):
            alone.extend(Mark(place, each, True, line) for place, each in stack if each != '"')
            stack.clear()
        elif top not in ("", '"') and _is_wrong_closer(text, at, sign, top):
            later = places[number + 1] if number + 1 < len(places) else None
            sure = _nothing_else_closes(text, later, accepted[top])
            mismatches.append(Mismatch(stack.pop()[0], at, sure))
        elif sign == top == "«" and _looks_closing(text, at) and not _looks_opening(text, at):
            stack.pop()  # an opening mark typed in place of the closing one: it pairs, if badly
        elif fixed[sign] if sign in fixed else _opens(text, at, sign):
            stack.append((at, sign))
        else:
            alone.append(Mark(at, sign, False, line))
    alone.extend(Mark(at, sign, True, line) for at, sign in stack)


def _closes(text: str, at: int, sign: str) -> bool:
    return sign == '"' or not _looks_opening(text, at) or _looks_closing(text, at)


def _opens(text: str, at: int, sign: str) -> bool:
    if sign == "«":
        return not _looks_closing(text, at) or _looks_opening(text, at)
    if sign == "“":
        return not _looks_closing(text, at)
    return _looks_opening(text, at)


def _is_wrong_closer(text: str, at: int, sign: str, top: str) -> bool:
    """True if a mark closes what another kind of mark opened."""
    if sign in _ONLY_OPEN or (sign == '"' and text[at - 1 : at].isdigit()):
        return False  # 12" is a measure
    if sign == "«" or (top in "「『" and sign in "」』"):
        return False
    if top in "「『" and sign in '"”':
        return not _looks_opening(text, at) and text[at - 1 : at] not in "：:，,、"
    return _looks_closing(text, at)


def _nothing_else_closes(text: str, later: int | None, closers: str) -> bool:
    """True if the next mark of a line opens: no closing one is left that the opener could have waited for."""
    if later is None or text[later] in _ONLY_OPEN:
        return True
    return _looks_opening(text, later) and text[later] not in closers.replace('"', "")


def _looks_opening(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after or after.isspace() or after in ",.;:!?":
        return after == "\N{NO-BREAK SPACE}" and (not before or before.isspace())
    return not before or before.isspace() or before in _BEFORE_OPENING or before in CLOSERS


def _looks_closing(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or (before.isspace() and before not in "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"):
        return False
    return not after or after.isspace() or after in _AFTER_CLOSING or after in '"”“»'
