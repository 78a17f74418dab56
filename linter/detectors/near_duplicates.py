"""near-duplicates: neighbouring lines that say the same, or the same but for a detail that shows damage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from enum import StrEnum

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.detectors.near_duplicates_compare import Difference, Pair, copies
from linter.detectors.near_duplicates_damage import damaged_copy
from linter.facts import Facts
from linter.record import record
from linter.signs import ANY_BREAK
from linter.types import Confidence, Edit, Evidence, Fix, Match, Passage, Safety, Span

_SHOWN = 60  # code points of a line or a tail that a message quotes


class DifferIn(StrEnum):
    """What two neighbouring lines may differ in."""

    NOTHING = "nothing"
    CASE = "case"
    END_MARK = "end-mark"
    LOST_WORD = "lost-word"
    CREDIT = "credit"


@record(kw_only=True)
class NearDuplicates:
    """Parameters: what the two lines may differ in."""

    differ_in: list[DifferIn] = field(default_factory=lambda: list(DifferIn))


@record
class _Copies:
    """Neighbouring copies; the damaged one goes, and where that cannot be told both are proposed."""

    wanted: frozenset[str]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = (ANY_BREAK,)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Return one match for each pair of copies in the passage."""
        del places
        found = facts.shared(copies)
        text = facts.document.text
        return [_match(pair, what, text, passage.language) for pair, what in found if what.kind in self.wanted]


def _match(pair: Pair, found: Difference, text: str, language: str) -> Match:
    if found.kind == DifferIn.NOTHING:
        gone, sure, safety = pair.second, True, Safety.SAFE
    else:
        damaged = damaged_copy(pair, found, text, language)
        gone, sure = damaged or pair.first, damaged is not None
        safety = Safety.UNSAFE if found.kind == DifferIn.LOST_WORD else Safety.SAFE
    kept = pair.second if gone == pair.first else pair.first
    here, there = (found.second, found.first) if gone == pair.second else (found.first, found.second)
    fixes = [_deletion(pair, gone, safety if sure else Safety.SUGGEST)]
    if not sure:
        fixes.append(_deletion(pair, kept, Safety.SUGGEST))
    proof = there if len(there) else kept
    confidence = Confidence.MEDIUM if found.kind == DifferIn.LOST_WORD else Confidence.HIGH
    mine, other = _shown(text, here).strip(), _shown(text, there).strip()
    detail = f"“{mine}” for “{other}”" if mine and other else f"“{mine or other}”"
    values = (("found", mine), ("other", other), ("detail", detail))
    return Match(gone, tuple(fixes), confidence, values, (Evidence(_shown(text, proof), proof),))


def _deletion(pair: Pair, gone: Span, safety: Safety) -> Fix:
    """Delete a copy with the line breaks between the two, so that the other keeps its surroundings."""
    if gone == pair.first:
        return Fix((Edit(Span(pair.first.start, pair.second.start), ""),), safety, "delete the first copy")
    return Fix((Edit(Span(pair.first.end, pair.second.end), ""),), safety, "delete the second copy")


def _shown(text: str, span: Span) -> str:
    shown = text[span.start : span.end]
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"


def _build(params: NearDuplicates, setting: Setting) -> Detector:
    del setting
    return _Copies(frozenset(map(str, params.differ_in)))


NEAR_DUPLICATES = Kind("near-duplicates", NearDuplicates, _build, reach=Reach.DOCUMENT)
