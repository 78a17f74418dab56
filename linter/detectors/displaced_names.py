"""stranded-name: a name or noun after the word that ends its German or Dutch clause.

A clause ends with its infinitive, participle or particle. A translator who saw the text of a link as a piece of
its own put it behind them: "um den Chip zu testen Nordstern." "gab den Kauf bekannt Anna Weber."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from linter.detectors.displaced_verbs import Verbs, verbs_of
from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Edit, Evidence, Fix, Match, Passage, Safety, Span

_L = "a-zäöüß"
_NAME = re.compile(
    r"(?P<name>[A-ZÄÖÜ][\w&.-]*\w(?:(?: (?:van|von|de|den|der|di|da|du|del))* [A-ZÄÖÜ][\w&.-]*\w){0,3})"
    r"(?=[.,;:!?)]| \(|\s*\n|\s*\Z)"
)
# A capital after a verb-like word, with a mark or another capital after its word. The fixed first signs make it fast.
_CAPITAL = r"(?=[A-ZÄÖÜ]\S*(?:[,;:!?).]\s| (?:(?:van|von|de|den|der|di|da|du|del) )*[A-ZÄÖÜ(]|\n|\Z))"
_AFTER_N = re.compile(rf"n {_CAPITAL}(?<=[{_L}]{{4}}n )(?<!ischen )")
_AFTER_T = re.compile(rf"t {_CAPITAL}(?<=[{_L}]{{4}}t |. hat |. ist )")
_AFTER_TE = re.compile(rf" te [{_L}ëéï]+en {_CAPITAL}")
_DUTCH_ENDS = tuple(re.compile(rf"{end} {_CAPITAL}(?<=[{_L}]{{4}}{end} )") for end in "ntd")
_LEAST_DUTCH = 4  # words of a clause that has more than its subject and its verbs
_FINAL = (" hatte ", " wurde ", " wird ")
_BARE = re.compile(rf"t (?P<name>[{_L}]{{4,}}e)(?=[,.])")  # an adjective without its noun
_PARTICLES = {
    "an": ("kündig",),
    "bekannt": ("gab", "gib", "geb", "mach"),
    "fest": ("stell", "leg", "nahm", "nimm", "nehm"),
    "zurück": ("kehr", "tr", "zog", "zieh", "wies", "weis", "nahm", "nimm", "geh", "ging", "kam", "komm"),
    "heraus": ("brach", "bring", "gab", "gib", "find", "fand", "stell"),
    "zusammen": ("arbeit", "schloss", "schließ", "brach", "brich"),
}
_MARKS = str.maketrans(dict.fromkeys(';:.!?()\n„“”"»«–—', ","))
_WORD = lazy(r"[\p{L}\p{M}-]+")
_LONGEST_CLAUSE = 220  # code points before the place that are read


@record(kw_only=True)
class StrandedName:
    """Parameters: ``after_words`` looks behind particles and auxiliaries, else behind all other verbs."""

    after_words: bool = False


@record
class _Clauses:
    """Tells where German clauses end and which names stand behind."""

    verbs: Verbs

    def name_at(self, passage: Passage, start: int) -> re.Match[str] | None:
        """The name at ``start`` with which its clause ends; None if it tells a time or begins a sentence."""
        found = _NAME.match(passage.text, start, passage.end)
        if found and self.verbs.of("time").isdisjoint(found["name"].replace("-", " ").split()[:1]):
            return found
        return None

    def ends_clause(self, text: str, end: int) -> bool:
        """True if the word that ends at ``end`` is the verb that ends its clause."""
        words = _clause(text, end)
        if len(words) < 3:
            return False
        last, before = words[-1], words[:-1]
        if (words[-2] == "zu" and self.verbs.is_infinitive(last)) or self.verbs.is_zu_infinitive(last):
            return True
        if last in self.verbs.of("final"):
            return words[0].lower() in self.verbs.of("subordinator") and self._is_verb(words[-2])
        if self.verbs.is_participle(last) and self._has_auxiliary(before, "have"):
            return True  # "verkaufen" may be either
        return self.verbs.is_infinitive(last) and self._has_auxiliary(before, "modal")

    def ends_dutch_clause(self, text: str, end: int) -> bool:
        """True if an infinitive or a participle that ends at ``end`` closes the clause of an auxiliary."""
        words = _clause(text, end)
        if len(words) < _LEAST_DUTCH or words[-2].lower() in self.verbs.of("article"):
            return False
        if self.verbs.is_participle(words[-1]):
            return self._has_auxiliary(words[:-1], "have")
        return self.verbs.is_infinitive(words[-1]) and self._has_auxiliary(words[:-1], "modal")

    def ends_perfect(self, text: str, end: int) -> bool:
        words = _clause(text, end)
        return len(words) > 3 and self.verbs.is_participle(words[-1]) and self._has_auxiliary(words[:-1], "have")

    def _is_verb(self, word: str) -> bool:
        return word == "worden" or self.verbs.is_participle(word) or self.verbs.is_infinitive(word)

    def _has_auxiliary(self, words: list[str], name: str) -> bool:
        """True if a finite auxiliary stands among the words, and no other verb is joined to it by "und"."""
        auxiliaries, joins = self.verbs.of(name), self.verbs.of("join")
        for word in reversed(words):
            if word in auxiliaries:
                return len(words) > 1
            if word in joins:
                return False
        return False


@record
class _Stranded:
    """Names behind an infinitive or a participle that ends its clause."""

    clauses: _Clauses
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each name; its span is the last word of the clause and the name."""
        del facts, places
        dutch = self.clauses.verbs.language == "nl"
        found = [*(self._dutch(passage) if dutch else self._german(passage))]
        if found and not dutch:  # half of a link text is left behind only where others went astray
            found += self._bare(passage)
        done = -1
        for each in sorted(found, key=lambda each: each.start("name")):
            if each.start("name") >= done:
                done = each.end("name")
                yield _match(passage.text, each)

    def _dutch(self, passage: Passage) -> Iterator[re.Match[str]]:
        for place in _AFTER_TE.finditer(passage.text, passage.start, passage.end):
            found = self.clauses.name_at(passage, place.end())
            if found and self.clauses.verbs.is_infinitive(place.group().split()[-1]):
                yield found
        places = chain.from_iterable(each.finditer(passage.text, passage.start, passage.end) for each in _DUTCH_ENDS)
        for place in places:
            if self.clauses.ends_dutch_clause(passage.text, place.end() - 1):
                yield from filter(None, (self.clauses.name_at(passage, place.end()),))

    def _german(self, passage: Passage) -> Iterator[re.Match[str]]:
        text = passage.text
        for pattern in (_AFTER_N, _AFTER_T):
            for place in pattern.finditer(text, passage.start, passage.end):
                end = place.end()
                word = text[text.rfind(" ", 0, end - 1) + 1 : end - 1]
                if self.clauses.verbs.may_end_clause(word) and self.clauses.ends_clause(text, end - 1):
                    yield from filter(None, (self.clauses.name_at(passage, end),))

    def _bare(self, passage: Passage) -> Iterator[re.Match[str]]:
        for found in _BARE.finditer(passage.text, passage.start, passage.end):
            if self.clauses.verbs.is_adjective(found["name"]) and self.clauses.ends_perfect(
                passage.text, found.start() + 1
            ):
                yield found


@record
class _AfterWords:
    """Names behind a particle ("bekannt") or an auxiliary ("wurde") that ends its clause."""

    clauses: _Clauses
    literals: tuple[str, ...] = (*(f" {word} " for word in _PARTICLES), *_FINAL)
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each name; its span is the word and the name."""
        del facts
        for place in places:
            end = place.end
            if passage.text[end : end + 1].isupper() and self._ends_clause(passage.text, place):
                found = self.clauses.name_at(passage, end)
                if found:
                    yield _match(passage.text, found)

    def _ends_clause(self, text: str, place: Place) -> bool:
        stems = _PARTICLES.get(text[place.start + 1 : place.end - 1])
        if stems is None:
            return self.clauses.ends_clause(text, place.end - 1)
        return any(word.startswith(stems) for word in _clause(text, place.start))


def _clause(text: str, end: int) -> list[str]:
    """The words from the last mark, bracket or quotation mark before ``end``."""
    part = text[max(0, end - _LONGEST_CLAUSE) : end].translate(_MARKS)
    return _WORD.findall(part[part.rfind(",") + 1 :])


def _match(text: str, found: re.Match[str]) -> Match:
    """A match with the suggestion to put the name before the verb, and before its "zu"."""
    name, start, end = found["name"], found.start("name"), found.end("name")
    head = text.rfind(" ", 0, start - 1) + 1
    verb = text[head : start - 1]
    group = head - 3 if text[head - 4 : head] in (" zu ", " te ") else head
    right = f"{name} {text[group : start - 1]}"
    fix = Fix((Edit(Span(group, end), right),), Safety.SUGGEST, f"write “{right}”")
    proof = (Evidence(f"“{verb}” ends the clause; the gap is before it", Span(group, start - 1)),)
    return Match(Span(head, end), (fix,), values=(("name", name), ("verb", verb)), evidence=proof)


def _build(params: StrandedName, setting: Setting) -> Detector | None:
    verbs = verbs_of(setting)
    if verbs is None:
        return None
    if params.after_words:
        return _AfterWords(_Clauses(verbs)) if setting.language == "de" else None
    return _Stranded(_Clauses(verbs))


STRANDED_NAME = Kind("stranded-name", StrandedName, _build)
