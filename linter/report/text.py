"""The report for people: place, reason, excerpt, proof, and what the fix would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.outcome import Located, Outcome, Region, Summary
from linter.report import Setup, Write
from linter.report.closing import closing
from linter.report.excerpts import harmless, rendered
from linter.types import Confidence, Evidence, Fix, Safety, Severity

SHOWN = 3  # findings of one rule in one file, the rest is folded
SHORT_ID = 8  # digits of a fingerprint, enough for --accept
_SHOWN_PROOFS, _SHOWN_FIXES = 3, 3
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_HOW = {Safety.SAFE: "safe", Safety.UNSAFE: "--unsafe-fixes", Safety.SUGGEST: "a suggestion"}


class TextReport:
    """Writes a paragraph for each finding, and closing sentences."""

    def __init__(self, write: Write, setup: Setup) -> None:
        self.write, self.setup = write, setup
        self.seen: Counter[str] = Counter()  # of the file that is being reported, by rule

    def file(self, outcome: Outcome) -> None:
        """Write the findings of a file; of each rule at most three."""
        seen = self.seen
        for located in outcome.findings:
            rule = located.finding.rule_id
            seen[rule] += 1
            if self.setup.show_all or seen[rule] <= SHOWN:
                self.write("\n".join(self._paragraph(located)) + "\n")
        if outcome.is_part:
            return
        self.seen = Counter()
        if not self.setup.show_all:
            for rule, number in sorted(seen.items()):
                if number > SHOWN:
                    more = f"  {number - SHOWN} more of {rule} in this file (--all shows them)"
                    self.write(f"{harmless(outcome.path)}:\n{self._dim(more)}\n")

    def finish(self, summary: Summary) -> None:
        """Write the closing sentences."""
        if not self.setup.is_quiet:
            self.write("\n".join(closing(summary)) + "\n")

    def _paragraph(self, located: Located) -> Iterator[str]:
        finding, region = located.finding, located.region
        place = self._style("1", harmless(place_of(located)))
        severity = self._style(_COLOURS[finding.severity], finding.severity.name.lower())
        number = self._dim(f"[{finding.fingerprint[:SHORT_ID]}]")
        within = f"{region.line}:{region.column} " if located.record is not None else ""
        yield f"{place}: {within}{severity} {finding.rule_id}: {harmless(finding.message)} {number}"
        before, marked, after, marks = rendered(located.excerpt)
        yield f"    {before}{self._style('1', marked)}{after}".rstrip()
        yield f"    {self._style(_COLOURS[finding.severity], marks)}"
        for proof, where in list(zip(finding.evidence, located.evidence, strict=True))[:_SHOWN_PROOFS]:
            yield f"  {self._dim('proof')} {_proof(proof, where)}"
        yield from (f"  {_repair(fix, finding.confidence)}" for fix in finding.fixes[:_SHOWN_FIXES])

    def _style(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.setup.has_colour and text else text

    def _dim(self, text: str) -> str:
        return self._style("2", text)


def place_of(located: Located) -> str:
    """Return path, line and column; of a record its path, number and id."""
    path, record = located.finding.path, located.record
    if record is None:
        return f"{path}:{located.region.line}:{located.region.column}"
    return f"{path}:{record.number}" + (f" ({record.id})" if record.id else "")


def _proof(proof: Evidence, where: Region | None) -> str:
    text = harmless(" ".join(proof.text.split()))
    if where is not None:
        place = f"{where.line}:{where.column}"
        return f"{place} {text}" if proof.path is None else f"{harmless(proof.path)}:{place} {text}"
    return f"{harmless(proof.path)}: {text}" if proof.path is not None else text


def _repair(fix: Fix, confidence: Confidence) -> str:
    title = harmless(" ".join(fix.title.split()))
    if fix.safety is not Safety.SUGGEST and confidence < Confidence.HIGH:
        return f"fix (shown only, {confidence.name.lower()} confidence): {title}"
    return f"fix ({_HOW[fix.safety]}): {title}"
