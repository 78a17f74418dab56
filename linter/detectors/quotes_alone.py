"""unpaired-quote: quotation marks whose partner was lost.

A mark without a partner on its line proves little: quotations run over lines and paragraphs, and each paragraph
of a long one opens anew. So marks are first paired over lines, and of the others only those count that stand where
no long quotation begins or ends: in the middle of a sentence, with the rest of it short enough to be the quoted part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.quotes_parse import Mark, has_marks, read_marks
from linter.detectors.quotes_signs import QUOTES
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.signs import ANY_PAIRED
from linter.types import Confidence, Match, Passage, Span

_UNSPACED = frozenset(("ja", "zh", "zh-Hant", "ko"))  # here a word may follow a closing mark at once
_SHAPELESS = frozenset(("ja", "zh", "zh-Hant", "ar", "he", "th"))  # whether `"` opens cannot be told here
_MOST_ALONE = 5  # marks without a partner; with more of them the text has its own way of quoting
_FEW_ALONE = 3
_DENSE = 100  # code points for each mark; a text with more marks is a dialogue or a list of commands
_DENSE_UNSPACED = 40
_FEW = 10
_FAR = 12  # lines that a quotation may run over
_SHORTEST = 3  # code points of what is quoted
_LONGEST = 120  # code points of the rest of a line that may all be quoted
_LONGEST_BESIDE = 60  # the same, where other quotations on the line pair
_LONGEST_QUOTED = 400  # code points
_LONGEST_LINE = 20_000  # code points; a longer line is no paragraph, what is open in it proves nothing
_SPACE_LEFT = lazy("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}][ ,.]")
_MEASURE = lazy(r"(?<![^\s(])[\d.,/½¼¾-]+\Z")  # 5" is a measure
_SENTENCE_ENDS = frozenset(".!?…。！？")
_STOPS = frozenset((".", "。", "!", "?"))
_FAMILIES = {sign: family for family in ('"', "“”„", "«»", "「」", "『』") for sign in family}


@record(kw_only=True)
class UnpairedQuote:
    """Parameters: whether closing marks without an opening one count too."""

    closers: bool = True


class _Lone(NamedTuple):
    """A mark that no line nearby pairs, with what stands on its line before and after it."""

    mark: Mark
    before: str
    after: str


@record
class _Alone:
    """Quotation marks that neither their line nor the lines around it pair."""

    language: str
    closers: bool
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = (ANY_PAIRED,)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each mark without its partner; its span is the mark."""
        del places
        alone = read_marks(facts, passage.start, passage.end, self.language).alone
        if not alone:
            return
        left, has_far = _without_far_pairs(alone, passage.text)
        left = [mark for mark in left if self.closers or not mark.opens]
        found = [mark for mark in left if _left_its_space(mark, passage)]
        if len(left) <= _MOST_ALONE:
            found += [each.mark for each in _lone(left, passage) if self._is_lost(each, len(left), has_far)]
        if found and not self._is_dense(passage):
            for mark in sorted(set(found)):
                yield Match(Span(mark.at, mark.at + 1), (), Confidence.MEDIUM, (("sign", mark.sign),))

    def _is_lost(self, lone: _Lone, count: int, has_far: bool) -> bool:
        mark, before, after = lone
        if not self._is_plain(lone):
            return False
        if mark.opens:
            return _lost_its_closer(before, after, count)
        return self._lost_its_opener(before, after, count == 1 and not has_far)

    def _is_plain(self, lone: _Lone) -> bool:
        """False for measures, and for marks that the text speaks about."""
        before, after = lone.before[-1:], lone.after[:1]
        if lone.mark.sign == '"' and (self.language in _SHAPELESS or _MEASURE.search(lone.before)):
            return False
        return not (_is_blank(before) and _is_blank(after)) or lone.mark.sign in "«»"

    def _is_dense(self, passage: Passage) -> bool:
        marks = sum(passage.text.count(sign, passage.start, passage.end) for sign in QUOTES)
        dense = _DENSE_UNSPACED if self.language in _UNSPACED else _DENSE
        return marks > _FEW and marks * dense > passage.end - passage.start

    def _lost_its_opener(self, before: str, after: str, is_only: bool) -> bool:
        """True if a closing mark stands inside a sentence whose line has no other mark."""
        if not before[-1:].isalnum() or any(sign in before or sign in after for sign in QUOTES):
            return False
        if after[:1].isspace():
            return after[1:2].isalnum()
        if after[:1].isalpha():
            return self.language in _UNSPACED
        return is_only and after.rstrip() in _STOPS


def _is_blank(sign: str) -> bool:
    return not sign or sign.isspace()


def _without_far_pairs(alone: Iterable[Mark], text: str) -> tuple[list[Mark], bool]:
    """Return the marks that no near line pairs either, and whether there are quotations over lines."""
    left: list[Mark] = []
    opener: Mark | None = None
    has_far = False
    for mark in alone:
        if mark.opens:
            left += [opener] if opener else []
            opener = mark
        elif opener and _pairs_far(opener, mark, text):
            opener, has_far = None, True
        else:
            left.append(mark)
            if opener and opener.line != mark.line:  # what stands between will part it from later ones too
                left.append(opener)
                opener = None
    left += [opener] if opener else []
    return sorted(left), has_far


def _pairs_far(opener: Mark, closer: Mark, text: str) -> bool:
    """True if one quotation may reach from one line to the other: no other one of its kind stands between."""
    if opener.line == closer.line or text.count("\n", opener.at, closer.line) > _FAR:
        return False
    first = text.find("\n", opener.at, closer.line)
    return not any(text.find(sign, first, closer.line) >= 0 for sign in _FAMILIES[opener.sign])


def _lone(left: Iterable[Mark], passage: Passage) -> Iterator[_Lone]:
    """Yield the marks with their lines, as far as those are paragraphs."""
    text = passage.text
    for mark in left:
        last = min(passage.end, mark.line + _LONGEST_LINE)
        end = text.find("\n", mark.at, last) if mark.at < last else -1
        if end >= 0 or last == passage.end > mark.at:
            end = last if end < 0 else end
            yield _Lone(mark, text[mark.line : mark.at], text[mark.at + 1 : end].rstrip("\r"))


def _left_its_space(mark: Mark, passage: Passage) -> bool:
    """True if the no-break space of a lost closing guillemet still stands before a space or a mark."""
    if mark.sign != "«":
        return False
    after = passage.text[mark.at + 1 : min(passage.end, mark.at + _LONGEST_QUOTED)].partition("\n")[0]
    left = _SPACE_LEFT.search(after, 1)
    return left is not None and "«" not in after[: left.start()]


def _lost_its_closer(before: str, after: str, count: int) -> bool:
    """True if an opening mark stands inside a sentence, and what follows on the line may all be quoted."""
    if not _SHORTEST < len(after) <= _LONGEST or has_marks(after, 0, len(after)):
        return False
    beside = has_marks(before, 0, len(before))
    last = before.rstrip()[-1:]
    if last.isalnum():
        return not beside or (len(after) <= _LONGEST_BESIDE and count < _FEW_ALONE)
    return last in _SENTENCE_ENDS and not beside and count <= _FEW_ALONE if last else False


def _build(params: UnpairedQuote, setting: Setting) -> Detector:
    return _Alone(setting.language, params.closers)


UNPAIRED_QUOTE = Kind("unpaired-quote", UnpairedQuote, _build)
