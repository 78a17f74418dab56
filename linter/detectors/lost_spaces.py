"""lost-space: two words that stand as one, because a tag between them was removed with its space.

A word that the lexicon lacks is split into words that it has. What speaks for a split is weighed in
``lost_spaces_split``; what else the document shows, in ``lost_spaces_proof``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, filterfalse, islice
from operator import itemgetter
from typing import NamedTuple

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.lost_spaces_parts import Part, parts_of
from linter.detectors.lost_spaces_proof import MOST_ELSE, alone, proof_of
from linter.detectors.lost_spaces_split import Split, Splitter, splitter_of
from linter.detectors.lost_spaces_table import Side
from linter.facts import Facts
from linter.types import Confidence, Edit, Evidence, Fix, Match, Passage, Safety, Span

_MOST_SEEN = 200_000
_SHORTEST = 4  # letters
_LONG = 7  # letters; no chance that such a word is a part of another
_APOSTROPHES = "'’"
_SEPARATORS = b".,;:!?\"()[]'-*"
_SPACED = bytes(32 if sign in _SEPARATORS else sign for sign in range(256))
# Letters, with apostrophes and hyphens between them; whatever else is in a token makes it code or an address.
_EDGE = r"[^\w/@\\#<>=_$&%+*`~|\ufffc]*"
_TOKEN = re.compile(rf"{_EDGE}([^\W\d_]+(?:['’-][^\W\d_]+)*){_EDGE}")
_NUMBER = re.compile(r"([0-9]{1,4})([^\W\d_]{3,})")  # 2023was
_RUN = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")
_NEAR = 60  # code points
_TWICE = 2
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
    """Studies every token once: dull ones are passed over at C speed from then on.

    Tokens are bytes between white space and common marks: they cost half of what regular expressions cost.
    """

    splitter: Splitter
    params: LostSpace
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    _dull: set[bytes] = field(default_factory=set)
    _studied: dict[bytes, tuple[Candidate, ...]] = field(default_factory=dict)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the words of the passage that are two words."""
        del places
        if not self._dull:
            self._begin()
        for part in parts_of(passage, facts):
            tokens = set(filterfalse(self._dull.__contains__, part.own.translate(_SPACED).split()))
            new = tokens.difference(self._studied)
            if new:
                self._study(new)
            for candidate in chain.from_iterable(filter(None, map(self._studied.get, tokens))):
                yield from (part.placed(match) for match in self._judged(part, candidate))

    def _begin(self) -> None:
        """Forget all tokens but the words of the table, which are known."""
        self._studied.clear()
        self._dull.clear()
        self._dull.update(" ".join(self.splitter.counts.codes).encode().split())

    def _study(self, tokens: set[bytes]) -> None:
        """Remember the new tokens as dull or with their candidates."""
        if len(self._dull) > _MOST_SEEN:
            self._begin()
        self._dull.update(tokens)
        strange = list(self.splitter.strangers(b"\n".join(tokens).decode("utf-8", "surrogatepass")))
        odd = "\n".join(word for word in strange if not word.isalpha())
        runs = frozenset(self.splitter.strangers("\n".join(set(_RUN.findall(odd)))))
        for word in strange:
            candidates = self._parted(word) if word.isalpha() else tuple(self._inside(word, runs))
            if candidates:
                token = word.encode("utf-8", "surrogatepass")
                self._dull.discard(token)
                self._studied[token] = candidates

    def _inside(self, token: str, strange: frozenset[str]) -> Iterator[Candidate]:
        """Yield what may be two words in a token with digits or signs; ``strange`` are runs of letters."""
        number = _NUMBER.fullmatch(token)
        if number is not None and self.splitter.is_function(number[2]):
            yield Candidate(token, (Split(number[1], number[2], self.params.sure, None),))
        elif strange:
            for run in strange.intersection(_RUN.findall(token)):
                yield from self._parted(run)

    def _parted(self, word: str) -> tuple[Candidate, ...]:
        splits = self.splitter.splits(word, Side.WHOLE, at_least=self.params.shown)
        return (Candidate(word, splits),) if splits else ()

    def _splits_there(self, candidate: Candidate, text: str, span: Span) -> tuple[Split, ...]:
        """Return the splits that are possible in the token around the word, which may have a hyphen or be code."""
        before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
        first, last = before[-1:], after[:1]
        if (not first or first.isspace()) and (not last or last.isspace() or (last in ".," and after[1:2].isspace())):
            return candidate.splits
        front = "" if not first or first.isspace() else before.split()[-1]
        token = front + candidate.word + ("" if not last or last.isspace() else after.split()[0])
        match = _TOKEN.fullmatch(token)
        if match is None or not (match[1] == candidate.word or self.splitter.is_strange(match[1])):
            return ()
        side = _side(token, len(front), len(candidate.word))
        if side is Side.WHOLE:
            return candidate.splits
        return self.splitter.splits(candidate.word, side, at_least=self.params.shown) if side is not None else ()

    def _is_hopeless(self, split: Split, part: Part) -> bool:
        """True if the document lacks what the split needs: a name elsewhere, or the same pair with its space.

        Counting bytes is several times as fast as counting in a wide text.
        """
        if split.name is not None:
            return part.utf8.count(split.name.encode("utf-8", "surrogatepass")) < _TWICE
        return split.points + MOST_ELSE < self.params.shown and f"{split.left} {split.right}".lower() not in part.lower

    def _judged(self, part: Part, candidate: Candidate) -> Iterator[Match]:
        passage = part.passage
        if all(self._is_hopeless(split, part) for split in candidate.splits):
            return
        span = _only_place(passage.text, candidate.word, passage)
        if span is None:
            return
        found: list[tuple[float, Split, tuple[Evidence, ...]]] = []
        for split in self._splits_there(candidate, passage.text, span):
            proof = proof_of(split, span, part, self.splitter)
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


def _side(token: str, start: int, length: int) -> Side | None:
    """Which part of its token a run of letters is; None for one in the middle."""
    before, after = token[:start][-1:], token[start + length :]
    is_more = after[1:2].isalpha()
    if is_more and after[0] in _APOSTROPHES:
        return Side.BEFORE_APOSTROPHE
    is_after = before == "-" and token[: start - 1][-1:].isalpha()
    if is_after:
        return None if is_more else Side.AFTER_HYPHEN
    return Side.BEFORE_HYPHEN if is_more else Side.WHOLE


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
