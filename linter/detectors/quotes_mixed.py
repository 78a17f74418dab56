"""mixed-forms: a sign in two forms, one of them here and there only: the usual one is its style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

import regex

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting, for_language, keys_of
from linter.facts import MASK, Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Edit, Evidence, Fix, Match, Passage, Safety, Span


@record(kw_only=True)
class MixedForms:
    """Parameters by language: the usual form, the odd one (patterns), and what the odd one becomes.

    There have to be ``least`` usual forms and ``share`` of them for each odd one, and ``least_odd`` odd ones: one
    alone is a slip of the author. ``one_of``: texts of which every odd form has one; they are looked for first.
    """

    usual: dict[str, list[str]] = field(default_factory=dict)
    odd: dict[str, list[str]] = field(default_factory=dict)
    replacement: str = ""
    least: int = 5
    share: int = 3
    least_odd: int = 2
    one_of: list[str] = field(default_factory=list)


@record
class _Mixed:
    """Finds the odd forms of a document; one match at the first of them stands for all."""

    usual: regex.Pattern[str]
    odd: regex.Pattern[str]
    replacement: str
    least: int
    share: int
    least_odd: int
    one_of: tuple[str, ...]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match if the document has the odd form here and there only."""
        del places, facts
        text = passage.text
        if self.one_of and not any(each in text for each in self.one_of):
            return
        usual = [found.span() for found in self.usual.finditer(text, passage.start, passage.end)]
        if len(usual) < self.least:
            return
        odd = [found.span() for found in self.odd.finditer(text, passage.start, passage.end)]
        if len(odd) < self.least_odd or len(usual) < self.share * len(odd):
            return
        if any(MASK in text[max(0, start - 1) : end + 1] for start, end in odd):
            return
        edits = tuple(Edit(Span(*span), self.replacement) for span in odd)
        fix = Fix(edits, Safety.SAFE, "use the usual form everywhere")
        proof = tuple(Evidence(text[start:end], Span(start, end)) for start, end in usual[:3])
        values = (("count", str(len(odd))), ("usual", str(len(usual))))
        yield Match(Span(*odd[0]), (fix,), values=values, evidence=proof)


def _build(params: MixedForms, setting: Setting) -> Detector | None:
    usual, odd = (for_language(table, setting.language) for table in (params.usual, params.odd))
    if not usual or not odd:
        return None
    first, second = lazy("|".join(usual)), lazy("|".join(odd))
    shares = params.least, params.share, params.least_odd
    return _Mixed(first, second, params.replacement, *shares, tuple(params.one_of))


MIXED_FORMS = Kind("mixed-forms", MixedForms, _build, keys_of("odd"), Reach.DOCUMENT)
