"""pair-gaps: paragraphs of the source that the text lacks; pair-structure: texts that cannot be aligned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.pairs.pairing import pairing
from linter.record import record
from linter.types import Confidence, Match, Passage, Span

_MOST_SHOWN = 100  # code points of the source that are quoted
_WHOLE = 0.85  # share of the source with a partner, from which a gap stands out


@record(kw_only=True)
class PairGaps:
    """Parameters: ``sure``: whether it is clear which paragraph is missing, or only that one is."""

    sure: bool


@record
class _Gaps:
    """Names the paragraphs that are missing."""

    sure: bool
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each run of paragraphs that is missing, at what stands before it."""
        del passage, places
        found = facts.shared(pairing)
        for gap in found.gaps:
            if gap.is_sure is not self.sure:
                continue
            quoted = gap.source[:_MOST_SHOWN]
            evidence = found.evidence(quoted, gap.source_at)
            confidence = Confidence.HIGH if found.covered >= _WHOLE else Confidence.MEDIUM
            yield Match(gap.at, (), confidence, (("source", quoted), ("count", str(gap.parts))), (evidence,))


@record(kw_only=True)
class PairStructure:
    """Parameters: none."""


@record
class _Structure:
    """Says that a text could not be compared with its source."""

    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match at the first line of a text whose structure is not that of its source."""
        del places
        found = facts.shared(pairing)
        if not found.is_aligned:
            text = passage.text
            start = len(text) - len(text.lstrip())
            end = text.find("\n", start)
            shown = Span(start, len(text) if end < 0 else end)
            yield Match(shown, (), Confidence.HIGH, (("share", f"{found.aligned:.0%}"),))


def _build_gaps(params: PairGaps, setting: Setting) -> Detector | None:
    del setting
    return _Gaps(params.sure)


def _build_structure(params: PairStructure, setting: Setting) -> Detector | None:
    del params, setting
    return _Structure()


PAIR_GAPS = Kind("pair-gaps", PairGaps, _build_gaps, reach=Reach.PAIR)
PAIR_STRUCTURE = Kind("pair-structure", PairStructure, _build_structure, reach=Reach.PAIR)
