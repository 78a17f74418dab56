"""Whether a place is an example in a text about encodings or HTML: such text shows damage on purpose."""

from __future__ import annotations

from functools import cache

import regex

_OPENERS = "\"'“”„‘’‚«»‹›「『（(【[`<\N{OBJECT REPLACEMENT CHARACTER}*"
_CLOSERS = "\"'“”‘’«»‹›」』）)】]`>\N{OBJECT REPLACEMENT CHARACTER}*"
FARTHEST_QUOTE = 24  # code points from an example to the quotation marks around it
LONGEST_BEFORE = 400  # code points of the line before that are read
LONGEST_LINE = 4000  # code points of a line that are read around a place


def is_quoted(text: str, start: int, end: int) -> bool:
    """True if quotation marks, brackets or masked code stand on both sides, near by and on the same line."""
    before = text[max(0, start - FARTHEST_QUOTE) : start].rpartition("\n")[2]
    after = text[end : end + FARTHEST_QUOTE].partition("\n")[0]
    return any(char in _OPENERS for char in before) and any(char in _CLOSERS for char in after)


@cache
def _compiled(words: tuple[str, ...]) -> regex.Pattern[str] | None:
    return regex.compile("|".join(words), regex.IGNORECASE) if words else None


class Topic:
    """Words that tell what a line is about; what was asked last is remembered."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = _compiled(words)
        self._last: tuple[int, int, bool] = (-1, -1, False)

    def is_near(self, text: str, start: int, end: int) -> bool:
        """True if one of the words stands on the line of a span, or on the line before it."""
        if self._words is None:
            return False
        first, last, answer = self._last
        if not first <= start <= end <= last:
            first = text.rfind("\n", max(0, start - LONGEST_LINE // 2), start) + 1
            first = max(first, start - LONGEST_LINE // 2, 0)
            last = text.find("\n", end, end + LONGEST_LINE // 2)
            last = last if last >= 0 else min(len(text), end + LONGEST_LINE // 2)
            line_before = text.rfind("\n", max(0, first - LONGEST_BEFORE), max(0, first - 1))
            before = line_before if line_before >= 0 else max(0, first - LONGEST_BEFORE)
            answer = self._words.search(text, before, last) is not None
            self._last = first, last, answer
        return answer
