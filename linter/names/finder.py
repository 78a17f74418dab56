"""Finds phrases whose words lead back to a known name, and weighs what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.facts import lowered
from linter.names.articles import split_article
from linter.names.context import CERTAIN, GOOD, Proof
from linter.names.index import Hit, NameIndex
from linter.names.judge import Judge, confidence_of, likeliest, mention
from linter.names.keys import key_of, pieces, singular
from linter.names.place import Place, continues, place_of
from linter.names.words import Words
from linter.types import Edit, Evidence, Fix, Match, Safety, Span

_UNSPACED = frozenset({"ja", "zh"})
_NO_CAPITALS = frozenset({"ja", "zh", "ko"})
_CLEAR = 2  # translated words that together are hardly chance
_QUOTES = {"「": "」", "『": "』", "《": "》", "〈": "〉"}
_CLOSERS = " 」』》〉”’"
_JOINED_ENDINGS = {
    "ko": ("에서는", "에서", "에게", "으로", "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "로")
}
_MOST_REMEMBERED = 20_000
_SINGLE = frozenset({"outlet", "company", "organisation", "product", "software", "app", "any"})  # of one everyday word
Seen = dict[str, Span | None]


class Finder:
    """Looks phrases of one language up in an index of names."""

    def __init__(self, judge: Judge, words: Words, index: NameIndex, *, trust: int = 0) -> None:
        """``trust`` is what two translated words weigh: more in a glossary, whose names the text is about."""
        self.judge, self.words, self.index, self.trust = judge, words, index, trust
        self.is_spaced = words.language not in _UNSPACED
        self._fitting: dict[str, bool] = {}

    def fits(self, token: str) -> bool:
        """True if a word may stand in the translation of one of the names."""
        known = self._fitting.get(token)
        if known is None:
            if len(self._fitting) >= _MOST_REMEMBERED:
                self._fitting.clear()
            known = self._fitting[token] = self.words.could_be(token, self.index.vocabulary)
        return known

    def cut(self, text: str, span: Span) -> Iterator[Span]:
        """Yield a phrase, first without the ending that Korean and Turkish join to a name."""
        for ending in _JOINED_ENDINGS.get(self.words.language, ()):
            if text.endswith(ending, span.start, span.end) and len(span) > len(ending) + 1:
                yield Span(span.start, span.end - len(ending))
        if self.words.language == "tr" and "’" in (phrase := text[span.start : span.end].replace("'", "’")):
            yield Span(span.start, span.start + phrase.rindex("’"))
        yield span

    def match(self, text: str, span: Span, seen: Seen, *, anchor: str = "", own: Sequence[Proof] = ()) -> Match | None:
        """Return a match if the phrase at ``span`` is a translated name.

        ``anchor`` is the word of the name that was kept, in lower case; ``own`` proofs hold by themselves.
        """
        phrase = text[span.start : span.end]
        if len(phrase) < (3 if self.is_spaced else 2):
            return None
        hits = self._hits(phrase, anchor)
        if not hits:
            return None
        place = place_of(text, span.start, span.end)
        proofs = self._proofs(place, hits[0], text, seen, anchor=anchor, own=own)
        return _match(span, phrase, hits, proofs) if proofs else None

    def _hits(self, phrase: str, anchor: str) -> tuple[Hit, ...]:
        words = phrase.split()
        article, _ = split_article(phrase, self.words.language)
        if self.words.is_small(words[-1]) or (not article and self.words.is_small(words[0])):
            return ()
        found = self.index.find(phrase, self.words)
        if len(words) == 1 and "-" not in phrase:
            found = tuple(hit for hit in found if hit.name.kind in _SINGLE or len(pieces(hit.name.text)) > 1)
        found = tuple(hit for hit in found if hit.translated or self.trust)
        return tuple(hit for hit in found if not anchor or self._is_kept(phrase, anchor, hit.name.text))

    def _is_kept(self, phrase: str, anchor: str, name: str) -> bool:
        """True if a phrase has a word of a name and another one translated, not just in another order."""
        own = {singular(piece) for word in phrase.split() if not self.words.is_small(word) for piece in pieces(word)}
        return anchor in name.lower() and not own <= set(key_of(name).split())

    def _proofs(
        self, place: Place, hit: Hit, text: str, seen: Seen, *, anchor: str, own: Sequence[Proof]
    ) -> list[Proof]:
        if self.judge.is_native(place):
            return []
        is_exact = place.form[:1].isupper() or not self.judge.contexts.has_capitals
        proofs = list(self.judge.proofs(place, hit.name.kind, is_exact=is_exact))
        proofs += own
        if self.trust and hit.translated < _CLEAR and self.words.language in _NO_CAPITALS:
            proofs = [proof for proof in proofs if self.judge.contexts.is_labelled(place)]
        if not self.trust and hit.translated < _CLEAR and not anchor and not own:
            proofs = self._clear(place, proofs)
        if anchor and hit.name.kind != "person" and not proofs and is_exact and "-" in place.form:
            proofs.append(Proof("it keeps a word of the name", GOOD))
        if self.trust and sum(proof.weight for proof in proofs) < GOOD:
            proofs += self._beside(place, hit)
        if proofs:
            is_clear = hit.translated >= _CLEAR and (bool(own) or not self.judge.has_article(place))
            proofs.append(Proof(f"its words are those of “{hit.name.text}”", self.trust if is_clear else 0))
            at = mention(hit.name, text, seen)
            if at is not None:
                proofs.append(Proof(f"“{text[at.start : at.end]}” stands elsewhere in the text", GOOD, at))
        return proofs

    def _clear(self, place: Place, proofs: list[Proof]) -> list[Proof]:
        """Return what proves that one translated word is a name: reporting or two reasons, for a word as it is listed."""
        if len(proofs) < 2 and not any(proof.is_reporting for proof in proofs):
            return []
        is_certain = any(proof.weight >= CERTAIN for proof in proofs)
        word = split_article(place.form, self.words.language)[1]
        listed = " " in word or "-" in word or lowered(word) in self.words
        return proofs if is_certain or (listed and self.is_spaced and self.words.language != "ko") else []

    def _beside(self, place: Place, hit: Hit) -> Iterator[Proof]:
        """Yield what proves a name that the user listed: a capital, or what stands beside where there are none."""
        contexts = self.judge.contexts
        if hit.translated < _CLEAR and not self._is_listed(place):
            return
        if contexts.is_labelled(place):
            yield Proof("a label stands before it", GOOD, is_reporting=True)
        elif contexts.has_capitals and self.judge.stands_out(place):
            yield Proof("a capital in mid-sentence", GOOD)
        elif (
            (contexts.has_capitals or hit.translated >= _CLEAR)
            and place.form[:1].isupper()
            and not continues(place.after)
            and (words := contexts.reports(place))
        ):
            yield Proof(f"“{words}” touches it", GOOD, is_reporting=True)
        if hit.translated >= _CLEAR and _QUOTES.get(place.before[-1:], "-") == place.after[:1]:
            yield Proof("quotation marks around it", GOOD)
        if hit.translated >= _CLEAR and (words := contexts.behind.start_of(lowered(place.after).lstrip(_CLOSERS))):
            yield Proof(f"“{words}” behind it", GOOD)

    def _is_listed(self, place: Place) -> bool:
        """True if a word stands in the dictionary as it is written, and is no family name."""
        core = split_article(place.form, self.words.language)[1]
        known = " " in core or "-" in core or lowered(core) in self.words or not self.words.meanings(lowered(core))
        return known and core not in self.judge.native.others


def _match(span: Span, phrase: str, hits: Sequence[Hit], proofs: Sequence[Proof]) -> Match:
    closest = [(hit.name.text, hit.name.kind) for hit in hits if hit.translated == hits[0].translated]
    return found_match(span, phrase, likeliest(closest, proofs), proofs)


def found_match(span: Span, phrase: str, names: Sequence[str], proofs: Sequence[Proof], *, kept: str = "") -> Match:
    """Return the match of a phrase that should be one of the names; one name alone can be fixed."""
    safety = Safety.UNSAFE if len(names) == 1 else Safety.SUGGEST
    return Match(
        span,
        tuple(Fix((Edit(span, kept + name),), safety, f"write “{name}”") for name in names[:3]),
        confidence_of(sum(proof.weight for proof in proofs)),
        (("found", phrase), ("name", names[0])),
        tuple(Evidence(proof.text, proof.span) for proof in proofs),
    )
