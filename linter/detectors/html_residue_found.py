"""What a finder of residue returns."""

from __future__ import annotations

from linter.record import record
from linter.types import Confidence, Safety


@record
class Residue:
    """A piece of markup ``[start, end)``. ``text`` is what should stand there, None if that is not known.

    ``anywhere``: it is a fault in HTML and Markdown too. ``is_tag``: text about markup may name it.
    """

    start: int
    end: int
    text: str | None = ""
    safety: Safety = Safety.SAFE
    confidence: Confidence = Confidence.HIGH
    anywhere: bool = False
    is_tag: bool = True
