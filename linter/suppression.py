"""Comments that accept findings on the next line: one that accepts nothing is a finding itself."""

from __future__ import annotations

from linter.rule import Profile
from linter.scan import fingerprint
from linter.types import Confidence, Document, Edit, Finding, Fix, Safety, Severity, Span, Suppression

RULE_ID = "suppression.unused"


def unused(document: Document, used: frozenset[int], profile: Profile) -> list[Finding]:
    """Return a finding for each comment that accepts nothing.

    With ``select`` or ``ignore`` some rules did not run, so a comment may be there for them: silent then.
    """
    if profile.select or profile.ignore:
        return []
    return [_finding(document, comment) for n, comment in enumerate(document.suppressions) if n not in used]


def _finding(document: Document, comment: Suppression) -> Finding:
    span = comment.comment
    names = ", ".join(comment.rules) or "all rules"
    return Finding(
        path=document.path,
        span=span,
        rule_id=RULE_ID,
        category="suppression",
        message=f"This comment accepts findings of {names}, but there is none on the next line.",
        severity=Severity.INFO,
        confidence=Confidence.HIGH,
        language=document.language,
        fixes=(Fix((Edit(_with_break(document.text, span), ""),), Safety.UNSAFE, "delete the comment"),),
        fingerprint=fingerprint(document.text, span, RULE_ID),
    )


def _with_break(text: str, span: Span) -> Span:
    """Take the line break along where the comment fills its line."""
    begins_line = span.start == 0 or text[span.start - 1] == "\n"
    if begins_line and text.startswith("\n", span.end):
        return Span(span.start, span.end + 1)
    return span
