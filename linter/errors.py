"""Errors that users see. Each message is one line that names the file, and the line if there is one."""

from __future__ import annotations


class MtlintError(Exception):
    """Base of all errors that mtlint raises on purpose."""


class SourceError(MtlintError):
    """A file that could not be found, read, decoded or written. ``line`` counts from 1, None if there is none."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class ConfigError(MtlintError):
    """A configuration, baseline, glossary or evidence file that cannot be used."""


class RuleFileError(MtlintError):
    """Rule files that cannot be used; ``problems`` has one line for each fault found."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class UnstableFixError(MtlintError):
    """Fixes that never came to rest: a fault of mtlint's, and the text is left as it was."""
