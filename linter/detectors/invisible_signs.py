"""Classes of invisible characters, and where each of them has work to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from linter.lazy import lazy
from linter.types import Confidence, Safety


class Verdict(NamedTuple):
    """What is wrong: ``text[start:end]``, what should stand there, and how far that may be trusted."""

    start: int
    end: int
    text: str = ""
    safety: Safety | None = Safety.SAFE
    confidence: Confidence = Confidence.HIGH


Judge = Callable[[str, int, int], Verdict | None]

NEAR = 400  # code points on each side in which a letter written from right to left needs direction marks

_RIGHT_TO_LEFT = lazy(
    "[\u0590-\u0619\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_JOINED = lazy(  # scripts whose letters join or stack, and marks of emoji
    "[\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\ua8ff\ua980-\uabff\ufb50-\ufdff"
    "\ufe70-\ufefc\U00010a00-\U00010aff\U00011000-\U00011fff]"
)
_UNSPACED = lazy("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u1aff\ua980-\ua9df\uaa60-\uaadf]")
_EMOJI = lazy(
    r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}"
    r"\U000E007F\U0001F1E6-\U0001F1FF\u2640\u2642\u2695]"
)
_TAKES_SELECTOR = lazy(
    r"[\p{Emoji}\p{Han}\p{Kana}\p{So}\p{Sm}\p{Mongolian}\p{Myanmar}\p{Phags_Pa}\p{Hebrew}\u3000-\u30ff\uff00-\uffef]"
)
_MARK = lazy(r"[\p{M}\p{Hebrew}]")
_LIGATURE = lazy("[Ff][fijltbhk]")

_JOINERS = frozenset("\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")
_GRAPHEME_JOINER = "\N{COMBINING GRAPHEME JOINER}"
_TRUNCATED = {"\x13": "–", "\x14": "—", "\x18": "‘", "\x19": "’", "\x1c": "“", "\x1d": "”", "\x1e": "-"}
_BREAKS = frozenset("\x0b\x0c\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}")
_BULLETS = lazy("[\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf076\uf06e\uf02d]")


def _sides(text: str, start: int, end: int) -> tuple[str, str]:
    return text[start - 1 : start] if start else "", text[end : end + 1]


def zero_width(text: str, start: int, end: int) -> Verdict | None:
    """Joiners stay in scripts and emoji that need them, spaces of no width in scripts that write none."""
    before, after = _sides(text, start, end)
    run = text[start:end]
    if _JOINERS.issuperset(run) and _joins(before, after, run):
        return None
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return None
    if run == _GRAPHEME_JOINER and (_MARK.match(before) or _MARK.match(after)):
        return None
    if before.islower() and after.isupper():
        return Verdict(start, end, " ", Safety.SUGGEST)
    return Verdict(start, end)


def _joins(before: str, after: str, run: str) -> bool:
    if _JOINED.match(before) or _JOINED.match(after):
        return True
    if run == "\N{ZERO WIDTH JOINER}" and _EMOJI.match(before) and _EMOJI.match(after):
        return True
    return run == "\N{ZERO WIDTH NON-JOINER}" and bool(_LIGATURE.match(before + after))


def soft_hyphen(text: str, start: int, end: int) -> Verdict | None:
    """In and after a word it goes; between numbers or spaces a hyphen or dash was meant."""
    before, after = _sides(text, start, end)
    if before.isalpha() and after in ("\n", "\r"):
        return Verdict(start, end, "", None)
    if (before.isdigit() and after.isdigit()) or (before.isspace() and after.isspace()):
        return Verdict(start, end, "-", Safety.SUGGEST)
    return Verdict(start, end)


def bidi(text: str, start: int, end: int) -> Verdict | None:
    """Direction marks stay where letters that are written from right to left stand near."""
    near = _RIGHT_TO_LEFT.search(text, max(0, start - NEAR), end + NEAR)
    return None if near else Verdict(start, end)


def control(text: str, start: int, end: int) -> Verdict | None:
    """Most go; those that were a line break, a dash or a quotation mark are for a human to judge."""
    before, after = _sides(text, start, end)
    run = text[start:end]
    at_edge = before in ("", "\n", "\r") or after in ("", "\n", "\r")
    if _BREAKS.issuperset(run):
        if at_edge:
            return None if "\x0c" in run else Verdict(start, end)
        return Verdict(start, end, "\n", Safety.SUGGEST)
    if run in _TRUNCATED and not (before.isspace() and after.isspace() and run > "\x14"):
        return Verdict(start, end, _TRUNCATED[run], Safety.SUGGEST)
    if "\b" in run or (before.isspace() and after.isspace() and not at_edge):
        return Verdict(start, end, "", Safety.SUGGEST)
    return Verdict(start, end)


def private(text: str, start: int, end: int) -> Verdict | None:
    """Icons that stand alone go; a bullet of a symbol font becomes one; others are for a human to judge."""
    before, after = _sides(text, start, end)
    if before in ("", "\n") and _BULLETS.fullmatch(text, start, end):
        return Verdict(start, end, "•", Safety.SUGGEST)
    if (not before or before.isspace()) and (not after or after.isspace()):
        eaten = end + 1 if after == " " else end
        return Verdict(start, eaten, "", Safety.UNSAFE)
    return Verdict(start, end, "", None, Confidence.MEDIUM)


def selector(text: str, start: int, end: int) -> Verdict | None:
    """One variation selector may follow an emoji, a symbol or a Han character; tags belong to flags."""
    before, _ = _sides(text, start, end)
    run = text[start:end]
    if "\U000e0020" <= run[0] <= "\U000e007f":
        is_flag = before == "\N{WAVING BLACK FLAG}" and run.endswith("\U000e007f")
        return None if is_flag else Verdict(start, end)
    kept = start + 1 if _TAKES_SELECTOR.match(before) else start
    return Verdict(kept, end) if kept < end else None


_ESCAPE = r"\x1b\[[0-9;?]{0,20}[A-Za-z]|\x1b[()][A-Z0-9]"
CLASSES: dict[str, tuple[re.Pattern[str], Judge]] = {
    "bidi": (re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"), bidi),
    "control": (
        re.compile(
            f"{_ESCAPE}|[\x0b\x0c\x85\u2028\u2029]+"
            "|[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x81\x8d\x8f\x90\x9d\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]+|\x1b"
        ),
        control,
    ),
    "private": (re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]+"), private),
    "selector": (re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]+|[\U000e0000-\U000e007f]+"), selector),
    "soft-hyphen": (re.compile("\xad+"), soft_hyphen),
    "zero-width": (re.compile("(?:(?!\\A\ufeff)[\u034f\u180e\u200b-\u200d\u2060\u206a-\u206f\ufeff])+"), zero_width),
}
