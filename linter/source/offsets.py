"""From prose that was taken out of a container back to the places of the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from linter.lazy import lazy
from linter.segments import Piece, Segment
from linter.types import Edit, Evidence, Finding, Fix, Part, Span

_CLOSING = lazy(r"(?:</[^<>]*>)+")
_OPENING = lazy(r"(?:<[^/!?<>](?:[^<>]*[^/<>])?>)+")
_BREAK = lazy(r'"[^\n"]*\n\s*"')  # between the lines of one value of a PO file


def starts_of(pieces: Sequence[Piece]) -> tuple[int, ...]:
    """Return where each piece begins in their joined text."""
    starts, at = [], 0
    for piece in pieces:
        starts.append(at)
        at += len(piece.text)
    return tuple(starts)


def place(span: Span, pieces: Sequence[Piece], starts: Sequence[int]) -> Span:
    """Return where a span of the joined text stands in the file."""
    if not pieces:
        return Span(0, 0)
    first, last = _at(span.start, starts), _at(max(span.start, span.end - 1), starts)
    start, end = _source(span.start, pieces[first], starts[first]), pieces[last].end
    if span.start == span.end:
        return Span(start, start)
    if _is_exact(pieces[last]):
        end = _source(span.end, pieces[last], starts[last])
    return Span(start, max(start, end))


def placed(findings: Sequence[Finding], part: Part, text: str, *, is_across: bool = True) -> list[Finding]:
    """Return the findings of a part as findings of the file's text; a fix that cannot be made there is left out.

    ``is_across``: segments follow on each other, so that a finding may reach over several.
    """
    return [
        replace(
            finding,
            span=place(finding.span, part.pieces, part.starts),
            fixes=tuple(fix for each in finding.fixes if (fix := _fix(each, part, text)) is not None),
            evidence=tuple(_evidence(each, part) for each in finding.evidence),
        )
        for finding in findings
        if is_across or _is_inside(finding.span, part)
    ]


def _is_inside(span: Span, part: Part) -> bool:
    """True if a span lies in one segment."""
    first, last = _at(span.start, part.starts), _at(max(span.start, span.end - 1), part.starts)
    return part.owners[first] is part.owners[last] is not None


def _evidence(evidence: Evidence, part: Part) -> Evidence:
    if evidence.span is None or evidence.path is not None:
        return evidence
    return replace(evidence, span=place(evidence.span, part.pieces, part.starts))


def _fix(fix: Fix, part: Part, text: str) -> Fix | None:
    edits = []
    for each in fix.edits:
        edit = _edit(each, part, text)
        if edit is None:
            return None
        edits.append(edit)
    edits.sort()
    if any(one.span.end > other.span.start for one, other in pairwise(edits)):
        return None
    return Fix(tuple(edits), fix.safety, fix.title)


def _edit(edit: Edit, part: Part, text: str) -> Edit | None:
    """Return the edit of the file, None if it would reach into what is no prose or leave a segment empty."""
    if edit.span.start == edit.span.end:
        return _insertion(edit, part, text)
    first, last = _at(edit.span.start, part.starts), _at(edit.span.end - 1, part.starts)
    touched = part.pieces[first : last + 1]
    if not _is_seamless(touched) or not _is_whole(edit.span, first, last, part):
        return None
    segment = part.owners[first]
    if segment is None or segment is not part.owners[last]:
        return None
    span = place(edit.span, part.pieces, part.starts)
    if not edit.text and _covers(span, segment):
        return None
    return _allowed(Edit(span, edit.text), segment, text)


def _covers(span: Span, segment: Segment) -> bool:
    return span.start <= segment.pieces[0].start and span.end >= segment.pieces[-1].end


def _is_seamless(pieces: Sequence[Piece]) -> bool:
    """True if the pieces stand side by side in the file, with nothing between them."""
    if any(map(_is_join, pieces)):
        return False
    return all(one.end == other.start for one, other in pairwise(pieces))


def _is_whole(span: Span, first: int, last: int, part: Part) -> bool:
    """True if the span takes in each atom that it touches as a whole."""
    head, tail = part.pieces[first], part.pieces[last]
    starts_well = _is_exact(head) or part.starts[first] == span.start
    return starts_well and (_is_exact(tail) or part.starts[last] + len(tail.text) == span.end)


def _insertion(edit: Edit, part: Part, text: str) -> Edit | None:
    at = edit.span.start
    number = _at(at, part.starts)
    piece, inner = part.pieces[number], at - part.starts[number]
    segment = part.owners[number]
    if 0 < inner < len(piece.text):
        if not _is_exact(piece) or segment is None:
            return None
        return _allowed(Edit(Span(piece.start + inner, piece.start + inner), edit.text), segment, text)
    before = number if inner else number - 1
    left = part.owners[before] if before >= 0 else None
    right = part.owners[before + 1] if before + 1 < len(part.pieces) else None
    where = _seam(before, left, right, part=part, text=text)
    segment = left or right
    return None if where is None or segment is None else _allowed(Edit(Span(where, where), edit.text), segment, text)


def _seam(before: int, left: Segment | None, right: Segment | None, *, part: Part, text: str) -> int | None:
    """Return where something can be put between the piece ``before`` and the next one: outside of tags."""
    if left is not None and left is not right:
        return part.pieces[before].end
    if left is None:
        return None if right is None else part.pieces[before + 1].start
    start, end = part.pieces[before].end, part.pieces[before + 1].start
    if _is_join(part.pieces[before]):
        return None if _is_join(part.pieces[before + 1]) else end
    between = text[start:end]
    if start == end or _is_join(part.pieces[before + 1]) or _OPENING.fullmatch(between) or _BREAK.fullmatch(between):
        return start
    return end if _CLOSING.fullmatch(between) else None


def _allowed(edit: Edit, segment: Segment, text: str) -> Edit | None:
    if any(char in segment.refused for char in edit.text):
        return None
    if segment.is_indented and any(piece.start == edit.span.start for piece in segment.pieces):
        return None
    if segment.brittle:
        near = text[max(0, edit.span.start - 1) : edit.span.end + 1] + edit.text
        if any(char in segment.brittle for char in near):
            return None
    return edit


def _is_join(piece: Piece) -> bool:
    return piece.start == piece.end


def _is_exact(piece: Piece) -> bool:
    return len(piece.text) == piece.end - piece.start


def _at(offset: int, starts: Sequence[int]) -> int:
    return max(0, bisect_right(starts, offset) - 1)


def _source(offset: int, piece: Piece, start: int) -> int:
    if offset >= start + len(piece.text):
        return piece.end
    return piece.start + offset - start if _is_exact(piece) else piece.start
