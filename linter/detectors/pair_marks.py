"""pair-marks: what is the same in every language (placeholders, tags, code, addresses) and differs from the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import regex

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import MASK, Facts
from linter.pairs.damage import damaged, is_free
from linter.pairs.marks import Mark, MarkKind
from linter.pairs.pairing import Pair, Pairing, pairing
from linter.record import record
from linter.types import Confidence, Edit, Evidence, Fix, Match, Passage, Safety

_MOST = 50  # lost marks of one part that are looked for in other forms


@record(kw_only=True)
class PairMarks:
    """Parameters: ``marks`` are the kinds of marks to compare; ``missing`` tells whether a lost one counts."""

    marks: list[str]
    missing: bool = True


@record
class _Marks:
    """Compares the marks of each pair."""

    kinds: frozenset[str]
    missing: bool
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each mark that was changed, and one for each that is lost."""
        del passage, places
        found = facts.shared(pairing)
        for pair in found.pairs:
            yield from self._in_pair(pair, found)

    def _in_pair(self, pair: Pair, found: Pairing) -> Iterator[Match]:
        has_codes = pair.codes != ((), ())
        if has_codes and self.missing and MarkKind.TAG in self.kinds:
            yield from _lost_codes(pair)
        sources, targets = (
            [mark for mark in marks if mark.kind in self.kinds and not (has_codes and mark.key == MASK)]
            for marks in (pair.source_marks, pair.marks)
        )
        if not sources and not targets:
            return
        lost = [mark for mark in _left(sources, targets, pair.target) if mark.is_sure]
        lost = [mark for mark in lost if not _is_glued(mark, sources, pair.target)]
        new = _left(targets, sources, pair.source)
        for mark in tuple(lost[:_MOST]):
            place = damaged(mark, pair.target, new)
            if place is not None:
                lost.remove(mark)
                new = [each for each in new if not (each.start < place[1] and place[0] < each.end)]
                if not self.missing:
                    yield _changed(pair, found, place, mark, safety=Safety.UNSAFE)
        pairs, lost = _partners(lost, new)
        if not self.missing:
            for mark, other in pairs:
                if not is_free(mark, other):
                    safety = Safety.UNSAFE if _is_alone(mark, pairs, pair) else Safety.SUGGEST
                    yield _changed(pair, found, (other.start, other.end), mark, safety=safety)
        elif not (pair.is_plural and len(lost) == 1):
            for mark in lost if len(found.pairs) == 1 else _torn(lost) if pair.is_sure else ():
                yield _missing(pair, found, mark)


def _left(marks: Sequence[Mark], others: Sequence[Mark], text: str) -> list[Mark]:
    """Return the marks that the other side has not, or not so often; a named one may stand there more or less often."""
    counts = Counter(mark.key for mark in others)
    left = []
    for mark in marks:
        is_there = mark.kind not in (MarkKind.TAG, MarkKind.PLACEHOLDER) and mark.key in text
        if counts[mark.key] > 0:
            counts[mark.key] -= mark.is_counted
        elif not is_there and (mark.is_counted or mark.key not in counts):
            left.append(mark)
    return left


def _is_glued(mark: Mark, marks: Sequence[Mark], text: str) -> bool:
    """True if a placeholder stands right before letters, often enough: “Vidi %sn”."""
    if mark.kind is not MarkKind.PLACEHOLDER or not mark.is_counted:
        return False
    found = regex.findall(rf"(?<!\d){regex.escape(mark.key)}", text)
    return len(found) >= sum(other.key == mark.key for other in marks)


def _partners(lost: list[Mark], new: list[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
    """Return which new mark stands for which lost one: only where as many of a kind are new as are lost."""
    pairs, rest = [], []
    for kind in MarkKind:
        ours, theirs = ([mark for mark in marks if mark.kind is kind] for marks in (lost, new))
        if kind is not MarkKind.PATH and len(ours) == len(theirs):
            pairs += list(zip(ours, theirs, strict=True))
        else:
            rest += ours
    return pairs, rest


def _lost_codes(pair: Pair) -> Iterator[Match]:
    """Yield a match for each inline code of the source that the translation has not."""
    for code in Counter(pair.codes[0]) - Counter(pair.codes[1]):
        evidence = Evidence(f"the source has {code}")
        yield Match(pair.whole, (), Confidence.MEDIUM, (("found", "nothing"), ("source", code)), (evidence,))


def _torn(lost: Sequence[Mark]) -> list[Mark]:
    """Return the lost marks of a page without pairs of tags: emphasis is the translator's own affair there."""
    counts = Counter(mark.key.replace("</", "<") for mark in lost if mark.kind is MarkKind.TAG)
    return [mark for mark in lost if mark.kind is not MarkKind.TAG or counts[mark.key.replace("</", "<")] % 2]


def _is_alone(mark: Mark, pairs: Sequence[tuple[Mark, Mark]], pair: Pair) -> bool:
    """True if only one mark of its kind was changed, and the source writes it in one way only."""
    forms = {pair.source[each.start : each.end] for each in pair.source_marks if each.key == mark.key}
    return sum(one.kind is mark.kind for one, _ in pairs) == 1 and len(forms) == 1


def _changed(pair: Pair, found: Pairing, place: tuple[int, int], mark: Mark, *, safety: Safety) -> Match:
    span = pair.span(*place)
    right = pair.source[mark.start : mark.end]
    if mark.kind is MarkKind.TAG and _bare(pair.target[place[0] : place[1]]) == mark.key.strip("</>"):
        right = mark.key  # another tag of this name may have attributes
    fix = Fix((Edit(span, right),), safety, f"write “{right}”")
    values = (("found", pair.target[place[0] : place[1]]), ("source", right))
    return Match(span, (fix,), values=values, evidence=(found.evidence(right, pair.source_at + mark.start),))


def _bare(tag: str) -> str:
    return regex.sub(r"[^\w]", "", tag).lower()


def _missing(pair: Pair, found: Pairing, mark: Mark) -> Match:
    right = pair.source[mark.start : mark.end]
    evidence = found.evidence(right, pair.source_at + mark.start)
    shown = right.replace(MASK, "⟨code⟩")
    return Match(pair.whole, (), Confidence.MEDIUM, (("found", "nothing"), ("source", shown)), (evidence,))


def _build(params: PairMarks, setting: Setting) -> Detector | None:
    del setting
    unknown = set(params.marks) - {kind.value for kind in MarkKind}
    if unknown:
        raise ValueError(f"“{min(unknown)}” is no kind of mark: {', '.join(MarkKind)}")
    return _Marks(frozenset(params.marks), params.missing)


PAIR_MARKS = Kind("pair-marks", PairMarks, _build, reach=Reach.PAIR)
