"""pair-attributes: attributes of tags that were translated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.pairs.attributes import differing
from linter.pairs.pairing import pairing
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety


@record(kw_only=True)
class PairAttributes:
    """Parameters: none."""


@record
class _Attributes:
    """Compares the attributes of tags that stand in the same order."""

    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each name or value that was translated."""
        del passage, places
        found = facts.shared(pairing)
        for pair in found.pairs:
            if "<" in pair.target and "<" in pair.source:
                for each in differing(pair.source, pair.target, (pair.source_marks, pair.marks)):
                    span = pair.span(each.start, each.end)
                    fix = Fix((Edit(span, each.right),), Safety.UNSAFE, f"write “{each.right}”")
                    values = (("found", pair.target[each.start : each.end]), ("source", each.right))
                    evidence = found.evidence(each.right, pair.source_at + each.at)
                    yield Match(span, (fix,), Confidence.HIGH, values, (evidence,))


def _build(params: PairAttributes, setting: Setting) -> Detector | None:
    del params, setting
    return _Attributes()


PAIR_ATTRIBUTES = Kind("pair-attributes", PairAttributes, _build, reach=Reach.PAIR)
