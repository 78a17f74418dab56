"""From a text to a document: what is protected in it, in which language each part is."""

from __future__ import annotations

from linter.language.identify import foreign_lines, identify
from linter.source.containers import IN_PARTS, PLAIN, SUFFIXES, container_of
from linter.source.markdown import comments, markdown_places
from linter.source.protect import addresses, mask, merged
from linter.types import UNKNOWN_LANGUAGE, Block, Document, Span

MARKDOWN_SUFFIXES = frozenset(suffix for suffix, container in SUFFIXES.items() if container in ("markdown", "mdx"))


def open_document(text: str, *, path: str, language: str | None = None) -> Document:
    """Return the document of a text. ``language`` is given by the user, or None to identify it.

    Raises SourceError with a line if the file is no whole one of its format.
    """
    container = container_of(path)
    if container in IN_PARTS:
        from linter.source.parts import open_in_parts  # noqa: PLC0415  plain text does not need it

        return open_in_parts(text, path=path, container=container, language=language)
    places = list(addresses(text))
    if container == "markdown":
        places += markdown_places(text)
    elif container == "mdx":
        from linter.source.mdx import mdx_places  # noqa: PLC0415  plain text does not need it

        places += mdx_places(text)
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
        suppressions=comments(text) if container != PLAIN else (),
    )


def blocks_of(view: str, language: str) -> tuple[Block, ...]:
    """Return the runs of lines in one language that cover the text, in order."""
    lines = view.split("\n")
    foreign = foreign_lines(lines, language)
    if not foreign:
        return (Block(Span(0, len(view)), language),)
    languages = [foreign.get(number, language) for number in range(len(lines))]
    blocks, start, stop = [], 0, 0
    for line, here, after in zip(lines, languages, [*languages[1:], None], strict=True):
        stop += len(line) + 1
        if here != after:
            end = len(view) if after is None else stop
            blocks.append(Block(Span(start, end), here))
            start = end
    return tuple(blocks)


def is_undetermined(document: Document) -> bool:
    """True if no part of the document has a known language."""
    return all(block.language == UNKNOWN_LANGUAGE for block in document.blocks)
