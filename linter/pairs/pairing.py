"""Which parts of a text and of its source belong together. Worked out once for all detectors of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from linter.facts import Facts
from linter.language.identify import identify
from linter.pairs.align import GOOD, Link, align, is_fit
from linter.pairs.gaps import Gap, Side, read_gaps
from linter.pairs.marks import Mark, read_marks, without_marks
from linter.pairs.parts import MARKDOWN, Part, PartKind, filled_lines, read_parts
from linter.pairs.traits import traits, usual_scale
from linter.record import record
from linter.types import UNKNOWN_LANGUAGE, Document, Evidence, Original, Span

UNIT = "unit"  # the container of one translation of a bilingual file
_LEAST_ALIGNED, _LEAST_COVERED = 0.6, 0.3  # shares of the text and of the source that must have a partner
_LONGEST_SEGMENT = 3000  # code points
_ODD_LINES = 0.1  # share of lines by which two texts may differ to be compared line by line


@record
class Pair:
    """A part of the source and its translation; ``source_at`` and ``at`` are where they begin in their texts.

    ``is_sure``: the parts surely belong together. A plural form may leave the number out.
    """

    source: str
    target: str
    source_at: int
    at: int
    kind: PartKind = PartKind.TEXT
    is_sure: bool = True
    is_plural: bool = False
    is_markdown: bool = False
    codes: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    @cached_property
    def source_marks(self) -> tuple[Mark, ...]:
        """The marks of the source."""
        return read_marks(self.source, is_markdown=self.is_markdown)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of the translation."""
        return read_marks(self.target, is_markdown=self.is_markdown)

    @cached_property
    def source_prose(self) -> str:
        """The source with a blank for each code point of a mark."""
        return without_marks(self.source, self.source_marks)

    @cached_property
    def prose(self) -> str:
        """The translation with a blank for each code point of a mark."""
        return without_marks(self.target, self.marks)

    def span(self, start: int, end: int) -> Span:
        """Return the span in the document of a place in ``target``."""
        return Span(self.at + start, self.at + end)

    @property
    def whole(self) -> Span:
        """The span of the translation without the white space around it."""
        lead = len(self.target) - len(self.target.lstrip())
        return Span(self.at + lead, self.at + max(lead, len(self.target.rstrip())))


class Field(NamedTuple):
    """A field of the front matter, its name at ``start``."""

    name: str
    start: int


class Pairing(NamedTuple):
    """The pairs of a document in order. ``path`` is that of the source.

    ``aligned`` is the share of the text that has a partner, ``covered`` that of the source; where they are too small
    there are no pairs.
    ``fields`` are those of the front matter of the source and of the text.
    """

    pairs: tuple[Pair, ...]
    source_language: str
    target_language: str
    path: str
    is_markdown: bool = False
    gaps: tuple[Gap, ...] = ()
    fields: tuple[tuple[Field, ...], tuple[Field, ...]] = ((), ())
    aligned: float = 1.0
    covered: float = 1.0

    @property
    def is_aligned(self) -> bool:
        """True if the two texts have the same structure, by and large."""
        return self.aligned >= _LEAST_ALIGNED and self.covered >= _LEAST_COVERED

    def evidence(self, text: str, start: int) -> Evidence:
        """Return what the source says at a place."""
        return Evidence(text, Span(start, start + len(text)), self.path or "source")


def pairing(facts: Facts) -> Pairing:
    """Return the pairs of a document that has a source."""
    document = facts.document
    original = document.original
    assert original is not None
    language = original.language if original.language != UNKNOWN_LANGUAGE else identify(original.text)
    is_markdown = document.container in MARKDOWN
    made = Pairing((), language, document.language, original.path, is_markdown)
    if document.container == UNIT or (document.container == "plain" and _is_segment(original.text, document.text)):
        pair = Pair(
            *(original.text, document.text, original.start, 0),
            is_plural=original.is_plural,
            is_markdown=is_markdown,
            codes=original.codes,
        )
        return made._replace(pairs=(pair,))
    return _aligned(document, original, made)


def _is_segment(source: str, target: str) -> bool:
    """True if two plain texts are one paragraph each, broken into lines in different ways or not at all."""
    lines = filled_lines(source), filled_lines(target)
    is_short = len(source) <= _LONGEST_SEGMENT and "\n\n" not in source.strip() and "\n\n" not in target.strip()
    return max(lines) <= 1 or (is_short and lines[0] != lines[1])


def _aligned(document: Document, original: Original, made: Pairing) -> Pairing:
    lines = filled_lines(original.text), filled_lines(document.text)
    by_line = abs(lines[0] - lines[1]) <= max(1, _ODD_LINES * max(lines))
    source, target = (
        _side(text, read_parts(text, document.container, by_line=by_line)) for text in (original.text, document.text)
    )
    if not source.parts or not target.parts:
        return made
    links, scale = align(source.traits, target.traits, usual_scale(original.text, document.text))
    fit = [link for number, link in enumerate(links) if is_fit(links, number)]
    theirs = sum(part.end - part.start for link in fit for part in source.parts[link.i : link.i + link.n])
    ours = sum(part.end - part.start for link in fit for part in target.parts[link.j : link.j + link.m])
    made = made._replace(aligned=ours / max(1, _length(target)), covered=theirs / max(1, _length(source)))
    if not made.is_aligned:
        return made
    return made._replace(
        pairs=tuple(_pairs(source, target, links, is_markdown=made.is_markdown)),
        gaps=tuple(read_gaps(source, target, links, scale)),
        fields=(_fields(source), _fields(target)),
    )


def _side(text: str, parts: Sequence[Part]) -> Side:
    return Side(text, parts, traits(text, parts))


def _length(side: Side) -> int:
    return sum(part.end - part.start for part in side.parts)


def _fields(side: Side) -> tuple[Field, ...]:
    fields = (part for part in side.parts if part.kind is PartKind.FIELD)
    return tuple(Field(part.name, side.text.rfind(part.name, 0, part.start)) for part in fields)


def _pairs(source: Side, target: Side, links: Sequence[Link], *, is_markdown: bool) -> Iterator[Pair]:
    for number, link in enumerate(links):
        if is_fit(links, number):
            theirs, ours = source.parts[link.i : link.i + link.n], target.parts[link.j : link.j + link.m]
            start, at = theirs[0].start, ours[0].start
            texts = source.text[start : theirs[-1].end], target.text[at : ours[-1].end]
            is_sure = link.cost <= GOOD and link.n == link.m
            yield Pair(*texts, start, at, ours[0].kind, is_sure, is_markdown=is_markdown)
