"""From files and records to what would change in them."""

from __future__ import annotations

from linter.corpus.composing import composed
from linter.corpus.identity import hash_of_bytes, ruleset_hash
from linter.corpus.plan import CONTEXT, Place, Planned, PlannedText
from linter.pipeline import Settled
from linter.running.one import linter_for, opened, trouble
from linter.running.task import Task


def plan_task(task: Task) -> Planned:
    """Plan a file; what goes wrong is told, never raised."""
    try:
        return _planned(task)
    except Exception as error:
        problem = trouble(task, error)
        return Planned(problems=(problem,) if problem else ())


def _planned(task: Task) -> Planned:
    file, linter = opened(task), linter_for(task.profile)
    done = file.settled(linter, task.up_to)
    digest = hash_of_bytes(file.loaded.data)
    text = planned_text(done, file.document.text, Place(task.path), hash=digest, ruleset=ruleset_hash(task.profile))
    return Planned((text,), file.problems)


def planned_text(done: Settled, text: str, place: Place, *, hash: str, ruleset: str, raw: bytes = b"") -> PlannedText:
    """Return the plan for a text that was fixed in memory."""
    pieces = composed(text, done.rounds)
    return PlannedText(
        place,
        hash,
        ruleset,
        done.document.language,
        len(text),
        pieces,
        tuple(text[piece.start : piece.end] for piece in pieces),
        tuple((text[max(0, p.start - CONTEXT) : p.start], text[p.end : p.end + CONTEXT]) for p in pieces),
        raw,
    )
