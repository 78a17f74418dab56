"""missing-object: a word that needs an object stands right before one that cannot begin it.

The word between them was a link that went elsewhere or was lost: "mit den Produkten von zu konkurrieren".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from linter.detectors.displaced_verbs import Verbs, verbs_of
from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Match, Passage, Span

_TABLE = "seams/_gaps"
_TO_INFINITIVE = "+"  # "zu+": the follower counts before an infinitive only
_PARTICIPLE = "ge+"
_MARKS = ",.;"
_LEAST_PARTNER = 3  # letters: "points a and b" are names
_AGENT = "door"  # a particle too, but not behind a participle: "benoemd door"
_NEAR = 30  # code points
_COORDINATES = frozenset(("und", "oder", "et", "ou", "e", "ed", "o", "y", "en", "of", ",", ";"))
_NEXT_WORD = lazy(r"[ ,;]+(?P<word>[\p{L}\p{M}]+['’]?)")
# German: "zum den Umständen entsprechenden Preis" has its noun after a participle.
_ATTRIBUTE = lazy(r"(?: [^\s,.;:!?]+){1,6}? \p{Ll}+(?:e[nrsm]?) \p{Lu}")
_INSERTION = lazy(r", ?[\p{L}\p{M}]+(?: [\p{L}\p{M}'’]+){0,2},")  # "per, rispettivamente, due gruppi"
_WORD = lazy(r"\p{Ll}+")
_NO_NOUN_PHRASE = lazy(r" \p{Lu}|[,.;]| und ")


@record(kw_only=True)
class MissingObject:
    """Parameters: none; the pairs of words stand in a table."""


@record
class _Gaps:
    """Pairs (head, follower) with the literals that find them."""

    language: str
    pairs: tuple[tuple[str, str], ...]
    literals: tuple[str, ...]
    heads: frozenset[str]
    articles: frozenset[str]
    prepositions: frozenset[str]
    verbs: Verbs | None
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each gap; its span is the two words, or the word and the mark."""
        del facts
        text = passage.text
        for place in places:
            head, follower = self.pairs[place.which]
            start, at = place.start + 1, place.start + 1 + len(head)
            if not (text[start] in (head[0], head[0].upper()) and text[start + 1 : place.end].islower()):
                continue
            if at - start == 1 and text[start].isupper():
                continue  # "terminal A or B"
            if head == _AGENT and not self._is_after_participle(text, start):
                continue
            if follower in _MARKS:
                numbered = text[start - 2 : start - 1].isdigit()  # "11 am" is a time
                ends = text[start].islower() and _ends_clause(text, place.end) and not numbered
                ends = ends and not _INSERTION.match(text, place.end - 1)
                if ends and self._lacks(text, at, head, follower):
                    yield _match(text, start, at, place.end)
            elif follower.startswith(_PARTICIPLE):
                yield from self._participle(text, start, at)
            elif self._lacks(text, place.end - 1, head, follower):
                yield _match(text, start, at, place.end - 1)

    def _is_after_participle(self, text: str, start: int) -> bool:
        word = text[max(0, start - _NEAR) : start].split()[-1:]
        return bool(word and self.verbs and self.verbs.is_participle(word[0]))

    def _participle(self, text: str, start: int, at: int) -> Iterator[Match]:
        """A participle that a name or a mark follows: "von gekauft Nordstern"."""
        word = _WORD.match(text, at + 1)
        if word and self.verbs and self.verbs.is_participle(word.group()) and _NO_NOUN_PHRASE.match(text, word.end()):
            yield _match(text, start, at, word.end())

    def _lacks(self, text: str, end: int, head: str, follower: str) -> bool:
        """True if no object can begin after ``end``, where the follower ends or the mark stands."""
        following = _NEXT_WORD.match(text, end)
        word = following["word"] if following else ""
        if follower.endswith(_TO_INFINITIVE):
            return bool(self.verbs and self.verbs.is_infinitive(word))
        if follower in _COORDINATES:
            partners = self.prepositions if head in self.prepositions else self.heads
            is_letter = len(word) < _LEAST_PARTNER and word.isalpha() and word.lower() not in self.articles
            return bool(word) and not is_letter and word.lower() not in partners
        if self.language == "de" and follower in self.articles:
            return not _ATTRIBUTE.match(text, end)
        return True


def _ends_clause(text: str, end: int) -> bool:
    """True if a mark is followed by white space or the end, and is no part of dots."""
    return text[end : end + 1].isspace() or end == len(text)


def _match(text: str, start: int, at: int, end: int) -> Match:
    values = (("head", text[start:at]), ("follower", text[at:end].strip()))
    return Match(Span(start, end), values=values)


def _rows(setting: Setting) -> Iterator[tuple[str, str]]:
    for language, heads, followers in setting.table(_TABLE):
        if language == setting.language:
            yield from product((head.replace("_", " ") for head in heads.split()), followers.split())


def _literal(head: str, follower: str) -> str:
    if follower.startswith(_PARTICIPLE):
        return f" {head} ge"
    return f" {head}{follower}" if follower in _MARKS else f" {head} {follower.strip(_TO_INFINITIVE)} "


def _build(params: MissingObject, setting: Setting) -> Detector | None:
    del params
    pairs = tuple(dict.fromkeys(pair for pair in _rows(setting) if pair[0] != pair[1]))
    conventions = setting.conventions
    if not pairs or conventions is None:
        return None
    heads = {*conventions.prepositions, *conventions.articles, *(head for head, _ in pairs)}
    literals = tuple(_literal(*pair) for pair in pairs)
    return _Gaps(
        language=setting.language,
        pairs=pairs,
        literals=literals,
        heads=frozenset(heads),
        articles=frozenset(conventions.articles),
        prepositions=frozenset(conventions.prepositions),
        verbs=verbs_of(setting),
    )


MISSING_OBJECT = Kind("missing-object", MissingObject, _build)
