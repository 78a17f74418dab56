"""glued-joint: a bracket or a number right at a word, where a tag with its space was removed.

"Beamte(Polizei)", "2023wurde". Endings in brackets, measures, ordinals and code are respected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.facts import Facts
from linter.language.lexicon import Lexicon, lexicon
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety, Span

_BEFORE = lazy(r"(?<![\p{L}\p{N}_./\\@#$%&*-])\p{L}?[\p{Ll}]{3,}$")
_INSIDE = lazy(r"(?P<first>\p{L}[\p{L}\p{M}'’-]*)(?P<rest>[^()\n]{0,80})\)(?=[\s.,;:!?…]|$)")
_KNOWN_ZIPF, _WORD_ZIPF = 3.0, 3.5
_NEAR = 40


@record(kw_only=True)
class GluedJoint:
    """Parameters: none."""


@record
class _Joints:
    language: str
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the words with a bracket right behind them."""
        del facts, places
        text, words = passage.text, lexicon(self.language)
        at = text.find("(", passage.start, passage.end)
        while at >= 0 and words is not None:
            if at and text[at - 1].islower():
                yield from self._judged(text, at, words)
            at = text.find("(", at + 1, passage.end)

    def _judged(self, text: str, at: int, words: Lexicon) -> Iterator[Match]:
        before = _BEFORE.search(text[max(0, at - _NEAR) : at])
        inside = _INSIDE.match(text, at + 1)
        if before is None or inside is None or words.zipf(before[0]) < _KNOWN_ZIPF:
            return
        first = inside["first"]
        is_phrase = " " in inside["rest"] and "," not in inside["rest"]
        if not is_phrase or words.zipf(first) < _WORD_ZIPF or words.zipf(before[0] + first) > 0:
            return
        gap = Span(at, at)
        fix = Fix((Edit(gap, " "),), Safety.UNSAFE, "insert a space")
        found = before[0] + "(" + first
        yield Match(Span(at - len(before[0]), at + 1), (fix,), Confidence.HIGH, (("found", found),))


def _build(params: GluedJoint, setting: Setting) -> Detector | None:
    del params
    return _Joints(setting.language)


GLUED_JOINT = Kind("glued-joint", GluedJoint, _build)
