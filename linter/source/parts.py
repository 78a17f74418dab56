"""From the segments of a container to documents that detectors read, one for each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import cast

from linter.language.identify import identify
from linter.language.lexicon import lexicon
from linter.segments import Piece, Segment
from linter.source.containers import APART
from linter.source.markdown import comments
from linter.source.markup import html_places
from linter.source.offsets import starts_of
from linter.source.opening import blocks_of
from linter.source.placeholders import placeholders
from linter.source.protect import addresses, mask, merged
from linter.source.segments import Read
from linter.types import UNKNOWN_LANGUAGE, Block, Document, Part, Span

READERS = {
    "html": "linter.source.html:read_html",
    "srt": "linter.source.subtitles:read_srt",
    "vtt": "linter.source.subtitles:read_vtt",
    "po": "linter.source.po:read_po",
    "xliff": "linter.source.xliff:read_xliff",
    "tmx": "linter.source.tmx:read_tmx",
    "json": "linter.source.json_values:read_json",
    "yaml": "linter.source.yaml_values:read_yaml",
}
# Templates and file names declare what the text is not: here the text itself is asked first.
_DOUBTED = frozenset({"html", APART, "srt", "vtt"})
# What one file says of its single segments holds against everything that is said of the whole file.
_MULTILINGUAL = frozenset({"html", "xliff", "tmx", "json", "yaml"})
_MOST = 2 / 3  # of a text that speaks another language than the declared one


def read_segments(text: str, *, path: str, container: str) -> Read:
    """Return what the reader of a container finds in a file. Raises SourceError where the file is broken."""
    module, _, name = READERS[container].partition(":")
    return cast("Callable[[str, str], Read]", getattr(import_module(module), name))(text, path)


def open_in_parts(text: str, *, path: str, container: str, language: str | None) -> Document:
    """Return the document of a file that holds prose in parts. Raises SourceError where the file is broken."""
    read = read_segments(text, path=path, container=container)
    parts = tuple(
        _part(segments, of, path=path, container=APART if is_apart else container, declared=read.language)
        for (of, is_apart), segments in _groups(read.segments, language, container).items()
    )
    known = language or max(parts, key=lambda part: len(part.document.text)).document.language if parts else None
    known = known or read.language or UNKNOWN_LANGUAGE
    protected = tuple(_outside(text, parts))
    return Document(
        path=path,
        text=text,
        view=mask(text, protected),
        container=container,
        language=known,
        blocks=(Block(Span(0, len(text)), known),),
        protected=protected,
        suppressions=comments(text) if container == "html" else (),
        parts=parts,
    )


def _groups(segments: Sequence[Segment], wished: str | None, container: str) -> dict[tuple[str, bool], list[Segment]]:
    """Return the segments that hold more than white space, by what is known of their language and their place."""
    groups: dict[tuple[str, bool], list[Segment]] = {}
    for segment in segments:
        if segment.text.strip():
            own = segment.language if container in _MULTILINGUAL or not wished else ""
            groups.setdefault((own or wished or "", segment.is_apart), []).append(segment)
    return groups


def _part(segments: Sequence[Segment], language: str, *, path: str, container: str, declared: str) -> Part:
    pieces, owners = _joined(segments)
    text = "".join([piece.text for piece in pieces])
    places = list(addresses(text))
    if container not in ("html", APART):
        places += placeholders(text) + html_places(text)
    protected = merged(places)
    view = mask(text, protected)
    known = language or _language(view, declared, is_doubted=container in _DOUBTED)
    document = Document(
        path=path,
        text=text,
        view=view,
        container=container,
        language=known,
        blocks=_blocks(view, known),
        protected=protected,
    )
    return Part(document, pieces, starts_of(pieces), owners)


def _blocks(view: str, language: str) -> tuple[Block, ...]:
    """Return the runs in one language. A language that we hardly know cannot be told from its neighbours."""
    if language != UNKNOWN_LANGUAGE and lexicon(language.partition("-")[0]) is None:
        return (Block(Span(0, len(view)), language),)
    return blocks_of(view, language)


def _language(view: str, declared: str, *, is_doubted: bool) -> str:
    """Return the language of a part: the declared one, unless most of the text speaks against it."""
    if declared and not is_doubted:
        return declared
    known = identify(view)
    if not declared or known == declared:
        return known
    if known == UNKNOWN_LANGUAGE:
        return declared
    against = sum(len(block.span) for block in blocks_of(view, declared) if block.language == known)
    return known if against > _MOST * len(view) else declared


def _joined(segments: Sequence[Segment]) -> tuple[tuple[Piece, ...], tuple[Segment | None, ...]]:
    pieces: list[Piece] = []
    owners: list[Segment | None] = []
    for segment in segments:
        if pieces:
            pieces.append(Piece("\n\n", pieces[-1].end, pieces[-1].end))
            owners.append(None)
        pieces += segment.pieces
        owners += [segment] * len(segment.pieces)
    return tuple(pieces), tuple(owners)


def _outside(text: str, parts: Sequence[Part]) -> Iterator[Span]:
    """Yield what is no prose of any part, in order."""
    at = 0
    inside = sorted((p.start, p.end) for part in parts for p in part.pieces if len(p.text) == p.end - p.start)
    for start, end in inside:
        if start > at:
            yield Span(at, start)
        at = max(at, end)
    if at < len(text):
        yield Span(at, len(text))
