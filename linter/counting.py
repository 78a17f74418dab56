"""How many words a text has, in any script."""

from __future__ import annotations

import regex

# Letters and digits in a row; scripts without spaces one character at a time.
WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]|[\p{L}\p{N}]+")
_FIRST_WIDE = "\u2e00"  # single characters from here on are of scripts without spaces


def count_words(text: str) -> int:
    """Count words; in scripts without spaces two characters count as one word."""
    found = WORD.findall(text)
    if text.isascii():
        return len(found)
    single = sum(1 for word in found if len(word) == 1 and word > _FIRST_WIDE)
    return len(found) - single + single // 2
