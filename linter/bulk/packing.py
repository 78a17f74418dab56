"""Packed streams: gzip, zstd, bzip2, xz, read in flat memory, with a limit for what swells too much."""

from __future__ import annotations

import bz2
import gzip
import importlib
import lzma
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, Protocol

from linter.bulk.records import MissingLibraryError
from linter.errors import SourceError
from linter.source.reading import in_words, reason

EXPANSION = 250  # times its packed size that a file may have; text has 3 to 10, a zip bomb 1,000 and more
_HARMLESS = 16 * 10**6  # bytes below which the rate does not matter
_PIECE = 4096  # bytes given to the zstd reader at a time: at worst they become 128 MB
_LEVEL = 6  # of gzip and xz, their own default


class Readable(Protocol):
    """Something to read bytes from."""

    def read(self, size: int, /) -> bytes: ...


class Unpacked(NamedTuple):
    """A stream of plain bytes over a file; ``raw`` tells how far the file was read."""

    stream: Readable
    raw: Counted

    def read(self, size: int) -> bytes:
        """Return the next bytes. Raises SourceError for a broken stream, or one that swells too much."""
        try:
            data = self.stream.read(size)
        except EOFError as error:
            raise SourceError("the packed data ends too early; what follows could not be read.") from error
        except (zlib.error, lzma.LZMAError, ValueError) as error:
            raise SourceError(f"the packed data is broken ({error}); what follows could not be read.") from error
        except OSError as error:
            what = reason(error) if error.errno is not None else f"the packed data is broken ({error})."
            raise SourceError(f"cannot be read on: {what}") from error
        self.raw.unpacked += len(data)
        self._check()
        return data

    def _check(self) -> None:
        raw = self.raw
        if self.stream is not raw and raw.unpacked > max(_HARMLESS, raw.count * raw.expansion):
            raise SourceError(
                f"unpacks to more than {raw.expansion} times its size ({in_words(raw.unpacked)} so far), which looks "
                "like a zip bomb; not read on (--max-expansion raises the limit)."
            )


class Counted:
    """A file that counts what is read from it."""

    def __init__(self, file: Readable, expansion: int) -> None:
        self.file, self.expansion = file, expansion
        self.count = self.unpacked = 0

    def read(self, size: int = -1, /) -> bytes:
        data = self.file.read(size)
        self.count += len(data)
        return data


class _Zstd:
    """Reads zstd frames one after another, and notices a last one that is not whole."""

    def __init__(self, raw: Counted) -> None:
        self.raw, self.make = raw, _zstandard().ZstdDecompressor().decompressobj
        self.frame: Any = None
        self.rest = b""
        self.ready = bytearray()

    def read(self, size: int, /) -> bytes:
        while len(self.ready) < size:
            piece = self.rest or self.raw.read(_PIECE)
            self.rest = b""
            if not piece:
                if self.frame is not None:
                    raise EOFError
                break
            self._feed(piece)
        data = bytes(self.ready[:size])
        del self.ready[:size]
        return data

    def _feed(self, piece: bytes) -> None:
        self.frame = self.frame or self.make()
        try:
            self.ready += self.frame.decompress(piece)
        except _zstandard().ZstdError as error:
            raise ValueError(str(error)) from error
        if self.frame.eof:
            self.rest, self.frame = self.frame.unused_data, None


@contextmanager
def unpacked(file: Readable, packing: str, *, expansion: int = EXPANSION) -> Iterator[Unpacked]:
    """Give a stream of the plain bytes. Raises MissingLibraryError where zstd cannot be read."""
    raw = Counted(file, expansion)
    stream: Readable = raw
    if packing == "gzip":
        stream = gzip.GzipFile(fileobj=raw, mode="rb")  # type: ignore[call-overload]  # is read from, nothing else
    elif packing == "bzip2":
        stream = bz2.BZ2File(raw)  # type: ignore[call-overload]  # the same
    elif packing == "xz":
        stream = lzma.LZMAFile(raw)  # type: ignore[arg-type]  # noqa: SIM115  the same; there is nothing to close
    elif packing == "zstd":
        stream = _Zstd(raw)
    yield Unpacked(stream, raw)


def packed(data: bytes, packing: str) -> bytes:
    """Return bytes packed by themselves; such parts, one after another, are a packed file."""
    if not packing or not data:
        return data
    if packing == "gzip":
        return gzip.compress(data, _LEVEL, mtime=0)
    if packing == "bzip2":
        return bz2.compress(data)
    if packing == "xz":
        return lzma.compress(data, preset=_LEVEL)
    made: bytes = _zstandard().ZstdCompressor(write_checksum=True).compress(data)
    return made


def _zstandard() -> Any:
    try:
        return importlib.import_module("zstandard")
    except ImportError as error:
        raise MissingLibraryError(
            "zstd needs the library zstandard: pip install 'mtlint[zstd]'; not checked."
        ) from error
