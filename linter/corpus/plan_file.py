"""Plans as files: a head, the edits of one text after another, sums, and an end that tells that it is whole."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from types import TracebackType
from typing import Any, cast

from linter.corpus.composing import Piece
from linter.corpus.plan import FORMAT, Head, LanguageTotal, Place, PlannedText, RuleTotal, Sample
from linter.corpus.rows import Row, Value, encoded, read_rows, write_rows
from linter.corpus.totals import Totals
from linter.errors import SourceError

_COLUMNS = (
    *(("type", "str"), ("path", "str"), ("record", "int"), ("id", "str"), ("hash", "str"), ("ruleset", "str")),
    *(("language", "str"), ("rules", "strs"), ("rounds", "ints"), ("fixes", "ints"), ("grown", "ints")),
    *(("start", "int"), ("end", "int"), ("before", "str"), ("after", "str")),
)


class PlanWriter:
    """Writes a plan as it is made, in flat memory. Raises SourceError, OSError."""

    def __init__(self, path: str, head: Head, totals: Totals) -> None:
        self._rows = write_rows(path, _COLUMNS)
        self._totals = totals
        self._edits = 0
        self._digest = blake2b(digest_size=12)
        self._rulesets: dict[str, str] = {}
        self._rows.write({"type": "plan", **head._asdict(), "options": dict(cast("Row", head.options))})

    def add(self, text: PlannedText) -> None:
        """Count a text and write its edits."""
        self._totals.add(text)
        place = {name: value for name, value in text.place._asdict().items() if value is not None}
        about = {"hash": text.hash, "ruleset": text.ruleset, "language": text.language}
        raw: Row = {"raw": text.raw.decode("utf-8", "surrogateescape")} if text.raw else {}
        for piece, before in zip(text.pieces, text.befores, strict=True):
            self._edits += 1
            row: Row = {"type": "edit", **place, **about, **_edit(piece, before), **raw}
            raw = {}
            self._digest.update(encoded(row).encode())
            self._rulesets.setdefault(text.ruleset, text.place.path)
            self._rows.write(row)

    def __enter__(self) -> PlanWriter:
        self._rows.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        if kind is None:
            for language in self._totals.languages():
                self._rows.write({"type": "language", **language._asdict()})
            for rule in self._totals.rules():
                self._rows.write({"type": "rule", **_rule(rule)})
            rulesets: list[Value] = [list(pair) for pair in self._rulesets.items()]
            name = self._digest.hexdigest()
            self._rows.write({"type": "end", "edits": self._edits, "rulesets": rulesets, "name": name})
        self._rows.__exit__(kind, error, trace)


def _edit(piece: Piece, before: str) -> Row:
    return {
        "rules": list(piece.rules),
        "rounds": list(piece.rounds),
        "fixes": list(piece.fixes),
        "grown": list(piece.grown),
        "start": piece.start,
        "end": piece.end,
        "before": before,
        "after": piece.after,
    }


def _rule(total: RuleTotal) -> Row:
    return {**total._asdict(), "samples": [{**each._asdict(), "place": list(each.place)} for each in total.samples]}


class PlanFile:
    """A plan that was written before. Raises SourceError if it is none, or not whole.

    ``rulesets`` are (hash, a path that it holds for); ``name`` tells the plan from all others.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        first: Row | None = None
        last: Row = {}
        self.languages: list[LanguageTotal] = []
        self.rules: list[RuleTotal] = []
        for row in read_rows(path):
            first = first or row
            if first.get("type") != "plan":
                raise SourceError(f"{path}: not a plan of lint-corpus.")
            if row.get("type") == "language":
                self.languages.append(LanguageTotal(**_without_type(row)))
            elif row.get("type") == "rule":
                self.rules.append(_rule_total(row))
            last = row
        if first is None or last.get("type") != "end":
            raise SourceError(f"{path}: the plan is not whole; make it anew.")
        if first.get("format") != FORMAT:
            raise SourceError(f"{path}: a plan of another version of mtlint ({first.get('mtlint')}); make it anew.")
        self.head = Head(**_without_type(first))
        self.name = str(last.get("name"))
        self.edits = int(cast("int", last["edits"]))
        self.rulesets = [(str(each[0]), str(each[1])) for each in cast("list[list[str]]", last["rulesets"])]

    def texts(self) -> Iterator[PlannedText]:
        """Yield the texts that would change, in order, with their edits."""
        edits = (row for row in read_rows(self.path) if row.get("type") == "edit")
        for _, rows in itertools.groupby(edits, key=lambda row: (row["path"], row.get("record"))):
            yield _text(list(rows))


def _without_type(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "type"}


def _rule_total(row: Mapping[str, Value]) -> RuleTotal:
    data = _without_type(dict(row))
    samples = tuple(Sample(**{**each, "place": Place(*each["place"])}) for each in data["samples"])
    return RuleTotal(**{**data, "samples": samples})


def _text(rows: list[Row]) -> PlannedText:
    first = cast("dict[str, Any]", rows[0])
    edits = cast("list[dict[str, Any]]", rows)
    return PlannedText(
        Place(first["path"], first.get("record"), first.get("id")),
        first["hash"],
        first["ruleset"],
        first["language"],
        0,
        tuple(
            Piece(
                row["start"],
                row["end"],
                row["after"],
                *(tuple(row[key]) for key in ("rules", "rounds", "fixes", "grown")),
            )
            for row in edits
        ),
        tuple(row["before"] for row in edits),
        raw=first.get("raw", "").encode("utf-8", "surrogateescape"),
    )
