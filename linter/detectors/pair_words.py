"""pair-words: a name of the source whose words stand translated in the text, where it should be as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.detectors.names_words import words_of
from linter.facts import Facts
from linter.names.words import Words
from linter.pairs.pairing import pairing
from linter.pairs.parts import PartKind
from linter.pairs.wordwise import is_right, listed, wanted, wordwise
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety

_NO_PROSE = frozenset({PartKind.CODE, PartKind.TAG})


@record(kw_only=True)
class PairWords:
    """Parameters: none."""


@record
class _Names:
    """Looks for names of the glossary, and for names that the text elsewhere has as they are."""

    words: Words
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each name that was translated word by word."""
        del passage, places
        found = facts.shared(pairing)
        pairs = [pair for pair in found.pairs if pair.kind not in _NO_PROSE]
        names = wanted(pairs, facts.document.text, facts.knowledge.glossary)
        terms = sorted(facts.knowledge.terms, key=lambda term: term.name)
        for pair in pairs if names else ():
            open_names = [name for name in names if not is_right(name, pair, terms, found.target_language)]
            hits = [*listed(pair, terms, found.target_language), *wordwise(pair, open_names, self.words)]
            for hit in hits:
                span = pair.span(hit.start, hit.end)
                fix = Fix((Edit(span, hit.name),), Safety.UNSAFE, f"write “{hit.name}”")
                values = (("found", pair.target[hit.start : hit.end]), ("source", hit.name))
                evidence = found.evidence(hit.name, pair.source_at + hit.at)
                yield Match(span, (fix,), Confidence.HIGH, values, (evidence,))


def _build(params: PairWords, setting: Setting) -> Detector | None:
    del params
    if setting.language not in setting.table("names/_words")[0]:
        return None
    return _Names(words_of(setting))


PAIR_WORDS = Kind("pair-words", PairWords, _build, reach=Reach.PAIR)
