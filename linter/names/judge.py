"""How much the surroundings of a form prove that it is a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.facts import lowered
from linter.names import context
from linter.names.articles import split_article
from linter.names.context import CERTAIN, GOOD, WEAK, Contexts, Proof
from linter.names.entries import Name
from linter.names.place import Place, continues, is_own_sentence, unexplained_capital
from linter.record import record
from linter.types import Confidence, Span

_GERMAN_ARTICLES = frozenset({"Der", "Die", "Das"})
_REPORTERS = frozenset({"outlet", "organisation", "company", "any", "person"})
_LABELLED = frozenset({"outlet", "organisation", "company", "any"})
_ADJECTIVES_FIRST = frozenset({"ru", "pl", "cs", "uk", "bg"})  # where one capitalised word may begin a long name
_QUOTES = {"„": '“”"', "“": '”"', "«": "»", "‹": "›", "「": "」", "『": "』", "《": "》", "»": "«", "〈": "〉"}
_ENDS = frozenset(".,;:!?)]»”\"'’…\n")


@record
class Native:
    """Names of the language's own that look like translations. Case counts."""

    outlets: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


def native_in(rows: Sequence[Mapping[str, object]], entries: Sequence[Mapping[str, object]], language: str) -> Native:
    """Return the names of one language: rows of ``names/_native``, and what the lexicon says is right there."""
    row = next((row for row in rows if row.get("language") == language), {})
    local = (entry.get("local") for entry in entries)
    right = [_names(table.get(language)) for table in local if isinstance(table, Mapping)]
    return Native(_names(row.get("outlets")).union(*right), _names(row.get("others")))


def _names(value: object) -> frozenset[str]:
    return frozenset(map(str, value)) if isinstance(value, list) else frozenset()


@record
class Judge:
    """Weighs what stands around a form in one language."""

    contexts: Contexts
    native: Native

    def proofs(self, place: Place, kind: str, *, is_exact: bool, is_varied: bool = False) -> tuple[Proof, ...]:
        """Return what around a form proves that it is a name of a kind (``any`` if the kind is not known).

        ``is_exact``: it is written as a name, with capitals. ``is_varied``: its article is in lower case.
        """
        core = split_article(place.form, self.contexts.language)[1]
        if self.is_native(place):
            return ()
        found = [*self._label(place, kind)]
        if is_exact and core not in self.native.others:
            found += self._touching(place, kind, is_varied=is_varied)
            if not is_varied:
                found += self._capital(place)
        return tuple(found)

    def may_hold(self, text: str, span: Span) -> bool:
        """False if nothing beside a single word can prove anything: most places, told at little cost."""
        form = text[span.start : span.end]
        return " " in form or "-" in form or self.contexts.may_hold(text, span)

    def is_native(self, place: Place) -> bool:
        """True if the form is a name of the language's own, or a part of a longer quoted title."""
        core = split_article(place.form, self.contexts.language)[1]
        return place.form in self.native.outlets or core in self.native.outlets or _cut_by_quotes(place)

    def _label(self, place: Place, kind: str) -> Iterator[Proof]:
        if self.contexts.is_labelled(place):
            is_sure = kind in _LABELLED and not self._speaks(place.form)
            weight = WEAK if place.form in self.native.others else CERTAIN if is_sure else GOOD
            yield Proof("a label stands before it", weight, is_reporting=True)

    def _touching(self, place: Place, kind: str, *, is_varied: bool) -> Iterator[Proof]:
        if continues(place.after):
            return
        words = self.contexts.reports(place)
        if self.contexts.language in _ADJECTIVES_FIRST and " " not in place.form and not _is_last(place):
            words = ""
        if words and kind in _REPORTERS and not self._speaks(place.form):
            weight = WEAK if is_varied and not _follows(place, words) else GOOD
            yield Proof(f"“{words}” touches it", weight, is_reporting=True)
        elif not is_varied and (words := self.contexts.introduces(place, kind)):
            yield Proof(
                f"“{words}” introduces a name", GOOD if self.contexts.has_capitals or " " in place.form else WEAK
            )
        elif words := self.contexts.talks_about(place):
            yield Proof(f"“{words}” around it", WEAK if self.contexts.has_capitals else GOOD)

    def _speaks(self, form: str) -> bool:
        words = lowered(form).split()
        return bool(words) and words[-1] in self.contexts.speakers

    def _capital(self, place: Place) -> Iterator[Proof]:
        article, core = split_article(place.form, self.contexts.language)
        if article and article[:1].isupper() and is_own_sentence(place):
            yield Proof("it stands as a sentence of its own", GOOD)
        if not place.form[:1].isupper() or not unexplained_capital(place):
            return
        if article:
            if not _goes_on(place):
                yield Proof("an article with a capital in mid-sentence", GOOD)
        elif (
            self.contexts.has_capitals
            and not continues(place.after)
            and (" " in core or (_is_last(place) and not self.has_article(place)))
        ):
            yield Proof("a capital in mid-sentence", GOOD)

    def stands_out(self, place: Place) -> bool:
        """True if a capital in mid-sentence has no other reason, before a word in lower case or a mark."""
        if not place.form[:1].isupper() or continues(place.after) or self.has_article(place):
            return False
        if " " not in place.form and (
            _goes_on(place) or (self.contexts.language in _ADJECTIVES_FIRST and not _is_last(place))
        ):
            return False
        return unexplained_capital(place)

    def has_article(self, place: Place) -> bool:
        """True if an article of the language stands right before the form."""
        return any(place.before.lower().endswith(head) for head in self.contexts.article_ends)


def _cut_by_quotes(place: Place) -> bool:
    """True if quotation marks open before the form and do not close behind it: it is a part of a longer title."""
    closers = _QUOTES.get(place.before[-1:])
    return closers is not None and place.after[:1] not in closers


def _follows(place: Place, words: str) -> bool:
    return place.before.rstrip().endswith(words)


def _is_last(place: Place) -> bool:
    """True if a mark or the end of the line follows: the form is not the head of a longer phrase."""
    return not place.after or place.after[0] in _ENDS


def _goes_on(place: Place) -> bool:
    """True if a preposition after a form continues a phrase ("Le bord de la route")."""
    after = place.after.lower()
    return after.startswith(
        (
            " de ",
            " du ",
            " des ",
            " d'",
            " d’",
            " di ",
            " del ",
            " della ",
            " dei ",
            " do ",
            " da ",
            " dos ",
            " van ",
            " von ",
            " der ",
            " des ",
        )
    )


def likeliest(names: Sequence[tuple[str, str]], proofs: Sequence[Proof]) -> list[str]:
    """Return the names (text, kind) that fit the place best: where somebody reports, outlets."""
    reporting = any(proof.is_reporting for proof in proofs)
    outlets = [text for text, kind in names if kind == "outlet"] if reporting else []
    return list(dict.fromkeys(outlets or [text for text, _ in names]))


def confidence_of(weight: int) -> Confidence:
    """Return how sure a finding is whose proofs have this weight together."""
    if weight >= CERTAIN:
        return Confidence.HIGH
    return Confidence.MEDIUM if weight >= GOOD else Confidence.LOW


def mention(name: Name, text: str, seen: dict[str, Span | None]) -> Span | None:
    """Return where the right name stands in the text; ``seen`` remembers the answers."""
    if name.text not in seen:
        at = text.find(name.text)
        found = context.mentions(name.text).search(text, at) if at >= 0 else None
        seen[name.text] = Span(*found.span()) if found else None
    return seen[name.text]
