"""mtlint: a linter for what machine translation and web scraping do to text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.api import FixResult, Linter, fix_text, lint_pair, lint_text
from linter.errors import ConfigError, MtlintError, RuleFileError, SourceError, UnstableFixError
from linter.rule import Profile
from linter.types import Confidence, Edit, Evidence, Finding, Fix, Knowledge, Original, Safety, Severity, Span
from linter.version import VERSION

if TYPE_CHECKING:
    from linter.score import DocumentScore, document_score

__version__ = VERSION

__all__ = [
    "Confidence",
    "ConfigError",
    "DocumentScore",
    "Edit",
    "Evidence",
    "Finding",
    "Fix",
    "FixResult",
    "Knowledge",
    "Linter",
    "MtlintError",
    "Original",
    "Profile",
    "RuleFileError",
    "Safety",
    "Severity",
    "SourceError",
    "Span",
    "UnstableFixError",
    "__version__",
    "document_score",
    "fix_text",
    "lint_pair",
    "lint_text",
]


def __getattr__(name: str) -> object:
    """Load what few runs need when it is asked for."""
    if name in ("DocumentScore", "document_score"):
        from linter import score  # noqa: PLC0415  a start of the command does not need it

        return getattr(score, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
