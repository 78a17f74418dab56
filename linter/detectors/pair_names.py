"""pair-names: a proper name of the source that was translated, misspelt, or lost its capitals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.pairs.known_names import KnownNames, known_names
from linter.pairs.pairing import Pair, Pairing, pairing
from linter.pairs.parts import PartKind
from linter.pairs.spelling import Slip, slips
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety

_NO_PROSE = frozenset({PartKind.CODE, PartKind.TAG})


@record(kw_only=True)
class PairNames:
    """Parameters: ``what`` is ``translated``, ``casing`` or ``spelling``."""

    what: str


@record
class _Translated:
    """Looks for the literal forms of names that the source has and the text has not."""

    known: KnownNames
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each literal form."""
        del passage, places
        found = facts.shared(pairing)
        for pair in found.pairs:
            if pair.kind not in _NO_PROSE:
                yield from self._in_pair(pair, found)

    def _in_pair(self, pair: Pair, found: Pairing) -> Iterator[Match]:
        taken: list[tuple[int, int]] = []
        for name, at in self.known.names_in(pair.source):
            if self.known.stands(name, pair.target):
                continue
            for start, end, right in self.known.forms_of(name, pair.target):
                if not any(start < other and one < end for one, other in taken):
                    taken.append((start, end))
                    yield _match(pair, found, (start, end), right=right, name=name, at=at)


@record
class _Spelling:
    """Looks for names of the source in another spelling."""

    what: str
    given: frozenset[str]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each name that is written in another way."""
        del passage, places
        found = facts.shared(pairing)
        for pair in found.pairs:
            if pair.kind not in _NO_PROSE:
                for slip in slips(
                    pair.source_prose, pair.prose, (found.source_language, found.target_language), self.given
                ):
                    if slip.is_casing == (self.what == "casing"):
                        yield _slipped(pair, found, slip)


def _slipped(pair: Pair, found: Pairing, slip: Slip) -> Match:
    return _match(pair, found, (slip.start, slip.end), right=slip.right, name=slip.right, at=slip.at)


def _match(pair: Pair, found: Pairing, place: tuple[int, int], *, right: str, name: str, at: int) -> Match:
    span = pair.span(*place)
    fix = Fix((Edit(span, right),), Safety.UNSAFE, f"write “{right}”")
    values = (("found", pair.target[place[0] : place[1]]), ("source", name))
    return Match(span, (fix,), Confidence.HIGH, values, (found.evidence(name, pair.source_at + at),))


def _build(params: PairNames, setting: Setting) -> Detector | None:
    if params.what == "translated":
        known = known_names(setting.table("names/_lexicon"), setting.language)
        return _Translated(known) if known.forms else None
    if params.what not in ("casing", "spelling"):
        raise ValueError("“what” is “translated”, “casing” or “spelling”")
    return _Spelling(params.what, frozenset(row[0] for row in setting.table("names/_given")))


PAIR_NAMES = Kind("pair-names", PairNames, _build, reach=Reach.PAIR)
