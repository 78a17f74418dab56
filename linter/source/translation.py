"""A unit of a bilingual file: a source text and its translation, with its place in the file."""

from __future__ import annotations

from linter.record import record
from linter.segments import Segment
from linter.source.offsets import place, starts_of
from linter.types import Span


@record(kw_only=True)
class Translation:
    """``source`` and ``target`` are read (escapes decoded, inline codes masked by U+FFFC).

    Languages are as rules name them, ``und`` if the file does not say. ``id`` tells the unit in messages.
    ``is_plural``: a form of a plural entry, which may leave the number out. ``codes`` name the inline codes of source
    and target, where the format has them.
    """

    id: str
    source: str
    source_language: str
    segment: Segment
    target_language: str
    is_plural: bool = False
    codes: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    @property
    def target(self) -> str:
        return self.segment.text

    @property
    def span(self) -> Span:
        """The target in the file, in code points."""
        pieces = self.segment.pieces
        return Span(pieces[0].start, pieces[-1].end) if pieces else Span(0, 0)

    def place(self, span: Span) -> Span:
        """Return where a span of ``target`` stands in the file."""
        return place(span, self.segment.pieces, starts_of(self.segment.pieces))
