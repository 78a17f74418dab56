"""Character references of HTML, and what they stand for."""

from __future__ import annotations

from functools import cache

from linter.facts import MASK
from linter.lazy import lazy
from linter.segments import Piece
from linter.source.pieces import cut

REFUSED = "<>&"  # what a fix may not write into a text of HTML
# ``&amp;nbsp;`` stays as it is: a reference that was escaped twice is a fault that rules look for.
ENTITY = lazy(r"&(?!amp;[#\w]{1,32};)(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@cache
def _names() -> dict[str, str]:
    from html.entities import html5  # noqa: PLC0415  2,231 names

    return html5


def entity(reference: str) -> str:
    """Return what a character reference stands for; as it is if it stands for nothing."""
    if reference[1] != "#":
        return _names().get(reference[1:], reference)
    from html import unescape  # noqa: PLC0415  knows which numbers browsers read as others

    return unescape(reference) or MASK


def prose(text: str, start: int, end: int) -> list[Piece]:
    """Return the pieces of a stretch of text, references read."""
    return cut(text, start, end, ENTITY, meaning=entity)
