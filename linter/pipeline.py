"""The stages from a document to its findings and its fixed text, in order.

Prints nothing, reads no files, knows no command line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from linter.baseline import accept, suppressed
from linter.errors import UnstableFixError
from linter.facts import Facts
from linter.fix import apply, carried, chosen, edits_of
from linter.pairs.inherited import not_inherited
from linter.record import record
from linter.resolve import resolve
from linter.rule import Acceptance, Checked, Profile, RuleFailure
from linter.ruleset import Ruleset
from linter.scan import fingerprint, scan
from linter.source.bilingual import is_bilingual
from linter.source.containers import IN_PARTS
from linter.source.opening import open_document
from linter.suppression import unused
from linter.types import Document, Edit, Finding, Fix, Safety, Span

ROUNDS = 10  # fixes that are not at rest after so many checks chase each other: our bug


@record(kw_only=True)
class Settled:
    """A document after fixing: its findings that are left, and those that were fixed on the way.

    ``before`` is the check of the text as it was; ``kept`` says where its accepted findings stand now.
    ``rounds`` are the fixes in the order in which they were made: the edits of a round go by the text before it.
    """

    document: Document
    checked: Checked
    before: Checked
    kept: tuple[tuple[Finding, Span], ...] = ()
    rounds: tuple[tuple[tuple[Finding, Fix], ...], ...] = ()

    @property
    def applied(self) -> tuple[Finding, ...]:
        """The findings that were fixed."""
        return tuple(finding for winners in self.rounds for finding, _ in winners)


def check(
    document: Document,
    ruleset: Ruleset,
    profile: Profile,
    *,
    acceptances: Sequence[Acceptance] = (),
    within: Sequence[Span] | None = None,
) -> Checked:
    """Return the findings of a document: scan, resolve, accept.

    ``within`` (sorted, disjoint) limits them to those that touch one of the places.
    """
    findings, failures = _scanned(document, ruleset, profile)
    if document.original is not None or is_bilingual(document.path):
        from linter.comparing import compared  # noqa: PLC0415  a text without a source does not need it

        more, failed = compared(document, ruleset, profile)
        findings, failures = findings + more, failures + failed
    if document.container in IN_PARTS:  # found in a part, known by where it stands in the file
        findings = [replace(each, fingerprint=fingerprint(document.text, each.span, each.rule_id)) for each in findings]
    shown = [finding for finding in resolve(findings) if finding.confidence >= profile.min_confidence]
    if document.original is not None:
        shown = not_inherited(shown, document)
    left, accepted, stale = accept(shown, acceptances)
    left, silenced, used = suppressed(left, document)
    odd = unused(document, used, profile)
    everywhere = sorted((*left, *odd), key=lambda each: each.order)
    inside, outside = everywhere, []
    if within is not None:
        inside = [each for each in everywhere if _touches(within, each.span)]
        outside = [each for each in everywhere if not _touches(within, each.span)]
    return Checked(
        findings=tuple(inside),
        accepted=(*accepted, *silenced),
        outside=tuple(outside),
        failures=tuple(failures),
        stale=stale,
    )


def _scanned(document: Document, ruleset: Ruleset, profile: Profile) -> tuple[list[Finding], list[RuleFailure]]:
    """Return the findings of all rules: of the document as it is, or of its parts."""
    if document.container not in IN_PARTS:
        facts = Facts(document, profile.knowledge, profile.preset)
        return scan(document, facts, ruleset.tasks(document))
    from linter.scan_parts import scan_parts  # noqa: PLC0415  plain text does not need it

    return scan_parts(document, ruleset, profile)


def settle(
    document: Document,
    ruleset: Ruleset,
    profile: Profile,
    *,
    up_to: Safety,
    acceptances: Sequence[Acceptance] = (),
    within: Sequence[Span] | None = None,
) -> Settled:
    """Apply fixes up to a safety and check again, until nothing changes.

    Accepted findings, and those outside ``within``, are carried through the edits: their places are never
    edited, and what is found there again stays accepted. Raises UnstableFixError after ten rounds; the
    document is then as it was.
    """
    first = checked = check(document, ruleset, profile, acceptances=acceptances, within=within)
    untouchable = _unique((*first.accepted, *first.outside))
    places = [finding.span for finding in untouchable]
    rounds: list[tuple[tuple[Finding, Fix], ...]] = []
    failures: list[RuleFailure] = list(first.failures)
    while winners := chosen(checked.findings, up_to, untouchable=places):
        if len(rounds) == ROUNDS:
            raise UnstableFixError(_unrest(document, winners[0][0]))
        edits = edits_of(winners)
        places = list(carried(places, edits))
        within = within if within is None else _moved(within, edits)
        text = apply(document.text, edits)
        original = document.original
        document = replace(open_document(text, path=document.path, language=document.language), original=original)
        checked = check(document, ruleset, profile, within=within)
        checked = replace(checked, findings=_not_accepted(checked.findings, untouchable, places))
        failures += [failure for failure in checked.failures if failure not in failures]
        rounds.append(winners)
    return Settled(
        document=document,
        checked=replace(first, findings=checked.findings, failures=tuple(failures)),
        before=first,
        kept=tuple(zip(untouchable, places, strict=True)),
        rounds=tuple(rounds),
    )


def _unique(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings sorted by place, one for each place and rule."""
    by_place = {(finding.span, finding.rule_id): finding for finding in findings}
    return [by_place[key] for key in sorted(by_place)]


def _touches(within: Sequence[Span], span: Span) -> bool:
    return any(span.overlaps(each) for each in within[max(0, bisect_right(within, span) - 1) :][:2])


def _moved(within: Sequence[Span], edits: Sequence[Edit]) -> tuple[Span, ...]:
    """Return where places stand after the edits; one that an edit touches takes the new text in."""
    starts = [edit.span.start for edit in edits]
    shifts = [0, *accumulate(len(edit.text) - len(edit.span) for edit in edits)]

    def moved(at: int, before: int, *, is_end: bool) -> int:
        if not before or at >= edits[before - 1].span.end:
            return at + shifts[before]
        last = edits[before - 1]
        return last.span.start + shifts[before - 1] + (len(last.text) if is_end else 0)

    return tuple(
        Span(
            moved(each.start, bisect_left(starts, each.start), is_end=False),
            moved(each.end, bisect_right(starts, each.end), is_end=True),
        )
        for each in within
    )


def _not_accepted(
    findings: Sequence[Finding], accepted: Sequence[Finding], places: Sequence[Span]
) -> tuple[Finding, ...]:
    known = {(place, finding.rule_id) for place, finding in zip(places, accepted, strict=True)}
    return tuple(finding for finding in findings if (finding.span, finding.rule_id) not in known)


def _unrest(document: Document, finding: Finding) -> str:
    return (
        f"{document.path}: the fixes of {finding.rule_id} do not come to rest after {ROUNDS} rounds; the text was "
        "left as it was. This is a fault of mtlint, please report it."
    )
