"""Where the parts of a new file go: to a file that appears whole at the end, or to standard output."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from linter.bulk.output import Output, State
from linter.bulk.records import RecordFile


class Sink(Protocol):
    """Takes the parts of one file in order. ``done`` batches were written by an earlier run, which knew ``state``."""

    @property
    def done(self) -> int: ...

    @property
    def state(self) -> State: ...

    def write(self, part: bytes, side: bytes = b"") -> None:
        """Take the next part, and what goes beside. Raises SourceError."""

    def checkpoint(self, batches: int, state: State) -> None:
        """Let a later run go on from here. Raises SourceError."""

    def commit(self) -> None:
        """Finish. Raises SourceError."""

    def discard(self) -> None:
        """Leave everything as it was before, as far as that is possible."""

    def keep(self) -> None:
        """Stop in the middle, and leave what a later run can go on with."""


class Pipe:
    """Standard output: what was written cannot be taken back. What goes beside has a file of its own."""

    done = 0

    def __init__(self, file: RecordFile, write: Callable[[bytes], None], side: str | None) -> None:
        """Raises SourceError if the file beside cannot be written."""
        self.state: State = {}
        self._write = write
        self._side = Output(None, side) if side is not None else None
        self._write(file.prefix)

    def write(self, part: bytes, side: bytes = b"") -> None:
        self._write(part)
        if self._side is not None:
            self._side.write(side)

    def checkpoint(self, batches: int, state: State) -> None:
        del batches, state

    def commit(self) -> None:
        if self._side is not None:
            self._side.commit()

    def discard(self) -> None:
        self.keep()

    def keep(self) -> None:
        """Finish the file beside: it belongs to what was written."""
        if self._side is not None and self._side.is_open:
            self._side.commit()
