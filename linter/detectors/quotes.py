"""mismatched-quote: quotations that the mark of another kind closes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.detectors.quotes_parse import read_marks
from linter.facts import Facts
from linter.record import record
from linter.signs import ANY_PAIRED
from linter.types import Confidence, Edit, Evidence, Fix, Match, Passage, Safety, Span

_LOW_LEFT = frozenset(("pl", "ro", "hu", "nl", "he", "fi", "sv"))  # „…”
_RIGHT_ONLY = frozenset(("fi", "sv", "da", "nb", "nl"))  # ”…”
_NO_LEFT_OPENER = frozenset(("de", "cs", "sk", "bg", "is", "sl", "hr", "pl", "ro", "hu"))  # “ closes
_HABIT = 3
_SHORTEST = 3  # code points; “(“ is a sign that the text speaks about
_RIGHT = {"“": "”", "«": "»", "”": "”", "「": "」", "『": "』"}


@record(kw_only=True)
class MismatchedQuote:
    """Parameters: none; which marks pair is known."""


@record
class _Mismatched:
    """Quotations closed by the mark of another kind."""

    language: str
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = (ANY_PAIRED,)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each wrong closing mark."""
        del places
        text = passage.text
        found = read_marks(facts, passage.start, passage.end, self.language).mismatches
        if not found:
            return
        kinds = Counter((text[each.opener], text[each.closer]) for each in found)
        strange = {kind for kind, count in kinds.items() if not self._is_habit(kind, count, passage)}
        for opener, closer, sure in found:
            if sure and closer - opener > _SHORTEST and (text[opener], text[closer]) in strange:
                yield _mismatch(text, opener, closer, self._right(text[opener]))

    def _is_habit(self, kind: tuple[str, str], count: int, passage: Passage) -> bool:
        """True if the text pairs its marks like this all along, or where no other mark would be right."""
        right = self._right(kind[0])
        if not right or right == kind[1] or (kind[0] == kind[1] and self.language in _RIGHT_ONLY):
            return True
        rights = passage.text.count(right, passage.start, passage.end)
        straight = passage.text.count('"', passage.start, passage.end) - count
        return (count >= _HABIT and count > rights) or straight > rights

    def _right(self, opener: str) -> str:
        """Return the mark that closes what ``opener`` opens, empty where the opener itself is the odd one."""
        if opener == "”" and self.language not in _RIGHT_ONLY:
            return ""
        if opener == "“" and self.language in _NO_LEFT_OPENER:
            return ""
        if opener == "„":
            return "”" if self.language in _LOW_LEFT else "“"
        return _RIGHT.get(opener, "")


def _mismatch(text: str, opener: int, closer: int, right: str) -> Match:
    fix = Fix((Edit(Span(closer, closer + 1), right),), Safety.SAFE, f"close with {right}")
    values = (("opener", text[opener]), ("found", text[closer]), ("right", right))
    proof = Evidence(text[opener : min(closer + 1, opener + 60)], Span(opener, opener + 1))
    typo = text[opener] == text[closer]  # the right kind of mark, turned the wrong way
    confidence = Confidence.LOW if typo else Confidence.HIGH
    return Match(Span(closer, closer + 1), (fix,), confidence, values, (proof,))


def _build_mismatched(params: MismatchedQuote, setting: Setting) -> Detector:
    del params
    return _Mismatched(setting.language)


MISMATCHED_QUOTE = Kind("mismatched-quote", MismatchedQuote, _build_mismatched)
