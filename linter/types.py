"""The nouns of mtlint. Plain frozen data; imports nothing of ours when it runs.

Every offset is in code points of ``Document.text``; every span is half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.segments import Piece, Segment

UNKNOWN_LANGUAGE = "und"  # BCP 47: undetermined
EVERY_LANGUAGE = "*"


class Safety(IntEnum):
    """How far a fix may be trusted: a suggestion is never applied by the program."""

    SUGGEST = 1
    UNSAFE = 2
    SAFE = 3


class Severity(IntEnum):
    INFO = 1
    WARNING = 2
    ERROR = 3


class Confidence(IntEnum):
    LOW = 1
    MEDIUM = 2
    HIGH = 3


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of ``Document.text``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True if the two share a code point, or if an empty one lies in or at the edge of the other."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the text at ``span`` by ``text``; an empty span inserts, an empty text deletes."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Sorted, disjoint edits that are applied all or not at all."""

    edits: tuple[Edit, ...]
    safety: Safety
    title: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves a finding: a place in this document (``path`` is None), in another one, or a fact."""

    text: str
    span: Span | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """What a kind returns. ``confidence`` and the fixes' safety may only be lower than the rule's.

    ``values`` fill the placeholders of the rule's message.
    """

    span: Span
    fixes: tuple[Fix, ...] = ()
    confidence: Confidence = Confidence.HIGH
    values: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A match joined with its rule. Never changed after ``scan``."""

    path: str
    span: Span
    rule_id: str
    category: str
    message: str
    severity: Severity
    confidence: Confidence
    language: str
    fixes: tuple[Fix, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    fingerprint: str = ""

    @property
    def order(self) -> tuple[str, Span, str]:
        """The order of findings everywhere: path, span, rule id."""
        return self.path, self.span, self.rule_id


class BlockKind(StrEnum):
    PROSE = "prose"
    HEADING = "heading"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines in one language."""

    span: Span
    language: str = UNKNOWN_LANGUAGE
    kind: BlockKind = BlockKind.PROSE


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment in Markdown or HTML that accepts the findings of some rules on the next line."""

    comment: Span
    target: Span
    rules: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Original:
    """The text that a document was translated from. ``path`` is its name in reports, "" if it has none.

    ``is_plural``: the document is a plural form, which may leave the number out. ``codes`` name the inline codes of
    the source and of the document, which their texts do not hold. ``start`` is where the text begins in its file.
    """

    text: str
    path: str = ""
    language: str = UNKNOWN_LANGUAGE
    is_plural: bool = False
    codes: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    start: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """The prose of a file in one language, as a document of its own that detectors read.

    ``pieces`` make up its text, ``starts`` are their offsets in it, ``owners`` the segment of each, None
    for what keeps segments apart.
    """

    document: Document
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    owners: tuple[Segment | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text and what is known about it.

    ``view`` has the length of ``text``; protected places (code, URLs, tags) are masked in it.
    ``language`` is a BCP 47 tag, ``und`` if it is not known. ``original`` is its source, where there is one.
    Where there are ``parts``, detectors read these instead, and findings are brought back to ``text``.
    """

    path: str
    text: str
    view: str
    container: str
    language: str = UNKNOWN_LANGUAGE
    blocks: tuple[Block, ...] = ()
    protected: tuple[Span, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    original: Original | None = None
    parts: tuple[Part, ...] = ()

    @property
    def views(self) -> tuple[str, ...]:
        """The prose to read: of the parts, or of the text itself."""
        return tuple(part.document.view for part in self.parts) or (self.view,)


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a document in one language, as detectors see it: ``text`` is the whole view."""

    text: str
    start: int
    end: int
    language: str


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry that says more than a name. ``forms``, ``never`` and ``right`` are (language, text) pairs.

    ``forms`` are wrong where something around them shows a name, ``never`` anywhere, ``right`` is right in its
    language. The language ``*`` is every one.
    """

    name: str
    kind: str = "any"
    aliases: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    never: tuple[tuple[str, str], ...] = ()
    right: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known beyond the document: names and lines of the evidence file, the user's glossary.

    ``glossary`` are the names of all its entries; ``terms`` those entries that say more than a name.
    """

    names: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    origin: str = ""
    glossary: frozenset[str] = frozenset()
    terms: frozenset[Term] = frozenset()
