"""Sorts of characters, as far as it matters for telling whether a text may hold them side by side."""

from __future__ import annotations

import unicodedata
from functools import cache

WESTERN = frozenset(("latin", "sign", "punct", "mark"))
EAST = frozenset(("han", "kana", "hangul", "fullwidth", "punct"))


@cache
def kind_of(char: str) -> str:
    """``latin``, ``sign`` (of Latin-1), ``mark``, ``emoji``, a script's name, or empty: no plausible character."""
    code = ord(char)
    if unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs"):
        return ""
    if code < 0xC0:
        return "sign"
    if code in (0xD7, 0xF7) or 0x2000 <= code < 0x2C00 or 0x3000 <= code < 0x3040 or 0xFE10 <= code < 0xFE70:
        return "punct"
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        return "latin"
    if code >= 0x1F000 or code in (0xFE0F, 0xFEFF):
        return "emoji" if code < 0x20000 or code >= 0xE0000 else "han"
    return _script(char, code)


_SCRIPTS = (
    (0x2B0, 0x300, "mark"), (0x300, 0x370, "mark"), (0x370, 0x400, "greek"), (0x400, 0x530, "cyrillic"),
    (0x531, 0x590, "armenian"), (0x590, 0x5EB, "hebrew"), (0x5F0, 0x600, "hebrew"),
    (0x600, 0x700, "arabic"), (0x900, 0xE00, "indic"),
    (0xE00, 0xE80, "thai"), (0xE80, 0xF00, "lao"), (0x10A0, 0x1100, "georgian"), (0x1100, 0x1200, "hangul"),
    (0x1200, 0x13A0, "ethiopic"), (0x1780, 0x1800, "khmer"), (0x1000, 0x10A0, "myanmar"),
    (0x1F00, 0x2000, "greek"), (0x3040, 0x3130, "kana"), (0x3130, 0x3190, "hangul"), (0x3190, 0xA000, "han"),
    (0xAC00, 0xD7B0, "hangul"), (0xF900, 0xFB00, "han"), (0xFF00, 0xFFF0, "fullwidth"),
)  # fmt: skip


def _script(char: str, code: int) -> str:
    if unicodedata.name(char, "") == "":
        return ""
    return next((name for first, last, name in _SCRIPTS if first <= code < last), "")


def plausible(right: str) -> bool:
    """True if all characters are such as texts have."""
    return all(kind_of(char) for char in right)
