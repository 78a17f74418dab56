"""One file from bytes to outcome. Whatever goes wrong becomes one line, and the run goes on."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from linter.api import Linter
from linter.errors import MtlintError, SourceError, UnstableFixError
from linter.outcome import Carried, Outcome, Problem
from linter.pipeline import Settled, check, settle
from linter.rule import Acceptance, Checked, Profile
from linter.running.locating import Lines, located
from linter.running.task import Mode, Source, Task
from linter.scan import fingerprint
from linter.source.decode import BinaryFileError, RawText, decode
from linter.source.opening import is_undetermined, open_document
from linter.source.reading import STDIN, Loaded, load
from linter.source.writing import write_back
from linter.suppression import RULE_ID as UNUSED_COMMENT
from linter.types import UNKNOWN_LANGUAGE, Document, Original, Safety, Span

DEBUG = "MTLINT_DEBUG"  # set to 1, faults of mtlint's own show their traceback


@cache
def linter_for(profile: Profile) -> Linter:
    """Return the linter of a profile, made once in each process. Raises ConfigError."""
    return Linter(profile)


def run_task(task: Task) -> Outcome:
    """Check or fix one file; never raises but for debugging and when the user interrupts."""
    try:
        return _run(task)
    except Exception as error:
        problem = trouble(task, error)
        if problem is None:
            return Outcome(path=task.path, checked=False, skipped="binary")
        return failed(task, problem.message, problem.line)


def trouble(task: Task, error: Exception) -> Problem | None:
    """Return what to tell of a file that could not be checked, None for a binary one that nobody named.

    Raises the error again for debugging.
    """
    if isinstance(error, BinaryFileError) and not task.is_named:
        return None
    if isinstance(error, MtlintError):
        return Problem(task.path, str(error).removeprefix(f"{task.path}: "), getattr(error, "line", None))
    if isinstance(error, MemoryError):
        return Problem(task.path, "not checked: there is not enough memory.")
    if os.environ.get(DEBUG) == "1":
        raise error
    text = " ".join(f"{type(error).__name__}: {error}".split())
    return Problem(task.path, f"not checked because of a fault in mtlint, please report it ({text[:200]}).")


def failed(task: Task, message: str, line: int | None = None) -> Outcome:
    """Return the outcome of a file that could not be checked."""
    message = message.removeprefix(f"{task.path}: ")
    output = task.data if task.mode is Mode.FIX else None
    return Outcome(path=task.path, checked=False, problems=(Problem(task.path, message, line),), output=output)


class Opened(NamedTuple):
    """A file that was read: its bytes, its text, and what there is to know of it before it is checked."""

    loaded: Loaded
    raw: RawText
    document: Document
    problems: tuple[Problem, ...]
    accepted: tuple[Acceptance, ...]
    within: tuple[Span, ...] | None

    def checked(self, linter: Linter) -> Checked:
        """Return the findings."""
        return check(self.document, linter.ruleset, linter.profile, acceptances=self.accepted, within=self.within)

    def settled(self, linter: Linter, up_to: Safety) -> Settled:
        """Return the fixed document. Raises UnstableFixError."""
        return settle(
            self.document,
            linter.ruleset,
            linter.profile,
            up_to=up_to,
            acceptances=self.accepted,
            within=self.within,
        )


def opened(task: Task) -> Opened:
    """Read a file. Raises SourceError."""
    loaded = load(task.file, task.max_size) if task.data is None else Loaded(task.data, None)
    raw = decode(loaded.data)
    document = open_document(raw.text, path=task.path, language=task.language)
    problems = [Problem(task.path, raw.damage.message, raw.damage.line)] if raw.damage else []
    if task.source is not None:
        document, unread = _beside(document, task.source, task.max_size)
        problems += unread
    within = None if task.lines is None else Lines(raw.text).spans(task.lines)
    accepted = tuple(each for each in task.acceptances if each.rule_id not in _silent(task.profile))
    return Opened(loaded, raw, document, tuple(problems), accepted, within)


def _run(task: Task) -> Outcome:
    file, linter = opened(task), linter_for(task.profile)
    raw, document = file.raw, file.document
    outcome = Outcome(
        path=task.path,
        size=len(file.loaded.data),
        language=document.language,
        is_undetermined=is_undetermined(document) and bool(raw.text.strip("\ufeff \t\r\n")),
        problems=file.problems,
    )
    if task.mode is Mode.CHECK:
        return _with(outcome, file.checked(linter), raw.text, document.original)
    try:
        done = file.settled(linter, task.up_to)
    except UnstableFixError as error:
        outcome = _with(outcome, file.checked(linter), raw.text, document.original)
        problem = Problem(task.path, str(error).removeprefix(f"{task.path}: "))
        return outcome._replace(problems=(*outcome.problems, problem), output=task.data)
    if task.mode is Mode.DIFF:
        return _compared(outcome, done, raw)
    return _written(outcome, done, task, file.loaded, raw)


def _beside(document: Document, source: Source, max_size: int) -> tuple[Document, list[Problem]]:
    """Return the document with its source page; it goes without one that cannot be read."""
    try:
        text = decode(load(source.file, max_size).data).text
    except (SourceError, BinaryFileError) as error:
        reason = str(error).removeprefix(f"{source.path}: ")
        return document, [Problem(document.path, f"checked without its source {source.path}: {reason}")]
    original = Original(text, source.path, source.language or UNKNOWN_LANGUAGE)
    return replace(document, original=original), []


@cache
def _silent(profile: Profile) -> frozenset[str]:
    """The rules that there are and that do not run with a profile: what they had found is not stale."""
    ruleset = linter_for(profile).ruleset
    known = {rule.id for shelf in ruleset.shelves for rule in shelf.rules}
    silent = known - {rule.id for rule in ruleset.rules}
    is_partial = bool(profile.select or profile.ignore)
    return frozenset(silent | {UNUSED_COMMENT} if is_partial else silent)


def _with(outcome: Outcome, checked: Checked, text: str, original: Original | None = None) -> Outcome:
    unfinished = tuple(
        Problem(each.path, f"{each.rule_id} was not run to its end: {each.message}.") for each in checked.failures
    )
    return outcome._replace(
        findings=located(checked.findings, text, original),
        problems=(*outcome.problems, *unfinished),
        accepted=len(checked.accepted),
        outside=len(checked.outside),
        stale=checked.stale,
    )


def _compared(outcome: Outcome, done: Settled, raw: RawText) -> Outcome:
    from linter.report.diff import unified  # noqa: PLC0415  only for --diff

    if not done.rounds:
        return _with(outcome, done.before, raw.text, done.document.original)
    diff = unified(raw.text, done.document.text, path=outcome.path)
    return _with(outcome, done.before, raw.text, done.document.original)._replace(
        fixed=len(done.applied), is_changed=True, diff=diff
    )


def _written(outcome: Outcome, done: Settled, task: Task, loaded: Loaded, raw: RawText) -> Outcome:
    """Write the fixed text back; a text that cannot be written is reported as it is on the disk."""
    data = raw.encode(done.document.text) if done.rounds else loaded.data
    if task.data is not None:
        outcome = outcome._replace(output=data)
    elif done.rounds:
        try:
            write_back(loaded, data)
        except SourceError as error:
            problem = Problem(task.path, str(error))
            return _with(
                outcome._replace(problems=(*outcome.problems, problem)), done.before, raw.text, done.document.original
            )
    return _with(outcome, done.checked, done.document.text, done.document.original)._replace(
        fixed=len(done.applied),
        is_changed=bool(done.rounds),
        carried=_carried(done, done.document, task) if done.rounds else (),
    )


def _carried(done: Settled, document: Document, task: Task) -> tuple[Carried, ...]:
    """Return which accepted findings have another fingerprint now."""
    known = {(each.rule_id, each.fingerprint) for each in task.acceptances}
    moved = []
    for finding, place in done.kept:
        new = _fingerprint(document, place, finding.rule_id)
        if (finding.rule_id, finding.fingerprint) in known and new != finding.fingerprint:
            moved.append(Carried(finding.rule_id, finding.fingerprint, new))
    return tuple(moved)


def _fingerprint(document: Document, place: Span, rule_id: str) -> str:
    return fingerprint(document.text, place, rule_id)


def name_of(path: str) -> str:
    """Return the name under which standard input goes in reports."""
    return STDIN if path == "-" else path
