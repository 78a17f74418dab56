"""translated-code: options, identifiers, attributes and keys whose English words were translated.

``--dry-run`` became ``--trocken-lauf``. The document must show that its code is English: another option or
identifier in English words, other keys of its front matter; attributes of HTML are English in any case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.language.lexicon import lexicon
from linter.lazy import lazy
from linter.types import Evidence, Match, Passage, Span

NATIVE, ENGLISH = 3.0, 2.0  # Zipf values from which a word is common in its language
SHORTEST = 4  # letters of a word that tells its language
_OPTION = lazy(r"(?<![\w-])--(?P<words>\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*)(?![\w-])")
_NAME = lazy(r"(?<![\w./-])(?P<words>\p{Ll}[\p{Ll}\p{M}]+(?:_[\p{Ll}\p{M}]+)+)(?![\w(])")
_FRONT = lazy(r"\A---[ \t]*\r?\n(?P<body>(?:[^\n]*\n){1,40}?)---[ \t]*(?:\r?\n|\Z)")
_KEY = lazy(r"(?m)^(?P<words>\p{L}[\p{L}\p{M}]*):(?=[ \t\r\n])")
_TAG = lazy(r"<(?:a|abbr|audio|div|form|iframe|img|input|link|p|span|table|td|th|video)(?=\s)[^<>\n]{1,400}>")
_ATTRIBUTE = lazy(r"(?<=\s)(?P<words>\p{L}[\p{L}\p{M}]*)=\"")
_LONGEST = 40  # code points of a part of an identifier
_PARTS = lazy(r"[-_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedCode:
    """No parameters: the words of the two languages are those of the lexicons."""


@dataclass(frozen=True)
class Translated:
    """Looks for code in the words of ``language`` where English ones belong."""

    language: str
    literals: tuple[str, ...] = ("--", "_", '="')
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterator[Match]:
        """Yield the translated options, identifiers, keys and attributes of the document."""
        del passage
        text = facts.document.text
        starts: dict[str, list[int]] = {}
        for place in places:
            starts.setdefault(text[place.start : place.end], []).append(place.start)
        options = (_OPTION.match(text, start) for start in starts.get("--", ()))
        yield from self._beside_english([each for each in options if each])
        yield from self._beside_english(list(_names(text, starts.get("_", ()))))
        front = _FRONT.match(text) if "--" in starts else None
        if front:
            yield from self._beside_english(list(_KEY.finditer(text, *front.span("body"))))
        if '="' in starts:
            for tag in _TAG.finditer(text):
                for name in _ATTRIBUTE.finditer(text, *tag.span()):
                    if self._is_native(name["words"]):
                        yield _match(Span(*name.span("words")), name["words"], "")

    def _beside_english(self, found: Sequence[regex.Match[str]]) -> Iterator[Match]:
        """Yield what is native among things of one sort, of which others are English."""
        rows = [(each, each["words"]) for each in found]
        native = [(each, words) for each, words in rows if self._is_native(words)]
        if native:
            english = [words for _, words in rows if self._is_english(words)]
            for each, words in native:
                proof = next((other for other in english if "_" not in words or _shares_part(words, other)), None)
                if proof is not None:
                    yield _match(Span(*each.span("words")), each["words"], proof)

    def _is_native(self, words: str) -> bool:
        """True if all parts are words of the language, and one of them is no English word."""
        own, english = lexicon(self.language), lexicon("en")
        parts = _PARTS.split(words.lower())
        if own is None or english is None or not all(part in own for part in parts):
            return False
        return any(len(part) >= SHORTEST and part not in english and own.zipf(part) >= NATIVE for part in parts)

    def _is_english(self, words: str) -> bool:
        english = lexicon("en")
        return english is not None and all(english.zipf(part) >= ENGLISH for part in _PARTS.split(words.lower()))


def _names(text: str, starts: Iterable[int]) -> Iterator[regex.Match[str]]:
    """Yield the identifiers around the places of their signs."""
    done = 0
    for start in starts:
        found = _NAME.search(text, max(done, start - _LONGEST), start + _LONGEST) if start >= done else None
        if found and found.start() < start < found.end():
            yield found
            done = found.end()


def _shares_part(words: str, other: str) -> bool:
    """True if one of several parts is the same: in manuals, what a user puts in is named in their language."""
    return not set(words.split("_")).isdisjoint(other.split("_"))


def _match(span: Span, found: str, english: str) -> Match:
    proof = (Evidence(f"“{english}” stands in the document"),) if english else ()
    return Match(span, values=(("found", found),), evidence=proof)


def _build(params: TranslatedCode, setting: Setting) -> Detector | None:
    del params
    if setting.language == "en" or lexicon(setting.language) is None:
        return None
    return Translated(setting.language)


TRANSLATED_CODE = Kind("translated-code", TranslatedCode, _build, reach=Reach.DOCUMENT)
