"""cut-sentence: a line that dots cut off right after a word that needs another one.

An embedded post or a teaser shows the first words of a text and an ellipsis; the rest is on another page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.spacing_heads import heads_of
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Match, Passage, Span

_LONGEST_WORD = 24  # code points
_LEAST_LINE = 60  # in a shorter line the dots may be a title or a cry
_WORDS = lazy(r"(?:(?P<first>[\p{L}\p{M}'’]+) )?(?P<word>[\p{L}\p{M}'’]+) ?\Z")
_SIGNATURE = lazy(r"\s*[-–—•] ?\p{Lu}|\s*\p{Lu}[^\n]{1,40}\(@")
_SPEECH = "\"„“”«»'‘’"


@record(kw_only=True)
class CutSentence:
    """Parameters: none."""


@record
class _Cut:
    """Lines that end in dots after an article, a preposition, a possessive or a comma."""

    heads: frozenset[str]
    literals: tuple[str, ...] = ("…\n", "...\n", "…\r", "...\r")
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each cut line; its span is the last words and the dots."""
        del facts
        for place in places:
            end = place.end - 1
            dots = place.start
            start = self._start(passage, dots)
            if start is not None:
                signed = bool(_SIGNATURE.match(passage.text, end))
                confidence = Confidence.HIGH if signed else Confidence.MEDIUM
                yield Match(Span(start, end), confidence=confidence, values=_values(passage.text, start, dots))

    def _start(self, passage: Passage, dots: int) -> int | None:
        """Where the words begin that cannot end a sentence, None if they can."""
        text = passage.text
        line = text.rfind("\n", passage.start, dots) + 1
        if dots - line < _LEAST_LINE or any(sign in text[max(line, dots - 300) : dots] for sign in _SPEECH[:7]):
            return None
        if text[dots - 1] == ",":
            return dots - 1
        found = _WORDS.search(text, max(line, dots - 2 * _LONGEST_WORD), dots)
        if found is None or found["word"] not in self.heads:
            return None
        return found.start() if (found["first"] or "") in self.heads else found.start("word")


def _values(text: str, start: int, dots: int) -> tuple[tuple[str, str], ...]:
    return (("word", text[start:dots].strip()),)


def _build(params: CutSentence, setting: Setting) -> Detector | None:
    del params
    heads = heads_of(setting)
    if not heads or setting.conventions is None:
        return None
    return _Cut(heads | frozenset(_possessives(setting.language)))


def _possessives(language: str) -> list[str]:
    """Words that need a noun after them and stand in no other table of such words."""
    return _POSSESSIVES.get(language, "").split()


_POSSESSIVES = {
    "de": "seinem seinen ihrem ihren unserem unseren meinem meinen diesem diesen",
    "en": "my your his their our its this that these those",
    "es": "mi mis tu tus su sus nuestro nuestra nuestros nuestras",
    "fr": "mon ma mes ton ta tes sa ses notre nos votre vos leurs cette ces cet",
    "it": "mio mia miei mie tuo tua suo sua suoi sue nostro nostra nostri nostre",
    "nl": "mijn jouw onze zijn hun",
    "pt": "meu minha meus minhas seu sua seus suas nosso nossa nossos nossas",
}

CUT_SENTENCE = Kind("cut-sentence", CutSentence, _build)
