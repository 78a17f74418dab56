"""known-lines: lines of the evidence file, which many documents of the collection have."""

from __future__ import annotations

from dataclasses import dataclass

from linter.detectors.boilerplate import literal_table
from linter.detectors.boilerplate_furniture import Furniture
from linter.detectors.boilerplate_terms import has_slots, key_of
from linter.detectors.kind import Detector, Kind, Reach, Setting
from linter.types import Safety


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLines:
    """No parameters: the lines come from the evidence file, with the slots of the kind boilerplate."""


def _build(params: KnownLines, setting: Setting) -> Detector:
    del params
    lines = sorted(setting.knowledge.lines)
    table = literal_table(setting.language, lines)
    return Furniture(
        keys=frozenset(key_of(line) for line in lines if not has_slots(line)) - {""},
        edges=frozenset(),
        tables=(table,) if table.sources else (),
        languages=(setting.language,),
        endings=frozenset(),
        teasers=0,
        safety=Safety.UNSAFE,
    )


KNOWN_LINES = Kind("known-lines", KnownLines, _build, reach=Reach.DOCUMENT, from_knowledge=True)
