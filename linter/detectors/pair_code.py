"""pair-code: lines of a code block that were translated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.pairs.codelines import changes
from linter.pairs.pairing import pairing
from linter.pairs.parts import PartKind
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety


@record(kw_only=True)
class PairCode:
    """Parameters: none."""


@record
class _Code:
    """Compares code blocks line by line."""

    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each line of code that was translated."""
        del passage, places
        found = facts.shared(pairing)
        for pair in found.pairs:
            if pair.kind is PartKind.CODE and pair.source != pair.target:
                for change in changes(pair.source, pair.target):
                    span = pair.span(change.start, change.end)
                    safety = Safety.UNSAFE if change.is_plain else Safety.SUGGEST
                    fix = Fix((Edit(span, change.right),), safety, f"write “{change.right}”")
                    values = (("found", pair.target[change.start : change.end]), ("source", change.right))
                    evidence = found.evidence(change.right, pair.source_at + change.at)
                    yield Match(span, (fix,), Confidence.HIGH, values, (evidence,))


def _build(params: PairCode, setting: Setting) -> Detector | None:
    del params, setting
    return _Code()


PAIR_CODE = Kind("pair-code", PairCode, _build, reach=Reach.PAIR)
