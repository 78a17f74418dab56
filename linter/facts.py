"""What several detectors need to know about a document, computed once and only when asked for.

Every offset is in code points of ``Document.text``.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import cached_property
from typing import TypeVar, cast

from linter.lines import Line, Lines, keys_of, lowered
from linter.signs import (
    ANY_BREAK,
    ANY_DIGIT,
    ANY_INVISIBLE,
    ANY_MISREAD,
    ANY_PAIRED,
    MISREAD_LETTERS,
    NOT_INVISIBLE,
    PAIRED,
    PLAIN,
    WINDOWS_1252_BYTES,
    rare_signs,
)
from linter.types import Document, Knowledge
from linter.zones import WIDE_LEADS, Zones, read_zones

MASK = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for protected text in a view: no letter, space or mark
_SAMPLE = 2000  # code points that tell whether a text is mostly ASCII

T = TypeVar("T")

__all__ = ["MASK", "Facts", "lowered"]


class Facts:
    """Lazily computed facts about one document."""

    def __init__(self, document: Document, knowledge: Knowledge, preset: str = "article") -> None:
        self.document = document
        self.knowledge = knowledge
        self.preset = preset
        self.view = document.view
        self._shared: dict[object, object] = {}

    def shared(self, make: Callable[[Facts], T]) -> T:
        """Return ``make(self)``, worked out once for all detectors that ask for it."""
        if make not in self._shared:
            self._shared[make] = make(self)
        return cast("T", self._shared[make])

    @cached_property
    def lower(self) -> str:
        """The unmasked text in lower case, offsets kept."""
        return lowered(self.document.text)

    @cached_property
    def rows(self) -> list[str]:
        """The text of each line of the view, with the carriage return that may end it."""
        return self.view.split("\n")

    @cached_property
    def line_keys(self) -> list[str]:
        """The key of each line of the view, empty for long and blank lines."""
        return keys_of(self.lower if self.view is self.document.text else lowered(self.view))

    @cached_property
    def _present_keys(self) -> frozenset[str]:
        return frozenset(self.line_keys)

    @cached_property
    def lines(self) -> Lines:
        """All lines of the view, blank ones included."""
        return Lines(self.rows, self.line_keys)

    def lines_with(self, keys: Set[str]) -> list[Line]:
        """Return the lines that have one of the keys, in order."""
        present = keys & self._present_keys
        return list(self.lines.with_keys(present)) if present else []

    @cached_property
    def utf8(self) -> bytes:
        """The view in UTF-8: searching bytes for a rare sign costs a third of searching a wide ``str``."""
        return self.view.encode("utf-8", "surrogatepass")

    @cached_property
    def unplain(self) -> str:
        """A short text with all characters of the view but ``linter.signs.PLAIN`` ones, in order.

        It may hold plain ones too. What stands side by side in the view does so here, unless one of the two
        is plain. Looking for odd characters in it costs next to nothing where most of the view is plain.
        """
        sample = self.view[:_SAMPLE]
        if len(sample.encode("ascii", "ignore")) < len(sample) // 2:
            return self.view
        return self.utf8.translate(None, PLAIN).decode("utf-8", "surrogatepass")

    @cached_property
    def signs(self) -> frozenset[str]:
        """The rare signs (``linter.signs``) that stand in the view; those named ``ANY_…`` sum up."""
        text = self.unplain
        if text is not self.view:
            found = frozenset(rare_signs(is_latin=True).findall(text))
        else:
            found = frozenset(rare_signs(is_latin=False).findall(text)).union(
                sign for sign in MISREAD_LETTERS if sign in text
            )
        sums = {ANY_INVISIBLE} if found - NOT_INVISIBLE else set()
        if WINDOWS_1252_BYTES.search(self.utf8):
            sums.add(ANY_MISREAD)
        if any(digit in self.view for digit in "1023456789"):
            sums.add(ANY_DIGIT)
        if any(sign in self.view for sign in PAIRED):
            sums.add(ANY_PAIRED)
        if 0 <= self.view.find("\n") < len(self.view.rstrip()):
            sums.add(ANY_BREAK)
        return found | sums

    def signs_in(self, start: int, end: int) -> Set[str]:
        """Those of ``signs`` that stand in a part of the view; sums but the invisible ones are of the whole view."""
        if end - start == len(self.view) or not self.signs:
            return self.signs
        part = self.view[start:end]
        present = {sign for sign in self.signs if len(sign) > 1 or sign in part}
        if ANY_INVISIBLE in present and not any(sign in part for sign in self.invisible):
            present.discard(ANY_INVISIBLE)
        return present

    @cached_property
    def invisible(self) -> frozenset[str]:
        """Those of ``signs`` that cannot be seen or have no meaning of their own."""
        return self.signs - NOT_INVISIBLE - {ANY_INVISIBLE}

    @cached_property
    def zones(self) -> Zones:
        """Head and tail of the document, where page furniture lives."""
        return read_zones(
            self.rows, self.lines.filled, is_wide=len(self.utf8.translate(None, WIDE_LEADS)) < len(self.utf8)
        )
