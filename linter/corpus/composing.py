"""Fixes of several rounds as edits of the text as it was, each with the rules that made it.

A later round sees a text that earlier ones have changed. What it does to unchanged places is carried back; what
meets an earlier edit becomes one edit with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.fix import apply
from linter.types import Edit, Finding, Fix, Span


class Piece(NamedTuple):
    """Code points ``start`` to ``end`` of the text as it was become ``after``.

    ``rules`` made it in ``rounds`` (from 1); ``grown`` says by how many code points each rule made the text longer.
    ``fixes`` are the numbers of the fixes that it is part of: all of a fix is done or nothing.
    """

    start: int
    end: int
    after: str
    rules: tuple[str, ...]
    rounds: tuple[int, ...]
    fixes: tuple[int, ...]
    grown: tuple[int, ...]

    def edit(self) -> Edit:
        """Return what is done to the text."""
        return Edit(Span(self.start, self.end), self.after)


class _Item(NamedTuple):
    """An old piece or a new edit, by its place in the text between two rounds."""

    start: int
    end: int
    piece: Piece
    is_new: bool


def composed(text: str, rounds: Iterable[Sequence[tuple[Finding, Fix]]]) -> tuple[Piece, ...]:
    """Return sorted, disjoint pieces that make of the text what the rounds make of it one after another."""
    pieces: list[Piece] = []
    count = 0
    for number, winners in enumerate(rounds, 1):
        new = []
        for finding, fix in winners:
            count += 1
            new += [_piece(edit, finding.rule_id, number, count) for edit in fix.edits]
        pieces = _joined(text, pieces, sorted(new)) if pieces else sorted(new)
    return tuple(piece for piece in pieces if text[piece.start : piece.end] != piece.after)


def _piece(edit: Edit, rule: str, number: int, fix: int) -> Piece:
    grown = len(edit.text) - len(edit.span)
    return Piece(edit.span.start, edit.span.end, edit.text, (rule,), (number,), (fix,), (grown,))


def _joined(text: str, old: Sequence[Piece], new: Sequence[Piece]) -> list[Piece]:
    between = apply(text, (piece.edit() for piece in old))
    items = [*_placed(old), *(_Item(piece.start, piece.end, piece, is_new=True) for piece in new)]
    result, shift = [], 0
    for group in _groups(sorted(items)):
        start, end = group[0].start, max(item.end for item in group)
        first = start - shift
        shift += sum(_growth(item.piece) for item in group if not item.is_new)
        edits = [Edit(Span(item.start - start, item.end - start), item.piece.after) for item in group if item.is_new]
        after = apply(between[start:end], edits)
        result.append(_one(first, end - shift, after, [item.piece for item in group]))
    return result


def _placed(old: Sequence[Piece]) -> Iterator[_Item]:
    """Yield the pieces where they stand in the text that they made."""
    shift = 0
    for piece in old:
        start = piece.start + shift
        yield _Item(start, start + len(piece.after), piece, is_new=False)
        shift += _growth(piece)


def _growth(piece: Piece) -> int:
    return len(piece.after) - (piece.end - piece.start)


def _groups(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Yield items that belong together: a new edit and the old pieces that it meets."""
    group: list[_Item] = []
    for item in items:
        if group and not any(_meet(item, other) for other in group):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _meet(one: _Item, other: _Item) -> bool:
    """True if a new edit changes what an old piece made, or inserts where it is; to end where it begins is not that."""
    if one.is_new == other.is_new:
        return False
    new, old = (one, other) if one.is_new else (other, one)
    if new.start == new.end:
        return old.start <= new.start <= old.end
    if old.start == old.end:
        return new.start < old.start < new.end
    return new.start < old.end and old.start < new.end


def _one(start: int, end: int, after: str, pieces: Sequence[Piece]) -> Piece:
    grown: Counter[str] = Counter()
    for piece in pieces:
        grown.update(dict(zip(piece.rules, piece.grown, strict=True)))
    return Piece(
        start,
        end,
        after,
        tuple(grown),
        tuple(sorted({number for piece in pieces for number in piece.rounds})),
        tuple(sorted({number for piece in pieces for number in piece.fixes})),
        tuple(grown.values()),
    )


def allowed(pieces: Sequence[Piece], held: frozenset[str]) -> tuple[Piece, ...]:
    """Return the pieces that are left without the rules ``held``.

    With a piece go the others of the same fix, and what later rounds did on seeing it.
    """
    gone = {piece for piece in pieces if not held.isdisjoint(piece.rules)}
    while gone:
        fixes = {number for piece in gone for number in piece.fixes}
        first = min(piece.rounds[0] for piece in gone)
        more = {p for p in pieces if p.rounds[-1] > first or not fixes.isdisjoint(p.fixes)} - gone
        if not more:
            return tuple(piece for piece in pieces if piece not in gone)
        gone |= more
    return tuple(pieces)


def undone(text: str, pieces: Sequence[Piece], befores: Sequence[str]) -> str | None:
    """Return the text as it was before the pieces were applied, None if they do not stand in it.

    ``befores`` has for each piece what stood in its place.
    """
    parts, at = [], 0
    for item, before in zip(_placed(pieces), befores, strict=True):
        if text[item.start : item.end] != item.piece.after or item.start < at:
            return None
        parts += [text[at : item.start], before]
        at = item.end
    return "".join([*parts, text[at:]])
