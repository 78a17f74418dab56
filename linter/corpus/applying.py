"""Texts are brought to the state that a choice of a plan's edits gives: all of them, some, or none (undo).

From whatever state a text is in (as it was, or after an earlier choice) the text as it was is won back first, and
known by its hash; then the edits of the new choice are made. A text in no such state is left alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from linter.corpus.choice import Choice
from linter.corpus.composing import undone
from linter.corpus.identity import hash_of_bytes
from linter.corpus.plan import PlannedText, Reading
from linter.errors import SourceError
from linter.fix import apply
from linter.outcome import Problem
from linter.source.decode import decode
from linter.source.reading import load
from linter.source.writing import write_back

CHANGED = "changed since the plan was made, left as it is."


class Brought(NamedTuple):
    """What became of a file: how many texts were changed, how many were so already, and what went wrong."""

    path: str
    changed: int = 0
    already: int = 0
    problems: tuple[Problem, ...] = ()


def bring(
    texts: Iterable[PlannedText],
    choice: Choice,
    *,
    states: Sequence[Choice],
    max_size: int,
    write: bool = True,
    reading: Reading | None = None,
) -> Iterator[Brought]:
    """Bring the texts of a plan to a choice, file by file. ``states`` are those that they may be in.

    ``reading`` says how record files are read.
    """
    for path, group in groupby(texts, key=lambda text: text.place.path):
        first = next(group)
        if first.place.record is None:
            yield _file(path, first, choice, states=states, max_size=max_size, write=write)
        else:
            yield _records(path, chain([first], group), choice, states=states, write=write, reading=reading)  # noqa: B031  one pass


def _records(
    path: str,
    texts: Iterable[PlannedText],
    choice: Choice,
    *,
    states: Sequence[Choice],
    write: bool,
    reading: Reading | None,
) -> Brought:
    from linter.corpus.applying_records import RecordBringer  # noqa: PLC0415  loads readers of record files

    try:
        return RecordBringer(path, reading or Reading(), choice, states).bring(texts, write=write)
    except SourceError as error:
        return Brought(path, problems=(Problem(path, str(error).removeprefix(f"{path}: ")),))


def _file(
    path: str, text: PlannedText, choice: Choice, *, states: Sequence[Choice], max_size: int, write: bool
) -> Brought:
    try:
        loaded = load(os.path.abspath(path), max_size)  # noqa: PTH100  as every file that is loaded
        raw = decode(loaded.data)
        new = brought(raw.text, text, choice, states=states, hash_of=lambda t: hash_of_bytes(raw.encode(t)))
        if new is None:
            return Brought(path, problems=(Problem(path, CHANGED),))
        data = raw.encode(new)
        if data == loaded.data:
            return Brought(path, already=1)
        if write:
            write_back(loaded, data)
    except SourceError as error:
        return Brought(path, problems=(Problem(path, str(error).removeprefix(f"{path}: ")),))
    return Brought(path, changed=1)


def brought(
    now: str, text: PlannedText, choice: Choice, *, states: Sequence[Choice], hash_of: Callable[[str], str]
) -> str | None:
    """Return the text after a choice, None if it is in no state that is known."""
    before = _as_it_was(now, text, states, hash_of)
    if before is None:
        return None
    return apply(before, (piece.edit() for piece in choice.pieces(text)))


def _as_it_was(now: str, text: PlannedText, states: Sequence[Choice], hash_of: Callable[[str], str]) -> str | None:
    if hash_of(now) == text.hash:
        return now
    for pieces in [*dict.fromkeys(state.pieces(text) for state in reversed(states)), text.pieces]:
        before = undone(now, pieces, _befores(text, pieces))
        if before is not None and hash_of(before) == text.hash:
            return before
    return None


def _befores(text: PlannedText, pieces: Sequence[object]) -> list[str]:
    wanted = frozenset(pieces)
    return [before for piece, before in zip(text.pieces, text.befores, strict=True) if piece in wanted]
