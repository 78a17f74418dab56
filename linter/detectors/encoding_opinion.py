"""A second opinion on a misread word: ftfy's.

Two readings that contradict each other are no proof, so such a word is shown and not mended. ftfy knows fewer
encodings than ``encoding_codecs``; where it changes nothing it says nothing.
"""

from __future__ import annotations

from functools import lru_cache

import ftfy

_MOST = 2000  # code points; a word is shorter, and ftfy takes its time over long texts

# Nothing but the encoding: quotes, widths, ligatures, entities and line breaks are none of its business here.
_ENCODING_ONLY = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
)


@lru_cache(maxsize=10_000)
def contradicts(word: str, right: str) -> bool:
    """True if ftfy reads ``word`` as something else than ``right``."""
    if len(word) > _MOST:
        return False
    theirs = ftfy.fix_text(word, _ENCODING_ONLY)
    return theirs not in (word, right) and not _is_half_way(theirs, right)


def _is_half_way(text: str, right: str) -> bool:
    """True if ``text`` is ``right`` misread once: of a doubled misreading ftfy may undo one half."""
    try:
        return text.encode("sloppy-windows-1252").decode("utf-8") == right
    except UnicodeError:
        return False
