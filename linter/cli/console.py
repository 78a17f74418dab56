"""Standard output and standard error: colour, progress, and consoles that cannot print every character."""

from __future__ import annotations

import os
import sys
import time
from typing import TextIO

from linter.errors import SourceError
from linter.outcome import Problem
from linter.source.reading import reason

INTERRUPTED, PIPE_CLOSED = 130, 141  # exit codes: what shells report for SIGINT and SIGPIPE
_PAUSE = 0.1  # seconds between two updates of the progress line


class Console:
    """The two streams of the command. What a stream cannot encode is escaped, never an error."""

    def __init__(self) -> None:
        self.out: TextIO = sys.stdout
        self.err: TextIO = sys.stderr
        self.is_quiet = False
        self._shown = False
        self._next = 0.0
        for stream in (self.out, self.err):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="backslashreplace")

    def write(self, text: str) -> None:
        """Write to standard output. Raises BrokenPipeError if nobody reads, SourceError if it is full."""
        self.clear()
        try:
            self.out.write(text)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise SourceError(f"standard output: {reason(error)}") from error

    def write_bytes(self, data: bytes) -> None:
        """Write bytes to standard output as they are."""
        self.clear()
        self.flush()
        try:
            self.out.buffer.write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise SourceError(f"standard output: {reason(error)}") from error

    def flush(self) -> None:
        """Bring out what was written. Raises as ``write`` does."""
        try:
            self.out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise SourceError(f"standard output: {reason(error)}") from error

    def problem(self, problem: Problem) -> None:
        """Write one line on standard error."""
        self.say("\n".join(f"mtlint: {line}" for line in str(problem).splitlines()))

    def say(self, text: str) -> None:
        """Write a line on standard error."""
        self.clear()
        self.err.write(text + "\n")
        self.err.flush()

    def abandon(self) -> None:
        """Make sure that Python says nothing about a closed pipe when it ends."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (self.out, self.err):
            try:
                stream.flush()
            except OSError:
                os.dup2(nowhere, stream.fileno())

    @property
    def has_colour(self) -> bool:
        """True if standard output takes colour: a terminal, unless the environment says otherwise."""
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return self.out.isatty() and os.environ.get("TERM") != "dumb"

    @property
    def is_unicode(self) -> bool:
        """True if standard output can hold every character."""
        return (self.out.encoding or "").lower().replace("-", "") in ("utf8", "utf8sig")

    def progress(self, files: int, size: int, started: float, *, share: float | None = None) -> None:
        """Show how far the run is, on a terminal only; with the time left where the ``share`` done is known."""
        if self.is_quiet or not self.err.isatty():
            return
        now = time.monotonic()
        if now >= self._next and now - started > 2 * _PAUSE:
            self._next = now + _PAUSE
            speed = size / 1e6 / (now - started)
            left = f", {share:.0%}, {_clock((now - started) * (1 / share - 1))} left" if share else ""
            self.err.write(f"\r\x1b[K{files} files, {size / 1e6:.1f} MB, {speed:.1f} MB/s{left}")
            self.err.flush()
            self._shown = True

    def clear(self) -> None:
        """Take the progress line away."""
        if self._shown:
            self.err.write("\r\x1b[K")
            self.err.flush()
            self._shown = False


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
