"""What a run found and changed, by rule and language, with samples that do not depend on chance or order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from linter.outcome import Located, RecordRef
from linter.types import Finding, Fix
from linter.version import VERSION

SAMPLES = 20  # of each rule and language
SCHEMA_VERSION = "1"
Row = dict[str, Any]


class Entry:
    """Counts of one rule in one language; characters are code points."""

    __slots__ = ("documents", "fixed", "hits", "inserted", "removed", "samples")

    def __init__(self) -> None:
        self.hits = self.documents = self.fixed = self.removed = self.inserted = 0
        self.samples: list[tuple[str, Row]] = []  # the lowest keys, in order

    def keep(self, samples: Iterable[tuple[str, Row]]) -> None:
        """Keep the samples with the lowest keys."""
        self.samples = sorted([*self.samples, *samples], key=lambda each: each[0])[:SAMPLES]

    def add(self, other: Entry) -> None:
        """Add the counts of another part of the run."""
        for name in ("hits", "documents", "fixed", "removed", "inserted"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.keep(other.samples)


class Totals(NamedTuple):
    """What was read in one language; characters are code points."""

    documents: int = 0
    characters: int = 0
    with_findings: int = 0


class Ledger:
    """Adds up; the sum does not depend on the order of its parts."""

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed
        self.entries: dict[tuple[str, str], Entry] = {}
        self.totals: dict[str, Totals] = {}

    def read(self, language: str, characters: int, *, has_findings: bool) -> None:
        """Count a document."""
        old = self.totals.get(language, Totals())
        self.totals[language] = Totals(old.documents + 1, old.characters + characters, old.with_findings + has_findings)

    def found(self, findings: Sequence[Located], language: str) -> None:
        """Count the findings of one document; samples are drawn by a hash of seed and place."""
        seen: set[tuple[str, str]] = set()
        for located in findings:
            key = (located.finding.rule_id, language)
            entry = self.entries.setdefault(key, Entry())
            entry.hits += 1
            entry.documents += key not in seen
            seen.add(key)
            number = self._draw(located)
            if len(entry.samples) < SAMPLES or number < entry.samples[-1][0]:
                entry.keep([(number, _sample(located))])

    def fixed(self, applied: Iterable[tuple[Finding, Fix]], language: str) -> None:
        """Count what fixes did to one document."""
        for finding, fix in applied:
            entry = self.entries.setdefault((finding.rule_id, language), Entry())
            entry.fixed += 1
            entry.removed += sum(len(edit.span) for edit in fix.edits)
            entry.inserted += sum(len(edit.text) for edit in fix.edits)

    def _draw(self, located: Located) -> str:
        finding, ref = located.finding, located.record or RecordRef(0)
        place = f"{self.seed}\0{finding.path}\0{ref.number}\0{finding.span.start}\0{finding.rule_id}"
        return hashlib.blake2b(place.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    def add(self, other: Ledger) -> None:
        """Add another part of the run."""
        for key, entry in other.entries.items():
            self.entries.setdefault(key, Entry()).add(entry)
        for language, totals in other.totals.items():
            mine = self.totals.get(language, Totals())
            self.totals[language] = Totals(*(a + b for a, b in zip(mine, totals, strict=True)))

    def state(self) -> Row:
        """Return all of it as data for JSON, for ``restored``."""
        return {
            "seed": self.seed,
            "totals": {language: list(totals) for language, totals in self.totals.items()},
            "entries": [
                [*key, entry.hits, entry.documents, entry.fixed, entry.removed, entry.inserted, entry.samples]
                for key, entry in self.entries.items()
            ],
        }

    @classmethod
    def restored(cls, state: Row) -> Ledger:
        """Return what ``state`` was made from."""
        ledger = cls(state["seed"])
        ledger.totals = {language: Totals(*totals) for language, totals in state["totals"].items()}
        for rule, language, hits, documents, fixed, removed, inserted, samples in state["entries"]:
            entry = ledger.entries[rule, language] = Entry()
            entry.hits, entry.documents, entry.fixed = hits, documents, fixed
            entry.removed, entry.inserted = removed, inserted
            entry.samples = [(key, row) for key, row in samples]
        return ledger

    def text(self) -> str:
        """Return the ledger as the file that users read: JSON, sorted by rule and language."""
        data = {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "mtlint", "version": VERSION},
            "seed": self.seed,
            "languages": {language: self.totals[language]._asdict() for language in sorted(self.totals)},
            "rules": [_row(key, self.entries[key]) for key in sorted(self.entries)],
        }
        text = json.dumps(data, ensure_ascii=False, indent=1)
        return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _row(key: tuple[str, str], entry: Entry) -> Row:
    return {
        "rule": key[0],
        "language": key[1],
        "hits": entry.hits,
        "documents": entry.documents,
        "fixed": entry.fixed,
        "characters_removed": entry.removed,
        "characters_inserted": entry.inserted,
        "samples": [row for _, row in entry.samples],
    }


def _sample(located: Located) -> Row:
    row: Row = {"path": located.finding.path}
    if located.record is not None:
        row |= {"record": located.record.number, "id": located.record.id}
    span, excerpt = located.finding.span, located.excerpt
    return row | {"start": span.start, "end": span.end, **excerpt._asdict()}
