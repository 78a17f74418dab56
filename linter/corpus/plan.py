"""The nouns of a plan: what would change in a corpus, edit by edit and in sum. Plain picklable data.

Spans are code points of the text as it was, half-open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from linter.corpus.composing import Piece
from linter.outcome import Problem

FORMAT = 1  # of plan files; another one is refused
CONTEXT = 40  # code points on each side of an edit in a sample
SAMPLES = 20
Setting = None | bool | str | list[str]


class Reading(NamedTuple):
    """Where records keep text, id and language, and their format where the name of a file does not say it."""

    text: str = "text"
    id: str = "id"
    language: str = ""
    format: str | None = None


class Head(NamedTuple):
    """How a plan was made. ``options`` are those of the command line that choose rules and languages."""

    mtlint: str
    up_to: str
    seed: str
    options: Mapping[str, Setting]
    format: int = FORMAT


class Place(NamedTuple):
    """A text of a corpus: a file, or a record of one (``record`` counts from 1)."""

    path: str
    record: int | None = None
    id: str | None = None

    def __str__(self) -> str:
        if self.record is None:
            return self.path
        return f"{self.path}, record {self.record}" + (f" ({self.id})" if self.id else "")


class PlannedText(NamedTuple):
    """A text with what would change in it. ``befores`` has what stands now in the place of each piece.

    ``hash`` is that of the file's bytes, of the record's, or of its text where a record has no bytes of its own.
    ``raw`` are a record's bytes where writing its text back would spell them otherwise. ``characters`` are code
    points.
    """

    place: Place
    hash: str
    ruleset: str
    language: str
    characters: int
    pieces: tuple[Piece, ...] = ()
    befores: tuple[str, ...] = ()
    around: tuple[tuple[str, str], ...] = ()
    raw: bytes = b""


class Planned(NamedTuple):
    """What planning a file, or a part of one, gave."""

    texts: tuple[PlannedText, ...] = ()
    problems: tuple[Problem, ...] = ()


class Sample(NamedTuple):
    """An edit with what stands around it."""

    place: Place
    start: int
    left: str
    before: str
    after: str
    right: str


class RuleTotal(NamedTuple):
    """What a rule would do to the texts of a language. ``share`` is that of their characters that it removes."""

    rule: str
    language: str
    edits: int
    documents: int
    removed: int
    added: int
    share: float
    samples: tuple[Sample, ...] = ()


class LanguageTotal(NamedTuple):
    """All texts of a language that were read, changed or not."""

    language: str
    documents: int
    characters: int


def samples_of(text: PlannedText) -> Iterator[tuple[Piece, Sample]]:
    """Yield the pieces of a text as samples."""
    for piece, before, (left, right) in zip(text.pieces, text.befores, text.around, strict=True):
        yield piece, Sample(text.place, piece.start, left, before, piece.after, right)
