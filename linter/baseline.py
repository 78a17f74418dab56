"""Accepted findings: which findings of a check a baseline or a comment accepts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from linter.rule import Acceptance
from linter.types import Document, Finding


def accept(
    findings: Iterable[Finding], acceptances: Sequence[Acceptance]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[Acceptance, ...]]:
    """Divide findings into those that are left and those that are accepted; name stale acceptances.

    An acceptance holds for its path, rule and fingerprint, as often as its count says; the count of a
    stale one says how many are too many.
    """
    budget: Counter[tuple[str, str, str]] = Counter()
    for each in acceptances:
        budget[each.path, each.rule_id, each.fingerprint] += each.count
    left, accepted = [], []
    for finding in findings:
        key = (finding.path, finding.rule_id, finding.fingerprint)
        if budget[key] > 0:
            budget[key] -= 1
            accepted.append(finding)
        else:
            left.append(finding)
    stale = tuple(
        replace(each, count=budget.pop(key))
        for each in acceptances
        if budget[key := (each.path, each.rule_id, each.fingerprint)] > 0
    )
    return tuple(left), tuple(accepted), stale


def suppressed(
    findings: Iterable[Finding], document: Document
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], frozenset[int]]:
    """Divide findings by the comments of a document; the numbers are those of the comments that were used."""
    left: list[Finding] = []
    accepted: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        hits = [
            number
            for number, comment in enumerate(document.suppressions)
            if comment.target.overlaps(finding.span) and _names(comment.rules, finding)
        ]
        used.update(hits)
        (accepted if hits else left).append(finding)
    return tuple(left), tuple(accepted), frozenset(used)


def _names(rules: tuple[str, ...], finding: Finding) -> bool:
    family = finding.rule_id.partition(".")[0]
    return not rules or not {finding.rule_id, family, finding.category}.isdisjoint(rules)
