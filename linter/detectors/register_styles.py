"""sentence-style: sentence ends of two styles in the same paragraphs: です・ます and だ・である, 합니다체 and 해요체.

Texts of which each line is in one style are lists, forms and collections; a style that changes inside paragraphs
is a translation sentence by sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.detectors.register import is_in_short_lines, unquoted
from linter.facts import Facts
from linter.record import record
from linter.types import Confidence, Evidence, Match, Passage, Span


class _Style(NamedTuple):
    """How sentences of a style end; ``signs`` without ``but_not`` are counted first, which costs little."""

    name: str
    pattern: str
    signs: tuple[str, ...]
    but_not: tuple[str, ...] = ()


# 합니다, 됩니다, 습니다: a syllable with the final consonant ㅂ (17th of 28) before 니다; 아니다 is another style.
_WITH_FINAL_P = "".join(map(chr, range(0xAC00 + 17, 0xD7A4, 28)))
_STYLES = {
    "ja": (
        _Style(
            "です・ます",
            "(?:です|ます|ました|ません|でした|でしょう|ましょう|ください|下さい)(?:か|ね|よ|が)?[。！？]",
            ("ます。", "です。", "ました。", "ません。"),
        ),
        _Style(
            "だ・である",
            "(?:(?<!まし)(?<!でし)た|だ|る|ない|だろう|という|(?<!で)(?<!ま)す|(?<!しょ)う|[くむぐぶつぬ])。",
            ("た。", "だ。", "る。", "い。", "う。", "く。"),
            ("ました。", "でした。", "さい。", "しょう。"),
        ),
    ),
    "ko": (
        _Style("합니다체", rf"(?:(?<=[{_WITH_FINAL_P}])니[다까]|십시오)[.!?]", ("니다.",), ("아니다.",)),
        _Style("해요체", "(?:(?<!세)요|죠)[.!?]", ("요.", "죠."), ("세요.",)),
        _Style("한다체", rf"(?<![{_WITH_FINAL_P}]니)다[.!?]", ("다.", "아니다."), ("니다.",)),
    ),
}
_STEM = re.compile("(?:[가-힣]{1,2}|[一-龠々]{0,2}[ぁ-んー]{0,4})\\Z")  # what is shown of the word before its end
_LEAST, _LEAST_CHANGES = 3, 3
_MOST_EVIDENCE = 12
_SHORTEST_LINE = 24  # code points; a line of a list or a dialogue is shorter


@record(kw_only=True)
class SentenceStyle:
    """Parameters: none."""


@record
class _Mixed:
    """Sentence ends of the styles of a language, and how often the style changes inside a paragraph."""

    language: str
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield at most one match: the first sentence end of the style that is met less often."""
        del facts, places
        styles = _STYLES[self.language]
        missing = 0
        for style in styles:
            missing += _count(passage, style.signs) - _count(passage, style.but_not) < _LEAST
            if missing > len(styles) - 2:
                return
        yield from _mixed(passage, styles)


def _count(passage: Passage, signs: Iterable[str]) -> int:
    return sum(passage.text.count(sign, passage.start, passage.end) for sign in signs)


def _mixed(passage: Passage, styles: Sequence[_Style]) -> Iterable[Match]:
    groups = "|".join(f"(?P<s{number}>{style.pattern})" for number, style in enumerate(styles))
    ends = list(re.finditer(rf"{groups}|(?P<line>\n)", unquoted(passage.text, passage.start, passage.end)))
    kinds = [each.lastgroup or "line" for each in ends]
    counts = Counter(kind for kind in kinds if kind != "line").most_common(2)
    if len(counts) < 2 or counts[1][1] < _LEAST:
        return
    major, minor = counts[0][0], counts[1][0]
    if sum({one, two} == {major, minor} for one, two in pairwise(kinds)) < _LEAST_CHANGES:
        return
    if is_in_short_lines(passage.text[passage.start : passage.end], _SHORTEST_LINE):
        return
    places = [(passage.start + each.start(), passage.start + each.end()) for each in ends if each.lastgroup == minor]
    spans = [Span(_stem_before(passage.text, start), end) for start, end in places]
    names = (styles[int(minor[1:])].name, styles[int(major[1:])].name)
    yield _match(passage.text, spans, names, counts[0][1])


def _stem_before(text: str, at: int) -> int:
    stem = _STEM.search(text[max(0, at - 6) : at])
    return at - len(stem[0]) if stem else at


def _match(text: str, spans: list[Span], names: tuple[str, str], many: int) -> Match:
    values = (
        ("found", text[spans[0].start : spans[0].end]),
        ("minority", names[0]),
        ("majority", names[1]),
        ("few", str(len(spans))),
        ("many", str(many)),
    )
    evidence = tuple(Evidence(text[each.start : each.end], each) for each in spans[1:_MOST_EVIDENCE])
    return Match(spans[0], confidence=Confidence.MEDIUM, values=values, evidence=evidence)


def _build(params: SentenceStyle, setting: Setting) -> Detector | None:
    del params
    return _Mixed(setting.language) if setting.language in _STYLES else None


SENTENCE_STYLE = Kind("sentence-style", SentenceStyle, _build, reach=Reach.DOCUMENT)
