"""What detectors read of a file, and what fixing makes of it."""

from __future__ import annotations

from linter import Linter, Safety
from linter.source.opening import open_document
from linter.types import Finding

LINTER = Linter()


def read(text: str, path: str, language: str | None = None) -> dict[str, list[str]]:
    """The segments of a file by language."""
    document = open_document(text, path=path, language=language)
    found: dict[str, list[str]] = {}
    for part in document.parts:
        found.setdefault(part.document.language, []).extend(part.document.text.split("\n\n"))
    return found


def segments(text: str, path: str, language: str | None = None) -> list[str]:
    """All segments of a file."""
    return [segment for each in read(text, path, language).values() for segment in each]


def marked(text: str, path: str) -> list[tuple[str, str]]:
    """Rule and marked text of each finding, as they stand in the file."""
    return [(each.rule_id, text[each.span.start : each.span.end]) for each in findings(text, path)]


def findings(text: str, path: str) -> tuple[Finding, ...]:
    return LINTER.lint(text, path=path)


def fixed(text: str, path: str) -> str:
    """The text after all fixes that the program may apply."""
    return LINTER.fix(text, path=path, up_to=Safety.UNSAFE).text
