"""html-residue: what a page's markup leaves behind in its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field

from linter.detectors.encoding_quoted import Topic, is_quoted
from linter.detectors.html_residue_code import code_lines
from linter.detectors.html_residue_entities import entities
from linter.detectors.html_residue_found import Residue
from linter.detectors.html_residue_tags import attributes, comments, link_marks, shortcodes, tags
from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety, Span

Finder = Callable[[str, Facts], Iterator[Residue]]

FINDERS: dict[str, Finder] = {
    "attribute": attributes,
    "code": code_lines,
    "comment": comments,
    "entity": entities,
    "link-mark": link_marks,
    "shortcode": shortcodes,
    "tag": tags,
}
_SIGNS = {  # what a text must hold, one of them
    "attribute": "=",
    "code": "{}=|<",
    "comment": "<]",
    "entity": "&",
    "link-mark": "[",
    "shortcode": "[",
    "tag": "<",
}
UNMARKED = frozenset(("plain", "srt", "vtt"))  # containers in which markup is wrong


@record(kw_only=True)
class HtmlResidue:
    """Parameters: what is looked for, and words (patterns) of texts about markup."""

    residue: str
    topic: list[str] = field(default_factory=list)


@record
class HtmlResidueDetector:
    """Finds one sort of residue outside containers that hold markup by right, and outside text about it."""

    find: Finder
    everywhere: bool
    topic: tuple[str, ...]
    signs: tuple[str, ...]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each piece of residue, in order."""
        del places
        marked_up = facts.document.container not in UNMARKED
        if marked_up and not self.everywhere:
            return
        topic: Topic | None = None
        for residue in self.find(passage.text, facts):
            if marked_up and not residue.anywhere:
                continue
            topic = topic or Topic(self.topic)
            match = _match(passage.text, residue, topic)
            if match:
                yield match


def _match(text: str, residue: Residue, topic: Topic) -> Match | None:
    span = Span(residue.start, residue.end)
    about = topic.is_near(text, span.start, span.end)
    if about and (residue.is_tag or is_quoted(text, span.start, span.end)):
        return None
    fixes: tuple[Fix, ...] = ()
    if residue.text is not None:
        safety = Safety.SUGGEST if about else residue.safety
        title = f"write “{residue.text}”" if residue.text.strip() else "delete it"
        fixes = (Fix((Edit(span, residue.text),), safety, title),)
    confidence = Confidence.MEDIUM if about else residue.confidence
    values = (("found", text[span.start : span.end]), ("right", residue.text or ""))
    return Match(span, fixes, confidence, values=values)


def _build(params: HtmlResidue, setting: Setting) -> Detector | None:
    del setting
    everywhere = params.residue == "entity"
    return HtmlResidueDetector(FINDERS[params.residue], everywhere, tuple(params.topic), tuple(_SIGNS[params.residue]))


HTML_RESIDUE = Kind("html-residue", HtmlResidue, _build, reach=Reach.DOCUMENT)
