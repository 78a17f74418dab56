"""Batches of whole lines from a stream, in flat memory also where one line is larger than memory."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from linter.bulk.packing import Unpacked
from linter.bulk.records import BATCH, Batch
from linter.source.reading import in_words


def line_batches(stream: Unpacked, *, longest: int) -> Iterator[Batch]:
    """Yield the lines of a stream in batches; one of more than ``longest`` bytes comes in opaque ones.

    Raises SourceError where the stream breaks, after all whole lines before.
    """
    number, size, rest = 1, 0, b""
    held: list[bytes] = []
    while piece := rest or stream.read(BATCH):
        rest = b""
        end = piece.rfind(b"\n") + 1
        if size + (piece.find(b"\n") if end else len(piece)) > longest and size:
            rest = yield from _opaque(stream, number, [*held, piece], longest=longest)
            number, size, held = number + 1, 0, []
        elif end:
            data = b"".join((*held, piece[:end]))
            yield Batch(number, data, stream.raw.count)
            number += data.count(b"\n")
            held, size = [piece[end:]], len(piece) - end
        else:
            held.append(piece)
            size += len(piece)
    if size:
        yield Batch(number, b"".join(held), stream.raw.count)


def too_long(longest: int) -> str:
    """Return why a record over the limit is not checked."""
    return f"more than {in_words(longest)}, not checked; --max-size raises the limit."


def _opaque(stream: Unpacked, number: int, held: list[bytes], *, longest: int) -> Generator[Batch, None, bytes]:
    """Pass on a line in pieces; return what was read after its end."""
    reason = too_long(longest)
    pieces = iter(held)
    while piece := next(pieces, b"") or stream.read(BATCH):
        end = piece.find(b"\n") + 1
        if end:
            yield Batch(number, piece[:end], stream.raw.count, True, reason)
            return piece[end:]
        yield Batch(number, piece, stream.raw.count, True, reason)
        reason = ""
    return b""
