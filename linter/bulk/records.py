"""The nouns of record files. A record is a text with an identity, in a file that holds many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from linter.errors import SourceError
from linter.outcome import RecordRef

BATCH = 1 << 19  # bytes that a batch has at least, the last one excepted
LONGEST = 200 * 10**6  # bytes of a record that is still checked


class MissingLibraryError(SourceError):
    """A format needs a library that is not installed."""


class NoTextsError(SourceError):
    """A file that has no texts where they were looked for."""


class Fields(NamedTuple):
    """Where a record keeps its text, id and language. A dotted path leads into nested objects or structs.

    ``id`` may be missing in records; ``language`` "" means that the text tells its language.
    """

    text: str = "text"
    id: str = "id"
    language: str = ""


USUAL_FIELDS = Fields()


class Record(NamedTuple):
    """A record as it was read. ``text`` is None if it has none, ``reason`` then says why, as a sentence.

    ``language`` is what the record says of itself, as rules name languages; None if it says nothing.
    """

    ref: RecordRef
    text: str | None
    language: str | None = None
    reason: str = ""


class Batch(NamedTuple):
    """Some whole records that follow each other, as data that can be pickled.

    ``number`` is that of the first record. ``consumed`` counts the bytes of the file that were read when the
    batch was complete, packed as they are. A record over the limit comes in pieces that are ``opaque``:
    they are passed on and not looked into; the first has the ``reason``.
    """

    number: int
    data: bytes
    consumed: int = 0
    opaque: bool = False
    reason: str = ""


class Change(NamedTuple):
    """What becomes of a record. ``note`` is JSON that goes into the field for annotations."""

    text: str | None = None
    note: str | None = None
    is_dropped: bool = False


class RecordFile(Protocol):
    """A file of records. Frozen, and can be pickled; only ``batches`` and ``assemble`` touch the disk."""

    @property
    def path(self) -> str:
        """The file's path, ``-`` for standard input."""

    @property
    def fields(self) -> Fields: ...

    @property
    def note_field(self) -> str:
        """The field for annotations, "" for none."""

    @property
    def packing(self) -> str:
        """How parts are packed: a value of ``linter.source.record_names.PACKINGS``, or ""."""

    @property
    def is_assembled(self) -> bool:
        """True if parts are no pieces of the new file, but what ``assemble`` makes it from."""

    @property
    def prefix(self) -> bytes:
        """What stands before the first part, not packed."""

    def batches(self) -> Iterator[Batch]:
        """Yield all records in order, the same batches in every run, in flat memory.

        Raises SourceError where the file cannot be read (on); the batches before were good.
        """

    def records(self, batch: Batch) -> Iterator[Record]:
        """Yield the records of a batch; one that is broken says so and costs nothing else."""

    def split(self, batch: Batch) -> Iterator[Batch]:
        """Yield batches of one record each; their parts, one after another, are the part of the batch."""

    def original(self, batch: Batch, number: int) -> str | None:
        """Return a record as JSON as it stands in the file, None where that is not possible."""

    def part(self, batch: Batch, changes: Mapping[int, Change]) -> bytes:
        """Return what is written for a batch, packed. ``changes`` go by the number of the record.

        Raises SourceError for a change that cannot be made.
        """

    def assemble(self, parts: Path, target: Path) -> None:
        """Make the new file from what ``part`` returned, one after another. Raises SourceError."""
