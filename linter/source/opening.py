"""From a text to a document: what is protected in it, in which language each part is."""

from __future__ import annotations

from pathlib import PurePath

from linter.language.identify import identify, identify_lines
from linter.source.markdown import comments, markdown_places
from linter.source.markup import html_places
from linter.source.protect import addresses, mask, merged
from linter.types import UNKNOWN_LANGUAGE, Block, Document, Span

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


def container_of(path: str) -> str:
    """Return the name of the container for a path: ``plain``, ``markdown`` or ``html``."""
    suffix = PurePath(path).suffix.lower()
    if suffix in MARKDOWN_SUFFIXES:
        return "markdown"
    return "html" if suffix in HTML_SUFFIXES else "plain"


def open_document(text: str, *, path: str, language: str | None = None) -> Document:
    """Return the document of a text. ``language`` is given by the user, or None to identify it."""
    container = container_of(path)
    places = list(addresses(text))
    if container == "markdown":
        places += markdown_places(text)
    elif container == "html":
        places += html_places(text)
    protected = merged(places)
    view = mask(text, protected)
    known = language or identify(view)
    return Document(
        path=path,
        text=text,
        view=view,
        container=container,
        language=known,
        blocks=blocks_of(view, known),
        protected=protected,
        suppressions=comments(text) if container != "plain" else (),
    )


def blocks_of(view: str, language: str) -> tuple[Block, ...]:
    """Return the runs of lines in one language that cover the text, in order."""
    lines = line_spans(view)
    if not lines:
        return (Block(Span(0, len(view)), language),)
    languages = identify_lines(view, lines, language)
    blocks, start = [], 0
    for (_, end), here, after in zip(lines, languages, [*languages[1:], None], strict=True):
        if here != after:
            stop = len(view) if after is None else end + 1
            blocks.append(Block(Span(start, stop), here))
            start = stop
    return tuple(blocks)


def line_spans(text: str) -> list[tuple[int, int]]:
    """Return start and end of each line, without its line feed."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def is_undetermined(document: Document) -> bool:
    """True if no part of the document has a known language."""
    return all(block.language == UNKNOWN_LANGUAGE for block in document.blocks)
