"""verb-order in Dutch: a main clause whose finite verb is not its second part.

"Op de beurs, Noordster toonde …", "In zijn brief Smit verklaarde dat …": the order of the English sentence stayed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from linter.detectors.displaced_verbs import Verbs, verbs_of
from linter.detectors.kind import Detector, Place, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Edit, Evidence, Fix, Match, Passage, Safety, Span

_SUBJECT = r"(?P<subject>(?:(?:de|het|een) [a-z]{3,}|[A-Z][\w&.-]*\w(?: [A-Z][\w&.-]*\w){0,2}))"
_NAME = r"(?P<subject>[A-Z][\w&.-]*\w(?: [A-Z][\w&.-]*\w){0,2})"
# Auxiliaries, and verbs that change their vowel: no ending tells them.
_FORMS = (
    "is|was|had|zal|kan|wil|zijn|waren|hebben|hadden|heeft|werd|wordt|begon|besloot|bleef|bood|gaf|ging|hield|koos|kreeg"
    "|kwam|liet|nam|riep|schreef|sloeg|sprak|stond|trad|trok|verliet|vond|won|zag|zei"
)
_FINITE = frozenset(_FORMS.split("|"))
_VERB = rf"(?P<verb>[a-zëéïö]+(?:de|te|den|ten|t)|{_FORMS})"
_END = r"(?=,? (?:dat|hoe|waarom) | (?P<next>[a-zëéïö]+)(?P<rest>[^,.;:!?\n]*))"
_AFTER_COMMA = re.compile(rf", {_SUBJECT} {_VERB}{_END}")
_FRONTS = ("in", "op", "tijdens", "na", "bij", "voor", "volgens")
_OWN = ("zijn", "haar", "hun", "deze", "dit", "een")
_AFTER_OWN = re.compile(rf"[A-Z][a-z]+ (?:{'|'.join(_OWN)}) (?:[a-zëéïö]+e )?[a-zëéïö]{{3,}} {_NAME} {_VERB}{_END}")
_WORD = lazy(r"[\p{L}\p{M}-]+")
_LONGEST_FRONT = 110  # code points
_PAST = ("den", "ten", "de", "te", "t")
_SHORTEST_VERB = 5  # letters
_STARTS = (". ", "\n")  # what stands before a sentence: with it the literals are rare
_PRONOUNS = frozenset(("hij", "zij", "ze", "ik", "we", "wij", "men", "je", "u", "er"))
_ARTICLES = frozenset(("de", "het", "een", "dat", "die", "dit", "deze"))
_NO_SUBJECT = frozenset(("en", "of", "als", "dan"))
_LAW = "the verb of a main clause is its second part"


@record
class _Dutch:
    """Main clauses with their subject before the verb, after a fronted phrase."""

    verbs: Verbs
    small: frozenset[str]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each clause; its span is the subject and the verb."""
        del facts
        for place in places:
            start = place.start + len(_STARTS[place.which % len(_STARTS)])
            if passage.text[start].isupper():
                yield from self._after_front(passage, start)

    def _after_front(self, passage: Passage, start: int) -> Iterator[Match]:
        text = passage.text
        found = _AFTER_OWN.match(text, start, passage.end)
        if found is not None and self._is_finite(found["verb"]) and self._lacks_subject(found):
            yield _match(found, found.start("subject"))
            return
        comma = text.find(",", start, min(passage.end, start + _LONGEST_FRONT))
        found = _AFTER_COMMA.match(text, comma, passage.end) if comma > 0 else None
        if found is None or not self._is_finite(found["verb"]) or not self._is_front(text[start:comma]):
            return
        if found["next"] not in _NO_SUBJECT:
            yield _match(found, found.start())

    def _is_front(self, front: str) -> bool:
        """True for a phrase that holds no verb: "Tijdens de beurs in Utrecht"."""
        words = _WORD.findall(front)
        if "\n" in front or "." in front or not 2 <= len(words) <= 9:
            return False
        return not any(word in _FINITE or (word.islower() and self._is_past(word)) for word in words[1:])

    def _lacks_subject(self, found: re.Match[str]) -> bool:
        """True if no other subject follows: "in zijn boek Faust beschreef hij" has one."""
        words = [found["next"], *_WORD.findall(found["rest"])] if found["next"] else []
        begins = bool(words) and words[0] in _ARTICLES
        return not begins and _PRONOUNS.isdisjoint(words[:3]) and not any(word[:1].isupper() for word in words[:2])

    def _is_finite(self, word: str) -> bool:
        return word in _FINITE or (word not in self.small and self._is_past(word))

    def _is_past(self, word: str) -> bool:
        """True for weak past forms and third persons: their stem is a word, and so is the stem with another ending."""
        if len(word) < _SHORTEST_VERB or word in self.verbs.of("adverb"):
            return False
        stems = (word.removesuffix(ending) for ending in _PAST if word.endswith(ending))
        return any(
            self.verbs.has(stem) and (self.verbs.has(stem + "t") or self.verbs.has(stem + "en")) for stem in stems
        )


def _match(found: re.Match[str], start: int) -> Match:
    right = f"{found['verb']} {found['subject']}"
    span = Span(start, found.end("verb"))
    edit = Edit(span, right if start == found.start("subject") else f" {right}")
    proof = (Evidence(found["verb"], Span(*found.span("verb"))),)
    fix = Fix((edit,), Safety.SUGGEST, f"write “{right}”")
    return Match(span, (fix,), values=(("verb", found["verb"]), ("law", _LAW)), evidence=proof)


def dutch_order(setting: Setting) -> Detector | None:
    """Return the detector for Dutch; None without its lexicon or conventions."""
    verbs, conventions = verbs_of(setting), setting.conventions
    if verbs is None or conventions is None:
        return None
    small = {*conventions.articles, *conventions.prepositions, *conventions.pronouns, *conventions.conjunctions}
    fronts = [f"{front} {word} " for front in _FRONTS for word in ("de", "het", *_OWN)]
    return _Dutch(verbs, frozenset(small), tuple(start + front for front in fronts for start in _STARTS))
