"""invisible: characters that cannot be seen and do nothing where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from linter.detectors.encoding_codecs import misreadings
from linter.detectors.invisible_signs import CLASSES, Judge, Verdict
from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.record import record
from linter.signs import ANY_INVISIBLE
from linter.types import Edit, Fix, Match, Passage, Span


@record(kw_only=True)
class Invisible:
    """Parameter: which class of characters (``linter.detectors.invisible_signs.CLASSES``) is looked for."""

    signs: str


@record
class InvisibleDetector:
    """Finds runs of one class of characters where no script and no emoji needs them."""

    pattern: re.Pattern[str]
    judge: Judge
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = (ANY_INVISIBLE,)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each run of such characters, in order."""
        del places
        if not any(self.pattern.search("|" + sign) for sign in facts.invisible):
            return
        for found in self.pattern.finditer(passage.text, passage.start, passage.end):
            verdict = self.judge(passage.text, *found.span())
            if verdict and not is_part_of_misread(passage.text, *found.span()):
                yield _match(passage.text, verdict)


def _match(text: str, verdict: Verdict) -> Match:
    span = Span(verdict.start, verdict.end)
    fixes: tuple[Fix, ...] = ()
    if verdict.safety:
        fixes = (Fix((Edit(span, verdict.text),), verdict.safety, _title(verdict.text)),)
    names = " ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(text[span.start : span.end]) if char != " ")
    return Match(span, fixes, verdict.confidence, values=(("code", names),))


def _title(text: str) -> str:
    return f"write “{text}”" if text.strip() else "delete it"


def is_part_of_misread(text: str, start: int, end: int) -> bool:
    """True if a soft hyphen or C1 control is one byte of a misread letter, as in ``Ã`` and U+00AD for ``í``."""
    if not any("\x80" <= char <= "\xad" for char in text[start:end]):
        return False
    windows = misreadings()[0].sequences
    return any(
        found.end() > start
        for first in range(max(0, start - 3), end)
        if (found := windows.match(text, first, min(len(text), end + 3)))
    )


def _build(params: Invisible, setting: Setting) -> Detector | None:
    del setting
    pattern, judge = CLASSES[params.signs]
    return InvisibleDetector(pattern, judge)


INVISIBLE = Kind("invisible", Invisible, _build, reach=Reach.DOCUMENT)
