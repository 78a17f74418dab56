"""Signs that are rare in good text: which of them a text holds is asked once, and answered at C speed.

A detector that needs one of them first looks into ``Facts.signs``.
"""

from __future__ import annotations

import re
from functools import cache

# Letters, digits, white space and the marks of every text: what is dropped before the search.
PLAIN = bytes((9, 10, 13)) + b" !\"%'()*+,-./0123456789:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

ANY_INVISIBLE = "invisible"  # among the signs of a text if it has an invisible one

ANY_MISREAD = "misread"  # if UTF-8 that was read as Windows-1252 may stand in it

# Not rare, but a short text may lack them: the rules that need them then cost nothing, not even their making.
ANY_DIGIT = "digit"  # one of 0 to 9
ANY_PAIRED = "paired"  # a quotation mark or a bracket
ANY_BREAK = "break"  # a second line
PAIRED = '"()[]„“”«»「」『』（）［］【】《》〈〉'

MARKUP = "&<>[]{}=$|"
# Controls, zero-width and direction marks, selectors, private use, tags; not U+FFFC, which masks.
INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff\ue000-\uf8ff\U000e0000-\U0010ffff"
)
LOST = "\N{REPLACEMENT CHARACTER}\udc80-\udcff锟½Ѕ"
# What the first bytes of UTF-8 become in old encodings (``linter.detectors.encoding_codecs``).
MISREAD = "ЂЃĂĹÄđĐŸĞ€ĆŠÅĀČā├┬┼─╨╤╬╧╪┘╫π≡ƒÔÒÓÐ√≈‚¬∞Œñ"
MISREAD_LETTERS = "РСГВДЕбΞΟΠΓΒΔΕα"  # frequent in Cyrillic and Greek, so asked one by one there
_LOST = (*"\N{REPLACEMENT CHARACTER}锟½Ѕ", *map(chr, range(0xDC80, 0xDD00)))
_SUMS = (ANY_MISREAD, ANY_DIGIT, ANY_PAIRED, ANY_BREAK)
NOT_INVISIBLE = frozenset((*_SUMS, *MARKUP, *MISREAD, *MISREAD_LETTERS, *_LOST))
_RARE = re.escape(MARKUP) + INVISIBLE + LOST + MISREAD


@cache
def rare_signs(*, is_latin: bool) -> re.Pattern[str]:
    """The pattern of one rare sign, made when it is first needed."""
    return re.compile(f"[{_RARE}{MISREAD_LETTERS}]" if is_latin else f"[{_RARE}]")


_TAILS = (
    rb"\xc2[\x80-\xbf]",
    rb"\xc5[\x92\x93\xa0\xa1\xb8\xbd\xbe]",
    rb"\xc6\x92",
    rb"\xcb[\x86\x9c]",
    rb"\xe2(?:\x80[\x93-\xba]|\x82\xac|\x84\xa2)",
)
_TAIL = rb"(?:" + rb"|".join(_TAILS) + rb")"
# The first byte is always C3, which makes this search as fast as one for a single byte. A small letter, a
# no-break space and a closing quotation mark are French.
WINDOWS_1252_BYTES = re.compile(
    rb"\xc3(?:[\x82-\x9f]"
    + _TAIL
    + rb"|[\xa0-\xaf](?!\xc2\xa0\xc2\xbb)"
    + _TAIL
    + rb"{2}|[\xb0-\xb4]"
    + _TAIL
    + rb"{3})"
)
