"""english-date: a date with the month before the day and a comma before the year: "November 20, 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import regex

from linter.detectors.kind import Detector, Kind, Place, Setting, keys_of
from linter.facts import Facts
from linter.record import record
from linter.signs import ANY_DIGIT
from linter.types import Edit, Fix, Match, Passage, Safety, Span

_YEAR = re.compile(r", (?<=\d, )(?P<year>(?:19|20)\d\d)(?!\d)")  # the fixed first signs make it fast
_LONGEST = 24  # code points of a month and a day


@record(kw_only=True)
class EnglishDate:
    """Parameters by language: the names of the months, and the right order with {day}, {month} and {year}."""

    months: dict[str, str]
    order: dict[str, str]


@record
class _Dates:
    """Dates in the English order."""

    day: regex.Pattern[str]
    order: str
    capital: bool
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = (ANY_DIGIT,)

    def written(self, month: str) -> str:
        """The month with the capital that it has inside a sentence."""
        return month if self.capital else month[0].lower() + month[1:]

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each date; the fix puts the day first."""
        del facts, places
        for year in _YEAR.finditer(passage.text, passage.start, passage.end):
            start = max(passage.start, year.start() - _LONGEST)
            day = self.day.search(passage.text, start, year.start())
            if day:
                right = self.order.format(day=day["day"], month=self.written(day["month"]), year=year["year"])
                span = Span(day.start(), year.end())
                fix = Fix((Edit(span, right),), Safety.UNSAFE, f"write “{right}”")
                values = (("found", passage.text[span.start : span.end]), ("fix", right))
                yield Match(span, (fix,), values=values)


def _build(params: EnglishDate, setting: Setting) -> Detector | None:
    months = params.months.get(setting.language, "").split()
    if not months:
        return None
    names = "|".join(month if month[0].isupper() else f"[{month[0].upper()}{month[0]}]{month[1:]}" for month in months)
    day = regex.compile(rf"\b(?P<month>{names}) (?P<day>[1-9]|[12]\d|3[01])\Z")
    return _Dates(day, params.order[setting.language], months[0][0].isupper())


ENGLISH_DATE = Kind("english-date", EnglishDate, _build, keys_of("months"))
