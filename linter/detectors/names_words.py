"""Names translated word by word that no list has as a whole: the words lead back to a known name.

Looks after labels and words of reporting, and around words that translation keeps (``Mojang-Ateliers``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.names_forms import judge_for
from linter.facts import Facts, lowered
from linter.names import context, phrases
from linter.names.articles import split_article
from linter.names.context import GOOD, Proof
from linter.names.index import Hit, NameIndex, lexicon_names
from linter.names.judge import Judge, confidence_of, likeliest, mention
from linter.names.words import Words, pieces, singular
from linter.record import record
from linter.types import Edit, Evidence, Fix, Match, Passage, Safety, Span

_UNSPACED = frozenset({"ja", "zh"})
_SHORTEST_ANCHOR = 5
_MOST_REMEMBERED = 20_000
_SINGLE = frozenset({"outlet", "company", "organisation", "product", "software", "app"})  # of one everyday word


@record
class NameWords:
    """No parameters: the lexicon, the dictionary and the contexts are tables."""


class WordByWord:
    """Finds phrases that translate back to a known name."""

    line_keys: tuple[str, ...] = ()

    def __init__(self, literals: Sequence[str], *, anchors: int, judge: Judge, words: Words, index: NameIndex) -> None:
        self.literals = tuple(literals)
        self._anchors, self._judge, self._words, self._index = anchors, judge, words, index
        self._fitting: dict[str, bool] = {}
        self._spaced = words.language not in _UNSPACED

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the phrases at the triggers that a known name was translated to."""
        del facts
        seen: dict[str, Span | None] = {}
        done = 0
        for start, end, which in places:
            if start >= done and self._may_be_one(passage.text, start, end, which):
                for span in self._spans(passage.text, start, end, which):
                    match = self._match(passage.text, span, seen, self._anchor(which))
                    if match is not None:
                        yield match
                        done = max(done, span.end)
                        break

    def _may_be_one(self, text: str, start: int, end: int, which: int) -> bool:
        """True if a trigger is a whole word, and what is kept of a name has its capital."""
        if which < self._anchors and not text[start].isupper():
            return False
        return context.is_whole(text, start, end, spaced=self._spaced)

    def _spans(self, text: str, start: int, end: int, which: int) -> Iterator[Span]:
        if which < self._anchors:
            yield from phrases.around(text, start, end, self._fits)
        elif (
            self._judge.contexts.has_capitals
            and text[end - 1] not in ":："
            and not text[end + 1 : end + 3].strip("“«„").istitle()
        ):
            return
        else:
            yield from phrases.after(text, end, self._fits, spaced=self._spaced)

    def _fits(self, token: str) -> bool:
        known = self._fitting.get(token)
        if known is None:
            if len(self._fitting) >= _MOST_REMEMBERED:
                self._fitting.clear()
            known = self._fitting[token] = self._words.could_be(token, self._index.vocabulary)
        return known

    def _anchor(self, which: int) -> str:
        """The kept word that a trigger is, empty if the trigger is a label or a word of reporting."""
        return self.literals[which] if which < self._anchors else ""

    def _hits(self, phrase: str, anchor: str) -> tuple[Hit, ...]:
        words = phrase.split()
        article, _ = split_article(phrase, self._words.language)
        if self._words.is_small(words[-1]) or (not article and self._words.is_small(words[0])):
            return ()
        found = self._index.find(phrase, self._words)
        if len(phrase.split()) == 1 and "-" not in phrase:
            found = tuple(hit for hit in found if hit.name.kind in _SINGLE or len(pieces(hit.name.text)) > 1)
        return tuple(hit for hit in found if not anchor or anchor in hit.name.text.lower())

    def _match(self, text: str, span: Span, seen: dict[str, Span | None], anchor: str) -> Match | None:
        phrase = text[span.start : span.end]
        if len(phrase) < (3 if self._spaced else 2):
            return None
        hits = self._hits(phrase, anchor)
        if not hits:
            return None
        place = context.place_of(text, span.start, span.end)
        proofs = self._proofs(place, hits[0], text, seen, is_anchored=bool(anchor))
        return _match(span, phrase, hits, proofs) if proofs else None

    def _proofs(
        self, place: context.Place, hit: Hit, text: str, seen: dict[str, Span | None], *, is_anchored: bool
    ) -> list[Proof]:
        is_exact = place.form[:1].isupper() or not self._judge.contexts.has_capitals
        proofs = list(self._judge.proofs(place, hit.name.kind, is_exact=is_exact))
        if is_anchored and hit.name.kind != "person" and not proofs and is_exact:
            proofs.append(Proof("it keeps a word of the name", GOOD))
        if proofs:
            proofs.append(Proof(f"its words are those of “{hit.name.text}”", 0))
            at = mention(hit.name, text, seen)
            if at is not None:
                proofs.append(Proof(f"“{text[at.start : at.end]}” stands elsewhere in the text", GOOD, at))
        return proofs


def _match(span: Span, phrase: str, hits: Sequence[Hit], proofs: Sequence[Proof]) -> Match:
    closest = [(hit.name.text, hit.name.kind) for hit in hits if hit.translated == hits[0].translated]
    best = likeliest(closest, proofs)[:3]
    safety = Safety.UNSAFE if len(best) == 1 else Safety.SUGGEST
    return Match(
        span,
        tuple(Fix((Edit(span, name),), safety, f"write “{name}”") for name in best),
        confidence_of(sum(proof.weight for proof in proofs)),
        (("found", phrase), ("name", best[0])),
        tuple(Evidence(proof.text, proof.span) for proof in proofs),
    )


def _anchors(setting: Setting) -> list[str]:
    """Return the words of names that no dictionary translates, in names with a word that it does."""
    ordinary = {singular(row[0]) for row in setting.table("names/_words")[1:]}
    found: set[str] = set()
    for name in lexicon_names(setting.table("names/_lexicon")):
        if name.kind != "person":
            words = [singular(piece) for token in name.text.split() for piece in (lowered(token), *pieces(token))]
            strange = [word for word in words if word not in ordinary and len(word) >= _SHORTEST_ANCHOR]
            if len(strange) < len(words):
                found.update(strange)
    return sorted(found)


def _build(params: NameWords, setting: Setting) -> Detector | None:
    del params
    language = setting.language
    head = setting.table("names/_words")[0]
    if language not in head:
        return None
    anchors = _anchors(setting)
    spaced = language not in _UNSPACED
    triggers = {lowered(text) for text in context.triggers(setting.table("names/_context"), language, spaced=spaced)}
    return WordByWord(
        [*anchors, *sorted(triggers - set(anchors))],
        anchors=len(anchors),
        judge=judge_for(setting),
        words=Words(setting.table("names/_words"), language),
        index=NameIndex(lexicon_names(setting.table("names/_lexicon"))),
    )


NAME_WORDS = Kind("name-words", NameWords, _build)
