"""capital-adjective: a German adjective made from a noun that kept the capital of the noun.

"Architekturbasiert" in a sentence: the noun of the link stands in it with its own capital.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

import regex

from linter.detectors.kind import Detector, Kind, Place, Setting, for_language, keys_of
from linter.facts import Facts
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety, Span

_BEFORE = regex.compile(r"(?<![.!?:…)] )(?<=[\p{L}\p{N},] )")
# An inflected form may be a noun ("das Regelbasierte"), but not before a noun: "einen Solarbetriebenen Antrieb".
_REST = regex.compile(r"(?=[ ,.;])|(?P<inflection>e[nmrs]?)(?= \p{Lu}\p{Ll})")
_ARTICLE = regex.compile(
    r"(?<![\p{L}])(?:d(?:er|ie|as|en|em|es)|k?ein(?:e[nmrs]?)?|(?:sein|ihr|unser)(?:e[nmrs]?)?|mit|für|als) \Z"
)
_LEAST_NOUN = 4  # letters before the ending
_NEAR = 12  # code points


@record(kw_only=True)
class CapitalAdjective:
    """Parameters: by language, the ends of adjectives, without inflection: an inflected one may be a noun."""

    endings: dict[str, list[str]] = field(default_factory=dict)


@record
class _Adjectives:
    literals: tuple[str, ...]
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the adjectives inside sentences that have a capital."""
        del facts
        text = passage.text
        for place in places:
            start = place.start
            while start > passage.start and text[start - 1].isalpha():
                start -= 1
            word = text[start : place.end]
            is_adjective = place.start - start >= _LEAST_NOUN and word[0].isupper() and word[1:].islower()
            rest = _REST.match(text, place.end) if is_adjective and _BEFORE.match(text, start) else None
            if rest is not None and (not rest["inflection"] or _ARTICLE.search(text, max(0, start - _NEAR), start)):
                word = text[start : rest.end()]
                small = word[0].lower() + word[1:]
                fix = Fix((Edit(Span(start, start + 1), small[0]),), Safety.UNSAFE, f"write “{small}”")
                values = (("found", word), ("right", small))
                yield Match(Span(start, rest.end()), (fix,), Confidence.HIGH, values)


def _build(params: CapitalAdjective, setting: Setting) -> Detector | None:
    endings = for_language(params.endings, setting.language)
    return _Adjectives(tuple(endings)) if endings else None


CAPITAL_ADJECTIVE = Kind("capital-adjective", CapitalAdjective, _build, keys_of("endings"))
