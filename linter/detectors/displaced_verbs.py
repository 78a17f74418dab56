"""Which words of German and Dutch are infinitives, participles or adjectives, told by the forms around them.

The lexicon has no word classes, but it has the other forms: ``testen`` goes with ``testet``, ``großen`` with
``großem``.
"""

from __future__ import annotations

from collections.abc import Mapping

from linter.detectors.kind import Setting
from linter.language.lexicon import Lexicon, lexicon
from linter.lazy import lazy
from linter.record import record

_TABLE = "seams/_word-classes"
_MOST_SEEN = 20_000
_SEEN = 2.0  # Zipf: from here on a form is a word, not a misspelling
_PARTICLES = (
    r"(?:ab|an|auf|aus|bei|dar|durch|ein|entgegen|fest|fort|heraus|her|hervor|hinaus|hin|hinzu|los|mit|nach|teil|um"
    r"|unter|vor|voran|weg|weiter|wieder|zu|zurück|zusammen|über)"
)
_PARTICLE = lazy(rf"{_PARTICLES}(?=\p{{L}}{{4}})")
_INNER_ZU = lazy(rf"^{_PARTICLES}zu(?=\p{{L}}{{4}})")  # "anzukündigen"
_INSEPARABLE = ("be", "ver", "er", "ent", "zer", "miss", "unter", "über", "hinter", "wider")
_DUTCH_PREFIXES = ("be", "ver", "er", "ont", "her")
_NONE: frozenset[str] = frozenset()


@record
class Verbs:
    """Reads German or Dutch word forms by the company that they keep in the lexicon.

    ``classes`` are the closed classes of ``rules/seams/_word-classes.tsv``.
    """

    words: Lexicon
    language: str
    classes: Mapping[str, frozenset[str]]
    seen: dict[str, bool]

    def of(self, name: str) -> frozenset[str]:
        """The words of a closed class; empty if the language has no such class."""
        return self.classes.get(name, _NONE)

    def has(self, word: str) -> bool:
        return self.words.zipf(word) >= _SEEN

    def may_end_clause(self, word: str) -> bool:
        """True for infinitives, participles and finite verbs that end a German clause; remembers its words."""
        known = self.seen.get(word)
        if known is None:
            known = word in self.of("final") or self.is_infinitive(word) or self.is_participle(word)
            if len(self.seen) < _MOST_SEEN:
                self.seen[word] = known
        return known

    def is_infinitive(self, word: str) -> bool:
        """True for a lower-case infinitive that is no inflected adjective as well."""
        if not word.islower() or len(word) < 4 or word in self.of("no-infinitive"):
            return False
        if self.language == "nl":
            return word.endswith("en") and self.has(word) and any(map(self.has, _dutch_third_persons(word)))
        inner = _INNER_ZU.sub("", word)
        if inner != word:  # no adjective has "zu" inside
            return self._is_infinitive(inner)
        return self._is_infinitive(word) and not self.is_adjective(word)

    def _is_infinitive(self, word: str) -> bool:
        stem = word.removesuffix("n").removesuffix("e")
        has_endings = word.endswith(("ern", "eln")) or self.has(f"{stem}t") or self.has(f"{stem}et")
        return word.endswith("n") and self.has(word) and has_endings

    def is_zu_infinitive(self, word: str) -> bool:
        """True for an infinitive with "zu" inside, as in ``anzukündigen``."""
        return bool(_INNER_ZU.match(word)) and self.is_infinitive(word)

    def is_participle(self, word: str) -> bool:
        """True for an uninflected participle; a third person such as ``verkauft`` counts too."""
        if not word.islower() or len(word) < 6 or word in self.of("adverb") or not self.has(word):
            return False
        if self.language == "nl":
            return word.endswith(("d", "t")) and (word.startswith("ge") or word.startswith(_DUTCH_PREFIXES))
        if not word.endswith(("t", "en")):
            return False
        return any(self._is_participle(form) for form in (word, _PARTICLE.sub("", word, count=1)))

    def _is_participle(self, form: str) -> bool:
        stem = form.removesuffix("t").removesuffix("e")
        if form.startswith("ge") and form.endswith("t"):
            return self._is_stem(stem.removeprefix("ge"))
        if form.startswith("ge"):  # strong verbs change their vowel: "gefunden"; an adjective has other endings
            return not self.is_adjective(form) and not self.has(form.removesuffix("n") + "t")
        if form.endswith("en"):
            return form.startswith(_INSEPARABLE) and not self.is_adjective(form)
        return (form.startswith(_INSEPARABLE) or form.endswith("iert")) and self._is_stem(stem)

    def _is_stem(self, stem: str) -> bool:
        return len(stem) > 1 and (self.has(f"{stem}en") or self.has(f"{stem}n"))

    def is_adjective(self, word: str) -> bool:
        """True for an inflected German adjective: its other endings are words too."""
        stem = word.rstrip("nrsm").removesuffix("e")
        if not word.islower() or len(stem) < 2 or stem == word:
            return False
        return self.has(f"{stem}em") or (self.has(f"{stem}es") and self.has(f"{stem}er"))


def _dutch_third_persons(infinitive: str) -> tuple[str, ...]:
    """What may be the third person of a Dutch verb: werken werkt, zetten zet, vergroten vergroot, geven geeft."""
    stem = infinitive.removesuffix("en")
    hard = stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1:], stem[-1:])
    long = hard[:-1] + hard[-2:-1] + hard[-1:]
    single = stem[:-1] if stem[-1:] == stem[-2:-1] else hard
    return tuple(form if form.endswith("t") else form + "t" for form in (hard, long, single))


def verbs_of(setting: Setting) -> Verbs | None:
    """The word forms of the language of the setting, None but for German and Dutch."""
    language = setting.language
    words = lexicon(language) if language in ("de", "nl") else None
    if words is None:
        return None
    rows = (row for row in setting.table(_TABLE) if row[0] == language)
    return Verbs(words, language, {name: frozenset(text.split()) for _, name, text in rows}, {})
