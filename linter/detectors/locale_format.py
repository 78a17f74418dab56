"""number-format: English points and commas in the numbers of a language that has them the other way round.

Only numbers that cannot be anything else count: a share, an amount in millions, a number with two groups. Versions,
sections, addresses and times have points too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from linter.detectors.kind import Detector, Kind, Place, Setting, for_language
from linter.facts import Facts
from linter.record import record
from linter.signs import ANY_DIGIT
from linter.types import Edit, Fix, Match, Passage, Safety, Span

_POINT = re.compile(r"(?<![\w.,:/-])\d{1,3}(\.)\d{1,2}[ \u00a0\u202f]?\Z")
_GROUPS = re.compile(r",(?<!\d\d\d\d,)(?<=\d,)\d{3}(?:,\d{3})+(?![\d,]|\.\d{3})")
_FIRST_GROUP = re.compile(r"(?<![\w.,/-])\d{1,3}\Z")
_BEFORE = 12  # code points that are read before a sign or a unit


@record(kw_only=True)
class NumberFormat:
    """Parameters: by language how the words begin after which a number is an amount (``Milli``)."""

    units: dict[str, list[str]] = field(default_factory=dict)


@record
class _EnglishNumbers:
    """Decimal points and commas between groups, where the language writes a comma and ``group``."""

    group: str
    literals: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = (ANY_DIGIT,)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each number; the fix changes its signs."""
        del facts, places
        for end in self._ends(passage):
            found = _POINT.search(passage.text, max(passage.start, end - _BEFORE), end)
            if found:
                span = Span(found.start(), found.end() - (passage.text[found.end() - 1].isspace()))
                yield _match(passage.text, span, passage.text[span.start : span.end].replace(".", ","))
        for groups in _GROUPS.finditer(passage.text, passage.start, passage.end):
            first = _FIRST_GROUP.search(passage.text, max(passage.start, groups.start() - 4), groups.start())
            if first:
                span = Span(first.start(), groups.end())
                yield _match(passage.text, span, passage.text[span.start : span.end].replace(",", self.group))

    def _ends(self, passage: Passage) -> Iterator[int]:
        """Where a per cent sign or a unit begins."""
        text = passage.text
        for sign in ("%", *self.units):
            at = text.find(sign, passage.start, passage.end)
            while at >= 0:
                yield at
                at = text.find(sign, at + 1, passage.end)


def _match(text: str, span: Span, right: str) -> Match:
    fix = Fix((Edit(span, right),), Safety.UNSAFE, f"write “{right}”")
    return Match(span, (fix,), values=(("found", text[span.start : span.end]), ("fix", right)))


def _build(params: NumberFormat, setting: Setting) -> Detector | None:
    conventions = setting.conventions
    if conventions is None or conventions.decimal != ",":
        return None
    group = "\N{NO-BREAK SPACE}" if conventions.group[:1] == " " else conventions.group[:1]
    return _EnglishNumbers(group, units=tuple(for_language(params.units, setting.language)))


NUMBER_FORMAT = Kind("number-format", NumberFormat, _build)
