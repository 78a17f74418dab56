"""Which fixes are applied, and what a text becomes by them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from linter.types import Confidence, Edit, Finding, Fix, Safety, Span


def applicable(finding: Finding, up_to: Safety) -> Fix | None:
    """Return the finding's best fix that the program may apply, or None.

    A suggestion is never applied, and a finding that is not sure is never fixed.
    """
    if finding.confidence < Confidence.HIGH:
        return None
    allowed = [fix for fix in finding.fixes if fix.safety >= max(up_to, Safety.UNSAFE) and fix.edits]
    return max(allowed, key=lambda fix: fix.safety, default=None)


def chosen(
    findings: Iterable[Finding], up_to: Safety, *, untouchable: Sequence[Span] = ()
) -> tuple[tuple[Finding, Fix], ...]:
    """Return the fixes to apply together: the safest first, then in order; none overlaps another.

    A fix that touches an ``untouchable`` span (sorted) is left out whole.
    """
    candidates = [(finding, fix) for finding in findings if (fix := applicable(finding, up_to))]
    candidates.sort(key=lambda pair: (-pair[1].safety, *pair[0].order))
    taken = _Taken()
    for span in untouchable:
        taken.add(span)
    winners = []
    for finding, fix in candidates:
        if not any(taken.touches(edit.span) for edit in fix.edits):
            for edit in fix.edits:
                taken.add(edit.span)
            winners.append((finding, fix))
    return tuple(winners)


class _Taken:
    """Disjoint spans, sorted, asked and grown in logarithmic steps (the insertion itself is a move of memory)."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def touches(self, span: Span) -> bool:
        at = bisect_left(self._spans, span)
        near = self._spans[max(0, at - 1) : at + 1]
        return any(span.overlaps(each) for each in near)

    def add(self, span: Span) -> None:
        self._spans.insert(bisect_left(self._spans, span), span)


def edits_of(winners: Iterable[tuple[Finding, Fix]]) -> tuple[Edit, ...]:
    """Return all edits of the chosen fixes, sorted."""
    return tuple(sorted(edit for _, fix in winners for edit in fix.edits))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text after sorted, disjoint edits."""
    parts, at = [], 0
    for edit in edits:
        parts.append(text[at : edit.span.start])
        parts.append(edit.text)
        at = edit.span.end
    parts.append(text[at:])
    return "".join(parts)


def carried(spans: Iterable[Span], edits: Sequence[Edit]) -> tuple[Span, ...]:
    """Return where spans (sorted, touched by none of the edits) stand after the edits."""
    result, shift, at = [], 0, 0
    for span in spans:
        while at < len(edits) and edits[at].span.end <= span.start:
            shift += len(edits[at].text) - len(edits[at].span)
            at += 1
        result.append(Span(span.start + shift, span.end + shift))
    return tuple(result)
