"""pair-numbers: a number that the source does not have, or one of the source that is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.pairs.number_words import NumberWords, Said, read_words
from linter.pairs.numbers import Number, read_numbers, unmatched
from linter.pairs.pairing import Pair, Pairing, pairing
from linter.pairs.parts import PartKind
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety

_WORD = lazy(r"\p{L}{3,}")
_PROSE_WORDS = 2
_SMALL = 20  # numbers up to here are often said in other ways: "a second look", "both"


@record(kw_only=True)
class PairNumbers:
    """Parameters: ``what`` is ``changed`` (another number stands in its place) or ``missing``."""

    what: str


@record
class _Numbers:
    """Compares the numbers of each pair."""

    what: str
    rows: Sequence[Sequence[str]]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    @cached_property
    def words(self) -> Mapping[str, NumberWords]:
        """The number words by language."""
        return read_words(self.rows)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each number that differs."""
        del passage, places
        found = facts.shared(pairing)
        for pair in found.pairs:
            if pair.kind is not PartKind.CODE and not _is_bare_field(pair):
                yield from self._in_pair(pair, found)

    def _in_pair(self, pair: Pair, found: Pairing) -> Iterator[Match]:
        source, target = pair.source_prose, pair.prose
        ours, theirs = (self.words.get(tag.partition("-")[0]) for tag in (found.target_language, found.source_language))
        sources, targets = read_numbers(source, theirs), read_numbers(target, ours)
        if not sources and not targets:
            return
        said, told = Said(target, ours), Said(source, theirs)
        lost = unmatched(sources, targets, said, source)
        new = unmatched(targets, sources, told, target)
        has_local = any(each.is_local for each in sources)
        if len(new) == 1 and not lost and len(sources) == len(targets) and not has_local:
            lost = _oftener(sources, targets)
        lost = [each for each in lost if not each.is_local]
        if self.what == "changed" and len(lost) == len(new) and lost:
            for number, right in zip(new, lost, strict=True):
                yield _changed(pair, found, number, right)
        elif self.what == "missing" and not new and not pair.is_plural:
            for number in lost:
                if _counts(number, said):
                    yield _missing(pair, found, number)


def _is_bare_field(pair: Pair) -> bool:
    """True for a field of front matter that is no prose: the date of a translation is its own."""
    return pair.kind is PartKind.FIELD and len(_WORD.findall(pair.source)) < _PROSE_WORDS


def _oftener(numbers: Sequence[Number], others: Sequence[Number]) -> list[Number]:
    """Return the number that stands oftener on one side than on the other, if there is one."""
    ours, theirs = (Counter(reading for each in some for reading in each.readings) for some in (numbers, others))
    found = {each.text: each for each in numbers if all(ours[reading] > theirs[reading] for reading in each.readings)}
    return list(found.values()) if len(found) == 1 else []


def _counts(number: Number, said: Said) -> bool:
    """True if a number that is missing cannot well be said in words that we do not know."""
    value = number.value
    return said.knows and not number.is_named and (value is None or value > _SMALL)


def _changed(pair: Pair, found: Pairing, number: Number, right: Number) -> Match:
    span = pair.span(number.start, number.end)
    is_slip = _is_slip(number, right)
    fix = Fix((Edit(span, right.text),), Safety.UNSAFE if is_slip else Safety.SUGGEST, f"write “{right.text}”")
    evidence = found.evidence(pair.source[right.start : right.end], pair.source_at + right.start)
    values = (("found", pair.target[number.start : number.end]), ("source", right.text))
    return Match(span, (fix,), values=values, evidence=(evidence,))


def _is_slip(number: Number, right: Number) -> bool:
    """True if two numbers differ in one digit or in the order of digits, and no scale word follows either."""
    one, other = number.text, right.text
    if not (one.isascii() and one.isdigit() and other.isdigit() and len(one) == len(other)):
        return False
    if number.is_scaled or right.is_scaled:
        return False
    return sorted(one) == sorted(other) or sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _missing(pair: Pair, found: Pairing, number: Number) -> Match:
    evidence = found.evidence(pair.source[number.start : number.end], pair.source_at + number.start)
    return Match(pair.whole, (), Confidence.MEDIUM, (("source", number.text),), (evidence,))


def _build(params: PairNumbers, setting: Setting) -> Detector | None:
    if params.what not in ("changed", "missing"):
        raise ValueError("“what” is “changed” or “missing”")
    rows: Any = setting.table("pairs/_number-words")
    return _Numbers(params.what, rows)


PAIR_NUMBERS = Kind("pair-numbers", PairNumbers, _build, reach=Reach.PAIR)
