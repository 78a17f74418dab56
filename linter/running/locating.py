"""Lines, columns and excerpts of findings: computed once, where the text is at hand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from linter.fix import applicable
from linter.outcome import Excerpt, Located, Region
from linter.types import Evidence, Finding, Original, Safety, Span

_AROUND = 60  # code points shown on each side of a span
_MARKED = 100  # code points shown of a span
_CUT = "\N{HORIZONTAL ELLIPSIS}"


class Lines:
    """The lines of a text, which end at line feeds only."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0]
        at = text.find("\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = text.find("\n", at + 1)

    def number(self, at: int) -> int:
        """Return the line of an offset, from 1."""
        return bisect_right(self.starts, at)

    def region(self, span: Span, *, is_shown: bool = True) -> Region:
        """Return where a span stands; shown, an end right after a line feed belongs to the line that it closes."""
        line, end_line = self.number(span.start), self.number(span.end)
        if is_shown and end_line > line and self.starts[end_line - 1] == span.end:
            end_line -= 1
        return Region(line, span.start - self.starts[line - 1] + 1, end_line, span.end - self.starts[end_line - 1] + 1)

    def spans(self, changed: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """Return the places of runs of lines (first, last; from 1), line feeds included."""
        ends = [*self.starts[1:], len(self.text)]
        last = len(self.starts)
        return tuple(Span(self.starts[first - 1], ends[min(end, last) - 1]) for first, end in changed if first <= last)

    def excerpt(self, span: Span) -> Excerpt:
        """Return the first line of a span, cut around it."""
        start = self.starts[self.number(span.start) - 1]
        end = self.text.find("\n", span.start, span.start + _MARKED + _AROUND + 2)
        end = len(self.text) if end < 0 else end
        if self.text.startswith("\r\n", end - 1):
            end -= 1
        stop = max(span.start, min(span.end, end))
        shown = min(stop, span.start + _MARKED)
        left, right = max(start, span.start - _AROUND), min(max(end, stop), shown + _AROUND)
        marked = self.text[span.start : shown] + (_CUT if shown < stop else "")
        return Excerpt(
            (_CUT if left > start else "") + self.text[left : span.start],
            marked,
            "" if shown < stop else self.text[shown:right] + (_CUT if right < end else ""),
        )


def located(findings: Iterable[Finding], text: str, original: Original | None = None) -> tuple[Located, ...]:
    """Return the findings with their places in the text; proofs also with those in its source."""
    findings = tuple(findings)
    if not findings:
        return ()
    lines = Lines(text)
    source = None if original is None else (original.path, Lines(original.text))
    return tuple(_located(finding, lines, source) for finding in findings)


def _located(finding: Finding, lines: Lines, source: tuple[str, Lines] | None) -> Located:
    span = finding.span

    def place(proof: Evidence) -> Region | None:
        if proof.span is None:
            return None
        if source is not None and proof.path == source[0]:
            return source[1].region(proof.span)
        return lines.region(proof.span) if proof.path in (None, finding.path) else None

    return Located(
        finding=finding,
        region=lines.region(span),
        text=lines.text[span.start : span.end],
        excerpt=lines.excerpt(span),
        evidence=tuple(map(place, finding.evidence)),
        edits=tuple(tuple(lines.region(edit.span, is_shown=False) for edit in fix.edits) for fix in finding.fixes),
        repair=_repair(finding),
    )


def _repair(finding: Finding) -> str:
    if applicable(finding, Safety.SAFE):
        return "safe"
    return "unsafe" if applicable(finding, Safety.UNSAFE) else ""
