"""Files and standard input as streams of bytes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from linter.bulk.packing import Readable
from linter.errors import SourceError
from linter.source.reading import reason

STANDARD = "-"
_remembered: list[bytes] = []  # of standard input: read to find out about it, and to be read again


class _Standard:
    """Standard input, from its start on."""

    def __init__(self, *, is_remembered: bool) -> None:
        self.is_remembered = is_remembered

    def read(self, size: int, /) -> bytes:
        if _remembered and not self.is_remembered:
            piece = _remembered.pop(0)
            if len(piece) > size >= 0:
                _remembered.insert(0, piece[size:])
                piece = piece[:size]
            return piece
        data = sys.stdin.buffer.read(size)
        if self.is_remembered and data:
            _remembered.append(data)
        return data


@contextmanager
def opened(path: str, *, is_remembered: bool = False) -> Iterator[Readable]:
    """Open a file, or standard input for ``-``. Raises SourceError.

    What is read ``is_remembered`` of standard input is read again by whoever opens it next.
    """
    if path == STANDARD:
        yield _Standard(is_remembered=is_remembered)
        return
    try:
        file = Path(path).open("rb")  # noqa: SIM115  closed below
    except (OSError, ValueError) as error:
        raise SourceError(reason(error)) from error
    with file:
        yield file
