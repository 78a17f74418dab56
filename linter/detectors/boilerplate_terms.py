"""The terms of page furniture: phrases of word stems, and lines with slots.

A phrase such as ``kommentar*|antwort* + schreib*|hinterlass*`` has parts that all must stand in a line,
in any order: machine translation changes the order of words before it changes the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from linter.detectors.literals import is_selective
from linter.lazy import lazy
from linter.lines import line_key, lowered

_UNSPACED = lazy(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
LONGEST_SLOTTED = 140  # code points of a line with slots
UNSPACED_WEIGHT = 2.5  # letters that a character of Chinese, Japanese or Thai stands for
LONGEST_UNSPACED = 60  # the same in scripts without spaces
_WORD = lazy(r"[\p{L}\p{M}\p{N}_]+")
_LATIN = lazy(r"[a-z0-9]+")
_NUMBER = lazy(r"\d[\d.,:]*(?<=\d)|\d")
_COUNT = lazy(r"(\d)x ")
_SLOT = lazy(r"\{(\w+)\}")
_APOSTROPHE = lazy(r"['’]")
_BLANKS = lazy(r"\s+")
_LETTER = lazy(r"[^\W_]")
_NAME_WORD = r"(?:[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*|d[aeiou]s?|van|von|der|den|bin|al|y)"
_DATE = (
    r"(?:[\p{L}\p{M}.,]{0,14}\s){0,3}\d[\d\s./:,年月日時分秒년월일시-]*"
    r"(?:\s?[\p{L}\p{M}.,]{1,14}){0,3}(?:\s?\d[\d.:,]*)?(?:\s?[\p{L}\p{M}.,]{1,12}){0,2}"
)
_NAME = rf"{_NAME_WORD}(?:[ ・]{_NAME_WORD}){{0,3}}"
_SLOTS = {  # what fills a slot: patterns for slots, not for lines, as compiling one takes 2 ms
    "n": lazy(r"\d[\d.,]*\s?[km]?"),
    "date": lazy(_DATE),
    "name": lazy(_NAME),
    "name-date": lazy(rf"{_NAME}(?:,?\s+(?:\p{{Ll}}{{1,4}}\s+)?{_DATE})?"),
    "any": lazy(r"\S+(?:\s+\S+){0,11}"),
}
_SIGNS = " \t*_-–—|»«›•·…→>“”\"':：,.!?()（）[]「」『』【】"  # what may stand before or after a line with slots


def is_unspaced(text: str) -> bool:
    """True if ``text`` has characters of a script that writes no spaces between words."""
    return not text.isascii() and bool(_UNSPACED.search(text))


def spread(line: str) -> str:
    """Return the words of a lower-case line with one blank around each; Latin words leave kana and hanzi alone.

    Numbers read ``0``.
    """
    line = _NUMBER.sub("0", line)
    if is_unspaced(line):
        line = _LATIN.sub(r" \g<0> ", line)
    return f" {' '.join(_WORD.findall(line))} "


def needle(term: str) -> str:
    """Return what of a stem stands in a spread line: a ``*`` at either end stands for more letters of the word."""
    if is_unspaced(term):
        return term.strip("*")
    body = " ".join(_WORD.findall(term))
    return ("" if term.startswith("*") else " ") + body + ("" if term.endswith("*") else " ")


@dataclass(frozen=True)
class Phrase:
    """Parts that must all stand in one line; ``times`` different alternatives of a part, mostly one."""

    parts: tuple[tuple[str, ...], ...]
    times: tuple[int, ...]

    def literals(self, language: str) -> tuple[str, ...]:
        """Return the alternatives of the part that is rarest in a language.

        Where every part has a short word, the long words of all parts: a line of short words only is missed.
        """
        bodies = [tuple(each for word in part for each in _written(word.strip("*"))) for part in self.parts]
        counted = zip(bodies, self.times, strict=True)
        fit = [part if n == 1 else _longest(part) for part, n in counted if n > 1 or all(map(is_selective, part))]
        if not fit:
            return tuple(dict.fromkeys(word for part in bodies for word in part if is_selective(word)))
        return min(fit, key=lambda part: sum(frequency(word, language) for word in part))

    @cached_property
    def _needles(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(map(needle, part)) for part in self.parts)

    @cached_property
    def _first_words(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(_first(word) for word in part) for part in self.parts)

    def may_stand_in(self, text: str) -> bool:
        """True if each part has a word somewhere in a lower-case text: a quick look before ``spread``."""
        return all(any(word in text for word in part) for part in self._first_words)

    def stands_in(self, words: str) -> bool:
        """True if all parts stand in a line that is ``spread``."""
        for needles, times in zip(self._needles, self.times, strict=True):
            found = (each in words for each in needles)
            if not any(found) or (times > 1 and 1 + sum(found) < times):
                return False
        return True


def _written(word: str) -> tuple[str, ...]:
    """Return a word with each of the apostrophes that texts have."""
    return (word, word.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")) if "'" in word else (word,)


def _first(word: str) -> str:
    """Return what a line with the word has in any case: its letters up to a blank or an apostrophe, no number."""
    return _APOSTROPHE.split(word.strip("*").split()[0])[0].strip("0")


def _longest(part: tuple[str, ...]) -> tuple[str, ...]:
    """Return the longer half of the alternatives: of three that must stand in a line, one is nearly always there."""
    return tuple(filter(is_selective, sorted(part, key=lambda word: (-len(word), word))[: (len(part) + 1) // 2 + 1]))


def frequency(literal: str, language: str) -> float:
    """Return about how often a literal stands in a thousand million words, inside of words too."""
    from linter.language.lexicon import lexicon  # noqa: PLC0415  only compiling rules needs it

    words = lexicon(language)
    by_length = 10 ** (6.5 - 0.5 * len(literal) * (UNSPACED_WEIGHT if is_unspaced(literal) else 1))
    if words is None:
        return float(by_length)
    first, *others = literal.split()
    common = [words.frequency(first), *(10 ** words.zipf(word) for word in others)]
    return max(by_length, min(common))


@cache
def phrase(source: str) -> Phrase:
    """Read a phrase: parts between ``+``, alternatives between ``|``, ``3x`` for three different ones."""
    parts, times = [], []
    for part in source.split(" + "):
        count = _COUNT.match(part)
        times.append(int(count[1]) if count else 1)
        words = part[count.end() :] if count else part
        parts.append(tuple(lowered(word.strip()) for word in words.split("|")))
    return Phrase(tuple(parts), tuple(times))


@dataclass(frozen=True)
class Slotted:
    """A line with slots: ``{n}`` a number, ``{date}``, ``{name}`` up to 4 words, ``{any}`` up to 12.

    A date may follow a name at the end.
    """

    source: str

    @cached_property
    def literal(self) -> str:
        return max((piece.strip() for piece in self._pieces), key=len)

    @cached_property
    def _pieces(self) -> tuple[str, ...]:
        """What stands before, between and after the slots, in lower case."""
        return tuple(_BLANKS.sub(" ", lowered(part)) for part in _SLOT.split(self.source)[::2])

    @cached_property
    def _slots(self) -> tuple[str, ...]:
        slots = _SLOT.split(self.source)[1::2]
        return (*slots[:-1], "name-date") if self.source.endswith("{name}") else tuple(slots)

    def fills(self, line: str) -> bool:
        """True if ``line`` is this line from end to end, but for signs at its edges."""
        if len(line) > LONGEST_SLOTTED or (len(line) > LONGEST_UNSPACED and is_unspaced(line)):
            return False
        gaps = self._gaps(" ".join(line.split()))
        if gaps is None or _LETTER.search(gaps[0]) or _LETTER.search(gaps[-1]):
            return False
        return all(
            _SLOTS[slot].fullmatch(gap, timeout=1.0) is not None
            for slot, gap in zip(self._slots, gaps[1:-1], strict=True)
        )

    def _gaps(self, text: str) -> list[str] | None:
        """Return what stands around the pieces: before the first, in each slot, after the last."""
        gaps, at, lower = [], 0, lowered(text)
        for number, piece in enumerate(self._pieces):
            last = number == len(self._pieces) - 1
            found = (lower.rfind(piece, at) if last else lower.find(piece, at)) if piece else (len(text) if last else 0)
            if found < at:
                return None
            gaps.append(text[at:found])
            at = found + len(piece)
        gaps.append(text[at:])
        if not self._pieces[0]:
            gaps[1] = gaps[1].lstrip(_SIGNS)
        if not self._pieces[-1]:
            gaps[-2] = gaps[-2].rstrip(_SIGNS)
        return gaps


@cache
def slotted(source: str) -> Slotted:
    """Return the line with slots; its pattern is compiled once for all rules and languages."""
    return Slotted(source)


def has_slots(term: str) -> bool:
    """True if a line has a slot other than ``{n}``, which a line key holds as 0."""
    return any(slot != "n" for slot in _SLOT.findall(term))


def key_of(term: str) -> str:
    """Return the key (``linter.facts.line_key``) of a line without slots but ``{n}``."""
    return line_key(term.replace("{n}", "0"))
