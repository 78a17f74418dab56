"""How a container holds its prose: pieces of text with their places in the file, in segments.

Every offset is in code points of the file; every range is half-open.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of prose and what stands for it in the file: ``[start, end)`` in code points of the file.

    With equal lengths both map one to one; else the piece is an atom, such as an entity. Nothing in the file
    stands for a piece whose ``start`` is its ``end``: no edit may touch it.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """What a container holds as a paragraph of its own: an entry, a value, a cue, an element.

    ``language`` is the declared one, empty if there is none. A fix may not write a character of ``refused``
    into it, nor touch one of ``brittle``. ``is_apart``: it belongs to no running text, such as an attribute.
    ``is_indented``: its pieces are lines, whose first characters no fix may touch. ``key`` is its place in a file of
    keys and values.
    """

    pieces: tuple[Piece, ...]
    language: str = ""
    refused: str = ""
    brittle: str = ""
    is_apart: bool = False
    is_indented: bool = False
    key: str = ""

    @property
    def text(self) -> str:
        return "".join([piece.text for piece in self.pieces])
