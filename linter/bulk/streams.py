"""Files and standard input as streams of bytes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from linter.errors import SourceError
from linter.source.reading import reason

STANDARD = "-"


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input for ``-``. Raises SourceError."""
    if path == STANDARD:
        yield sys.stdin.buffer
        return
    try:
        file = Path(path).open("rb")  # noqa: SIM115  closed below
    except (OSError, ValueError) as error:
        raise SourceError(reason(error)) from error
    with file:
        yield file
