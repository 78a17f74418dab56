"""stray-line: a line between the paragraphs that is the remainder of a picture or of a box with a link.

``indent`` finds the title of another page, which plugins set with a no-break space and a space;
``keywords`` finds the alternative text of pictures: the same row of katakana keywords, several times.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from linter.detectors.boilerplate_place import Layout, deletion, layout_of
from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.types import Fix, Match, Passage, Safety, Span

MOST_INDENTED = 4  # lines; where there are more, the indent is the style of the text
LONGEST_TITLE = 120  # code points
FEWEST_LABELS = 3  # times that a row of keywords must stand in the document
_INDENT = "\n\N{NO-BREAK SPACE} "
_KEYWORDS = lazy(r"[\p{Katakana}ー・a-z0-9]+(?: [\p{Katakana}ー・a-z0-9]+){1,5}")
_KATAKANA = lazy(r"\p{Katakana}{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StrayLine:
    """Parameters: which of the two shapes to look for."""

    indent: bool = False
    keywords: bool = False


@dataclass(frozen=True)
class Strays:
    params: StrayLine
    literals: tuple[str, ...]
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterator[Match]:
        """Yield the stray lines of the document."""
        del places
        if self.params.indent:
            yield from _indented(passage, facts)
        if self.params.keywords:
            yield from _labels(facts)


def _indented(passage: Passage, facts: Facts) -> Iterator[Match]:
    layout = layout_of(facts)
    starts = [found.start() + 1 for found in regex.finditer(_INDENT, passage.text)]
    if len(starts) <= MOST_INDENTED:
        for number in map(layout.line_at, starts):
            line = layout.lines[number]
            if 0 < len(layout.trimmed(number)) <= LONGEST_TITLE:
                yield _match(layout, number, Span(line.start, line.end))


def _labels(facts: Facts) -> Iterator[Match]:
    often = [key for key, times in Counter(facts.line_keys).items() if times >= FEWEST_LABELS]
    rows = [key for key in often if _KEYWORDS.fullmatch(key) and _KATAKANA.search(key)]
    if len(rows) == 1:  # several such lines in turn are speakers or headings
        layout = layout_of(facts)
        for number, key in enumerate(facts.line_keys):
            if key == rows[0]:
                yield _match(layout, number, layout.trimmed(number))


def _match(layout: Layout, number: int, span: Span) -> Match:
    fix = Fix((deletion(layout, number),), Safety.UNSAFE, "delete the line")
    return Match(span, (fix,), values=(("found", layout.text[span.start : span.end].strip()),))


def _build(params: StrayLine, setting: Setting) -> Detector | None:
    del setting
    return Strays(params, (_INDENT,) if params.indent else ())


STRAY_LINE = Kind("stray-line", StrayLine, _build, reach=Reach.DOCUMENT)
