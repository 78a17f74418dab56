"""Names of one word that the evidence file knows, and that lack a letter here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.language.lexicon import lexicon
from linter.names import context
from linter.names.likeness import is_inflected
from linter.record import record
from linter.types import Confidence, Edit, Evidence, Fix, Match, Passage, Safety, Span

_SHORTEST = 6
_MARKS = "\"'“”„«»‹›‘’()[]{}.,:;!?…*_/|–—"
_OPENERS = '“„«‹「『"‘'


@record
class KnownNames:
    """No parameters: the names come from the evidence file."""


class Known:
    """Finds words that are a name of the evidence file but for a lost letter."""

    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def __init__(self, language: str) -> None:
        self.language = language

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the damaged names."""
        del places
        names = facts.knowledge.names
        if names:
            yield from self._damaged(passage.text, names)

    def _damaged(self, text: str, names: frozenset[str]) -> Iterator[Match]:
        damaged = _with_lost_letter(names)
        tokens = {token.strip(_MARKS) for token in set(text.split())}
        for word in sorted(tokens & damaged.keys()):
            right = damaged[word]
            if word not in names:
                known = lexicon(self.language)
                is_doubtful = known is None or word in known or is_inflected(word, right, self.language)
                yield from self._places(text, word, right, is_doubtful=is_doubtful)

    def _places(self, text: str, word: str, right: str, *, is_doubtful: bool) -> Iterator[Match]:
        """Yield where the word stands; one that may be right by itself only in quotation marks."""
        for found in context.mentions(word).finditer(text):
            span = Span(*found.span())
            is_quoted = text[span.start - 1 : span.start] in _OPENERS and span.start > 0
            if is_quoted or not is_doubtful:
                yield Match(
                    span,
                    (Fix((Edit(span, right),), Safety.UNSAFE, f"write “{right}”"),),
                    Confidence.MEDIUM if is_doubtful else Confidence.HIGH,
                    (("found", word), ("right", right)),
                    (Evidence(f"“{right}” stands in other documents", path="evidence file"),),
                )


@lru_cache(maxsize=4)
def _with_lost_letter(names: frozenset[str]) -> dict[str, str]:
    """Return the names of one word by each form that lacks one letter after the first."""
    found: dict[str, str] = {}
    for name in sorted(names):
        if len(name) >= _SHORTEST and " " not in name:
            for at in range(1, len(name)):
                found.setdefault(name[:at] + name[at + 1 :], name)
    return found


def _build(params: KnownNames, setting: Setting) -> Detector | None:
    del params
    return Known(setting.language)


KNOWN_NAMES = Kind("known-names", KnownNames, _build, reach=Reach.DOCUMENT)
