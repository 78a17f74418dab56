"""The nouns of rules and of what a user asks for: plain picklable data."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Any

from linter.record import record
from linter.types import EVERY_LANGUAGE, Confidence, Finding, Knowledge, Safety, Severity, Span


class Status(StrEnum):
    """When a rule runs: by default, or only when it is selected by name."""

    DEFAULT = "default"
    PREVIEW = "preview"
    OPT_IN = "opt-in"
    DEPRECATED = "deprecated"


class Scope(StrEnum):
    """Whether a rule sees prose only, or also code, URLs and tags."""

    PROSE = "prose"
    EVERYTHING = "everything"


PRESETS = ("article", "docs", "corpus")


@record(kw_only=True)
class Example:
    """A text that binds a rule: ``bad`` with ⟦marked⟧ spans, or ``good`` without a finding.

    ``glossary``, ``names`` and ``lines`` are what the user's glossary and the evidence file say in this example;
    ``source`` is the text that it was translated from, ``seed`` the file of seeds/ in which it stands.
    """

    text: str
    spans: tuple[Span, ...] = ()
    fixed: str | None = None
    language: str | None = None
    zone: str | None = None
    seed: str | None = None
    note: str | None = None
    todo: str | None = None
    path: str | None = None
    also: tuple[str, ...] = ()
    glossary: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    source: str | None = None
    source_language: str | None = None

    @property
    def is_bad(self) -> bool:
        return bool(self.spans)


@record(kw_only=True)
class Rule:
    """One YAML file: plain picklable data. ``params`` is the parameter dataclass of its kind."""

    id: str
    kind: str
    category: str
    message: str
    why: str
    severity: Severity
    confidence: Confidence
    params: Any
    languages: tuple[str, ...]
    fix: Safety | None = None
    confidence_by_language: tuple[tuple[str, Confidence], ...] = ()
    presets: tuple[str, ...] = PRESETS
    status: Status = Status.DEFAULT
    scope: Scope = Scope.PROSE
    since: str = ""
    renamed_from: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    origin: str = ""

    @property
    def family(self) -> str:
        return self.id.partition(".")[0]

    def confidence_in(self, language: str) -> Confidence:
        return dict(self.confidence_by_language).get(language, self.confidence)

    def speaks(self, language: str) -> bool:
        """True if the rule may run on text in this language."""
        return EVERY_LANGUAGE in self.languages or language in self.languages


@record
class Acceptance:
    """One accepted finding of a baseline."""

    path: str
    rule_id: str
    fingerprint: str
    count: int = 1
    reason: str = ""


@record(kw_only=True)
class Profile:
    """Which rules run on a document, and how far fixes go. Resolved before any file is read."""

    preset: str = "article"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: Confidence = Confidence.MEDIUM
    fail_on: Severity = Severity.WARNING
    fix_up_to: Safety | None = None
    language: str | None = None
    rule_folders: tuple[str, ...] = ()
    knowledge: Knowledge = field(default_factory=Knowledge)


@record
class RuleFailure:
    """A rule that could not run to its end on a document; the others did."""

    rule_id: str
    path: str
    message: str


@record(kw_only=True)
class Checked:
    """What one check of a document gives.

    ``accepted`` are findings that were accepted, ``outside`` those that lie outside the wished places.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...] = ()
    outside: tuple[Finding, ...] = ()
    failures: tuple[RuleFailure, ...] = ()
    stale: tuple[Acceptance, ...] = ()
