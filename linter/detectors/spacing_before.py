"""space-before-mark: a space before a comma, a full stop or another mark that clings to its word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.spacing_gaps import FULL_WIDTH_MARKS, MARKS, gaps, pairs
from linter.detectors.spacing_heads import heads_of, is_head, word_before
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety, Span

_CLOSING = "\"'”“’»)\\]›」』"
_FRENCH = ("fr", "br")  # here ; : ! ? » take a space, and only , and . cling to their word
_SPACED_STYLE = ("zh", "zh-Hant")  # spaces around signs and foreign words are a style there
_CJK = lazy("[\u3040-\u30ff\u4e00-\u9fff]")
_MARKS_BEFORE = frozenset("»”’\"'")
_HABIT = 3  # so many spaces before ; : ! ? in a document are the author's way of writing


@record(kw_only=True)
class SpaceBeforeMark:
    """Parameters: whether marks after an article, preposition or conjunction are wanted, or the others."""

    after_heads: bool = False


@record
class _Detached:
    """Marks that are detached from their word: those after a head, where a word was lost, or the others."""

    marks: str
    heads: frozenset[str]
    after_heads: bool
    french: bool
    literals: tuple[str, ...]
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each detached mark; its span is the space and the mark."""
        del facts
        text = passage.text
        found = [each for each in gaps(passage, places) if text[each.end] in self.marks and _is_detached(text, each)]
        rare = sum(text[each.end] not in ",." for each in found) < _HABIT
        for each in found:
            after_head = is_head(text, each.start, self.heads)
            if (rare or text[each.end] in ",.") and after_head == self.after_heads:
                yield self._match(text, each)

    def _match(self, text: str, gap: Span) -> Match:
        start, mark = gap.start, text[gap.end]
        sign_lost = text[start] != " " and (text[start - 1].isdigit() or self.french)  # a unit or a guillemet
        quote_loose = text[start - 1] == '"' and text[start - 2 : start - 1].isspace()
        unsure = self.after_heads or sign_lost or quote_loose
        safety = Safety.SUGGEST if unsure else Safety.SAFE
        fix = Fix((Edit(gap, ""),), safety, "delete the space")
        values = (("mark", mark), ("word", word_before(text, start)))
        return Match(Span(start, gap.end + 1), (fix,), self._confidence(text, gap), values)

    def _confidence(self, text: str, gap: Span) -> Confidence:
        """Only a comma or a full stop after a word is sure: others are set apart in some typing traditions."""
        if self.after_heads:
            return Confidence.MEDIUM
        sure = text[gap.end] in ",." and text[gap.start - 1] not in _MARKS_BEFORE
        return Confidence.HIGH if sure or text[gap.end] in FULL_WIDTH_MARKS else Confidence.LOW


def _is_detached(text: str, gap: Span) -> bool:
    """True if a mark ends a word or a sentence in front of it, and is no sign that the text speaks about."""
    start, end = gap.start, gap.end + 1
    before, mark = text[start - 1], text[gap.end]
    if not (before.isalnum() or before in ")]»”’\"'%"):
        return False
    after = text[end : end + 1]
    if mark in FULL_WIDTH_MARKS:
        return bool(_CJK.match(before))  # beside Latin words and quotation marks the space is house style
    if mark in ":;" and after == ")":
        return False  # a smiley
    if after and not after.isspace() and after not in _CLOSING:
        return False
    following = text[end : end + 3].lstrip(" ")
    if mark in ".!?" and (following[:1].islower() or following[:1] in (")", *MARKS)):
        return False  # "the sign . and the sign !" or an abbreviation
    return not (mark in ";:" and (before.isdigit() or not text[start - 3 : start].isalpha()))


def _build(params: SpaceBeforeMark, setting: Setting) -> Detector | None:
    if setting.language in _SPACED_STYLE:
        return None
    heads = heads_of(setting)
    if params.after_heads and not heads:
        return None
    french = setting.language in _FRENCH
    marks = (",." if french else MARKS) + FULL_WIDTH_MARKS
    return _Detached(marks, heads, params.after_heads, french, pairs(marks))


SPACE_BEFORE_MARK = Kind("space-before-mark", SpaceBeforeMark, _build)
