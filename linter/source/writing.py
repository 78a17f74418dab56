"""A file is replaced whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterable

from linter.errors import SourceError
from linter.source.reading import Loaded, reason


def write_back(loaded: Loaded, data: bytes) -> None:
    """Replace a file that was read before, keeping its mode and owner, behind a link if there is one.

    Raises SourceError if the file changed in the meantime or cannot be written; it is then as it was.
    """
    if loaded.file is None:
        raise SourceError("not a regular file, so its fixes were not written.")
    target = os.path.realpath(loaded.file)
    if not os.path.exists(target):  # noqa: PTH110  paths are plain strings here
        raise SourceError("fixes not written: the file is gone.")
    if not os.access(target, os.W_OK):
        raise SourceError("fixes not written: the file is read-only.")

    def unchanged() -> None:
        if _bytes(target) != loaded.data:
            raise SourceError("fixes not written: the file changed while it was fixed; run again.")

    try:
        _replace(target, (data,), mode=loaded.mode, before=unchanged)
    except OSError as error:
        raise SourceError(f"fixes not written: {reason(error)}") from error


def write_whole(path: str, data: bytes | Iterable[bytes]) -> None:
    """Create or replace a file that mtlint keeps: a baseline, a configuration, a report (also in pieces).

    Raises SourceError if that is not possible; a former file is then as it was.
    """
    target = os.path.realpath(path)
    pieces = (data,) if isinstance(data, bytes) else data
    try:
        mode = os.stat(target).st_mode  # noqa: PTH116  paths are plain strings here
    except OSError:
        mode = stat.S_IFREG | new_file_mode()
    try:
        if stat.S_ISREG(mode):
            _replace(target, pieces, mode=stat.S_IMODE(mode))
        else:  # /dev/null, /dev/stdout, a pipe: nothing to replace
            with open(path, "wb") as stream:  # noqa: PTH123  paths are plain strings here
                stream.writelines(pieces)
    except OSError as error:
        raise SourceError(f"not written: {reason(error)}") from error


def _replace(target: str, pieces: Iterable[bytes], *, mode: int, before: Callable[[], None] | None = None) -> None:
    """Write a new file beside the target, then put it in its place; ``before`` is called just before that."""
    folder = os.path.dirname(target)  # noqa: PTH120  paths are plain strings here
    import secrets  # noqa: PLC0415  loads OpenSSL, which a run that writes nothing does not need

    temporary = os.path.join(folder, f".mtlint-{secrets.token_hex(6)}.tmp")  # noqa: PTH118  paths are plain strings here
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            keep_owner(target, handle)
            os.chmod(temporary, mode)  # noqa: PTH101  paths are plain strings here
            os.fsync(handle)
        if before is not None:
            before()
        os.replace(temporary, target)  # noqa: PTH105  paths are plain strings here
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108  paths are plain strings here
        raise


def keep_owner(target: str, handle: int) -> None:
    """Give the new file the owner of the old one, where the system lets us."""
    with contextlib.suppress(OSError, AttributeError):
        old, new = os.stat(target), os.fstat(handle)  # noqa: PTH116  paths are plain strings here
        if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
            os.fchown(handle, old.st_uid, old.st_gid)


def _bytes(path: str) -> bytes:
    with open(path, "rb") as stream:  # noqa: PTH123  paths are plain strings here
        return stream.read()


def new_file_mode() -> int:
    """Return the permissions that a new file gets here."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
