"""Words that need a word after them: where one of them stands before a gap, a word was lost there."""

from __future__ import annotations

from linter.detectors.kind import Setting

_TABLE = "spacing/_heads"
_LONGEST = 12  # code points of such a word
_APOSTROPHES = ("'", "’")


def heads_of(setting: Setting) -> frozenset[str]:
    """Return the words of the language, in lower case; empty if the table has none."""
    rows = setting.table(_TABLE) or ()
    return frozenset(word for row in rows if row[0] == setting.language for word in row[1].split())


def word_before(text: str, at: int) -> str:
    """Return the end of the word that stands right before ``at``, as far as a head may be long."""
    start = at
    while start > max(0, at - _LONGEST) and (text[start - 1].isalpha() or text[start - 1] in _APOSTROPHES):
        start -= 1
    return text[start:at]


def is_head(text: str, at: int, heads: frozenset[str]) -> bool:
    """True if the word right before ``at`` needs a word after it."""
    return bool(heads) and word_before(text, at).lower() in heads
