"""pair-fields: keys of front matter that were translated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.pairs.pairing import pairing
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety, Span


@record(kw_only=True)
class PairFields:
    """Parameters: none."""


@record
class _Fields:
    """Compares the names of the fields."""

    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each key that stands where the source has another."""
        del passage, places
        found = facts.shared(pairing)
        theirs, ours = found.fields
        lost = [field for field in theirs if field.name not in {other.name for other in ours}]
        new = [field for field in ours if field.name not in {other.name for other in theirs}]
        if len(theirs) != len(ours) or len(lost) != len(new):
            return
        for field, right in zip(new, lost, strict=True):
            if ours.index(field) == theirs.index(right):
                span = Span(field.start, field.start + len(field.name))
                fix = Fix((Edit(span, right.name),), Safety.UNSAFE, f"write “{right.name}”")
                values = (("found", field.name), ("source", right.name))
                yield Match(span, (fix,), Confidence.HIGH, values, (found.evidence(right.name, right.start),))


def _build(params: PairFields, setting: Setting) -> Detector | None:
    del params, setting
    return _Fields()


PAIR_FIELDS = Kind("pair-fields", PairFields, _build, reach=Reach.PAIR)
