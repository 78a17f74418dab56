"""broken-sentence: a sentence in three pieces, each on a line of its own, because a link in it became a line.

"… arbeitet eng mit" / "Nordstern" / "zusammen, wie …". The first piece ends with a word that needs another one, the
last begins in lower case or with a mark. Texts with a break after every seventy signs have no short line between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.detectors.spacing_heads import heads_of, word_before
from linter.facts import MASK, Facts
from linter.record import record
from linter.types import Edit, Fix, Match, Passage, Safety, Span

# A small letter or a mark at the start of a line; ranges of letters in re cost a third of a property in regex.
_GOES_ON = re.compile(r"\n(?=[a-zß-öø-ÿā-ɏа-џά-ώ,;]|[.)]\s)")
_NO_START = frozenset(",;.)")  # no line begins with them
_MARKS = frozenset(".!?…:;,。！？：、，)")
_LONGEST_LINK, _LEAST_FIRST = 48, 24  # code points of the lines
_NEXT_PIECE = 30  # code points


@record(kw_only=True)
class BrokenSentence:
    """Parameters: none."""


@record
class _Broken:
    """``heads`` need a word after them."""

    heads: frozenset[str]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each sentence; its span is the word before the break and the line of the link."""
        del facts, places
        for found in _GOES_ON.finditer(passage.text, passage.start, passage.end):
            match = self._at(passage, found.end())
            if match is not None:
                yield match

    def _at(self, passage: Passage, third: int) -> Match | None:
        text = passage.text
        middle = _line_before(text, third, passage.start)
        if middle is None or not 1 < len(middle) <= _LONGEST_LINK or text[middle.end - 1] in _MARKS:
            return None
        first = _line_before(text, middle.start, passage.start)
        if first is None or len(first) < _LEAST_FIRST or not text[middle.start].isupper():
            return None
        head, link = word_before(text, first.end), text[middle.start : middle.end]
        is_open = head in self.heads or (text[third] in _NO_START and text[first.end - 1] not in _MARKS)
        if not is_open or MASK in link or text.startswith("...", third):
            return None
        after = "" if text[third] in _MARKS else " "
        edits = (Edit(Span(first.end, middle.start), " "), Edit(Span(middle.end, third), after))
        fix = Fix(edits, Safety.UNSAFE, "join the three lines")
        values = (("head", head), ("link", link))
        return Match(Span(first.end - len(head), middle.end), (fix,), values=values)


def _line_before(text: str, at: int, first: int) -> Span | None:
    """The line of text before ``at``, blank lines passed over, without white space at its end."""
    end = at
    while end > first and text[end - 1].isspace():
        end -= 1
    start = text.rfind("\n", first, end) + 1
    return Span(start, end) if end > start else None


def _build(params: BrokenSentence, setting: Setting) -> Detector | None:
    del params
    heads = heads_of(setting)
    return _Broken(heads) if heads else None


BROKEN_SENTENCE = Kind("broken-sentence", BrokenSentence, _build, reach=Reach.DOCUMENT)
