"""Runs over many files look first whether an earlier run has checked them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.cli.lint_plan import Entry
from linter.outcome import Outcome
from linter.running.task import Mode, Task

if TYPE_CHECKING:
    from linter.running.cache import FindingsCache, Ticket

LEAST = 16  # files from which on it pays to look


class Remembered:
    """Puts known outcomes in the place of tasks, and keeps those of the others. Does nothing for few files."""

    def __init__(self, *, is_wanted: bool, mode: Mode) -> None:
        self._is_wanted = is_wanted and mode is Mode.CHECK
        self._cache: FindingsCache | None = None
        self._tickets: dict[int, tuple[Entry, Ticket]] = {}

    def entries(self, entries: Iterator[Entry]) -> Iterator[Entry]:
        """Yield the entries in order, with outcomes where they are known."""
        if not self._is_wanted:
            yield from entries
            return
        first = list(itertools.islice(entries, LEAST))
        if len(first) == LEAST:
            from linter.running.cache import FindingsCache  # noqa: PLC0415  only where it pays

            self._cache = FindingsCache()
        for entry in itertools.chain(first, entries):
            yield self._looked_up(entry)

    def _looked_up(self, entry: Entry) -> Entry:
        if self._cache is None or not isinstance(entry.planned, Task):
            return entry
        found = self._cache.look(entry.planned)
        if isinstance(found, Outcome):
            return entry._replace(planned=found)
        if found is not None:
            self._tickets[id(entry)] = entry, found  # the entry is kept, so its id stays its own
        return entry

    def keep(self, entry: Entry, outcome: Outcome) -> None:
        """Remember what became of an entry."""
        known = self._tickets.pop(id(entry), None)
        if known is not None and self._cache is not None:
            self._cache.keep(known[1], outcome)

    def save(self) -> None:
        """Write what was learnt."""
        if self._cache is not None:
            self._cache.save()
