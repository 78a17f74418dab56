"""What several detectors need to know about a document, computed once and only when asked for.

Every offset is in code points of ``Document.text``.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import regex

from linter.rule import Knowledge
from linter.types import Document

MASK = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for protected text in a view: no letter, space or mark
LONGEST_KEYED_LINE = 300  # code points; page furniture is short, prose lines need no key

_EDGE_SIGNS = " \t\r\N{NO-BREAK SPACE}\ufeff*»«:：.。…|›>→←↑•·–—-#!?_~<"
_NUMBER = regex.compile(r"\d[\d.,:]*")


class Line(NamedTuple):
    """A line without its line break; ``key`` is its normalised form, empty for long and blank lines."""

    start: int
    end: int
    key: str


def line_key(text: str) -> str:
    """Return the form of a line that ignores case, spacing, numbers and signs at its edges."""
    key = " ".join(lowered(text).strip(_EDGE_SIGNS).split())
    return _NUMBER.sub("0", key) if any(map(str.isdigit, key)) else key


def lowered(text: str) -> str:
    """Return ``text`` in lower case with the same number of code points.

    ``str.lower`` keeps every offset but that of U+0130, which becomes two code points.
    """
    return text.replace("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "i").lower()


class Facts:
    """Lazily computed facts about one document."""

    def __init__(self, document: Document, knowledge: Knowledge) -> None:
        self.document = document
        self.knowledge = knowledge
        self.view = document.view

    @cached_property
    def lower(self) -> str:
        """The unmasked text in lower case, offsets kept."""
        return lowered(self.document.text)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines of the view, blank ones included."""
        lines = []
        start = 0
        for text in self.view.split("\n"):
            end = start + len(text)
            key = line_key(text) if len(text) <= LONGEST_KEYED_LINE else ""
            lines.append(Line(start, end - text.endswith("\r"), key))
            start = end + 1
        return tuple(lines)

    @cached_property
    def lines_by_key(self) -> dict[str, list[int]]:
        """The numbers of the lines that have a key, by their key."""
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines):
            if line.key:
                found.setdefault(line.key, []).append(number)
        return found
