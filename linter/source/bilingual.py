"""Files that hold source and translation: PO, XLIFF, TMX. Each unit with the place of its target in the file."""

from __future__ import annotations

from collections.abc import Iterator

from linter.source.containers import container_of
from linter.source.translation import Translation

BILINGUAL = frozenset({"po", "xliff", "tmx"})


def is_bilingual(path: str) -> bool:
    """True if a file of this name holds source texts beside their translations."""
    return container_of(path) in BILINGUAL


def translations(text: str, *, path: str) -> Iterator[Translation]:
    """Yield the translated units of a bilingual file in order; nothing for other files.

    Raises SourceError with a line where the file is broken.
    """
    container = container_of(path)
    if container == "po":
        from linter.source.po import po_translations  # noqa: PLC0415  one format a file

        yield from po_translations(text, path)
    elif container == "xliff":
        from linter.source.xliff import xliff_translations  # noqa: PLC0415  one format a file

        yield from xliff_translations(text, path)
    elif container == "tmx":
        from linter.source.tmx import tmx_translations  # noqa: PLC0415  one format a file

        yield from tmx_translations(text, path)
