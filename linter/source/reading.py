"""Bytes of a file, and a stamp that tells later whether the file is still the same."""

from __future__ import annotations

import os
import stat
import sys
from typing import NamedTuple

from linter.errors import SourceError

STDIN = "<stdin>"


class Loaded(NamedTuple):
    """The bytes of a file; ``file`` is None for what cannot be written back, such as a pipe."""

    data: bytes
    file: str | None
    mode: int = 0o644


def load(file: str, max_size: int) -> Loaded:
    """Read a file. Raises SourceError if it cannot be read or has more than ``max_size`` bytes."""
    try:
        with open(file, "rb") as stream:  # noqa: PTH123  paths are plain strings here: one object a file less
            status = os.fstat(stream.fileno())
            data = stream.read(max_size + 1)
    except (OSError, ValueError) as error:
        raise SourceError(reason(error)) from error
    check_size(max(len(data), status.st_size), max_size)
    if not stat.S_ISREG(status.st_mode):
        return Loaded(data, None)
    return Loaded(data, file, stat.S_IMODE(status.st_mode))


def load_stdin(max_size: int) -> bytes:
    """Read standard input. Raises SourceError if it has more than ``max_size`` bytes."""
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise SourceError("there is no standard input.")
    data: bytes = stream.read(max_size + 1)
    check_size(len(data), max_size)
    return data


def check_size(size: int, max_size: int) -> None:
    """Raises SourceError if a file is too large."""
    if size > max_size:
        raise SourceError(f"more than {in_words(max_size)}, not checked; --max-size raises the limit.")


def in_words(size: int) -> str:
    """Return a number of bytes for people."""
    for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if size >= unit:
            return f"{size / unit:.3g} {name}"
    return f"{size} bytes"


def reason(error: OSError | ValueError) -> str:
    """Return why the system refused, as a sentence without file names and numbers."""
    text = (getattr(error, "strerror", None) or str(error)).rstrip(".")
    return text[:1].lower() + text[1:] + "."
