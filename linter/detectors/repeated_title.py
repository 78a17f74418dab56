"""repeated-title: a source line at the end of a text that gives the title of the page itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from linter.detectors.boilerplate_place import Layout, deletion, layout_of
from linter.detectors.boilerplate_terms import is_unspaced
from linter.detectors.kind import Detector, Kind, Place, Reach, Setting, keys_of
from linter.facts import Facts
from linter.lazy import lazy
from linter.lines import line_key
from linter.record import record
from linter.types import Fix, Match, Passage, Safety

LAST_LINES = 6  # filled lines at the end of a document where source lines stand
SHORTEST_TITLE = 5  # words; a shorter source is a name
SHORTEST_UNSPACED_TITLE = 14  # characters, in scripts without spaces
_LABEL = lazy(r"\s*([\p{L}\p{M} ]{2,24}?)\s?[:：]\s*(\S.*?)\s*$")


@record(kw_only=True)
class RepeatedTitle:
    """Parameters: the labels of source lines by language, such as ``Source`` or ``Quelle``."""

    labels: dict[str, list[str]] = field(default_factory=dict)


@record
class SourceLine:
    """``own`` are the labels in the language of the document, ``foreign`` those of all others."""

    own: frozenset[str]
    foreign: frozenset[str]
    line_keys: tuple[str, ...] = ()

    @property
    def literals(self) -> Sequence[str]:
        return tuple(label + colon for label in sorted(self.own | self.foreign) for colon in (":", " :", "："))

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterator[Match]:
        """Yield the source lines among the last lines that name this page or keep a foreign label."""
        layout = layout_of(facts)
        last = layout.filled[-LAST_LINES:]
        for number in sorted({layout.line_at(place.start) for place in places}):
            line = layout.lines[number]
            found = _LABEL.fullmatch(passage.text, line.start, line.end) if number in last[1:] else None
            if found and self._repeats(layout, found[1].lower(), found[2]):
                fix = Fix((deletion(layout, number),), Safety.SAFE, "delete the line")
                yield Match(layout.trimmed(number), (fix,), values=(("found", found[0].strip()),))

    def _repeats(self, layout: Layout, label: str, title: str) -> bool:
        if label not in self.own and label not in self.foreign:
            return False
        long = len(title) >= SHORTEST_UNSPACED_TITLE if is_unspaced(title) else len(title.split()) >= SHORTEST_TITLE
        if not long or title.endswith((".", "。")):
            return False
        first = layout.lines[layout.filled[0]].key
        return label not in self.own or (first != "" and first == line_key(title))


def _build(params: RepeatedTitle, setting: Setting) -> Detector | None:
    own = {label.lower() for label in params.labels.get(setting.language, ())}
    every = {label.lower() for labels in params.labels.values() for label in labels}
    return SourceLine(frozenset(own), frozenset(every - own))


REPEATED_TITLE = Kind("repeated-title", RepeatedTitle, _build, keys_of("labels"), Reach.DOCUMENT)
