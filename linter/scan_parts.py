"""The scan of a document that holds its prose in parts: each part is read, what is found is brought back."""

from __future__ import annotations

from dataclasses import replace

from linter.abstaining import speaking
from linter.facts import Facts
from linter.rule import Profile, RuleFailure
from linter.ruleset import Ruleset
from linter.scan import fingerprint, scan
from linter.source.containers import RUNNING
from linter.source.offsets import placed
from linter.types import Document, Finding


def scan_parts(document: Document, ruleset: Ruleset, profile: Profile) -> tuple[list[Finding], list[RuleFailure]]:
    """Return the findings of all parts, with spans and fingerprints of the file, and the rules that failed."""
    findings: list[Finding] = []
    failures: list[RuleFailure] = []
    for part in document.parts:
        facts = Facts(part.document, profile.knowledge, profile.preset)
        found, failed = scan(part.document, facts, ruleset.tasks(part.document))
        container = part.document.container
        spoken = speaking(found, container, profile)
        findings += placed(spoken, part, document.text, is_across=container in RUNNING)
        failures += [each for each in failed if each not in failures]
    return [as_in_file(finding, document) for finding in findings], failures


def as_in_file(finding: Finding, document: Document) -> Finding:
    """Return a finding that was brought back to its file with the fingerprint that it has there."""
    return replace(finding, fingerprint=fingerprint(document.text, finding.span, finding.rule_id))
