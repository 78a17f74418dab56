"""Numbers written in words: whether a text says a number without digits.

The words are stems (``rules/pairs/_number-words.tsv``), and a stem that begins any word will do: a number that is
taken for said costs a finding, one that is taken for lost is a false alarm.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import regex

from linter.lazy import lazy
from linter.record import record

_NATIVE = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
_NATIVE_RUN = lazy("[〇零一二三四五六七八九两兩十百千万萬億亿兆]{1,24}")
_ROMAN = lazy(r"(?<![\p{L}\d])[IVXLCDMХІ]+(?=\p{Ll}{0,2}(?![\p{L}\d]))")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000, "Х": 10, "І": 1}
_COMPOUNDING = frozenset({"de", "nl", "sv", "da", "nb", "fi", "hu", "it", "tr"})
UNSPACED = frozenset({"ja", "zh", "ko", "th", "lo", "km", "my"})


@record
class NumberWords:
    """The number words of one language; each entry is a list of stems."""

    language: str
    ones: tuple[tuple[str, ...], ...] = ()
    tens: tuple[tuple[str, ...], ...] = ()
    large: tuple[tuple[str, ...], ...] = ()
    months: tuple[tuple[str, ...], ...] = ()
    scales: tuple[tuple[str, int], ...] = ()

    @property
    def has_signs(self) -> bool:
        """True if scales are signs that follow each other: “3.4万亿”."""
        return self.language in ("ja", "zh", "ko")

    @cached_property
    def scale(self) -> regex.Pattern[str]:
        """Matches a scale word right after a number; the longest stem wins."""
        if self.has_signs:
            signs = "".join(stem for stem, _ in self.scales if len(stem) == 1)
            return regex.compile(rf"\s?[多余餘數数여]?(?P<stem>[{signs}]+)")
        stems = sorted((regex.escape(stem) for stem, _ in self.scales if len(stem) > 1), key=len, reverse=True)
        signs = "".join(stem for stem, _ in self.scales if len(stem) == 1)
        parts = [
            *stems,
            *([f"[{signs}](?!\\p{{L}})" if self.language not in UNSPACED else f"[{signs}]"] if signs else []),
        ]
        return regex.compile(rf"[\s-]?(?P<stem>{'|'.join(parts) or '(?!)'})")

    def power(self, stem: str) -> int:
        """Return the power of ten of a scale word, or of a run of scale signs."""
        powers = dict(self.scales)
        return sum(powers[sign] for sign in stem) if self.has_signs else powers[stem]

    def stems(self, value: int) -> tuple[tuple[str, ...], ...]:
        """Return the stems that say a number, a list for each word of it; empty if we do not know."""
        if value < len(self.ones):
            return (self.ones[value],)
        if 20 < value < 100 and self.tens:
            ten, one = divmod(value, 10)
            head = self.ones[20] if ten == 2 else self.tens[ten - 3]
            return (head, self.ones[one]) if one and ten not in (7, 8, 9) else (head,)
        if 100 < value < 1000 and value % 100 and self.large:
            hundreds, rest = divmod(value, 100)
            return (*(self.ones[hundreds : hundreds + 1] if hundreds > 1 else ()), self.large[0], *self.stems(rest))
        for part, stems in zip((1000, 100), reversed(self.large), strict=False):
            if value % part == 0:
                return (stems,)
        return ()


@record
class Said:
    """The words of a text, to look numbers up in."""

    text: str
    words: NumberWords | None

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    def says(self, value: int) -> bool:
        """True if a word, a month or a numeral without digits says the number."""
        if value in self.native or value in self.roman:
            return True
        if self.words is None:
            return False
        if 1 <= value <= len(self.words.months) and self._has(self.words.months[value - 1]):
            return True
        stems = self.words.stems(value)
        if len(stems) > 1:  # “hunderteinunddreißig”: the parts stand anywhere in a word
            return all(any(stem in self.lower for stem in part) for part in stems)
        return bool(stems) and self._has(stems[0])

    def says_power(self, power: int) -> bool:
        """True if a word says this power of ten: “a million”."""
        if self.words is None:
            return False
        return self._has([stem for stem, own in self.words.scales if own == power and len(stem) > 1])

    @property
    def knows(self) -> bool:
        """True if we know the number words of the language."""
        return self.words is not None

    @property
    def _is_unspaced(self) -> bool:
        return self.words is not None and self.words.language in UNSPACED

    def _has(self, stems: Sequence[str]) -> bool:
        if self._is_unspaced:
            return any(stem in self.lower for stem in stems)
        return any(stem in self.lower and self._begins(stem) for stem in stems)

    def _begins(self, stem: str) -> bool:
        """True if the stem begins a word, or stands anywhere in a language of compounds: “fünfundzwanzig”."""
        if len(stem) > 3 and self.words is not None and self.words.language in _COMPOUNDING:
            return True
        return regex.search(rf"(?<!\p{{L}}){regex.escape(stem)}", self.lower) is not None

    @cached_property
    def native(self) -> frozenset[int]:
        """The values of Chinese numerals."""
        if self.words is None or self.words.language not in ("ja", "zh"):
            return frozenset()
        return frozenset(native_value(found.group()) for found in _NATIVE_RUN.finditer(self.lower))

    @cached_property
    def roman(self) -> frozenset[int]:
        """The values of Roman numerals (“XXe siècle”, “XX век”)."""
        return frozenset(_roman_value(found.group().upper()) for found in _ROMAN.finditer(self.text))


def native_value(numeral: str) -> int:
    """Return the value of a Chinese numeral, also of one written digit by digit."""
    if not any(char in _UNITS for char in numeral):
        return int("".join(str(_NATIVE[char]) for char in numeral))
    total = section = digit = 0
    for char in numeral:
        if char in _NATIVE:
            digit = _NATIVE[char]
        elif _UNITS[char] >= 10**4:
            total += (section + digit or 1) * _UNITS[char]
            section = digit = 0
        else:
            section += (digit or 1) * _UNITS[char]
            digit = 0
    return total + section + digit


def _roman_value(numeral: str) -> int:
    values = [_ROMAN_VALUES[char] for char in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def read_words(rows: Sequence[Sequence[str]]) -> Mapping[str, NumberWords]:
    """Return the number words by language from the rows of the table: language, part, words."""
    parts: dict[str, dict[str, tuple[object, ...]]] = {}
    for language, part, words in rows:
        if part == "scales":
            pairs = (word.rpartition("=") for word in words.split())
            value: tuple[object, ...] = tuple((stem, int(power)) for stem, _, power in pairs)
        else:
            value = tuple(tuple(word.split("/")) for word in words.split())
        parts.setdefault(language, {})[part] = value
    return {language: NumberWords(language, **found) for language, found in parts.items()}  # type: ignore[arg-type]  # the fields are read from a table
