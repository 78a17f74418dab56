"""repetition-loop: the same words over and over, as a decoder writes them that cannot stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.detectors.repeated_words import doubles
from linter.detectors.spacing_heads import heads_of
from linter.facts import MASK, Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety, Span

_STEP = 300  # code points between two probes
_PROBE = 16  # code points that must come again
_LONGEST_PERIOD = 300  # code points of the phrase that comes again and again
_SHORTEST_PERIOD = 8
_LEAST_COPIES = 4
_LEAST_WORDS = 6  # copies of a single function word
_SOUNDS = frozenset(("la", "na", "da", "lo", "do", "ta", "tu", "ha", "ho"))  # sung, though words too
_SHOWN = 60  # code points: the first place shows the fault
_FEWEST_SIGNS = 4  # different ones in a probe; rulers and blanks have fewer
_LETTERS = lazy(r"\p{L}")
_UNSPACED = lazy(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")


@record(kw_only=True)
class RepetitionLoop:
    """Parameters: none."""


@record
class _Loop:
    """Finds one loop a document: its first copy is kept, the others are proposed for deletion."""

    heads: frozenset[str]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield a match at the first loop of the document."""
        del places
        found = next(self._probed(passage), None) or next(self._doubled(passage, facts), None)
        if found:
            yield _match(passage.text, *found)

    def _probed(self, passage: Passage) -> Iterator[tuple[Span, int]]:
        """Yield the loops, with their periods, that some of the text at equal distances shows."""
        text, done = passage.text, 0
        for at in _come_again(text, range(passage.start, passage.end - _PROBE, _STEP)):
            if at < done or len(set(text[at : at + _PROBE])) <= _FEWEST_SIGNS:
                continue
            period = _again(text, at) - at
            loop = _loop(text, at, period, passage)
            if loop and len(loop) >= _LEAST_COPIES * period and _is_prose(text[at : at + period]):
                yield loop, period
            done = loop.end if loop else 0

    def _doubled(self, passage: Passage, facts: Facts) -> Iterator[tuple[Span, int]]:
        """Yield the loops of one function word, however short, with their periods."""
        done = 0
        for span in facts.shared(doubles):
            period = len(span) // 2 + 1
            if span.start >= done and facts.lower[span.start : span.start + period - 1] in self.heads:
                loop = _loop(passage.text, span.start, period, passage)
                if loop and len(loop) >= _LEAST_WORDS * period:
                    yield loop, period
                done = loop.end if loop else done


def _come_again(text: str, probed: range) -> list[int]:
    """Return those of the places whose next code points soon come again: a loop, or a phrase of the topic."""
    find, first, last = text.find, _SHORTEST_PERIOD, _LONGEST_PERIOD + _PROBE
    return [at for at in probed if find(text[at : at + _PROBE], at + first, at + last) > 0]


def _again(text: str, at: int) -> int:
    return text.find(text[at : at + _PROBE], at + _SHORTEST_PERIOD, at + _LONGEST_PERIOD + _PROBE)


def _loop(text: str, at: int, period: int, passage: Passage) -> Span | None:
    """Return how far the text repeats itself with this period around ``at``, None if it does not twice."""
    if text[at : at + period] != text[at + period : at + 2 * period]:
        return None
    start, end = at, at + 2 * period
    while end + period <= passage.end and text[end : end + period] == text[at : at + period]:
        end += period
    while start - period >= passage.start and text[start - period : start] == text[at : at + period]:
        start -= period
    return Span(start, end)


def _is_prose(phrase: str) -> bool:
    """True for words; tables, rulers and masked text repeat themselves by right."""
    letters = len(_LETTERS.findall(phrase))
    if MASK in phrase or "|" in phrase or "\t" in phrase or 2 * letters < len(phrase) or len(set(phrase)) < 5:
        return False
    return len(phrase.split()) > 1 or bool(_UNSPACED.search(phrase))


def _match(text: str, loop: Span, period: int) -> Match:
    fix = Fix((Edit(Span(loop.start + period, loop.end), ""),), Safety.UNSAFE, "keep one copy")
    phrase = " ".join(text[loop.start : loop.start + period].split())[:_SHOWN]
    values = (("phrase", phrase), ("count", str(len(loop) // period)))
    return Match(Span(loop.start, min(loop.end, loop.start + _SHOWN)), (fix,), Confidence.HIGH, values)


def _build(params: RepetitionLoop, setting: Setting) -> Detector:
    del params
    return _Loop(heads_of(setting) - _SOUNDS)


REPETITION_LOOP = Kind("repetition-loop", RepetitionLoop, _build, reach=Reach.DOCUMENT)
