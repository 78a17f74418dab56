"""The shapes of a line: what stays of it where numbers, dates, names or all behind a label change.

A shape is a line as rule files write it, with the slots ``{n}``, ``{date}``, ``{name}``, ``{any}``.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from linter.detectors.boilerplate_terms import LONGEST_SLOTTED, has_slots, key_of, slotted
from linter.detectors.literals import is_selective
from linter.facts import MASK
from linter.lazy import lazy
from linter.lines import line_key

LONGEST, SHORTEST = 240, 3  # code points of a line that may recur
FEWEST_LETTERS = 4  # letters that a shape keeps
_EDGES = " \t\r\N{NO-BREAK SPACE}\ufeff*»«|›>→←↑•·–—-_~<"
_DATE = lazy(
    r"""
      \d{1,4}[./-]\d{1,2}[./-]\d{1,4} | \d{4}年\s?\d{1,2}月(?:\s?\d{1,2}日)? | \d{4}년\s?\d{1,2}월(?:\s?\d{1,2}일)?
    | (?<!\w)\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?\ (?:de\ |of\ )?\p{L}{3,12}\.?,?\ (?:de\ )?\d{4}(?!\d)
    | (?<!\w)\p{L}{3,12}\.?\ \d{1,2}(?:st|nd|rd|th)?,?\ \d{4}(?!\d)
    """,
    regex.VERBOSE,
)
_TIME = lazy(r"\{date\},?\s(?:\p{L}{1,3}\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?", regex.IGNORECASE)
_NUMBER = lazy(r"\d[\d.,]*")
_NAME = lazy(
    r"""
      (?<=[^\s{]\ ) \p{Lu}[\p{L}\p{M}'’.-]*\p{Ll}
      (?:\ (?:d[aei]s?|van|el|al|bin|\p{Lu}[\p{L}\p{M}'’.-]*)){0,3} (?<=\p{Ll})
    """,
    regex.VERBOSE,
)
MOST_NAMES = 3  # runs of capital words that may be what changes
_LABEL = lazy(r"([^:：{}]{3,40}[:：]) ?[^{}]*\S$")
_LETTERS = lazy(r"\p{L}")
_SLOT = lazy(r"\{\w+\}")
_PROTECTED = MASK + "{}⟦⟧`|"


def trimmed(line: str) -> str:
    """Return a line with single blanks, without the signs at its edges."""
    return " ".join(line.split()).strip(_EDGES)


def shapes(line: str) -> tuple[str, ...]:
    """Return the shapes of a line, the most exact one first; none if it is too long, too short or code.

    Each of them matches the line, as a rule that lists it would.
    """
    text = trimmed(line)
    if not SHORTEST <= len(text) <= LONGEST or not text.isprintable() or any(sign in text for sign in _PROTECTED):
        return ()
    numbered = _NUMBER.sub("{n}", text)
    dated = _TIME.sub("{date}", _DATE.sub("{date}", text))
    undated = _NUMBER.sub("{n}", dated)
    label = _LABEL.match(text)
    found = [numbered, undated, *_named(undated), *([f"{label[1]} {{any}}"] if label else ())]
    return tuple(each for each in dict.fromkeys(found) if _is_rule(each) and matches(each, line))


def _named(shape: str) -> Iterator[str]:
    """Yield the shape with a slot for one run of capital words, then with slots for all."""
    runs = list(_NAME.finditer(shape))[:MOST_NAMES]
    for run in reversed(runs):
        yield f"{shape[: run.start()]}{{name}}{shape[run.end() :]}"
    if len(runs) > 1:
        yield _NAME.sub("{name}", shape)


def matches(shape: str, line: str) -> bool:
    """True if a rule that lists the shape finds the line."""
    if has_slots(shape):
        return slotted(shape).fills(line)
    return key_of(shape) == line_key(line)


def _is_rule(shape: str) -> bool:
    if len(_LETTERS.findall(_SLOT.sub("", shape))) < FEWEST_LETTERS // (2 if is_selective(shape[:2]) else 1):
        return False
    return not has_slots(shape) or (len(shape) <= LONGEST_SLOTTED and is_selective(slotted(shape).literal))
