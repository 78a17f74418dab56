"""seam-space: a space in Japanese or Chinese where the language writes none.

Such a space is often all that is left of a link that stood there, so deleting it is never quite safe, but
for the one after a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.facts import Facts
from linter.language.lexicon import Lexicon, lexicon
from linter.record import record
from linter.types import Edit, Fix, Match, Passage, Safety, Span

_HAN = "\u3400-\u4dbf\u4e00-\u9fff々〆"
_HIRAGANA, _KATAKANA = "\u3041-\u309f", "\u30a1-\u30fa\u30fc"
_LETTER = f"{_HAN}{_HIRAGANA}{_KATAKANA}"
_STOPS, _MARKS, _CLOSERS = "。！？", "、，；：", "」』）】》”’"
_BETWEEN = re.compile(f"[ \N{NO-BREAK SPACE}](?<=[{_LETTER}”].)(?=[{_LETTER}・“])")
_KANA_RUN = re.compile(f"[{_KATAKANA}]+")
_NO_BEGINNING = frozenset("ァィゥェォッャュョヮーンぁぃぅぇぉっゃゅょゎーん")
_COMMA = re.compile(f"[{_MARKS}](?=[^\n])(.)")
_STOP = re.compile(f"[{_STOPS}](?=[^\n])(.)")
_FEW_COMMAS, _HABIT, _HABIT_OF_STOPS = 5, 0.2, 0.5
_NEAR = 12
_REPORTER = "记者"  # stands before names, with spaces
_QUOTES = frozenset("“”「」『』")
_WIDEST = 2  # spaces
_REFERENCES = frozenset("第図表节節章図图附页頁")  # "see section 5"
_TERM = re.compile(f"[A-Za-z0-9\N{OBJECT REPLACEMENT CHARACTER})] [{_LETTER}・]{{1,5}}$")
_TERM_AFTER = re.compile(f"[{_LETTER}・]{{1,3}} ?[A-Za-z0-9\N{OBJECT REPLACEMENT CHARACTER}(]")
_LATIN_GAP = re.compile(
    f"[A-Za-z0-9\N{OBJECT REPLACEMENT CHARACTER}] [{_LETTER}]|[{_LETTER}] [A-Za-z0-9\N{OBJECT REPLACEMENT CHARACTER}]"
)
_LATIN_JOINT = re.compile(f"[A-Za-z0-9][{_LETTER}]|[{_LETTER}][A-Za-z0-9]")
_PARTICLE = re.compile("する|した|して|され|せず|でき|だ[とがけろっ]|たり|たら|て[いおきしもはく]|ない|なか|なく|られ")
_BEFORE_PARTICLE = re.compile(f"[{_HAN}{_HIRAGANA}]$")
_POLITE_END = re.compile("(?:ました|ます|です|でした|ません|でしょう)$")
_NAME_BEFORE = re.compile(f"[{_KATAKANA}]{{2,}}・[{_KATAKANA}]+$")
_NAME_AFTER = re.compile(f"[{_KATAKANA}]{{2,}}(?:・[{_KATAKANA}]|氏)|[{_HAN}]{{2,6}}[{_KATAKANA}]{{2,}}・[{_KATAKANA}]")
_SENTENCE_SIGNS = ("。", "、", "，")
_SHORTEST_LINE = 20  # code points of a line that is a sentence
_FEW = 4  # so many spaces are no habit, however short the text
_FREQUENT_ZIPF, _KNOWN_ZIPF, _RARE_ZIPF = 4.0, 3.0, 3.0


@record(kw_only=True)
class SeamSpace:
    """Parameters: ``where``: after-mark, between-words or line-start."""

    where: str


@record
class _AfterMarks:
    literals: tuple[str, ...]
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the spaces after full-width marks, unless the text always sets them."""
        del facts
        text = passage.text
        if _has_habit(text[passage.start : passage.end]):
            return
        spans = [span for place in places if (span := _gap_after(text, place.start + 1, passage.end)) is not None]
        before_letters = [span for span in spans if _is_letter(text[span.end])]
        for span in spans if len(before_letters) >= _FEW else before_letters:
            is_stop = text[span.start - 1] in _STOPS
            yield _match(text, span, Safety.SAFE if is_stop else Safety.UNSAFE)


def _has_habit(text: str) -> bool:
    """True if the writer sets a space after many of the commas, or after each mark of a text with few of them."""
    commas, stops = _counted(_COMMA, text), _counted(_STOP, text)
    if commas[1] < _FEW_COMMAS:
        return stops[0] > _FEW_COMMAS and stops[0] > _HABIT_OF_STOPS * stops[1]
    return commas[0] > _HABIT * commas[1]


def _counted(pattern: re.Pattern[str], text: str) -> tuple[int, int]:
    """How many marks inside lines have a space after them, and how many there are."""
    following = pattern.findall(text)
    return sum(map(str.isspace, following)), len(following)


def _gap_after(text: str, start: int, last: int) -> Span | None:
    """Return the gap of one or two spaces inside a line; after a closing mark only if a sentence mark precedes it."""
    end = start
    while end < last and text[end] in " \N{NO-BREAK SPACE}":
        end += 1
    if end >= last or text[end].isspace() or end - start > _WIDEST:
        return None
    is_quoted = text[start - 1] in _CLOSERS and text[start - 2] in _STOPS + "、"
    if not is_quoted and (text[start - 1] in _CLOSERS or not _is_letter(text[start - 2])):
        return None
    return Span(start, end)


def _is_letter(sign: str) -> bool:
    return "\u3041" <= sign <= "\u9fff" or sign in "「『（“"


@record
class _Between:
    language: str
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    @cached_property
    def words(self) -> Lexicon | None:
        """The lexicon of the language."""
        return lexicon(self.language[:2])

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the spaces inside sentences between two words or inside one."""
        del facts, places
        text = passage.text
        spans = [Span(*each.span()) for each in _BETWEEN.finditer(text, passage.start, passage.end)]
        if not spans:
            return
        part = text[passage.start : passage.end]
        gaps = len(_LATIN_GAP.findall(part))
        faults = list(self._faults(text, spans))
        loose = len(faults) <= _FEW and gaps <= max(_FEW, len(_LATIN_JOINT.findall(part)))
        for span in faults:
            if loose or self._is_proven(text, span):
                yield _match(text, span, Safety.UNSAFE)

    def _faults(self, text: str, spans: Sequence[Span]) -> Iterator[Span]:
        for span in spans:
            start = text.rfind("\n", 0, span.start) + 1
            end = text.find("\n", span.end)
            line = text[start : end if end >= 0 else len(text)]
            is_sentence = len(line) >= _SHORTEST_LINE and any(sign in line for sign in _SENTENCE_SIGNS)
            apart = not self._is_between_names(text, span) or self._splits_word(text, span)
            if is_sentence and apart and not self._is_beside_term(text, span):
                yield span

    def _is_proven(self, text: str, span: Span) -> bool:
        """True inside a word, after the polite end of a sentence, and beside a person's name."""
        before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
        ends = _POLITE_END.search(before) is not None or _NAME_BEFORE.search(before) is not None
        particle = _PARTICLE.match(after) is not None and _BEFORE_PARTICLE.search(before) is not None
        return ends or particle or _NAME_AFTER.match(after) is not None or self._splits_word(text, span)

    def _is_beside_term(self, text: str, span: Span) -> bool:
        """True beside a term with Latin letters or a reference, where many houses set spaces."""
        if text[span.end] in _REFERENCES or text[span.start - 1] in _REFERENCES:
            return True
        if self.language != "ja" and (text[span.end] in _QUOTES or text[span.start - 1] in _QUOTES):
            return True
        before = text[max(0, span.start - _NEAR) : span.start]
        if _REPORTER in before or _REPORTER in text[span.end : span.end + _NEAR]:
            return True
        return bool(_TERM.search(before) or _TERM_AFTER.match(text, span.end))

    def _is_between_names(self, text: str, span: Span) -> bool:
        """True between two katakana words: many houses set a space there."""
        return bool(_KANA_RUN.match(text, span.start - 1) and _KANA_RUN.match(text, span.end))

    def _splits_word(self, text: str, span: Span) -> bool:
        if text[span.end] in _NO_BEGINNING:
            return True
        if self.language != "ja":
            pair = text[span.start - 1] + text[span.end]
            return self.words is not None and self.words.zipf(pair) >= _FREQUENT_ZIPF
        start = span.start
        while start and _KANA_RUN.match(text[start - 1]):
            start -= 1
        run = _KANA_RUN.match(text, span.end)
        left, right = text[start : span.start], run[0] if run else ""
        if self.words is None or not left or not right:
            return False
        rarer = min(self.words.zipf(left), self.words.zipf(right))
        return self.words.zipf(left + right) >= _KNOWN_ZIPF and rarer < _RARE_ZIPF


@record
class _LineStarts:
    literals: tuple[str, ...] = ("\n\N{NO-BREAK SPACE}", "\n \N{NO-BREAK SPACE}")
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the no-break spaces that begin a line of text."""
        del facts
        text = passage.text
        for place in places:
            start = end = place.start + 1
            while end < passage.end and text[end] in " \N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}":
                end += 1
            if end < passage.end and text[end].isalpha():
                yield _match(text, Span(start, end), Safety.SAFE)


def _match(text: str, span: Span, safety: Safety) -> Match:
    fix = Fix((Edit(span, ""),), safety, "delete the space")
    line_end = text.find("\n", span.end)
    before = text[max(0, span.start - 3) : span.start].rpartition("\n")[2]
    after = text[span.end : min(span.end + 3, line_end if line_end >= 0 else len(text))]
    return Match(span, (fix,), values=(("before", before), ("after", after)))


def _build(params: SeamSpace, setting: Setting) -> Detector | None:
    if params.where == "after-mark":
        signs = f"{_STOPS}{_MARKS}{_CLOSERS}"
        return _AfterMarks(tuple(f"{sign}{space}" for sign in signs for space in " \N{NO-BREAK SPACE}"))
    if params.where == "between-words":
        return _Between(setting.language)
    if params.where == "line-start":
        return _LineStarts()
    raise ValueError(f"“{params.where}” is none of after-mark, between-words and line-start")


SEAM_SPACE = Kind("seam-space", SeamSpace, _build)
