"""lost-letters: a text that has no accent or umlaut at all, in a language that needs them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import regex

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import MASK, Facts
from linter.language.lexicon import Lexicon, lexicon
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Edit, Evidence, Fix, Match, Passage, Safety, Span

LONGEST_READ = 40_000  # code points: what a text lost, it lost everywhere
FEWEST_WORDS = 3  # different words that are only right with an accent
SURE_WORDS = 5
SMALLEST_SHARE = 0.01  # of all words; languages that write accents need them in 3 to 45 of 100 words
COMMON = 3.4  # Zipf of a word that is taken as the right one
CLEARER = 1.0  # Zipf by which the right word is more common than the word as it stands
MOST_EVIDENCE = 12

_WORD = lazy(rf"(?<![\p{{L}}\p{{N}}_'’{MASK}-])[A-Za-z]{{2,30}}(?![\p{{L}}\p{{N}}_'’{MASK}-])")


@record(kw_only=True)
class LostLetters:
    """Parameter: by language, each ASCII letter with what it may stand for (``a: "äâ"``)."""

    letters: dict[str, dict[str, str]]


@record
class LostLettersDetector:
    """Compares the words of a text without accents with those that the language's lexicon has."""

    language: str
    restored: Mapping[str, str]
    wanted: frozenset[str]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match at the first word that lost a letter, if the text lost them all."""
        del places
        if not self.wanted.isdisjoint(facts.unplain):
            return
        words = lexicon(self.language)
        if words is None:
            return
        text = passage.text[:LONGEST_READ]
        counts = Counter(_WORD.findall(text))
        right = {word: best for word in counts if (best := self._right(word, words))}
        if self._is_proof(right, counts):
            yield _match(text, right)

    def _right(self, word: str, words: Lexicon) -> str:
        """Return the common word that ``word`` stands for, empty if it may be right as it is."""
        small = word.lower()
        if not word[1:].islower():
            return ""
        here = max(words.zipf(small), _english_zipf(small))
        found = max(((words.zipf(each), each) for each in self._variants(small)), default=(0.0, ""))
        if found[0] < COMMON or found[0] < here + CLEARER:
            return ""
        return found[1][:1].upper() + found[1][1:] if word[0].isupper() else found[1]

    def _variants(self, word: str) -> Iterator[str]:
        """Yield the word with one or two of its letters restored."""
        places = [(at, char) for at, letter in enumerate(word) for char in self.restored.get(letter, "")]
        for at, char in places:
            one = word[:at] + char + word[at + 1 :]
            yield one
            yield from (one[:to] + other + one[to + 1 :] for to, other in places if to > at)

    def _is_proof(self, right: Mapping[str, str], counts: Counter[str]) -> bool:
        total, lost = sum(counts.values()), sum(counts[word] for word in right)
        return len({word.lower() for word in right}) >= FEWEST_WORDS and lost >= SMALLEST_SHARE * total


def _english_zipf(word: str) -> float:
    english = lexicon("en")
    return english.zipf(word) if english else 0.0


def _match(text: str, right: Mapping[str, str]) -> Match:
    found = [each for each in _WORD.finditer(text) if each.group() in right]
    edits = tuple(Edit(Span(*each.span()), right[each.group()]) for each in found)
    first = found[0]
    evidence = tuple(
        Evidence(f"“{each.group()}” for “{right[each.group()]}”", Span(*each.span()))
        for each in islice(_first_of_each(found), 1, MOST_EVIDENCE)
    )
    return Match(
        Span(*first.span()),
        (Fix(edits, Safety.SUGGEST, f"restore the letters of {len(edits)} words"),),
        Confidence.HIGH if len(set(right.values())) >= SURE_WORDS else Confidence.MEDIUM,
        values=(("found", first.group()), ("right", right[first.group()])),
        evidence=evidence,
    )


def _first_of_each(found: Sequence[regex.Match[str]]) -> Iterator[regex.Match[str]]:
    seen: set[str] = set()
    for each in found:
        if each.group() not in seen:
            seen.add(each.group())
            yield each


def _languages(params: LostLetters) -> tuple[str, ...]:
    return tuple(sorted(params.letters))


def _build(params: LostLetters, setting: Setting) -> Detector | None:
    letters = params.letters.get(setting.language)
    if not letters:
        return None
    wanted = frozenset("".join(letters.values()))
    return LostLettersDetector(setting.language, letters, wanted | frozenset("".join(wanted).upper()))


LOST_LETTERS = Kind("lost-letters", LostLetters, _build, _languages, reach=Reach.DOCUMENT)
