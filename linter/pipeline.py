"""The stages from a document to its findings and its fixed text, in order.

Prints nothing, reads no files, knows no command line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linter.baseline import accept, suppressed
from linter.errors import UnstableFixError
from linter.facts import Facts
from linter.fix import apply, carried, chosen, edits_of
from linter.resolve import resolve
from linter.rule import Acceptance, Checked, Profile, RuleFailure
from linter.ruleset import Ruleset
from linter.scan import scan
from linter.source.opening import open_document
from linter.suppression import unused
from linter.types import Document, Edit, Finding, Safety, Span

ROUNDS = 10  # fixes that are not at rest after so many checks chase each other: our bug


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A document after fixing: its findings that are left, and those that were fixed on the way."""

    document: Document
    checked: Checked
    applied: tuple[Finding, ...] = ()
    edits: tuple[tuple[Edit, ...], ...] = ()


def check(
    document: Document, ruleset: Ruleset, profile: Profile, *, acceptances: Sequence[Acceptance] = ()
) -> Checked:
    """Return the findings of a document: scan, resolve, accept."""
    facts = Facts(document, profile.knowledge)
    findings, failures = scan(document, facts, ruleset.tasks(document))
    shown = [finding for finding in resolve(findings) if finding.confidence >= profile.min_confidence]
    left, accepted, stale = accept(shown, acceptances)
    left, silenced, used = suppressed(left, document)
    odd = unused(document, used, profile)
    return Checked(
        findings=tuple(sorted((*left, *odd), key=lambda each: each.order)),
        accepted=(*accepted, *silenced),
        failures=tuple(failures),
        stale=stale,
    )


def settle(
    document: Document,
    ruleset: Ruleset,
    profile: Profile,
    *,
    up_to: Safety,
    acceptances: Sequence[Acceptance] = (),
) -> Settled:
    """Apply fixes up to a safety and check again, until nothing changes.

    Accepted findings are carried through the edits: their places are never edited, and what is found
    there again stays accepted. Raises UnstableFixError after ten rounds; the document is then as it was.
    """
    first = checked = check(document, ruleset, profile, acceptances=acceptances)
    kept = tuple(sorted({(finding.span, finding.rule_id) for finding in first.accepted}))
    applied: list[Finding] = []
    rounds: list[tuple[Edit, ...]] = []
    failures: list[RuleFailure] = list(first.failures)
    while winners := chosen(checked.findings, up_to, untouchable=[span for span, _ in kept]):
        if len(rounds) == ROUNDS:
            raise UnstableFixError(_unrest(document, winners[0][0]))
        edits = edits_of(winners)
        places = carried([span for span, _ in kept], edits)
        kept = tuple((place, rule) for place, (_, rule) in zip(places, kept, strict=True))
        text = apply(document.text, edits)
        document = open_document(text, path=document.path, language=document.language)
        again = check(document, ruleset, profile)
        checked = Checked(
            findings=_not_accepted(again.findings, kept), accepted=first.accepted, stale=first.stale
        )
        failures += [failure for failure in again.failures if failure not in failures]
        applied += [finding for finding, _ in winners]
        rounds.append(edits)
    final = Checked(
        findings=checked.findings, accepted=first.accepted, failures=tuple(failures), stale=first.stale
    )
    return Settled(document=document, checked=final, applied=tuple(applied), edits=tuple(rounds))


def _not_accepted(findings: Sequence[Finding], kept: Sequence[tuple[Span, str]]) -> tuple[Finding, ...]:
    known = set(kept)
    return tuple(finding for finding in findings if (finding.span, finding.rule_id) not in known)


def _unrest(document: Document, finding: Finding) -> str:
    return (
        f"{document.path}: the fixes of {finding.rule_id} do not come to rest after {ROUNDS} rounds; the text was "
        "left as it was. This is a fault of mtlint, please report it."
    )
