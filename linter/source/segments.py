"""What a reader of a container returns."""

from __future__ import annotations

from typing import NamedTuple

from linter.types import Segment


class Read(NamedTuple):
    """The segments of a file, and the language that it declares for those that declare none, empty if it does not."""

    segments: list[Segment]
    language: str = ""
