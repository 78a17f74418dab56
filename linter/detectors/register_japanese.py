"""japanese-register: polite sentence ends (です, ます) and plain ones (だ, である) in the same paragraphs.

Texts of which each line is in one style are lists, forms and collections; a style that changes inside paragraphs
is a translation sentence by sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.detectors.register import unquoted
from linter.facts import Facts
from linter.record import record
from linter.types import Confidence, Evidence, Match, Passage, Span

_ENDS = re.compile(
    r"(?P<polite>(?:です|ます|ました|ません|でした|でしょう|ましょう|ください|下さい)(?:か|ね|よ|が)?[。！？])"
    r"|(?P<plain>[一-龠々]{0,2}[ぁ-んー]{0,4}(?:(?<!まし)(?<!でし)た|だ|る|ない|だろう|という|(?<!で)(?<!ま)す|(?<!しょ)う|[くむぐぶつぬ])。)"
    r"|(?P<line>\n)"
)
# Counted first: a text that has one style only costs no more than this.
_POLITE = ("ます。", "です。", "ました。", "ません。")
_PLAIN = ("た。", "だ。", "る。", "い。", "う。", "く。")
_NOT_PLAIN = ("ました。", "でした。", "さい。", "しょう。")
_LEAST, _LEAST_CHANGES = 3, 3
_MOST_EVIDENCE = 12


@record(kw_only=True)
class JapaneseRegister:
    """Parameters: none."""


@record
class _Styles:
    """Sentence ends of both styles, and how often the style changes inside a paragraph."""

    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield at most one match: the first sentence end of the style that is met less often."""
        del facts, places
        text = passage.text
        polite, plain, other = (
            sum(text.count(sign, passage.start, passage.end) for sign in signs)
            for signs in (_POLITE, _PLAIN, _NOT_PLAIN)
        )
        if polite >= _LEAST and plain - other >= _LEAST:
            yield from self._mixed(passage)

    def _mixed(self, passage: Passage) -> Iterable[Match]:
        ends = list(_ENDS.finditer(unquoted(passage.text, passage.start, passage.end)))
        kinds = [each.lastgroup for each in ends]
        changes = sum({one, two} == {"polite", "plain"} for one, two in pairwise(kinds))
        few, many = sorted((kinds.count("polite"), kinds.count("plain")))
        if changes < _LEAST_CHANGES or few < _LEAST:
            return
        minor = "plain" if kinds.count("polite") >= kinds.count("plain") else "polite"
        spans = [
            Span(passage.start + each.start(), passage.start + each.end()) for each in ends if each.lastgroup == minor
        ]
        yield _match(passage.text, spans, minor, many)


def _match(text: str, spans: list[Span], minor: str, many: int) -> Match:
    names = {"plain": "だ・である", "polite": "です・ます"}
    major = "polite" if minor == "plain" else "plain"
    values = (
        ("found", text[spans[0].start : spans[0].end]),
        ("minority", names[minor]),
        ("majority", names[major]),
        ("few", str(len(spans))),
        ("many", str(many)),
    )
    evidence = tuple(Evidence(text[each.start : each.end], each) for each in spans[1:_MOST_EVIDENCE])
    return Match(spans[0], confidence=Confidence.MEDIUM, values=values, evidence=evidence)


def _build(params: JapaneseRegister, setting: Setting) -> Detector | None:
    del params
    return _Styles() if setting.language == "ja" else None


JAPANESE_REGISTER = Kind("japanese-register", JapaneseRegister, _build, reach=Reach.DOCUMENT)
