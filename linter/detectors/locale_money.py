"""currency-order: a currency sign before an amount in millions, as English writes it: "$50 Milliarden"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from linter.detectors.kind import Detector, Kind, Place, Setting, keys_of
from linter.facts import Facts
from linter.record import record
from linter.signs import ANY_DIGIT
from linter.types import Edit, Fix, Match, Passage, Safety, Span


@record(kw_only=True)
class CurrencyOrder:
    """Parameters by language: patterns of units (``Millionen?``), and the name of each currency sign after them."""

    units: dict[str, str]
    names: dict[str, dict[str, str]]


@record
class _Amounts:
    """Amounts with their sign in front."""

    amount: regex.Pattern[str]
    names: dict[str, str]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = (ANY_DIGIT,)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each amount; the suggestion writes the currency out."""
        del facts, places
        for at in self._signs(passage):
            found = self.amount.match(passage.text, at, passage.end)
            name = self.names[passage.text[at]]
            if found and not passage.text.startswith(name.split()[-1], found.end() + 1):
                right = f"{found['amount']} {name}"
                span = Span(at, found.end())
                fix = Fix((Edit(span, right),), Safety.SUGGEST, f"write “{right}”")
                yield Match(span, (fix,), values=(("found", found.group()), ("fix", right)))

    def _signs(self, passage: Passage) -> Iterator[int]:
        """Where the signs stand that no letter or sign of another currency (US$, R$) touches."""
        text = passage.text
        for sign in self.names:
            at = text.find(sign, passage.start, passage.end)
            while at >= 0:
                before = text[at - 1 : at] if at else ""
                if not before.isalnum() and before != "$":
                    yield at
                at = text.find(sign, at + 1, passage.end)


def _build(params: CurrencyOrder, setting: Setting) -> Detector | None:
    units = params.units.get(setting.language)
    if units is None:
        return None
    amount = regex.compile(rf"\p{{Sc}} ?(?P<amount>\d[\d.,]* (?:{units}))(?!\p{{L}})")
    return _Amounts(amount, params.names[setting.language])


CURRENCY_ORDER = Kind("currency-order", CurrencyOrder, _build, keys_of("units"))
