"""Files that hold source and translation: PO, XLIFF, TMX. Each unit with the place of its target in the file."""

from __future__ import annotations

from collections.abc import Iterator

from linter.lazy import lazy
from linter.source.containers import container_of
from linter.source.translation import Translation

BILINGUAL = frozenset({"po", "xliff", "tmx"})
# Some projects write names of texts for ``msgid`` (``login.step_2``): no source to compare with.
_NAME = lazy(r"[A-Za-z][A-Za-z0-9]*(?:[._:/-][A-Za-z0-9]+)+")


def is_bilingual(path: str) -> bool:
    """True if a file of this name holds source texts beside their translations."""
    return container_of(path) in BILINGUAL


def translations(text: str, *, path: str) -> Iterator[Translation]:
    """Yield the translated units of a bilingual file in order, without those whose source is but a name.

    Nothing for other files. Raises SourceError with a line where the file is broken.
    """
    container = container_of(path)
    if container == "po":
        from linter.source.po import po_translations  # noqa: PLC0415  one format a file

        yield from (unit for unit in po_translations(text, path) if not _NAME.fullmatch(unit.source))
    elif container == "xliff":
        from linter.source.xliff import xliff_translations  # noqa: PLC0415  one format a file

        yield from xliff_translations(text, path)
    elif container == "tmx":
        from linter.source.tmx import tmx_translations  # noqa: PLC0415  one format a file

        yield from tmx_translations(text, path)
