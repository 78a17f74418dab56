"""verb-order: a German main clause whose finite verb is not its second part.

English keeps the subject before the verb after a fronted phrase: "At the fair, Nordstern showed …". A sentence
whose links were translated apart keeps that order: "Auf der Messe, Nordstern zeigte …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from linter.detectors.displaced_order_dutch import dutch_order
from linter.detectors.displaced_verbs import Verbs, verbs_of
from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Edit, Evidence, Fix, Match, Passage, Safety, Span

_NAME = r"(?P<name>[A-ZÄÖÜ][\w&.-]*\w(?: [A-ZÄÖÜ][\w&.-]*\w){0,2})"
# Verbs that change their vowel: no ending tells them.
_STRONG = (
    "begann|bekam|blieb|entschied|erschien|fand|gab|gewann|ging|hielt|kam|ließ|nahm|rief|sah|schlug|schrieb|sprach|stand"
    "|traf|trat|trug|übernahm|verlor|verließ|versprach|verwies|warf|widersprach|zog|gibt|hält|nimmt|sieht|spricht|trägt"
    "|trifft|tritt|übernimmt|verspricht"
)
_STRONG_FORMS = frozenset(_STRONG.split("|"))
_VERB = rf"(?P<verb>[a-zäöüß]+t(?:e[n]?)?|hat|ist|war|wird|wurden?|waren|sind|haben|{_STRONG})"
_AFTER_COMMA = re.compile(
    rf", (?:(?P<article>der|die|das|ein|eine) )?{_NAME}(?: {_VERB}(?= [\w„(]|(?<=te),)"
    r"|, [^,.;:!?\n]{4,90}, (?P<late>wurden?|wird|werden|hat|haben|hatten?)(?= ))"
)
_THIS = (" dieser ", " diesem ", " diesen ")
_OWN = ("in", "auf", "nach", "bei", "während", "vor")  # "mit seiner Frau Anna" has a name of its own
_OWN_FRONT = tuple(
    f"{front} {own} " for front in _OWN for own in ("seinem", "seiner", "seinen", "ihrem", "ihrer", "ihren")
)
_COMMA_DIE = ", die "
_AFTER_THIS = re.compile(
    r"(?P<front>[A-ZÄÖÜ][a-zäöüß]+) dies(?:er|em|en|es) (?:[a-zäöüß]+e[nmrs]? )?[A-ZÄÖÜ][\w-]+ "
    rf"(?:(?P<article>das|die|ein|eine) )?{_NAME} {_VERB}(?= [\w„(]|(?<=te),)"
)
_AFTER_OWN = re.compile(
    rf"(?P<front>[A-Z][a-zäöüß]+) (?:sein|ihr)(?:er|em|en) (?:[a-zäöüß]+e[nmrs]? )?[A-ZÄÖÜ][\w-]+ "
    rf"(?:(?P<article>das|die|ein|eine) )?{_NAME} {_VERB}"
    r"(?=, (?:dass|ob|wie) | (?P<next>[a-zäöüß]+) (?P<rest>[^,.;:!?\n]*))"
)
_TWO = lazy(r"\p{Lu}[\p{L}-]+ und \p{Lu}[\p{L}-]+\Z")
_AFTER_RELATIVE = lazy(r" (?:sich|auch|\p{Lu})")
_SENTENCE_START = lazy(r"(?:[.!?…“\"»] |\n|\A)[^\S\n]*(?=[^.!?\n]*\Z)")
_WORD = lazy(r"[\p{L}\p{M}-]+")
_MAIN = "the verb of a main clause is its second part"
_RELATIVE = "a relative clause ends with its verb, which agrees with “{}”"
_LONGEST_FRONT = 110  # code points


@record(kw_only=True)
class VerbOrder:
    """Parameters: ``after_words`` looks at phrases with "dieser" and at relative clauses, else at commas."""

    after_words: bool = False


@record
class _Order:
    """Main and relative clauses with their verb in a wrong place."""

    verbs: Verbs
    small: frozenset[str]  # articles, prepositions, pronouns: what a fronted phrase may hold
    articles: frozenset[str]
    prepositions: frozenset[str]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each clause; its span is the subject and the verb, or the relative clause."""
        del facts
        if not self.literals:
            yield from self._after_commas(passage)
        for place in places:
            if place.which < len(_OWN_FRONT):
                yield from self._after_own(passage, place.start)
            elif place.which < len(_OWN_FRONT) + len(_THIS):
                yield from self._after_this(passage, place.end)
            else:
                yield from self._relative(passage, place)

    def _after_commas(self, passage: Passage) -> Iterator[Match]:
        text, limits = passage.text, (passage.start, passage.end)
        for found in _AFTER_COMMA.finditer(text, *limits):
            if found["late"]:
                following = _WORD.search(text, found.end())
                pronoun = following is None or following.group() in self.verbs.of("pronoun")
                if not pronoun and self._is_front(text, found.start()):
                    values = _values(found["late"], _MAIN)
                    yield Match(Span(*found.span("name")), values=values, evidence=_proof(found, "late"))
            elif self._is_finite(text, found) and self._is_front(text, found.start()) and self._is_main(text, found):
                yield _swapped(found, Span(found.start(), found.end()))

    def _is_main(self, text: str, found: re.Match[str]) -> bool:
        """False if the clause may be a relative one: "in der Stadt, die Nordstern baute"."""
        following = _WORD.match(text, found.end() + 1)
        if found["article"] is None:
            return True
        return following is not None and following.group() not in self.verbs.of("join")

    def _after_own(self, passage: Passage, start: int) -> Iterator[Match]:
        """Yield a match for "In seinem Brief Weber erklärte"; "in seinem Buch Faust erklärte er" has its subject."""
        text = passage.text
        found = _AFTER_OWN.match(text, start, passage.end)
        if found is None or not _starts_sentence(text, start) or not self._is_finite(text, found):
            return
        words = [found["next"], *_WORD.findall(found["rest"])] if found["next"] else []
        subjects = {*self.verbs.of("pronoun"), "der", "die", "das", "ein", "eine", "sich"}
        if subjects.isdisjoint(words) and not any(word[:1].isupper() for word in words[:2]):
            yield _swapped(found, Span(_subject(found), found.end("verb")))

    def _after_this(self, passage: Passage, end: int) -> Iterator[Match]:
        text = passage.text
        space = text.rfind(" ", passage.start, end - 1)
        start = max(text.rfind(sign, passage.start, space) for sign in " \n") + 1
        found = _AFTER_THIS.match(text, max(start, passage.start), passage.end)
        if found is None or found["front"].lower() not in self.prepositions or not _starts_sentence(text, start):
            return
        if self._is_finite(text, found) and self.verbs.of("time").isdisjoint(found["name"].split()):
            yield _swapped(found, Span(_subject(found), found.end("verb")))

    def _is_finite(self, text: str, found: re.Match[str]) -> bool:
        """True for auxiliaries, weak past forms and third persons; "erklärte Ziele" has an adjective."""
        word = found["verb"]
        if word in self.verbs.of("final") or word in _STRONG_FORMS:
            return True
        if word in self.small or word in self.verbs.of("adverb") or word.startswith("ge") or len(word) < 5:
            return False
        if self.verbs.is_adjective(word) and text[found.end() + 1 : found.end() + 2].isupper():
            return False
        stem = word.removesuffix("en").removesuffix("e").removesuffix("t").removesuffix("e")
        return self.verbs.has(f"{stem}en") or self.verbs.has(f"{stem}n")

    def _relative(self, passage: Passage, place: Place) -> Iterator[Match]:
        """A relative clause on two names with a singular verb in second place: "A und B, die könnte sich …"."""
        text, end = passage.text, place.end - 1
        two = _TWO.search(text, max(passage.start, place.start - 80), place.start)
        if two and _AFTER_RELATIVE.match(text, end):
            verb = text[place.start + len(_COMMA_DIE) : end]
            values = _values(verb, _RELATIVE.format(two.group()))
            yield Match(Span(place.start + 2, end), values=values, evidence=(Evidence(two.group(), Span(*two.span())),))

    def _is_front(self, text: str, end: int) -> bool:
        """True if a sentence begins with a phrase that ends at ``end`` and holds no verb."""
        begin = _SENTENCE_START.search(text, max(0, end - _LONGEST_FRONT), end)
        if begin is None or "," in text[begin.end() : end]:
            return False
        words = _WORD.findall(text, begin.end(), end)
        if not 2 <= len(words) <= 9 or not words[0][:1].isupper():
            return False
        first, second = words[0].lower(), words[1]
        if first == "als":
            return len(words) == 2 and second[:1].isupper()
        if first not in self.prepositions or not (second in self.articles or second[:1].isupper()):
            return False
        if not words[-1][:1].isupper():
            return False
        return all(word[:1].isupper() or word in self.small or self.verbs.is_adjective(word) for word in words[1:])


def _swapped(found: re.Match[str], span: Span) -> Match:
    """A match for a name before its verb, with the two in the right order as a suggestion."""
    article = f"{found['article']} " if found["article"] else ""
    right = f"{found['verb']} {article}{found['name']}"
    text = right if span.start == _subject(found) else f" {right}"
    fix = Fix((Edit(span, text),), Safety.SUGGEST, f"write “{right}”")
    return Match(span, (fix,), values=_values(found["verb"], _MAIN), evidence=_proof(found))


def _subject(found: re.Match[str]) -> int:
    """Where the subject begins, with its article."""
    return found.start("article") if found["article"] else found.start("name")


def _proof(found: re.Match[str], group: str = "verb") -> tuple[Evidence, ...]:
    return (Evidence(found[group], Span(*found.span(group))),)


def _values(verb: str, law: str) -> tuple[tuple[str, str], ...]:
    return (("verb", verb), ("law", law))


def _starts_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" ")
    return not before or before[-1] in '.!?:…“"»\n'


def _build(params: VerbOrder, setting: Setting) -> Detector | None:
    if setting.language == "nl":
        return None if params.after_words else dutch_order(setting)
    verbs, conventions = verbs_of(setting), setting.conventions
    if verbs is None or conventions is None:
        return None
    small = {*conventions.articles, *conventions.prepositions, *conventions.pronouns, "und", "oder"}
    articles = {*conventions.articles, *(word for word in conventions.pronouns if word.endswith(("em", "er", "en")))}
    relative = (f"{_COMMA_DIE}{verb} " for verb in sorted(verbs.of("singular")))
    return _Order(
        verbs=verbs,
        small=frozenset(small),
        articles=frozenset(articles),
        prepositions=frozenset(conventions.prepositions),
        literals=(*_OWN_FRONT, *_THIS, *relative) if params.after_words else (),
    )


VERB_ORDER = Kind("verb-order", VerbOrder, _build)
