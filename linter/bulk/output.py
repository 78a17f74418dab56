"""New files that appear whole or not at all, and that a run which was killed can go on with.

Beside the target stand ``.NAME.mtlint-part``, what is written so far, and ``.NAME.mtlint-run``, the lock and the
journal: at each checkpoint how much of the part is good, and what the run knew.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from linter.bulk.locking import locked, release
from linter.bulk.records import RecordFile
from linter.errors import SourceError
from linter.source.reading import reason
from linter.source.writing import keep_owner, new_file_mode

State = dict[str, Any]
Stamp = tuple[int, ...]


class Output:
    """The new content of one file; at the target path nothing changes before ``commit``.

    ``side`` names a second file that is written and committed along (what was dropped). With ``stamp``, a part of
    an earlier run with the same stamp is taken up, unless ``is_resumed`` is false: ``done`` counts its batches,
    ``state`` is what it knew. ``source`` is what ``stamp_of`` said of the file when reading began (default: now):
    it must still be so at the end. Raises SourceError if the target cannot be written or another run does so.
    """

    def __init__(
        self,
        file: RecordFile | None,
        target: str,
        *,
        side: str | None = None,
        stamp: str | None = None,
        is_resumed: bool = True,
        source: Stamp | None = None,
    ) -> None:
        self.file = file
        self.target = Path(os.path.realpath(target))
        self.source = source or (stamp_of(file.path) if file is not None else None)
        self._journal = self._beside(self.target, "run")
        self._handle = locked(self._journal)
        self._paths = [self._beside(self.target, "part")]
        self._targets = [self.target]
        if side is not None:
            self._targets.append(Path(os.path.realpath(side)))
            self._paths.append(self._beside(self._targets[1], "part"))
        self._streams: list[BinaryIO] = []
        self.done, self.state, self.is_open = 0, State(), True
        try:
            self._open(stamp, is_resumed=is_resumed)
        except OSError as error:
            self.discard()
            raise SourceError(f"not written: {reason(error)}") from error

    @staticmethod
    def _beside(target: Path, what: str) -> Path:
        """Return the path of a working file: hidden, and with a suffix that no walk over a corpus takes."""
        return target.with_name(f".{target.name}.mtlint-{what}")

    def _open(self, stamp: str | None, *, is_resumed: bool) -> None:
        sizes = self._taken_up(stamp) if is_resumed else []
        for number, path in enumerate(self._paths):
            stream = path.open("r+b" if sizes else "wb")
            self._streams.append(stream)
            if sizes:
                stream.truncate(sizes[number])
                stream.seek(sizes[number])
        if not sizes:
            os.ftruncate(self._handle, 0)
            self._note({"stamp": stamp})
            self.write(self.file.prefix if self.file is not None else b"")

    def _taken_up(self, stamp: str | None) -> list[int]:
        """Return how much of each part is good, nothing if there is none to go on with."""
        lines = []
        with contextlib.suppress(ValueError):
            for line in _whole(self._handle).split(b"\n")[:-1]:
                lines.append(json.loads(line))
        if stamp is None or len(lines) < 2 or lines[0] != {"stamp": stamp}:
            return []
        last = lines[-1]
        sizes: list[int] = last["sizes"]
        if len(sizes) != len(self._paths) or not all(map(_is_at_least, self._paths, sizes)):
            return []
        self.done, self.state = last["batches"], last["state"]
        os.lseek(self._handle, 0, os.SEEK_END)
        return sizes

    def write(self, part: bytes, side: bytes = b"") -> None:
        """Write what follows. Raises SourceError, and then there is no more to write to."""
        try:
            self._streams[0].write(part)
            if side:
                self._streams[1].write(side)
        except OSError as error:
            self.discard()
            raise SourceError(f"not written: {reason(error)}") from error

    def checkpoint(self, batches: int, state: State) -> None:
        """Let a later run go on from here. Raises SourceError as ``write`` does."""
        try:
            self._sync()
            self._note({"batches": batches, "sizes": [each.tell() for each in self._streams], "state": state})
            os.fsync(self._handle)
        except OSError as error:
            self.discard()
            raise SourceError(f"not written: {reason(error)}") from error
        self.done = batches

    def _sync(self) -> None:
        for stream in self._streams:
            stream.flush()
            os.fsync(stream.fileno())

    def _note(self, row: State) -> None:
        os.write(self._handle, json.dumps(row).encode() + b"\n")

    def commit(self) -> None:
        """Put the new file in its place, with the permissions and owner of the old one. Raises SourceError."""
        try:
            self._sync()
            self._check_source()
            if self.file is not None and self.file.is_assembled:
                self._assemble(self.file)
            for path, target in zip(reversed(self._paths), reversed(self._targets), strict=True):
                self._settle(path, target)
            self._close()
            for path, target in zip(reversed(self._paths), reversed(self._targets), strict=True):
                path.replace(target)
        except OSError as error:
            self.discard()
            raise SourceError(f"not written: {reason(error)}") from error
        except BaseException:
            self.discard()
            raise
        release(self._journal, self._handle, remove=True)
        self.is_open = False

    def _assemble(self, file: RecordFile) -> None:
        made = self._beside(self.target, "made")
        try:
            file.assemble(self._paths[0], made)
            self._streams[0].close()
            made.replace(self._paths[0])
        finally:
            made.unlink(missing_ok=True)

    def _check_source(self) -> None:
        if self.source is not None and self.file is not None and stamp_of(self.file.path) != self.source:
            raise SourceError("not written: the file changed while it was read; run again.")
        if self.target.exists() and not os.access(self.target, os.W_OK):
            raise SourceError("not written: the file is read-only.")

    def _settle(self, path: Path, target: Path) -> None:
        """Give a part the owner and permissions of what it replaces, or those of any new file."""
        handle = os.open(path, os.O_RDWR)
        try:
            if target.exists():
                keep_owner(str(target), handle)
                path.chmod(stat.S_IMODE(target.stat().st_mode))
            else:
                path.chmod(new_file_mode())
            os.fsync(handle)
        finally:
            os.close(handle)

    def discard(self) -> None:
        """Leave everything as it was before, and nothing behind."""
        if self.is_open:
            self.is_open = False
            self._close()
            for path in self._paths:
                path.unlink(missing_ok=True)
            release(self._journal, self._handle, remove=True)

    def keep(self) -> None:
        """Stop, and leave what a later run needs to go on, if there was a checkpoint."""
        if not self.done:
            self.discard()
        elif self.is_open:
            self.is_open = False
            self._close()
            release(self._journal, self._handle, remove=False)

    def _close(self) -> None:
        for stream in self._streams:
            with contextlib.suppress(OSError):  # what could not be written is given up
                stream.close()

    def __enter__(self) -> Output:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.discard()


def stamp_of(path: str) -> Stamp | None:
    """Return what changes with a file; None if there is no such file."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _whole(handle: int) -> bytes:
    """Read by this descriptor: to close another one of the same file would give up the lock."""
    os.lseek(handle, 0, os.SEEK_SET)
    return b"".join(iter(lambda: os.read(handle, 1 << 20), b""))


def _is_at_least(path: Path, size: int) -> bool:
    with contextlib.suppress(OSError):
        return path.stat().st_size >= size
    return False
