"""unpaired-bracket: a bracket without its partner in the paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.quotes_signs import BRACKETS, is_paired, lines_with
from linter.facts import MASK, Facts
from linter.lazy import lazy
from linter.record import record
from linter.signs import ANY_PAIRED
from linter.types import Confidence, Match, Passage, Span

_OPENERS = dict(zip("([（［【《〈", ")])]】》〉", strict=True))  # full-width ones pair with narrow ones too
_CLOSERS = dict(zip(")]）］】》〉", ")])]】》〉", strict=True))
_BRACKET = lazy("[" + regex.escape("".join(sorted(BRACKETS))) + "]")
_FAR = 8  # lines that a bracket may stay open
_MARKER = lazy(
    r"""(?:^|[\s(\[,;:„“«"'*]) (?:\p{L} | \d{1,2} | [ivxIVX]{1,5} | \d{1,2}\p{L}) \Z  # a) 1) iv) 2b)
      | ^\s*[\d.]{1,8}\Z                                                              # 1.2)
    """,
    regex.VERBOSE,
)
_SMILEY = lazy(
    r"""[:;=8xX%][-^o'’*~]?[()\[\]]+ | [()\[\]]+[-^o'’*~]?[:;=8] | [¯ツ^_]\) | \([^\w\s]{1,4}\)?""",
    regex.VERBOSE,
)
_CODE = lazy(
    r"""\\ | [{}<>|$=^] | \w\(\)?\w*\)?\.\w | -> | :: | ^\s*(?:>>>|\#|//)
      | [\[(][^\s\[\]()]{0,12}[\[(] | \)\( | \w\[
    """,
    regex.VERBOSE,
)
_QUOTES = frozenset("\"'“”„«»‘’`›‹")
_LONGEST_LINE = 20_000  # code points; a longer line is no paragraph, what is open in it proves nothing


class _Bracket(NamedTuple):
    at: int
    closer: str  # the closer that this opener needs, or that this closer is
    line: int  # where its line begins


@record(kw_only=True)
class UnpairedBracket:
    """Parameters: none; which brackets pair is known."""


@record
class _Unpaired:
    """Brackets that neither their line nor the lines around it pair."""

    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = (ANY_PAIRED,)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each bracket without its partner; its span is the bracket."""
        del places
        if is_paired(facts):
            return
        left = list(_left_over(passage, facts))
        for opener, closer in _without_far_pairs(left, passage.text):
            bracket = opener or closer
            if bracket and _counts(bracket, passage.text):
                sign = passage.text[bracket.at]
                yield Match(Span(bracket.at, bracket.at + 1), (), Confidence.HIGH, (("sign", sign),))


def _left_over(passage: Passage, facts: Facts) -> Iterator[tuple[_Bracket, bool]]:
    """Yield the brackets that their own line does not pair, with whether they open."""
    text = passage.text
    for line, line_end in lines_with(BRACKETS, passage.start, passage.end, facts):
        stack: list[_Bracket] = []
        for found in _BRACKET.finditer(text, line, line_end):
            at, sign = found.start(), found[0]
            if sign in _OPENERS:
                stack.append(_Bracket(at, _OPENERS[sign], line))
            elif stack and stack[-1].closer == _CLOSERS[sign]:
                stack.pop()
            else:
                yield _Bracket(at, _CLOSERS[sign], line), False
        yield from ((each, True) for each in stack)


def _without_far_pairs(
    left: list[tuple[_Bracket, bool]], text: str
) -> Iterator[tuple[_Bracket | None, _Bracket | None]]:
    """Yield the brackets that no near line pairs either: brackets may run over several lines."""
    open_ones: list[_Bracket] = []
    for bracket, opens in left:
        if opens:
            open_ones.append(bracket)
            continue
        if open_ones and _pairs_far(open_ones[-1], bracket, text):
            open_ones.pop()
        else:
            yield None, bracket
    yield from ((bracket, None) for bracket in open_ones)


def _pairs_far(opener: _Bracket, closer: _Bracket, text: str) -> bool:
    if opener.closer != closer.closer or opener.line == closer.line:
        return False
    return text.count("\n", opener.at, closer.at) <= _FAR


def _counts(bracket: _Bracket, text: str) -> bool:
    """False for list markers, smileys, code and brackets that the text speaks about."""
    at, sign = bracket.at, text[bracket.at]
    last = bracket.line + _LONGEST_LINE
    line_end = text.find("\n", at, last) if at < last else -1
    if line_end < 0 and last < len(text):
        return False
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before in _QUOTES and after in _QUOTES and before and after:
        return False
    near = text[max(bracket.line, at - 60) : min(line_end, at + 60)]
    if MASK in near or _CODE.search(near):
        return False
    if sign in _CLOSERS and _MARKER.search(text[max(bracket.line, at - 10) : at]):
        return False
    if sign in _OPENERS and (not after.strip() or (before.isspace() and after.isspace())):
        return False
    return not _SMILEY.search(text, max(bracket.line, at - 3), min(line_end, at + 4))


def _build(params: UnpairedBracket, setting: Setting) -> Detector:
    del params, setting
    return _Unpaired()


UNPAIRED_BRACKET = Kind("unpaired-bracket", UnpairedBracket, _build)
