"""Record files are brought to a choice of a plan's edits: one pass, and the new file is there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.bulk import Batch, Change, Output, RecordFile
from linter.corpus.applying import CHANGED, Brought, brought
from linter.corpus.choice import Choice
from linter.corpus.identity import hash_of_bytes, hash_of_text
from linter.corpus.plan import PlannedText, Reading
from linter.corpus.records import opened, text_of
from linter.errors import SourceError
from linter.outcome import Problem

NAMED = 20  # records of one file that are named one by one


class RecordBringer:
    """Brings one record file to a choice. ``states`` are those that its records may be in."""

    def __init__(self, path: str, reading: Reading, choice: Choice, states: Sequence[Choice]) -> None:
        """Raises SourceError if the file cannot be read."""
        self.path, self.choice, self.states = path, choice, states
        self.file = opened(path, reading, path=path)
        self.plain = opened(path, reading, path=path, packing="")
        self.changed = self.already = 0
        self.problems: list[Problem] = []

    def bring(self, texts: Iterable[PlannedText], *, write: bool) -> Brought:
        """Bring the records. Raises SourceError if the file cannot be read or written; it is then as it was."""
        with Output(self.file, self.path) as output:
            for batch, planned in _matched(self.file.batches(), iter(texts)):
                output.write(self._part(batch, planned))
            if write and self.changed:
                output.commit()
        return Brought(self.path, self.changed, self.already, self._told())

    def _told(self) -> tuple[Problem, ...]:
        more = len(self.problems) - NAMED
        last = [Problem(self.path, f"{more} more records changed, and are left as they are.")] if more > 0 else []
        return (*self.problems[:NAMED], *last)

    def _part(self, batch: Batch, planned: dict[int, PlannedText]) -> bytes:
        """Return the part of a batch with its records in their new state."""
        if not planned:
            return self.file.part(batch, {})
        changes: dict[int, Change] = {}
        data, is_raw = [], False
        for single in self.file.split(batch):
            text = planned.pop(single.number, None)
            new = self._record(single, text) if text is not None else None
            if isinstance(new, str):
                changes[single.number] = Change(text=new)
            is_raw = is_raw or isinstance(new, bytes)
            data.append(new if isinstance(new, bytes) else single.data)
        self.problems += [self._left(number) for number in planned]
        if is_raw:
            batch = batch._replace(data=b"".join(data))
        return self.file.part(batch, changes)

    def _record(self, single: Batch, planned: PlannedText) -> str | bytes | None:
        """Return the new text of a record, or all of its bytes; None if it stays."""
        now = text_of(self.plain, single)
        new = None
        if now is not None:
            original = _Original(self.plain, single, planned)
            new = brought(now, planned, self.choice, states=self.states, hash_of=original.hash_of)
        if new is None:
            self.problems.append(self._left(single.number))
            return None
        if new == now:
            self.already += 1
            return None
        self.changed += 1
        is_back = planned.raw and not self.choice.pieces(planned) and self._is_made_of(single, planned.raw, now or "")
        return planned.raw if is_back else new

    def _is_made_of(self, single: Batch, raw: bytes, now: str) -> bool:
        """True if nothing but the text of a record differs from how it was."""
        then = single._replace(data=raw)
        return self.plain.part(then, {single.number: Change(text=now)}) == single.data

    def _left(self, number: int) -> Problem:
        return Problem(self.path, f"record {number}: {CHANGED}")


class _Original:
    """Knows a record as it was when it was planned."""

    def __init__(self, file: RecordFile, single: Batch, planned: PlannedText) -> None:
        self.file, self.single, self.planned = file, single, planned

    def hash_of(self, text: str) -> str:
        """Return the hash that the record would have with a text."""
        file, single, raw = self.file, self.single, self.planned.raw
        if file.is_assembled:
            return hash_of_text(text)
        if raw and text == text_of(file, single._replace(data=raw)):
            return hash_of_bytes(raw)
        try:
            return hash_of_bytes(file.part(single, {single.number: Change(text=text)}))
        except SourceError:  # the text cannot stand there, so it never did
            return ""


def _matched(batches: Iterator[Batch], texts: Iterator[PlannedText]) -> Iterator[tuple[Batch, dict[int, PlannedText]]]:
    """Yield each batch with the planned texts of its records."""
    batch, text = next(batches, None), next(texts, None)
    while batch is not None:
        following = next(batches, None)
        planned: dict[int, PlannedText] = {}
        while text is not None and (following is None or (text.place.record or 0) < following.number):
            planned[text.place.record or 0] = text
            text = next(texts, None)
        yield batch, planned
        batch = following
