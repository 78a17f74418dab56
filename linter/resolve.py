"""One finding for one fault: where findings of the same category overlap, the surest stays."""

from __future__ import annotations

from collections.abc import Iterable

from linter.types import Finding


def resolve(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in order, without those that another of their category covers better.

    Findings of different categories at one place are different faults and stay: a caption that stands
    twice may also hold a translated name.
    """
    kept: list[Finding] = []
    last: dict[str, int] = {}
    for finding in sorted(findings, key=lambda each: (each.span, each.rule_id)):
        at = last.get(finding.category)
        if at is not None and kept[at].span.overlaps(finding.span):
            if _strength(finding) > _strength(kept[at]):
                kept[at] = finding
        else:
            last[finding.category] = len(kept)
            kept.append(finding)
    return tuple(sorted(kept, key=lambda each: each.order))


def _strength(finding: Finding) -> tuple[int, int, int, int]:
    best = max((fix.safety for fix in finding.fixes), default=0)
    return finding.confidence, finding.severity, int(best), len(finding.span)
