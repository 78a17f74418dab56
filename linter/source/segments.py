"""What a reader of a container returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from linter.segments import Segment


class Read(NamedTuple):
    """The segments of a file, and the language that it declares for those that declare none, empty if it does not."""

    segments: list[Segment]
    language: str = ""


def read_by_keys(segments: Sequence[Segment], language: str) -> Read:
    """Return segments whose languages are those of their outermost keys, if all of these name one.

    One language is that of the file, if nothing else says it (``language``); several are those of the segments.
    """
    found = {segment.language for segment in segments}
    if len(found) > 1 and "" not in found:
        return Read(list(segments), language)
    only = found.pop() if len(found) == 1 else ""
    return Read([replace(segment, language="") for segment in segments], language or only)
