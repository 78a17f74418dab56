"""doubled-space: more than one space inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.spacing_gaps import NBSP, ODD_SPACES, gaps, pairs
from linter.detectors.spacing_heads import heads_of, is_head, word_before
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety, Span

_GAP = lazy(f"[ {ODD_SPACES}]{{2,}}")
_LONGEST = 3  # spaces; a longer run is a column of a table
_MOST_ON_A_LINE = 2  # a line with more gaps is set in columns
_CLOSERS = frozenset(",)]»”“’\"'%*/،")  # after a full stop two spaces are a habit
_OPENERS = frozenset("([«„“”‘\"'¿¡$€£–—-/~*&+")
_MOJIBAKE = frozenset("ÃÂÐÑÄÅ¡¢£¤¥¦§¨©¬®¯°±²³´µ¶·¸¹¼½¾¿")
_LONGEST_QUOTED = 400  # code points
_FRENCH_MARKS = frozenset(":;!?»%")


@record(kw_only=True)
class DoubledSpace:
    """Parameters: whether the gaps after an article, preposition or conjunction are wanted, or the others."""

    after_heads: bool = False


@record
class _Gaps:
    """Gaps inside sentences: those after a head, where a word was lost, or those elsewhere."""

    heads: frozenset[str]
    after_heads: bool
    french: bool
    literals: tuple[str, ...] = pairs(" " + ODD_SPACES)
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each gap of two or three spaces between words of a sentence."""
        del facts
        text = passage.text
        for span in _doubled(passage, places):
            french_mark = self.french and (text[span.start - 1] == "«" or text[span.end] in _FRENCH_MARKS)
            if not french_mark and self._shows_loss(text, span) == self.after_heads:
                yield self._match(text, span)

    def _shows_loss(self, text: str, span: Span) -> bool:
        """True if a word was lost here: that leaves the two spaces that stood around it, no others."""
        return text[span.start : span.end] == "  " and is_head(text, span.start, self.heads)

    def _match(self, text: str, span: Span) -> Match:
        gap = text[span.start : span.end]
        kept = NBSP if set(gap) == {NBSP} else " "
        mark_lost = self.french and NBSP in gap and _is_open(text, span.start)
        safety = Safety.SUGGEST if self.after_heads or mark_lost else Safety.SAFE
        fix = Fix((Edit(span, kept),), safety, "keep one space")
        return Match(span, (fix,), self._confidence(text, span), (("word", word_before(text, span.start)),))

    def _confidence(self, text: str, span: Span) -> Confidence:
        """Only a gap between two words is sure: beside brackets and quotation marks it may be alignment."""
        if self.after_heads:
            return Confidence.MEDIUM
        before, after = text[span.start - 1], text[span.end]
        return Confidence.HIGH if (before.isalnum() or before in ",،") and after.isalnum() else Confidence.LOW


def _doubled(passage: Passage, places: Iterable[Place]) -> Iterator[Span]:
    """Yield the gaps of two or three spaces between the words of a sentence."""
    text = passage.text
    line_end, on_line = -1, 0
    for gap in gaps(passage, places):
        if len(gap) < 2 or not _is_inside(text, gap.start, gap.end):
            continue
        if gap.start > line_end:
            line_end = (text.find("\n", gap.start) + 1 or len(text) + 1) - 1
            on_line = sum(1 for _ in _GAP.finditer(text, text.rfind("\n", 0, gap.start) + 1, line_end))
        if on_line <= _MOST_ON_A_LINE:
            yield gap


def _is_inside(text: str, start: int, end: int) -> bool:
    """True for a short gap between two words of a sentence."""
    before, after = text[start - 1], text[end]
    if end - start > _LONGEST or (before in _MOJIBAKE and text[start] == NBSP):
        return False  # "Ã" and a no-break space are one letter read in the wrong encoding
    return (before.isalnum() or before in _CLOSERS) and (after.isalnum() or after in _OPENERS)


def _is_open(text: str, at: int) -> bool:
    """True if a guillemet was opened on this line and not closed before ``at``, or is closed after it."""
    first, last = max(0, at - _LONGEST_QUOTED), at + _LONGEST_QUOTED
    line, end = max(first, text.rfind("\n", first, at) + 1), text.find("\n", at, last)
    end = last if end < 0 else end
    if text.rfind("«", line, at) > text.rfind("»", line, at):
        return True
    closing, opening = text.find("»", at, end), text.find("«", at, end)
    return closing >= 0 and not 0 <= opening < closing


def _build(params: DoubledSpace, setting: Setting) -> Detector | None:
    heads = heads_of(setting)
    if params.after_heads and not heads:
        return None
    return _Gaps(heads, params.after_heads, setting.language == "fr")


DOUBLED_SPACE = Kind("doubled-space", DoubledSpace, _build)
