"""One name in two casings: ``OpenAI`` and ``Openai``, ``Nvidia`` and ``NVIDIA``; ``AI`` beside ``IA``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

import regex

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.language.lexicon import Lexicon, lexicon
from linter.lazy import lazy
from linter.names.capitals import capital_words
from linter.record import record
from linter.types import Confidence, Edit, Evidence, Fix, Match, Passage, Safety, Span

_SHORTEST, _SHORTEST_CAPITALS = 4, 5
_MARKS = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\"'“”„«»‹›‘’‚()[]{}.,:;!?…*_/|-–—。、「」（）：，"
_CAMEL = lazy(r"\p{Lu}[\p{L}\p{M}]*\p{Ll}\p{Lu}[\p{L}\p{M}]*|\p{Lu}{2,}\p{Ll}+\p{Lu}?")
_CAPITALS = lazy(r"\p{Lu}+")
_BEFORE = lazy(r"\p{Lu}{4,}[^\p{L}\n]{1,2}$")
_BESIDE = lazy(r"[^\p{L}\n]{1,2}\p{Lu}{3,}")
_UNSPACED = frozenset({"ja", "zh", "zh-Hant", "ko", "th"})
_ORDINARY = 3.6  # Zipf value from which a word is everyday language, not a name


@record
class NameCasing:
    """Parameters: pairs of abbreviations by language that mean the same; ``inner``: look for lost inner capitals."""

    inner: bool = False
    pairs: dict[str, list[list[str]]] = field(default_factory=dict)


class Casing:
    """Compares the words of a document that differ in case alone."""

    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def __init__(
        self, language: str, pairs: Sequence[tuple[str, str]], small: Iterable[str], *, inner: bool = False
    ) -> None:
        """``small`` are names that begin with a small letter, like ``iPhone``."""
        self.language, self.pairs, self.inner = language, tuple(pairs), inner
        self._small = {name.capitalize(): name for name in small}

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield a match for each name that the document writes in two ways, at the rarer one."""
        del places, passage
        text, words = facts.view, facts.shared(capital_words)
        for name, other in facts.shared(_clashing):
            if self._is_name(name, text):
                yield from (match for match, is_lost in _clash(text, name, other) if is_lost == self.inner)
        for small in words & self._small.keys():
            if self._small[small] in text:
                yield from (
                    match for match, is_lost in _clash(text, self._small[small], small) if is_lost == self.inner
                )
        for one, other in self.pairs:
            if one in words and other in words:
                yield from _pair(text, one, other)

    def _is_name(self, name: str, text: str) -> bool:
        """True if a word is no word of the language that a heading, stress or a slip put in capitals."""
        known = _lexicon(self.language)
        if _CAMEL.fullmatch(name):
            plain = known if known is not None and self.language not in _UNSPACED else lexicon("en")
            return plain is None or plain.zipf(name.lower()) < _ORDINARY
        if len(name) < _SHORTEST_CAPITALS or not _CAPITALS.fullmatch(name):
            return False
        lower = name.lower()
        if self.language in _UNSPACED:
            return True
        return known is not None and known.zipf(lower) < _ORDINARY and f" {lower}" not in text


def _clashing(facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the words with more capitals than the first, each with the same word that has only the first."""
    words = facts.shared(capital_words)
    if len(set(map(str.lower, words))) == len(words):
        return ()
    more = (word for word in sorted(words) if len(word) >= _SHORTEST and not word.istitle())
    return tuple((word, word.capitalize()) for word in more if word.capitalize() in words)


def _lexicon(language: str) -> Lexicon | None:
    return lexicon(language.partition("-")[0])


def _clash(text: str, name: str, other: str) -> Iterator[tuple[Match, bool]]:
    """Yield the rarer form, and if it is a name that lost its inner capital."""
    ones = [span for span in _places(text, name) if not _in_capitals(text, span)]
    others = _places(text, other)
    if not ones or not others:
        return
    is_camel = not name.isupper() and not name[:2].isupper()
    if len(ones) >= len(others) if is_camel else len(ones) > len(others):
        wrong, right, shown = others, name, ones
    else:
        wrong, right, shown = ones, other, others
    match = _match(text, wrong, right, shown, is_even=len(ones) == len(others) and not is_camel)
    yield match, is_camel and right == name


def _pair(text: str, one: str, other: str) -> Iterator[Match]:
    ones, others = _places(text, one), _places(text, other)
    few, many = sorted((ones, others), key=len)
    if len(few) == 1 and len(many) >= 3:
        yield _match(text, few, text[many[0].start : many[0].end], many, is_even=False)


def _match(text: str, wrong: Sequence[Span], right: str, shown: Sequence[Span], *, is_even: bool) -> Match:
    safety = Safety.SUGGEST if is_even else Safety.UNSAFE
    found = text[wrong[0].start : wrong[0].end]
    places = f"{len(wrong)} places" if len(wrong) > 1 else "here"
    return Match(
        wrong[0],
        (Fix(tuple(Edit(span, right) for span in wrong), safety, f"write “{right}” ({places})"),),
        Confidence.HIGH if len(shown) > len(wrong) or not is_even else Confidence.MEDIUM,
        (("found", found), ("right", right)),
        (Evidence(f"“{right}” stands elsewhere in the text", shown[0]),),
    )


def _places(text: str, word: str) -> list[Span]:
    pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}_@#/.-]){regex.escape(word)}(?![\p{{L}}\p{{N}}_/@]|\.\p{{L}})")
    return [Span(*found.span()) for found in pattern.finditer(text)]


def _in_capitals(text: str, span: Span) -> bool:
    """True if a word beside a word, or most letters around it, are capitals too: a heading or a shout."""
    if text[span.start - 1 : span.start] == "[" and text[span.end : span.end + 1] == "]":
        return True  # the key of a reference
    before = text[max(0, span.start - 30) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + 30].partition("\n")[0]
    if text[span.start : span.end].isupper() and (not before.strip() or _BESIDE.match(after)):
        return True
    if _BEFORE.search(before) or _BESIDE.match(after):
        return True
    letters = [letter for letter in before + after if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return 2 * capitals > len(letters) if letters else text[span.start : span.end].isupper()


def _build(params: NameCasing, setting: Setting) -> Detector | None:
    pairs = [(pair[0], pair[1]) for pair in params.pairs.get(setting.language, ()) if len(pair) == 2]
    return Casing(setting.language, pairs, _small(setting.table("names/_lexicon")), inner=params.inner)


def _small(entries: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield the names of the lexicon that begin with a small letter and are one word."""
    for entry in entries:
        name = entry.get("name")
        if isinstance(name, str) and name[:1].islower() and name.isalpha() and not name.islower():
            yield name


NAME_CASING = Kind("name-casing", NameCasing, _build, reach=Reach.DOCUMENT)
