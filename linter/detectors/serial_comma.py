"""serial-comma: a comma before the conjunction that joins the last name of a list, as only English writes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

import regex

from linter.detectors.kind import Detector, Kind, Place, Setting, for_language, keys_of
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Edit, Fix, Match, Passage, Safety, Span

_LONGEST = 60  # code points of a name
_NAME = r"\p{Lu}[\p{L}\p{N}’&-]*(?:[ ]\p{Lu}[\p{L}\p{N}’&-]*){0,2}"
_BEFORE = lazy(rf"(?:^|[\s:(«„“]){_NAME},[ ](?P<last>{_NAME})\Z", regex.MULTILINE)
_AFTER = lazy(rf"{_NAME}(?=[.;!?\n]|\Z)")


@record(kw_only=True)
class SerialComma:
    """Parameters: conjunctions by language, and names (patterns) that are set between commas behind another one."""

    conjunctions: dict[str, list[str]] = field(default_factory=dict)
    appositions: list[str] = field(default_factory=list)


@record
class _Serial:
    """Commas before the last of at least three names that end a sentence."""

    conjunctions: tuple[str, ...]
    appositions: regex.Pattern[str]
    line_keys: tuple[str, ...] = ()

    @property
    def literals(self) -> tuple[str, ...]:
        return tuple(f", {each} " for each in self.conjunctions)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each such comma; its span is the comma and the conjunction."""
        del facts
        text = passage.text
        for start, end, which in places:
            if text[end : end + 1].isupper() and self._ends_list(text, start, end, passage):
                conjunction = self.conjunctions[which]
                fix = Fix((Edit(Span(start, end), f" {conjunction} "),), Safety.SUGGEST, "delete the comma")
                yield Match(Span(start, end - 1), (fix,), values=(("conjunction", conjunction),))

    def _ends_list(self, text: str, start: int, end: int, passage: Passage) -> bool:
        before = _BEFORE.search(text[max(passage.start, start - 2 * _LONGEST) : start])
        if not before or self.appositions.fullmatch(before["last"]):
            return False
        return bool(_AFTER.match(text, end, min(passage.end, end + _LONGEST)))


def _build(params: SerialComma, setting: Setting) -> Detector | None:
    conjunctions = for_language(params.conjunctions, setting.language)
    return _Serial(conjunctions, lazy("|".join(params.appositions) or r"(?!)")) if conjunctions else None


SERIAL_COMMA = Kind("serial-comma", SerialComma, _build, keys_of("conjunctions"))
