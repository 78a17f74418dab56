"""mtlint: a linter for what machine translation and web scraping do to text."""

from __future__ import annotations

from linter.api import FixResult, Linter, fix_text, lint_pair, lint_text
from linter.errors import ConfigError, MtlintError, RuleFileError, SourceError, UnstableFixError
from linter.rule import Profile
from linter.types import Confidence, Edit, Evidence, Finding, Fix, Knowledge, Original, Safety, Severity, Span
from linter.version import VERSION

__version__ = VERSION

__all__ = [
    "Confidence",
    "ConfigError",
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
    "fix_text",
    "lint_pair",
    "lint_text",
]
