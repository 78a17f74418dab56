"""lost-space: two words that stand as one, because a tag between them was removed with its space.

A word that the lexicon lacks is split into words that it has. What speaks for a split is weighed in
``lost_spaces_split``; what else the document shows, in ``lost_spaces_proof``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import filterfalse, islice
from operator import itemgetter
from typing import NamedTuple

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.lost_spaces_proof import alone, proof_of
from linter.detectors.lost_spaces_split import Side, Split, Splitter, splitter_of
from linter.facts import Facts
from linter.types import Confidence, Edit, Evidence, Fix, Match, Passage, Safety, Span

_MOST_SEEN = 200_000
_MARKS = ".,;:!?…\"“”„«»‘’'()[]–—-"
_SHORTEST = 4  # letters
_LONG = 7  # letters; no chance that such a word is a part of another
_APOSTROPHES = "'’"
# Letters, with apostrophes and hyphens between them; whatever else is in a token makes it code or an address.
_EDGE = r"[^\w/@\\#<>=_$&%+*`~|\ufffc]*"
_TOKEN = re.compile(rf"{_EDGE}([^\W\d_]+(?:['’-][^\W\d_]+)*){_EDGE}")
_NUMBER = re.compile(rf"{_EDGE}([0-9]{{1,4}})([^\W\d_]{{3,}}){_EDGE}")  # 2023was
_COMPOSED = re.compile(r"[-'’]|^[0-9]")
_RUN = re.compile(r"[^\W\d_]+")
_COMMA_BEFORE_CLAUSE = frozenset({"cs", "de", "fi", "pl", "ru", "uk", "it"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LostSpace:
    """Parameters: points from which a split is shown, and from which it is sure."""

    shown: float
    sure: float


class Candidate(NamedTuple):
    """A word that may be two; the best split comes first."""

    word: str
    splits: tuple[Split, ...]


@dataclass(frozen=True)
class _LostSpaces:
    """Studies every token once: dull ones are passed over at C speed from then on."""

    splitter: Splitter
    params: LostSpace
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    _dull: set[str] = field(default_factory=set)
    _studied: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the words of the passage that are two words."""
        del places
        text = passage.text[passage.start : passage.end]
        tokens = list(filterfalse(self._dull.__contains__, text.split()))
        if not tokens:
            return
        for token in dict.fromkeys(self._hopeful(tokens)):
            for candidate in self._studied[token]:
                yield from self._judged(passage, facts, candidate)

    def _hopeful(self, tokens: Iterable[str]) -> Iterator[str]:
        """Yield the tokens that hold a candidate, in order; remember the others as dull."""
        if len(self._dull) > _MOST_SEEN:
            self._dull.clear()
            self._studied.clear()
        by_core: dict[str, list[str]] = {}
        for token in set(tokens).difference(self._studied):
            core = token if token.isalpha() else token.strip(_MARKS)
            if len(core) < _SHORTEST or core in self._dull or not (core.isalpha() or _COMPOSED.search(core)):
                self._dull.add(token)
            else:
                by_core.setdefault(core, []).append(token)
        small = {core: core.lower() for core in by_core}  # one look-up for both forms
        strange = self.splitter.strangers(small.values())
        for core, same in by_core.items():
            candidates = tuple(self._candidates(core)) if small[core] in strange else ()
            if candidates:
                self._studied.update(dict.fromkeys(same, candidates))
            else:
                self._dull.update((core, *same))
        return filter(self._studied.__contains__, tokens)

    def _candidates(self, token: str) -> Iterator[Candidate]:
        """Yield what may be two words in a token without its marks, which the lexicon lacks."""
        if token.isalpha():
            splits = self.splitter.splits(token, Side.WHOLE, at_least=self.params.shown)
            if splits:
                yield Candidate(token, splits)
            return
        number = _NUMBER.fullmatch(token)
        if number is not None and self.splitter.is_function(number[2]):
            split = Split(number[1], number[2], self.params.sure, None)
            yield Candidate(number[1] + number[2], (split,))
        match = _TOKEN.fullmatch(token)
        if match is None or len(match[1]) < _SHORTEST or not self.splitter.is_strange(match[1]):
            return
        runs = list(_RUN.finditer(match[1]))
        for run in runs:
            word = run[0]
            if len(word) < _SHORTEST or (len(runs) > 1 and not self.splitter.is_strange(word)):
                continue
            side = _side(match[1], run)
            if side is None:
                continue
            splits = self.splitter.splits(word, side, at_least=self.params.shown)
            if splits:
                yield Candidate(word, splits)

    def _judged(self, passage: Passage, facts: Facts, candidate: Candidate) -> Iterator[Match]:
        span = _only_place(passage.text, candidate.word, passage)
        if span is None:
            return
        found: list[tuple[float, Split, tuple[Evidence, ...]]] = []
        for split in candidate.splits:
            proof = proof_of(split, span, passage, facts, self.splitter)
            if proof is not None:
                found.append((split.points + proof[0], split, proof[1]))
        if not found:
            return
        points, split, evidence = max(found, key=itemgetter(0))
        if points >= self.params.shown:
            yield self._match(split, span, points, evidence)

    def _match(self, split: Split, span: Span, points: float, evidence: tuple[Evidence, ...]) -> Match:
        gap = Span(span.start + len(split.left), span.start + len(split.left))
        fixes = [Fix((Edit(gap, " "),), Safety.UNSAFE, "insert a space")]
        if self._may_want_comma(split):
            fixes.append(Fix((Edit(gap, ", "),), Safety.SUGGEST, "insert a comma and a space"))
        sure = points >= self.params.sure
        return Match(
            span,
            tuple(fixes),
            Confidence.HIGH if sure else Confidence.MEDIUM,
            (("found", split.left + split.right), ("left", split.left), ("right", split.right)),
            evidence,
        )

    def _may_want_comma(self, split: Split) -> bool:
        opens = split.right.lower() in self.splitter.classes.conjunctions
        return split.name is not None or (opens and self.splitter.lexicon.language in _COMMA_BEFORE_CLAUSE)


def _side(whole: str, run: re.Match[str]) -> Side | None:
    """Which part of its token a run of letters is; None for one in the middle."""
    before, after = whole[run.start() - 1 : run.start()] if run.start() else "", whole[run.end() : run.end() + 1]
    if after and after in _APOSTROPHES:
        return Side.BEFORE_APOSTROPHE
    if before == "-":
        return None if after else Side.AFTER_HYPHEN
    return Side.BEFORE_HYPHEN if after else Side.WHOLE


def _only_place(text: str, word: str, passage: Passage) -> Span | None:
    """Return where the word stands; None if it stands twice, or in longer words too: then it is one word."""
    if len(word) >= _LONG:
        at = text.find(word, passage.start, passage.end)
        return Span(at, at + len(word)) if at >= 0 and text.count(word) == 1 else None
    places = list(islice(alone(text, word), 2))
    is_inside = len(places) == 1 and passage.start <= places[0].start < passage.end
    return places[0] if is_inside else None


def _build(params: LostSpace, setting: Setting) -> Detector | None:
    splitter = splitter_of(setting)
    return _LostSpaces(splitter, params) if splitter is not None else None


LOST_SPACE = Kind("lost-space", LostSpace, _build)
