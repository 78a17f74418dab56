"""Accepting findings: what a run does to the baseline files that hold for its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from linter.baseline_file import LONGEST_EXCERPT, Baseline, Entry
from linter.cli.lint_plan import Entry as Planned
from linter.errors import ConfigError
from linter.outcome import Located, Outcome, Problem
from linter.rule import Acceptance
from linter.running.one import linter_for
from linter.running.task import Task

LEAST_DIGITS = 6  # of an id, so that it is not hit by chance


def _excerpt(located: Located) -> str:
    return " ".join(located.text.split())[:LONGEST_EXCERPT]


def _entries(baseline: Baseline, file: str, findings: Iterable[Located], reason: str) -> list[Entry]:
    """Return an entry for each rule and fingerprint, with how often it was found."""
    groups: dict[tuple[str, str], list[Located]] = {}
    for each in findings:
        groups.setdefault((each.finding.rule_id, each.finding.fingerprint), []).append(each)
    path = baseline.relative(file)
    return [
        Entry(Acceptance(path, rule, fingerprint, len(group), reason), _excerpt(group[0]))
        for (rule, fingerprint), group in groups.items()
    ]


def write_all(planned: Planned, outcome: Outcome, reason: str) -> int:
    """Accept all findings of a file, keeping former reasons; return how many.

    What is not found any more leaves the baseline, if its rule ran.
    """
    task, baseline = planned.planned, planned.baseline
    assert isinstance(task, Task)
    if baseline is None or not outcome.checked:
        return 0
    new = _entries(baseline, task.file, outcome.findings, reason)
    ran = {rule.id for rule in linter_for(task.profile).ruleset.rules}
    keys = {entry.key for entry in new}
    for key in [key for key in baseline.entries if key[0] == baseline.relative(task.file)]:
        if key not in keys and key[1] in ran:
            baseline.drop(key)
    for entry in new:
        old = baseline.entries.get(entry.key)
        if old is not None and not reason:
            entry = replace(entry, acceptance=replace(entry.acceptance, reason=old.acceptance.reason))
        if old is None or (old.acceptance, old.excerpt) != (entry.acceptance, entry.excerpt):
            baseline.put(entry)
    return len(outcome.findings)


@dataclass(slots=True)
class Accepting:
    """Looks for the findings that the user wants to accept by id."""

    ids: list[str]
    reason: str
    hits: dict[str, list[tuple[Planned, Outcome, Located]]] = field(default_factory=dict)

    def look(self, planned: Planned, outcome: Outcome) -> None:
        """Keep the findings of a file that have one of the ids."""
        for located in outcome.findings:
            for wanted in self.ids:
                if located.finding.fingerprint.startswith(wanted):
                    self.hits.setdefault(wanted, []).append((planned, outcome, located))

    def accept(self) -> list[str]:
        """Put what was found into its baseline; return a line for each. Raises ConfigError, then nothing changed."""
        for wanted in self.ids:
            self._check(wanted)
        lines = []
        for wanted in self.ids:
            for planned, located in self._groups(wanted):
                task, baseline = planned.planned, planned.baseline
                assert isinstance(task, Task)
                assert baseline is not None
                (entry,) = _entries(baseline, task.file, located, self.reason)
                baseline.put(entry)
                rule = located[0].finding.rule_id
                lines.append(f"accepted {wanted} ({rule}) in {task.path}, written to {baseline.path}")
        return lines

    def _groups(self, wanted: str) -> list[tuple[Planned, list[Located]]]:
        groups: dict[str, tuple[Planned, list[Located]]] = {}
        for planned, outcome, located in self.hits[wanted]:
            groups.setdefault(outcome.path, (planned, []))[1].append(located)
        return list(groups.values())

    def _check(self, wanted: str) -> None:
        hits = self.hits.get(wanted, [])
        if not hits:
            raise ConfigError(f"--accept {wanted}: no finding in these files has this id.")
        ids = sorted({each.finding.fingerprint for _, _, each in hits})
        if len(ids) > 1:
            raise ConfigError(f"--accept {wanted}: several findings begin so: {', '.join(ids[:5])}; give more digits.")
        if any(planned.baseline is None for planned, _, _ in hits):
            raise ConfigError("--accept needs a file to write to: --baseline FILE, or “baseline” in mtlint.toml.")


def checked_ids(ids: list[str]) -> list[str]:
    """Return ids as findings have them. Raises ConfigError for what is no id."""
    for each in ids:
        if len(each) < LEAST_DIGITS or set(each.lower()) - set("0123456789abcdef"):
            raise ConfigError(f"--accept {each}: an id has at least {LEAST_DIGITS} of the digits 0-9 and a-f.")
    return list(dict.fromkeys(each.lower() for each in ids))


def stale_problem(planned: Planned, stale: Acceptance) -> Problem:
    """Name an entry that accepts nothing any more, or more than there is."""
    task, baseline = planned.planned, planned.baseline
    assert isinstance(task, Task)
    assert baseline is not None
    entry = baseline.entry(task.file, stale.rule_id, stale.fingerprint)
    line = entry.line or None if entry else None
    return _stale(baseline, line, stale)


def _stale(baseline: Baseline, line: int | None, stale: Acceptance) -> Problem:
    what = f"{stale.count} findings" if stale.count > 1 else "a finding"
    text = f"accepts {what} of {stale.rule_id} in {stale.path} that {'are' if stale.count > 1 else 'is'} not there"
    return Problem(baseline.path, f"{text} (--prune-baseline removes this).", line, unchecked=False)


def missing_problems(baseline: Baseline) -> list[Problem]:
    """Name the entries of files that are gone."""
    return [_stale(baseline, entry.line or None, entry.acceptance) for entry in baseline.missing()]


def prune(planned: Planned, stale: Iterable[Acceptance]) -> int:
    """Remove stale entries of a file; return how many."""
    task, baseline = planned.planned, planned.baseline
    assert isinstance(task, Task)
    assert baseline is not None
    number = 0
    for each in stale:
        entry = baseline.entry(task.file, each.rule_id, each.fingerprint)
        if entry is None:
            continue
        number += 1
        left = entry.acceptance.count - each.count
        baseline.drop(entry.key)
        if left > 0:
            baseline.put(replace(entry, acceptance=replace(entry.acceptance, count=left)))
    return number


def carry(planned: Planned, outcome: Outcome) -> int:
    """Let entries follow findings whose surroundings were fixed; return how many did."""
    task, baseline = planned.planned, planned.baseline
    if baseline is None or not outcome.carried or not isinstance(task, Task):
        return 0
    moved = Counter(outcome.carried)
    for each, number in moved.items():
        entry = baseline.entry(task.file, each.rule_id, each.old)
        if entry is None:
            continue
        left = entry.acceptance.count - number
        baseline.drop(entry.key)
        if left > 0:
            baseline.put(replace(entry, acceptance=replace(entry.acceptance, count=left)))
        there = baseline.entry(task.file, each.rule_id, each.new)
        count = number + (there.acceptance.count if there else 0)
        baseline.put(replace(entry, acceptance=replace(entry.acceptance, fingerprint=each.new, count=count)))
    return len(moved)
