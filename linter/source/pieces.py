"""Prose cut out of a file, with what its escapes stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import regex

from linter.lazy import lazy
from linter.segments import Piece

# A character of a script that puts no spaces between words.
UNSPACED = lazy(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}、。！？：；，「」『』（）〜ー…]")


def cut(text: str, start: int, end: int, escape: regex.Pattern[str], *, meaning: Callable[[str], str]) -> list[Piece]:
    """Return the pieces of ``text[start:end]``; each escape is a piece of its own with its meaning as text."""
    pieces, at = [], start
    for found in escape.finditer(text, start, end):
        if found.start() > at:
            pieces.append(Piece(text[at : found.start()], at, found.start()))
        at = found.end()
        if read := meaning(found.group()):
            pieces.append(Piece(read, found.start(), at))
    if end > at:
        pieces.append(Piece(text[at:end], at, end))
    return pieces


def trimmed(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces without the white space around their text, which markup and layout put there."""
    rest = list(pieces)
    while rest and not rest[0].text.strip():
        del rest[0]
    while rest and not rest[-1].text.strip():
        del rest[-1]
    if rest and _is_exact(rest[0]):
        kept = rest[0].text.lstrip()
        rest[0] = Piece(kept, rest[0].end - len(kept), rest[0].end)
    if rest and _is_exact(rest[-1]):
        kept = rest[-1].text.rstrip()
        rest[-1] = Piece(kept, rest[-1].start, rest[-1].start + len(kept))
    return tuple(rest)


def _is_exact(piece: Piece) -> bool:
    return len(piece.text) == piece.end - piece.start
