"""Findings as data for JSON. Offsets are code points of the text, lines and columns count from 1."""

from __future__ import annotations

from linter.outcome import Located, Problem, Region
from linter.types import Edit, Evidence, Fix

SCHEMA_VERSION = "1"
Value = None | bool | int | str | list["Value"] | dict[str, "Value"]
Row = dict[str, Value]


def row(located: Located) -> Row:
    """Return a finding as a map; the first eight keys are those that every scorer reads."""
    finding, region = located.finding, located.region
    data: Row = {
        "path": finding.path,
        "start": finding.span.start,
        "end": finding.span.end,
        "rule": finding.rule_id,
        "category": finding.category,
        "severity": finding.severity.name.lower(),
        "confidence": finding.confidence.name.lower(),
        "message": finding.message,
        "line": region.line,
        "column": region.column,
        "end_line": region.end_line,
        "end_column": region.end_column,
        "language": finding.language,
        "text": located.text,
        "fixes": [_fix(fix) for fix in finding.fixes],
        "evidence": list(map(_evidence, finding.evidence, located.evidence)),
        "fingerprint": finding.fingerprint,
    }
    if located.record is not None:
        data |= {"record": located.record.number, "id": located.record.id}
    return data


def _fix(fix: Fix) -> Value:
    return {
        "title": fix.title,
        "safety": fix.safety.name.lower(),
        "edits": [_edit(edit) for edit in fix.edits],
    }


def _edit(edit: Edit) -> Value:
    return {"start": edit.span.start, "end": edit.span.end, "text": edit.text}


def _evidence(evidence: Evidence, region: Region | None) -> Value:
    data: Row = {"text": evidence.text, "path": evidence.path}
    if evidence.span is not None:
        data |= {"start": evidence.span.start, "end": evidence.span.end}
    if region is not None:
        data |= {"line": region.line, "column": region.column}
    return data


def problem_row(problem: Problem) -> Row:
    """Return a problem as a map; ``unchecked`` tells that something could not be checked."""
    return {
        "path": problem.path,
        "line": problem.line,
        "message": problem.message,
        "unchecked": problem.unchecked,
    }
