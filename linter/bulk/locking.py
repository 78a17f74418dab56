"""A journal file that one process at a time holds: two runs never write the same output."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from linter.errors import SourceError
from linter.source.reading import reason

_BUSY = "another run is writing this file, so this one leaves it alone."
_FAR = 1 << 30  # Windows locks bytes: one that nobody reads or writes


def locked(path: Path) -> int:
    """Open a file, new or old, and lock it until it is closed. Returns its descriptor. Raises SourceError.

    The lock belongs to this process alone (a forked worker has no part in it), and ends with it.
    """
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        except OSError as error:
            raise SourceError(f"not written: {reason(error)}") from error
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            raise SourceError(_BUSY) from error
        if _is_still(path, handle):
            return handle
        os.close(handle)  # the run that held it has just ended and removed it


def _is_still(path: Path, handle: int) -> bool:
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    return (there.st_dev, there.st_ino) == (os.fstat(handle).st_dev, os.fstat(handle).st_ino)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  only there

        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
        return
    import fcntl  # noqa: PLC0415  not on Windows

    fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def release(path: Path, handle: int, *, remove: bool) -> None:
    """Close a locked file, removing it first where the system lets us."""
    if remove and sys.platform != "win32":
        path.unlink(missing_ok=True)
    os.close(handle)
    if remove and sys.platform == "win32":
        path.unlink(missing_ok=True)
