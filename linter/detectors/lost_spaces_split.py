"""How well an unknown word falls into two known ones, in points (natural logarithms of odds).

The weights were fitted on clean text in fifteen languages with spaces deleted at random: the words that the
lexicon lacks on one side, the glued pairs on the other. One model serves all languages: what differs
between them, compounds and endings, lies in the counts of the table ``seams/_splits-<language>``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import compress
from typing import NamedTuple

from linter.detectors import lost_spaces_table as table
from linter.detectors.kind import Setting
from linter.detectors.lost_spaces_table import Classes, Counts, Promising, Side
from linter.language.lexicon import Lexicon, lexicon

_BASE = -13.5
_LEFT_ZIPF, _RIGHT_ZIPF = 2.1, 1.8
_BEGINS_OTHERS, _ENDS_OTHERS = -0.35, -0.29  # for each tenth of the table
_LEFT_FUNCTION, _LEFT_ARTICLE = 2.2, 0.7
_RIGHT_FUNCTION, _RIGHT_ARTICLE, _RIGHT_PREPOSITION, _RIGHT_CONJUNCTION = 1.3, 0.9, 1.8, 1.4
_BOTH_FUNCTION = 0.8
_RIGHT_CONTENT, _BOTH_CONTENT = -1.0, -1.8  # compounds and derived words are made so
_INNER_CAPITAL, _AFTER_ONE_LETTER = 4.9, -1.6
_ONE_LETTER_LEFT, _ONE_LETTER_RIGHT = 1.4, 0.8
_NAME, _NAME_ZIPF = 2.0, 2.0
_FOREIGN, _CLITIC = -1.6, -4.0
_AFTER_NAME = 2.0  # a verb such as "said"
_OFTEN = 4.5  # Zipf from which the table calls a word frequent
_MOST_LEFT, _MOST_RIGHT = _LEFT_ZIPF * _OFTEN, _RIGHT_ZIPF * _OFTEN + _RIGHT_FUNCTION  # of a word that is not
_MOST_BONUS = 6.0  # of a function word
_SAME_PAIR = 3.5  # what a pair that stands elsewhere may add
MOST_PROOF = 5.2  # what the document may add, see ``lost_spaces_proof``

_LEAST_ZIPF = 3.0
_ONE_LETTER_ZIPF = 5.5
_ENGLISH_ZIPF = 2.5  # from here an English word may stand in any text
_SHORTEST_NAME = 3
_SHORTEST = 4  # letters of two words together
_SYLLABLE = 2  # letters: a part as short must be a function word
_NEIGHBOURS = ("en", "fr", "it", "es", "de", "nl", "pt")


class Split(NamedTuple):
    """Two words with the points that speak for them; ``name`` is the unknown one, which the document must show."""

    left: str
    right: str
    points: float
    name: str | None


class _Part(NamedTuple):
    points: float
    is_function: bool
    is_name: bool


@dataclass(frozen=True)
class Splitter:
    """Splits the words of one language."""

    lexicon: Lexicon
    english: Lexicon
    classes: Classes
    counts: Counts
    others: tuple[Lexicon, ...]
    _left: dict[str, _Part | None] = field(default_factory=dict)
    _right: dict[str, _Part | None] = field(default_factory=dict)
    _bounds: dict[float, Promising] = field(default_factory=dict)

    def is_strange(self, word: str) -> bool:
        """True if neither the language nor English has the word."""
        return word not in self.lexicon and self.english.zipf(word) < _ENGLISH_ZIPF

    def is_function(self, word: str) -> bool:
        """True for a word of a closed class."""
        return word.lower() in self.classes.all

    def is_phrase_opener(self, word: str) -> bool:
        """True for an article, preposition or conjunction: more must follow it."""
        classes = (self.classes.articles, self.classes.prepositions, self.classes.conjunctions)
        return any(word.lower() in each for each in classes)

    def strangers(self, words: str) -> Iterator[str]:
        """Those of the words, one a line, that the language does not have, in order. English may have them."""
        small = words.lower().split("\n")
        return compress(words.split("\n"), map(self.lexicon.absent(small).__contains__, small))

    def splits(self, word: str, side: Side, *, at_least: float) -> tuple[Split, ...]:
        """Return the splits that may reach ``at_least`` points with the document's proof, the best first."""
        key = word.lower()
        if len(word) < _SHORTEST + key.startswith(table.PREFIXED) or word.isupper() or len(key) != len(word):
            return ()
        inner = not word[1:].islower()
        inside = [at for at in range(1, len(word)) if word[at].isupper() and word[at - 1].islower()] if inner else []
        found = []
        for at in (*inside, *self._places(word, key, at_least)):
            split = self._split(word[:at], word[at:], side, inner=at in inside)
            if split is not None and split.points >= at_least - (MOST_PROOF if split.name else _SAME_PAIR):
                found.append(split)
        if not found or self.english.zipf(key) >= _ENGLISH_ZIPF:
            return ()
        if any(each.zipf(key) >= _ENGLISH_ZIPF for each in self.others):
            found = [split._replace(points=split.points + _FOREIGN) for split in found]
        return tuple(sorted(found, key=lambda split: (-split.points, len(split.left))))

    def _places(self, word: str, key: str, at_least: float) -> list[int]:
        """Return where both parts may be words; a name is told by its capital, and the lexicon lacks it."""
        bounds = self._bounds.get(at_least) or self._promising(at_least)
        lefts, rights, lists = bounds.lefts, bounds.rights, self.lexicon.lists
        known = self.lexicon.beginnings(key)
        found = []
        for left in known:
            right = key[len(left) :]
            if right in rights:
                if left in bounds.often or len(left) > _SYLLABLE:
                    found.append(len(left))
            elif left in bounds.often and (right in bounds.often or (left in lefts and lists(right))):
                found.append(len(left))
        if word[0].isupper() or not known:
            found += [at for at in range(_SHORTEST_NAME, len(key)) if key[at:] in rights and at not in found]
        return found

    def _promising(self, at_least: float) -> Promising:
        """The frequent words that may reach so many points before and after a word that is not frequent."""
        needed = at_least - _SAME_PAIR - _BASE
        left, right = needed - _MOST_RIGHT, needed - _MOST_LEFT
        lefts = set(self.counts.with_room(lambda zipf: (_LEFT_ZIPF * zipf - left) / -_BEGINS_OTHERS, 1))
        rights = set(self.counts.with_room(lambda zipf: (_RIGHT_ZIPF * zipf - right) / -_ENDS_OTHERS, 0))
        function = self.classes.all | self.classes.elided
        for word in function & self.counts.often.keys():
            zipf, (ends, begins) = self.counts.often[word], self.counts.of(word)
            if _LEFT_ZIPF * zipf + _BEGINS_OTHERS * begins + _MOST_BONUS >= left:
                lefts.add(word)
            if _RIGHT_ZIPF * zipf + _ENDS_OTHERS * ends + _MOST_BONUS >= right:
                rights.add(word)
        syllables = {word for word in self.counts.often if len(word) <= _SYLLABLE} - function
        often = self.counts.often.keys() - syllables
        self._bounds[at_least] = Promising(frozenset(often), frozenset(lefts & often), frozenset(rights & often))
        return self._bounds[at_least]

    def _split(self, left: str, right: str, side: Side, *, inner: bool) -> Split | None:
        first, second = self._left_part(left), self._right_part(right)
        if inner and second is None:
            second = self._foreign_name(right)
        if first is None or second is None or not self._may_stand(side, first, second):
            return None
        points = _BASE + first.points + second.points
        if inner:
            if left[0].isupper() or (right.isupper() and not first.is_function):
                return None  # a name such as OpenStreetMap, or liveCD
            points += self._inner_capital(left, first)
        elif right[0].isupper() or (side is Side.BEFORE_APOSTROPHE and not self._may_be_elided(left + right, right)):
            return None
        elif first.is_function and second.is_function:
            points += _BOTH_FUNCTION
        elif not second.is_function:
            points += _RIGHT_CONTENT if first.is_function else _BOTH_CONTENT
        elif self.lexicon.language in table.CLITIC_LANGUAGES and left.islower() and right in table.CLITICS:
            points += _CLITIC * (not first.is_function)
        if right in self.classes.verbs and left[0].isupper():  # words that end so are verbs with a prefix
            points += _AFTER_NAME - _ENDS_OTHERS * self.counts.of(right)[0]
        name = left if first.is_name else right if second.is_name else None
        if inner and len(left) == 1 and right.isupper():
            name = right
        return Split(left, right, points, name)

    def _may_stand(self, side: Side, first: _Part, second: _Part) -> bool:
        """True if at most one is a name, and parts of hyphenated words stand beside function words."""
        if first.is_name and second.is_name:
            return False
        if side is Side.AFTER_HYPHEN:
            return second.is_function
        return first.is_function if side is Side.BEFORE_HYPHEN else True

    def _inner_capital(self, left: str, first: _Part) -> float:
        """A capital inside the word; that other words begin with a function word then means nothing."""
        points = _INNER_CAPITAL + (_AFTER_ONE_LETTER if len(left) == 1 else 0)
        begins = self.counts.of(left.lower())[1]
        return points - _BEGINS_OTHERS * begins if first.is_function else points

    def _may_be_elided(self, word: str, right: str) -> bool:
        """True if an elided word such as ``l`` ends the word, and the whole is not an elided word itself."""
        return right.lower() in self.classes.elided and not any(word + vowel in self.lexicon for vowel in "aeio")

    def _left_part(self, word: str) -> _Part | None:
        if word not in self._left:
            self._left[word] = self._weighed_left(word)
        return self._left[word]

    def _right_part(self, word: str) -> _Part | None:
        if word not in self._right:
            self._right[word] = self._weighed_right(word)
        return self._right[word]

    def _zipf(self, key: str) -> float:
        return self.counts.often.get(key) or self.lexicon.zipf(key)

    def _weighed_left(self, word: str) -> _Part | None:
        key = word.lower()
        zipf, function = self._zipf(key), key in self.classes.all
        if (len(word) == 1 and zipf < _ONE_LETTER_ZIPF) or (len(word) <= _SYLLABLE and not function):
            return None
        if zipf < _LEAST_ZIPF:
            if len(word) < _SHORTEST_NAME or not word[0].isupper():
                return None
            return _Part(_LEFT_ZIPF * max(zipf, _NAME_ZIPF) + _NAME, False, True)
        points = _LEFT_ZIPF * zipf + _BEGINS_OTHERS * self.counts.of(key)[1]
        points += _LEFT_FUNCTION * function + _LEFT_ARTICLE * (key in self.classes.articles)
        return _Part(points + _ONE_LETTER_LEFT * (len(word) == 1), function, False)

    def _weighed_right(self, word: str) -> _Part | None:
        key = word.lower()
        zipf, function = self._zipf(key), key in self.classes.all or key in self.classes.elided
        if zipf < _LEAST_ZIPF or (len(word) == 1 and zipf < _ONE_LETTER_ZIPF):
            return None
        if len(word) <= _SYLLABLE and not function:
            return None
        points = _RIGHT_ZIPF * zipf + _ENDS_OTHERS * self.counts.of(key)[0]
        points += _RIGHT_FUNCTION * function + _RIGHT_ARTICLE * (key in self.classes.articles)
        points += _RIGHT_PREPOSITION * (key in self.classes.prepositions)
        points += _RIGHT_CONJUNCTION * (key in self.classes.conjunctions)
        return _Part(points + _ONE_LETTER_RIGHT * (len(word) == 1), function, False)

    def _foreign_name(self, word: str) -> _Part | None:
        """A capitalised word that the language hardly has: English may know it, or the document shows it."""
        if len(word) < _SHORTEST_NAME:
            return None
        zipf = max(self.english.zipf(word), self.lexicon.zipf(word))
        is_known = zipf >= _ENGLISH_ZIPF
        return _Part(_RIGHT_ZIPF * max(zipf, _NAME_ZIPF) + 1.0, False, not is_known)


def splitter_of(setting: Setting) -> Splitter | None:
    """Return the splitter of a language; None if it has no large lexicon or no table."""
    words, english = lexicon(setting.language), lexicon("en")
    if words is None or english is None or not words.is_large or setting.conventions is None:
        return None
    try:
        rows = setting.table(f"seams/_splits-{setting.language}")
    except KeyError:
        return None
    verbs = [word for row in setting.table("seams/_reporting") if row[0] == setting.language for word in row[1].split()]
    classes = table.classes_of(setting.conventions, verbs)
    others = tuple(each for name in _NEIGHBOURS if name != setting.language and (each := lexicon(name)))
    return Splitter(words, english, classes, table.read_counts(rows), others)
