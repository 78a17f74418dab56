"""foreign-word: a small word of the source language that was left between words of the text.

"A" before a German noun, "the" between two Italian words, "[1] e [2]" in a German source line. The words
beside it must be words of the text's language that English does not have: titles and names have others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import cached_property

from linter.detectors.kind import Detector, Kind, Place, Setting, for_language
from linter.facts import Facts
from linter.language.lexicon import Lexicon, lexicon
from linter.lazy import lazy
from linter.record import record
from linter.types import Edit, Fix, Match, Passage, Safety, Span

_LEAD = 1.5  # Zipf: a word belongs to the language where it is so much more frequent
_KNOWN_ZIPF = 3.0
_NEXT = lazy(r" ?(?P<word>\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*)")
_LAST = lazy(r"(?P<word>\p{L}[\p{L}\p{M}]*) ?$")
_NEAR = 40  # code points
_ENDS = (". ", "! ", "? ", "\n")


@record(kw_only=True)
class ForeignWord:
    """Parameters: English ``articles`` that begin a sentence, ``small`` words inside one; ``joins`` of two references.

    ``and_``: what joins two references in each language.
    """

    articles: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)
    and_: dict[str, list[str]] = field(default_factory=dict)


@record
class _Words:
    """``kinds`` tells for each literal what it is."""

    language: str
    literals: tuple[str, ...]
    kinds: tuple[str, ...]
    right: str
    line_keys: tuple[str, ...] = ()

    @cached_property
    def lexicons(self) -> tuple[Lexicon | None, Lexicon | None]:
        """The lexicon of the language and the English one."""
        return lexicon(self.language), lexicon("en")

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the small words of another language."""
        del facts
        text = passage.text
        for place in places:
            kind = self.kinds[place.which]
            if kind == "join":
                span = Span(place.start + 2, place.end - 2)
                if text[place.start - 1 : place.start].isdigit() and text[place.end : place.end + 1].isdigit():
                    fix = Fix((Edit(span, self.right),), Safety.UNSAFE, f"write “{self.right}”")
                    yield Match(span, (fix,), values=(("found", text[span.start : span.end]),))
            elif kind == "article":
                yield from self._article(text, place, passage)
            else:
                yield from self._inside(text, place)

    def _article(self, text: str, place: Place, passage: Passage) -> Iterator[Match]:
        start = place.end - len(text[place.start : place.end].lstrip(".!?\n "))
        span = Span(start, place.end - 1)
        following = _NEXT.match(text, place.end - 1)
        if following is None or not text[start].isupper() or start < passage.start:
            return
        last = following["word"].rpartition("-")[2]
        if (last.islower() or self.language == "de") and self._is_own(last):
            yield Match(span, values=(("found", text[span.start : span.end]),))

    def _inside(self, text: str, place: Place) -> Iterator[Match]:
        span = Span(place.start + 1, place.end - 1)
        before = _LAST.search(text[max(0, span.start - _NEAR) : span.start])
        following = _NEXT.match(text, span.end)
        if before is None or following is None or not text[span.start : span.end].islower():
            return
        if all(word.islower() and self._is_own(word) for word in (before["word"], following["word"])):
            yield Match(span, values=(("found", text[span.start : span.end]),))

    def _is_own(self, word: str) -> bool:
        own, english = self.lexicons
        if own is None or english is None or len(word) < 2:
            return False
        zipf = own.zipf(word)
        return zipf >= _KNOWN_ZIPF and zipf - english.zipf(word) >= _LEAD


def _build(params: ForeignWord, setting: Setting) -> Detector | None:
    language, small = setting.language, setting.conventions
    own, english = lexicon(language), lexicon("en")
    if own is None or english is None or small is None or language == "en":
        return None
    known = {*small.articles, *small.prepositions, *small.conjunctions, *small.pronouns, *small.auxiliaries}
    right = for_language(params.and_, language)
    literals: dict[str, str] = {}
    if right:
        literals.update((f"] {word} [", "join") for word in params.joins if word not in known)
    for word in params.articles:
        if word not in known:
            literals.update((f"{end}{word} ", "article") for end in _ENDS if len(f"{end}{word} ") > 3)
    for word in params.small:
        if word not in known and english.zipf(word) - own.zipf(word) >= _LEAD:
            literals[f" {word} "] = "inside"
    detector = _Words(language, tuple(literals), tuple(literals.values()), right[0] if right else "")
    return detector if literals else None


FOREIGN_WORD = Kind("foreign-word", ForeignWord, _build)
