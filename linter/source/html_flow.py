"""The running text of a page: white space collapses, inline tags vanish, blocks stand apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from linter.facts import MASK
from linter.lazy import lazy
from linter.segments import Piece, Segment
from linter.source.pieces import UNSPACED
from linter.source.references import REFUSED, prose

_HARD = r"(?:&nbsp;|&\#160;|\u00a0)"
_WHITE = lazy(rf"(?P<gap>{_HARD}[ \t\r\n\f]*(?:{_HARD}[ \t\r\n\f]*)+)|[ \t\r\n\f]{{2,}}|[\t\r\n\f]")
_SPACES = " \t\r\n\f"


@dataclass(slots=True)
class _Scope:
    """An element that says something about its text; ``depth`` counts elements of its name inside."""

    name: str
    language: str | None
    is_kept: bool
    depth: int = 1


class Flow:
    """Collects segments while the tags of a page go by."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.page_language = ""
        self._pieces: list[Piece] = []
        self._scopes: list[_Scope] = []
        self._was_closed = False
        self._seen: set[str] = set()

    def is_new(self, text: str) -> bool:
        """True if an attribute says something that none before it said."""
        size = len(self._seen)
        self._seen.add(text)
        return len(self._seen) > size

    @property
    def language(self) -> str:
        """What the nearest element around says, empty if it is the page or nothing."""
        return next((scope.language for scope in reversed(self._scopes) if scope.language is not None), "")

    def text(self, source: str, start: int, end: int) -> None:
        """Take a stretch of text in; what must not be translated counts as one word."""
        if any(scope.is_kept for scope in self._scopes):
            if source[start:end].strip():
                self.object(start)
            return
        if self._was_closed and source[start] in _SPACES and self._is_unspaced(-1):
            self.object(start)
        for piece in _collapsed(source, start, end):
            self._add(piece)
        self._was_closed = False

    def _add(self, piece: Piece) -> None:
        last = self._pieces[-1].text[-1:] if self._pieces else "\n"
        if piece.text[0] == " " and last in " \n":
            if len(piece.text) == 1:
                return
            piece = Piece(piece.text[1:], piece.start + 1, piece.end)
        self._pieces.append(piece)

    def object(self, start: int) -> None:
        """Something stands in the line that is no text: code, an image, a field."""
        self._pieces.append(Piece(MASK, start, start))
        self._was_closed = False

    def line(self, start: int) -> None:
        """A new line begins in the same block."""
        self._trim()
        if self._pieces and self._pieces[-1].text != "\n":
            self._pieces.append(Piece("\n", start, start))
        self._was_closed = False

    def opened(self, start: int) -> None:
        """An inline element begins. Right after another one the page keeps the two apart by its style."""
        if self._was_closed or self._is_unspaced(-2):
            self.object(start)

    def _is_unspaced(self, at: int) -> bool:
        """True if a character of Japanese, Chinese or Thai ends the text, or stands before its last space.

        There, a space beside emphasised words is a habit of those who write them in Markdown.
        """
        last = self._pieces[-1].text if self._pieces else ""
        return bool(UNSPACED.fullmatch(last[at : at + 1 or None])) and (at == -1 or last[-1] == " ")

    def closed(self) -> None:
        """An inline element ends."""
        self._was_closed = True

    def block(self) -> None:
        """A block begins or ends."""
        self._was_closed = False
        while self._pieces and self._pieces[-1].text == "\n":
            self._pieces.pop()
        self._trim()
        if any(piece.text.strip(_SPACES + MASK) for piece in self._pieces):
            self.segments.append(Segment(tuple(self._pieces), self.language, REFUSED))
        self._pieces = []

    def _trim(self) -> None:
        """Drop the white space at the end of a line."""
        if self._pieces and self._pieces[-1].text.endswith(" "):
            piece = self._pieces.pop()
            if len(piece.text) > 1:
                self._pieces.append(Piece(piece.text[:-1], piece.start, piece.end - 1))

    def enter(self, name: str, language: str | None, *, is_kept: bool) -> None:
        """An element begins; ``is_kept``: its text must not be translated."""
        if name == "html" and language is not None:
            self.page_language = language
            return
        if language is not None or is_kept:
            self._scopes.append(_Scope(name, language, is_kept))
        elif self._scopes and self._scopes[-1].name == name:
            if name == "p":  # a paragraph ends the one before it
                self._scopes.pop()
            else:
                self._scopes[-1].depth += 1

    def leave(self, name: str) -> None:
        """An element ends."""
        if self._scopes and self._scopes[-1].name == name:
            self._scopes[-1].depth -= 1
            if not self._scopes[-1].depth:
                self._scopes.pop()


def _collapsed(source: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces of a stretch of text; each run of white space is one space."""
    at = start
    for found in _WHITE.finditer(source, start, end):
        yield from prose(source, at, found.start())
        if found["gap"]:  # made on purpose: a gap in the layout
            yield Piece(MASK, found.start(), found.start())
        elif not _is_wrap(source, *found.span()):
            yield Piece(" ", *found.span())
        at = found.end()
    yield from prose(source, at, end)


def _is_wrap(source: str, start: int, end: int) -> bool:
    """True if a line of Japanese or Chinese goes on after a line break: no space stands there."""
    if "\n" not in source[start:end] or not start:
        return False
    return bool(UNSPACED.match(source[start - 1]) and UNSPACED.match(source, end))
