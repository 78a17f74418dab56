"""Where spaces stand that may be one too many: in runs, or before a mark. All rules on spacing share it."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.facts import Facts
from linter.lazy import lazy
from linter.types import Span

NBSP = "\N{NO-BREAK SPACE}"
ODD_SPACES = NBSP + "\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
MARKS = ",.;:!?"
FULL_WIDTH_MARKS = "，。、！？；："
_AFTER = f"[ {ODD_SPACES}{MARKS}{FULL_WIDTH_MARKS}]"
# Each begins with a fixed sign, which is what makes it fast in re.
_PATTERNS = tuple((sign, f"{sign}{_AFTER}") for sign in " " + ODD_SPACES)
_RUN = lazy(f"[ {ODD_SPACES}]+")


@lru_cache(maxsize=1)  # four rules ask for the gaps of one passage, one after the other
def gaps(facts: Facts, start: int, end: int) -> tuple[Span, ...]:
    """Return the runs of spaces, and the single spaces before a mark, that have a sign on both sides."""
    text = facts.view
    patterns = [re.compile(pattern) for sign, pattern in _PATTERNS if sign in text]
    places = sorted(found.start() for pattern in patterns for found in pattern.finditer(text, start, end))
    if not places:
        return ()
    spans: list[Span] = []
    done = start
    for place in places:
        run = _RUN.match(text, place, end) if place >= done else None
        if run is None:
            continue
        done = run.end()
        if start < place and done < end and not text[place - 1].isspace() and text[done] not in "\r\n":
            spans.append(Span(place, done))
    return tuple(spans)
