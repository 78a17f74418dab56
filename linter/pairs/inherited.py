"""What a translation has from its source: a tag that stands in both is no residue of a page."""

from __future__ import annotations

from collections.abc import Iterable

from linter.types import Document, Finding

_CATEGORIES = frozenset({"html-residue", "placeholder-damage", "markup-damage", "machine-chatter"})


def not_inherited(findings: Iterable[Finding], document: Document) -> list[Finding]:
    """Return the findings without those whose text the source has word for word."""
    original = document.original
    return [
        finding
        for finding in findings
        if original is None
        or finding.category not in _CATEGORIES
        or document.text[finding.span.start : finding.span.end] not in original.text
    ]
