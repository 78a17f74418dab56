"""Runs of characters that are UTF-8 in disguise: what they were, and how sure that is.

Real text holds such runs too: a capital with an accent before a closing quotation mark (``IRMÃ»``), an
``é`` before a no-break space and ``»``, a Ukrainian ``Рі``. So each run is graded by what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise

from linter.detectors.encoding_codecs import Misreading, misreadings
from linter.detectors.encoding_kinds import EAST, WESTERN, kind_of, plausible
from linter.lazy import lazy
from linter.record import record

DEEPEST = 5  # a text that was misread more often than this is beyond help
_FOLLOWS_LETTERS = frozenset("\u00a0’‘”“»›«‹…–—•™®°²³¹ªº·")  # signs that stand after a capital in good text
_FOLLOWS_WORDS = frozenset("\u00a0’‘”“»›«‹…–—•")
_SHORT_WORDS = frozenset(("Рё", "Рѕ", "Сѓ", "СЏ"))  # и, о, у, я in Windows-1251
_LATIN_LEAD = re.compile("[ÐÑÎÏĐŃĞ].|×\\S")  # Latin letters that Cyrillic, Greek and Hebrew text does not hold
_LETTER = lazy(r"\p{L}")
NEAR = 60  # code points on each side that tell the script of a text
_CLOSES_WORDS = frozenset("»›”“‹«®™°²³¹ºª·")
_BOXES = re.compile("[\u2500-\u259f]+")
_CYRILLIC_BOXES = re.compile("(?:[╨╤].){2}")
_MATHS = frozenset("√≈∆├┬┼─")
_NEVER = frozenset("ƒ√≈∆¬├┬┼─╨╤╬╧╪┘╫")
_QUOTES = frozenset("\"'“”„‘’‚«»‹›")
CP1252_CONTROLS = {code: bytes((code,)).decode("cp1252") for code in range(0x80, 0xA0) if code not in
                    (0x81, 0x8D, 0x8F, 0x90, 0x9D)}  # fmt: skip
COMMON = re.compile(  # letters and signs of living languages that take two bytes, Vietnamese, quotation marks
    "[\u00a0-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0386-\u03ce\u0400-\u045f\u0490\u0491\u05d0-\u05ea\u060c-\u064a"
    "\u1ea0-\u1ef9\u2010-\u2026\u20ac\u2122]+"
)
_C1 = re.compile("[\x80-\x9f]")


class Grade(IntEnum):
    """How sure it is that a run was misread: only together with a sure one, or by itself."""

    LIKELY = 1
    SURE = 2


@record
class Run:
    """A misread stretch ``text[start:end]``; ``right`` is what it was, ``rival`` what it may have been as well."""

    start: int
    end: int
    right: str
    grade: Grade
    misreading: str
    rival: str = ""

    @property
    def kinds(self) -> frozenset[str]:
        """The scripts and kinds of the characters that it was."""
        return frozenset(map(kind_of, self.right))


def runs(text: str, misreading: Misreading, start: int, end: int) -> Iterator[Run]:
    """Yield the runs of ``text[start:end]`` that may have been misread, in order."""
    for found in misreading.sequences.finditer(text, start, end):
        first = misreading.decode(found.group())
        if first is None:
            yield from _single(text, misreading, *found.span())
            continue
        run = _graded(text, found.start(), found.end(), first, misreading.name)
        if run:
            yield run


def _single(text: str, misreading: Misreading, start: int, end: int) -> Iterator[Run]:
    """Yield the sequences of a run that is no valid UTF-8 as a whole."""
    at = start
    while at < end:
        for size in (2, 3, 4):
            first = misreading.decode(text[at : at + size]) if at + size <= end else None
            if first is not None and len(first) == 1:
                run = _graded(text, at, at + size, first, misreading.name)
                if run:
                    yield run
                at += size
                break
        else:
            at += 1


def _graded(text: str, start: int, end: int, first: str, name: str) -> Run | None:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    right, rival = deepest(first, before, after)
    if _C1.search(right) and name == misreadings()[0].name:
        right = _C1.sub(lambda found: CP1252_CONTROLS.get(ord(found.group()), found.group()), right)
    if not plausible(right):
        return None
    grade = Grade.SURE if right != first else _grade(before, text[start:end], after, right)
    if grade is Grade.LIKELY and _stands_among_its_kind(text, start, end, right):
        grade = Grade.SURE
    return Run(start, end, right, grade, name, rival) if grade else None


def _stands_among_its_kind(text: str, start: int, end: int, right: str) -> bool:
    """True for a short word in Latin signs that becomes a word in the script of the text around it."""
    if text[start:end] in _SHORT_WORDS:
        return text[max(0, start - 1) : start].isspace() and text[end : end + 1].isspace()
    kinds = set(map(kind_of, right)) - WESTERN
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    if not kinds or not _LATIN_LEAD.match(text, start) or _LETTER.search(around):
        return False
    near = text[max(0, start - NEAR) : start] + text[end : end + NEAR]
    return any(kind_of(char) in kinds for char in near)


def deepest(text: str, before: str, after: str) -> tuple[str, str]:
    """Undo further misreadings of a decoded run. Return it and, if another one is only likely, what that gives."""
    for _ in range(DEEPEST):
        found = [(each, right) for each in misreadings() if (right := _whole(each, text))]
        again = next((right for each, right in found if _is_misread_again(text, right, before, after)), None)
        if again is None:
            return text, next((right for _, right in found if not _reads_as_french(text)), "")
        text = again
    return text, ""


def _whole(misreading: Misreading, text: str) -> str | None:
    """Decode a run that can have been misread as a whole."""
    right = misreading.decode(text) if misreading.sequences.fullmatch(text) else None
    if right is None or not plausible(_C1.sub("", right)):
        return None
    return right if misreading.codec == "cp1252" or not _C1.search(right) else None


def _is_misread_again(text: str, right: str, before: str, after: str) -> bool:
    """True if a decoded run was itself misread: common letters came out, or its signs are odd."""
    if _C1.search(right) or COMMON.fullmatch(right):
        return True
    return len(right) > 1 or _is_odd(text) or _grade(before, text, after, right) is Grade.SURE


def _reads_as_french(text: str) -> bool:
    """True for a small letter with an accent, a no-break space and a closing quotation mark."""
    return text[0].islower() and text[1:2] == "\N{NO-BREAK SPACE}" and text[2:] in tuple("»›”’!?:;")


def _is_odd(run: str) -> bool:
    """True if a run holds signs that hardly ever follow or begin a word in good text."""
    if any(char in _NEVER or (char not in _FOLLOWS_LETTERS and not char.isalpha()) for char in run[1:]):
        return True
    return run[0] in _NEVER or (run[0] in "–—" and len(run) > 2 and run[1].isalpha() and run[2] in "–—")


def _grade(before: str, run: str, after: str, right: str) -> Grade | None:
    if _BOXES.fullmatch(run) and not (before.isalpha() or after.isalpha() or _CYRILLIC_BOXES.match(run)):
        return Grade.LIKELY
    kinds = {kind_of(char) for char in right}
    odd = _is_odd(run)
    if kinds <= WESTERN:
        return _grade_western(before, run, after, right, odd=odd)
    if kinds <= {"emoji", "mark", "punct", "sign"}:
        return Grade.SURE
    if kinds - {"latin", "sign", "punct", "mark", "emoji"} <= EAST or len(kinds) <= 2:
        return _grade_foreign(before, run, after, right, odd=odd)
    return Grade.LIKELY if odd else None


def _grade_western(before: str, run: str, after: str, right: str, *, odd: bool) -> Grade | None:
    """Grade accented letters and signs: one odd sign, or capitals and signs as in no word, is proof."""
    if run[0] in _MATHS and not _is_in_word(before, run, after):
        return Grade.LIKELY
    if odd and not _reads_as_text(before, run, after):
        return Grade.SURE
    if is_mixed(before + run + after) and not is_mixed(before + right + after):
        return Grade.SURE
    if before.isupper() or (before and run[0].islower() and before.isalpha()):
        return Grade.LIKELY if odd or run[0] in "ÂВ" else None
    if before in _QUOTES and run[-1] in _QUOTES:
        return None
    if len(right) > 1 or run[0] in "ÂÃ" or (run[-1] in _CLOSES_WORDS and after.islower()):
        return Grade.SURE
    return Grade.LIKELY


def _is_in_word(before: str, run: str, after: str) -> bool:
    """False for a root sign, a box or the like beside numbers and Greek letters, as mathematics has them."""
    if before.isdigit():
        return False
    return before.isalpha() or (after.islower() and run[1] not in "π∑∏∫Ω")


_MIXED_CASE = lazy(
    r"\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}|[√┬├]|\p{Latin}[\p{Greek}\p{Cyrillic}]|[\p{Greek}\p{Cyrillic}]\p{Latin}"
)


def is_mixed(text: str) -> bool:
    """True if small letters and capitals alternate as in no word."""
    return _MIXED_CASE.search(text) is not None


def _reads_as_text(before: str, run: str, after: str) -> bool:
    """True for a capital with one sign such as good text may hold: ``5 Ä¼``, ``[Å]``-like lists of signs."""
    return len(run) == 2 and not before.isalpha() and not after.isalpha() and run[0] not in "ÂÃĂГ├√┬¬Ć"


def _grade_foreign(before: str, run: str, after: str, right: str, *, odd: bool) -> Grade | None:
    """Grade letters of another script: several in a row, or one that stands alone, with an odd sign."""
    if len(right) > 1 and (odd or _cases(run) or _glued(run)):
        return Grade.SURE
    alone = not before.isalpha() and not after.isalpha()
    if odd and alone:
        return Grade.SURE
    return Grade.LIKELY if odd or alone else None


def _cases(run: str) -> bool:
    """True if capitals alternate with small letters and signs as in no word: ``РґРѕС…``, not ``О’Ні``."""
    tails = run[1::2]
    if len(run) < 4 or not all(map(str.isupper, run[::2])) or all(map(str.isupper, tails)):
        return False
    return len(run) >= 6 or not any(char in _FOLLOWS_WORDS for char in tails)


def _glued(run: str) -> bool:
    """True if a closing mark is followed by a letter without a space, as nowhere in good text."""
    return run[0].islower() and any(mark in _CLOSES_WORDS and letter.isalpha() for mark, letter in pairwise(run))
