"""`lint PATH…`: the smallest thing that works end to end; options come with the reports."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from linter.api import Linter
from linter.rule import Profile
from linter.source.decode import decode
from linter.types import Finding, Safety


def run() -> None:
    """Entry point of the command."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: list[str]) -> int:
    """Check the paths and return the exit code."""
    parser = argparse.ArgumentParser("lint")
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--format", default="text")
    parser.add_argument("--exit-zero", action="store_true")
    parser.add_argument("--no-config", action="store_true")
    parser.add_argument("--fix", action="store_true")
    parser.add_argument("--unsafe-fixes", action="store_true")
    parser.add_argument("--select", default="")
    parser.add_argument("--preset", default="article")
    parser.add_argument("--lang")
    options = parser.parse_args(arguments)
    select = tuple(filter(None, options.select.split(",")))
    linter = Linter(Profile(select=select, preset=options.preset, language=options.lang))
    for problem in linter.ruleset.problems:
        print(problem, file=sys.stderr)
    total = 0
    for path in options.paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                total += _one(linter, file, options)
    return 1 if total and not options.exit_zero else 0


def _one(linter: Linter, file: Path, options: argparse.Namespace) -> int:
    raw = decode(file.read_bytes())
    if options.fix:
        up_to = Safety.UNSAFE if options.unsafe_fixes else Safety.SAFE
        result = linter.fix(raw.text, path=str(file), up_to=up_to)
        if result.text != raw.text:
            file.write_bytes(raw.encode(result.text))
        findings = result.left
    else:
        findings = linter.lint(raw.text, path=str(file))
    for finding in findings:
        _print(finding, raw.text, options.format)
    return len(findings)


def _print(finding: Finding, text: str, form: str) -> None:
    if form == "jsonl":
        row = {
            "path": finding.path,
            "start": finding.span.start,
            "end": finding.span.end,
            "rule": finding.rule_id,
            "category": finding.category,
            "severity": finding.severity.name.lower(),
            "confidence": finding.confidence.name.lower(),
            "message": finding.message,
        }
        print(json.dumps(row, ensure_ascii=False))
        return
    line = text.count("\n", 0, finding.span.start) + 1
    excerpt = text[finding.span.start : finding.span.end]
    print(f"{finding.path}:{line}: {finding.rule_id}: {finding.message} [{excerpt[:80]!r}]")
    for proof in finding.evidence:
        print(f"    proof: {proof.text}")
