"""missing-space: a comma or a full stop right between two words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import regex

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Edit, Fix, Match, Passage, Safety, Span

_MARKS = ",.;!?"  # looked for one by one, in re: the fastest form
_CANDIDATE = lazy(r"[,.;!?](?=[^\W\d_])")
_LONGEST_WORD = 40  # code points
_WORD_BEFORE = lazy(r"(?:^|[\s(\[«„“”‘\"'’¿¡–—-])(?P<word>[\p{L}\p{M}]{2,})\Z", regex.MULTILINE)
_SENTENCE = lazy(r"(?P<word>\p{Lu}[\p{Ll}\p{M}]*|\p{Lo}+)(?=[\s,;:’'-]|\Z)(?![-'’]?\s*[=(])")
_CLAUSE = lazy(r"(?P<word>[\p{L}\p{M}]{2,})(?=\s|[.,!?;:]?(?:\s|\Z))")
_SCRIPTS = lazy(r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Hangul}]")
_HANGUL = lazy(r"\p{Hangul}+")
_KOREAN_ENDS = frozenset("다요까죠오")  # how nearly every Korean sentence ends
_DOMAINS = frozenset(
    (
        *("com", "net", "org", "de", "fr", "it", "es", "uk", "eu", "io", "info"),
        *("js", "py", "exe", "txt", "pdf", "html", "php"),
    )
)


# The letters that words begin with after a mark, by script; a text in Hangul is searched instead.
_LATIN = "abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïðòóôöøùúûüýþœšžčćđěłńřśźżůőűğışțșđăơư"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґ"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώ"
_LETTERS = {"Cyrl": _CYRILLIC + _LATIN[:26], "Grek": _GREEK + _LATIN[:26], "Kore": ""}


@cache
def _finders() -> tuple[Callable[[str, int, int], Iterator[re.Match[str]]], ...]:
    return tuple(re.compile(re.escape(mark) + r"(?=[^\W\d_])").finditer for mark in _MARKS)


@record(kw_only=True)
class MissingSpace:
    """Parameters: none; what stands between two words of a sentence is known."""


@record
class _Glued:
    """Marks without the space that has to follow them."""

    literals: tuple[str, ...]
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each mark that glues two words; its span is the two words."""
        del facts
        text, start, end = passage.text, passage.start, passage.end
        for at in [place.start for place in places] if self.literals else _searched(passage):
            if not text[at - 1 : at].isalpha():
                continue
            mark = text[at]
            before = _WORD_BEFORE.search(text[max(start, at - _LONGEST_WORD) : at])
            pattern = _CLAUSE if mark in ",;" else _SENTENCE
            after = pattern.match(text, at + 1, min(end, at + 1 + _LONGEST_WORD))
            if before and after and _glues(mark, before["word"], after["word"], text, at):
                fix = Fix((Edit(Span(at + 1, at + 1), " "),), Safety.SAFE, "insert a space")
                span = Span(at - len(before["word"]), after.end())
                values = (("found", text[span.start : span.end]), ("mark", mark))
                yield Match(span, (fix,), values=values)


def _searched(passage: Passage) -> list[int]:
    found = (each for find in _finders() for each in find(passage.text, passage.start, passage.end))
    return sorted(each.start() for each in found)


def _glues(mark: str, before: str, after: str, text: str, at: int) -> bool:
    """True if the mark belongs between these two words of a sentence, and not into a name or a list."""
    if not _SCRIPTS.match(before) or not _SCRIPTS.match(after):
        return False
    if mark in ",;":
        return _is_clause(before, after, text, at)
    if after.lower() in _DOMAINS or len(before) < 3 or before.isupper():
        return False
    if _HANGUL.fullmatch(before):
        return mark != "." or before[-1] in _KOREAN_ENDS
    return before[1:].islower() and (before[0].islower() or mark == "." or len(before) > 5)


def _is_clause(before: str, after: str, text: str, at: int) -> bool:
    around = text[max(0, at - _LONGEST_WORD) : at] + " " + text[at + 1 : at + _LONGEST_WORD]
    if _CANDIDATE.search(around.replace(". ", "  ")):
        return False  # a list of values, written without spaces
    return len(before) >= 3 and not (before.isupper() and after.isupper())


def _build(params: MissingSpace, setting: Setting) -> Detector | None:
    del params
    if setting.language in ("ja", "zh", "zh-Hant", "th"):
        return None
    script = setting.conventions.script if setting.conventions else "Kore"
    return _Glued(tuple(mark + letter for mark in _MARKS for letter in _LETTERS.get(script, _LATIN)))


MISSING_SPACE = Kind("missing-space", MissingSpace, _build)
