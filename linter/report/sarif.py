"""SARIF 2.1.0, with fixes; columns count code points, categories are taxa of ITS 2.0 and MQM."""

from __future__ import annotations

from linter.outcome import Located, Outcome, Problem, Region, Summary
from linter.report import Setup, Write
from linter.report.encoded import encoded
from linter.report.rows import Row, Value
from linter.report.sarif_rules import TAXONOMIES, descriptor, taxonomies
from linter.types import Edit, Fix, Severity, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class SarifReport:
    """Writes results as they come; the rules that they name follow at the end."""

    def __init__(self, write: Write, setup: Setup) -> None:
        self.write, self.setup = write, setup
        self.rules: dict[str, tuple[int, str]] = {}  # rule id -> index, category
        write(f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "unicodeCodePoints", ')
        write('"results": [')
        self.is_first = True

    def file(self, outcome: Outcome) -> None:
        """Write the findings of a file."""
        for located in outcome.findings:
            self.write(("\n  " if self.is_first else ",\n  ") + encoded(self._result(located), self.setup))
            self.is_first = False

    def finish(self, summary: Summary) -> None:
        """Write the tool with its rules, the taxonomies, and what could not be checked."""
        driver: Row = {
            "name": "mtlint",
            "version": self.setup.version,
            "semanticVersion": self.setup.version,
            "rules": [
                descriptor(rule_id, category, self.setup.rule(rule_id)) for rule_id, (_, category) in self.rules.items()
            ],
            "supportedTaxonomies": [{"name": name, "index": n} for n, name in enumerate(TAXONOMIES)],
        }
        notes: list[Value] = [self._notification(problem) for problem in summary.problems]
        done = not any(problem.unchecked for problem in summary.problems)
        rest: Row = {
            "tool": {"driver": driver},
            "taxonomies": list(taxonomies()),
            "invocations": [{"executionSuccessful": done, "toolExecutionNotifications": notes}],
        }
        body = ",\n".join(f'"{key}": {encoded(value, self.setup)}' for key, value in rest.items())
        self.write(f"\n],\n{body}}}]}}\n")

    def _result(self, located: Located) -> Row:
        finding = located.finding
        index, _ = self.rules.setdefault(finding.rule_id, (len(self.rules), finding.category))
        location = self._location(finding.path)
        region = _region(finding.span, located.region)
        if located.record is not None:  # regions count within the artifact: there, only the record has a place
            region = {"startLine": located.record.number}
        result: Row = {
            "ruleId": finding.rule_id,
            "ruleIndex": index,
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": location,
                        "region": region,
                    }
                }
            ],
            "partialFingerprints": {"mtlint/v1": finding.fingerprint},
            "properties": {
                "category": finding.category,
                "confidence": finding.confidence.name.lower(),
                "language": finding.language,
            },
        }
        if located.record is not None:
            _name_record(result, located)
            return result
        related = self._related(located)
        if related:
            result["relatedLocations"] = related
        fixes = [
            self._fix(fix, regions, location)
            for fix, regions in zip(finding.fixes, located.edits, strict=True)
            if fix.edits
        ]
        if fixes:
            result["fixes"] = fixes
        return result

    def _location(self, path: str) -> Row:
        return {"uri": self.setup.root.uri(path)}

    def _related(self, located: Located) -> list[Value]:
        related: list[Value] = []
        for proof, region in zip(located.finding.evidence, located.evidence, strict=True):
            physical: Row = {"artifactLocation": self._location(proof.path or located.finding.path)}
            if region is not None and proof.span is not None:
                physical["region"] = _region(proof.span, region)
            place: Row = {"id": len(related), "message": {"text": proof.text}}
            if region is not None or proof.path is not None:
                place["physicalLocation"] = physical
            related.append(place)
        return related

    def _fix(self, fix: Fix, regions: tuple[Region, ...], location: Row) -> Value:
        replacements: list[Value] = [
            _replacement(edit, region) for edit, region in zip(fix.edits, regions, strict=True)
        ]
        return {
            "description": {"text": f"{fix.title} ({fix.safety.name.lower()})"},
            "artifactChanges": [{"artifactLocation": location, "replacements": replacements}],
        }

    def _notification(self, problem: Problem) -> Value:
        location: Row = {"artifactLocation": self._location(problem.path)}
        if problem.line is not None:
            location["region"] = {"startLine": problem.line}
        note: Row = {"level": "error" if problem.unchecked else "note", "message": {"text": problem.message}}
        if problem.path:
            note["locations"] = [{"physicalLocation": location}]
        return note


def _name_record(result: Row, located: Located) -> None:
    """Say which record it is, and where in its text."""
    record, properties, locations = located.record, result["properties"], result["locations"]
    assert record is not None
    assert isinstance(properties, dict)
    assert isinstance(locations, list)
    properties |= {"record": record.number, "id": record.id, "region": _region(located.finding.span, located.region)}
    assert isinstance(locations[0], dict)
    name: Row = {"name": record.id or str(record.number), "kind": "record"}
    locations[0]["logicalLocations"] = [name | {"fullyQualifiedName": f"{located.finding.path}#{record.number}"}]


def _region(span: Span, region: Region) -> Row:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "charOffset": span.start,
        "charLength": len(span),
    }


def _replacement(edit: Edit, region: Region) -> Value:
    replacement: Row = {"deletedRegion": _region(edit.span, region)}
    if edit.text:
        replacement["insertedContent"] = {"text": edit.text}
    return replacement
