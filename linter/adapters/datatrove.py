"""Steps for datatrove pipelines: a formatter that fixes texts, a filter that drops them and counts why.

from linter.adapters.datatrove import MtlintFilter, MtlintFormatter

pipeline = [reader, MtlintFormatter(), MtlintFilter(drop_if=("boilerplate>=3",), exclusion_writer=…), writer]
"""

from __future__ import annotations

from typing import Any

from datatrove.data import Document
from datatrove.pipeline.filters.base_filter import BaseFilter
from datatrove.pipeline.formatters.base import BaseFormatter

from linter.api import Linter
from linter.bulk.dropping import budget, verdict
from linter.errors import UnstableFixError
from linter.rule import Profile
from linter.types import Finding, Safety


def _language(metadata: dict[str, Any], key: str) -> str | None:
    given = metadata.get(key) if key else None
    return given if isinstance(given, str) and given else None


class MtlintFormatter(BaseFormatter):  # type: ignore[misc]  # datatrove is not typed
    """Applies the fixes of at least one safety. Counts them as ``fixed_<rule>``.

    ``language_key`` names the metadata that holds the language of a document.
    """

    name = "🧹 mtlint fix"

    def __init__(
        self, profile: Profile | None = None, *, up_to: Safety = Safety.SAFE, language_key: str = "language"
    ) -> None:
        super().__init__()
        self.linter, self.up_to, self.language_key = Linter(profile), up_to, language_key

    def format(self, text: str, language: str | None = None) -> str:
        """Return the fixed text; as it was where its fixes do not come to rest."""
        try:
            done = self.linter.fix(text, lang=language, up_to=self.up_to)
        except UnstableFixError:
            self.stat_update("unstable")
            return text
        for finding in done.applied:
            self.stat_update(f"fixed_{finding.rule_id}")
        return done.text

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Any:
        """Fix the documents that come by."""
        del rank, world_size
        for document in data or ():
            self.stat_update("total")
            with self.track_time():
                document.text = self.format(document.text, _language(document.metadata, self.language_key))
            yield document


class MtlintFilter(BaseFilter):  # type: ignore[misc]  # datatrove is not typed
    """Drops documents over a budget, which is the reason; counts the findings as ``found_<rule>``.

    ``annotate`` names the metadata that keeps the findings of documents that stay, "" for none.
    Raises ConfigError for a budget that cannot be read.
    """

    name = "🧹 mtlint filter"

    def __init__(
        self,
        profile: Profile | None = None,
        *,
        drop_if: tuple[str, ...] = (),
        annotate: str = "",
        language_key: str = "language",
        exclusion_writer: Any = None,
    ) -> None:
        super().__init__(exclusion_writer)
        self.linter, self.annotate, self.language_key = Linter(profile), annotate, language_key
        self.budgets = tuple(map(budget, drop_if))

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Return True to keep, or False with the budget that the document exceeds."""
        findings = self.linter.lint(doc.text, lang=_language(doc.metadata, self.language_key))
        for finding in findings:
            self.stat_update(f"found_{finding.rule_id}")
        if self.annotate:
            doc.metadata[self.annotate] = [_row(finding) for finding in findings]
        found = verdict(findings, len(doc.text), self.budgets)
        return True if found is None else (False, found.budget)


def _row(finding: Finding) -> dict[str, Any]:
    return {"rule": finding.rule_id, "start": finding.span.start, "end": finding.span.end, "message": finding.message}
