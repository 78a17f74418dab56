"""The numbers of a text, read so that the forms of two languages compare: 1,234.5 and 1.234,5 are one.

A number may be read in several ways (1.234 is a thousand here and one and a bit there); two are the same if they
share a reading.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import regex

from linter.lazy import lazy
from linter.pairs.number_words import UNSPACED, NumberWords, Said

_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_NUMBER = lazy(
    rf"""
    (?<!\d)
    (?: \d{{1,3}}(?P<group>[{_SPACES},.'’٬_])\d{{3}}(?:(?P=group)\d{{3}})*(?!\d)
      | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)
      | \d+ )
    (?:[.,٫·]\d+)*
    """,
    regex.VERBOSE,
)
_GROUPED = lazy(rf"\d{{1,3}}(?:[{_SPACES},.'’٬_]\d{{3}})+|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}")
_PARTED = lazy(
    rf"(?P<whole>\d+|\d{{1,3}}(?:[{_SPACES},.'’٬_]\d{{3}})+|\d{{1,2}}(?:,\d{{2}})+,\d{{3}})[.,٫·](?P<part>\d+)"
)
_RUN = lazy(r"\d+")
_FRACTIONS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8", "⅕": "1/5"}
_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉")
_LIST_MARK = lazy(r"(?m)^\s*(?:\(?\d{1,2}[.)、．]|[#*-]+)\s")
_IMPERIAL = lazy(
    r"""[\s-]{0,2}(?:°\s?F|fahrenheit|miles?\b|mi\b|mph\b|feet\b|foot\b|ft\b|inch(?:es)?\b|in\.|yards?\b|yd\b|pounds?\b|lbs?\b
    |ounces?\b|oz\b|gallons?\b|gal\b|acres?\b|["″′](?!\w))""",
    regex.VERBOSE | regex.IGNORECASE,
)
_ENTITY = lazy(r"&#?\w{2,8};")
_CLOCK = lazy(r"\b[ap]\.?\s?m\b|[午오][前後전후]|上午|下午|晚上|凌晨", regex.IGNORECASE)
_NEXT = lazy(r"\s?(?:[-–—~〜～]|\p{L}{1,3})\s?[$£€¥]?\d+(?:[.,]\d+)?")  # “99.4 to 88.5 billion”
_PAST = frozenset("-–—/'’‘~〜～−")
_HALF_DAY = 12
_POWERS = {"1" + "0" * power: power for power in (6, 9, 12)}
_LONGEST = 30  # code points of what is a number


class Number(NamedTuple):
    """A number. ``readings`` are its values as plain decimals, ``runs`` its runs of digits without leading zeros.

    ``is_local``: another place has another (miles, codes of phones). ``is_named``: a part of a name (Catch-22).
    ``is_scaled``: a word such as “million” follows.
    """

    start: int
    end: int
    text: str
    readings: frozenset[str]
    runs: tuple[str, ...]
    is_local: bool = False
    is_named: bool = False
    is_scaled: bool = False

    @property
    def value(self) -> int | None:
        """The number, if it is one run of digits."""
        return int(self.runs[0]) if len(self.runs) == 1 and len(self.runs[0]) < 16 else None


@cache
def _digits() -> dict[int, str]:
    """Return what turns the digits of all scripts and full-width marks into plain ones, one for one."""
    table = {0xFF0E: ".", 0xFF0C: ",", 0xFF05: "%"}
    for code in range(0x660, 0x10000):
        value = unicodedata.decimal(chr(code), None)
        if value is not None:
            table[code] = str(value)
    return table


def plain_digits(text: str) -> str:
    """Return the text with ASCII digits, offsets kept."""
    return text if text.isascii() else text.translate(_digits())


def read_numbers(text: str, words: NumberWords | None) -> tuple[Number, ...]:
    """Return the numbers of a text in order; the numbering of lists is none."""
    if not _RUN.search(text):
        return ()
    plain = _ENTITY.sub(lambda found: " " * len(found.group()), plain_digits(text))
    plain = _LIST_MARK.sub(lambda found: " " * len(found.group()), plain)
    numbers = [_number(plain, found, words) for found in _NUMBER.finditer(plain)]
    return tuple(_joined(numbers, plain, words))


def _number(text: str, found: regex.Match[str], words: NumberWords | None) -> Number:
    token = found.group()
    readings = set(_readings(token))
    scale = words.scale.match(text, found.end()) if words is not None and len(token) <= _LONGEST else None
    if scale is None and words is not None and len(token) <= _LONGEST and (after := _NEXT.match(text, found.end())):
        scale = words.scale.match(text, after.end())
    if scale and words is not None:
        power = words.power(scale["stem"])
        readings |= {_canonical(Decimal(each).scaleb(power)) for each in tuple(readings)}
    runs = tuple(run.lstrip("0") or "0" for run in _RUN.findall(token)) if len(token) <= _LONGEST else (token,)
    before = text[found.start() - 1 : found.start()] if found.start() else ""
    if len(runs) == 1 and len(token) == 4 and token[:2] in ("18", "19", "20"):
        readings.add("'" + token[2:])
    if len(token) == 2 and (before in _PAST or text[found.end() : found.end() + 2] in ("s ", "'s", "’s", "er", "年代")):
        readings |= {"'" + token, token}
    is_local = before == "+" or _IMPERIAL.match(text, found.end()) is not None
    is_named = before == "-" and text[max(0, found.start() - 2) : found.start() - 1].isalpha()
    return Number(*found.span(), token, frozenset(readings), runs, is_local, is_named, scale is not None)


def _readings(token: str) -> Iterable[str]:
    """Yield what a number may mean; very long ones are codes."""
    if len(token) > _LONGEST:
        yield token
        return
    if token.isdigit():
        yield _canonical(Decimal(token))
        return
    yield token
    if _GROUPED.fullmatch(token):
        yield _canonical(Decimal(regex.sub(r"\D", "", token)))
    parted = _PARTED.fullmatch(token)
    if parted:
        yield _canonical(Decimal(regex.sub(r"\D", "", parted["whole"]) + "." + parted["part"]))


def _canonical(value: Decimal) -> str:
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.lstrip("0") or "0" if not text.startswith("0.") else text


def _joined(numbers: list[Number], text: str, words: NumberWords | None) -> Iterable[Number]:
    """Yield the numbers; “3亿5000万” are two that also make one."""
    if words is None or words.language not in UNSPACED:
        return numbers
    result: list[Number] = []
    for number in numbers:
        last = result[-1] if result else None
        if (
            last is not None
            and 0 < number.start - last.end <= 2
            and words.scale.fullmatch(text, last.end, number.start)
        ):
            sums = frozenset(
                _canonical(Decimal(one) + Decimal(other))
                for one in last.readings
                for other in number.readings
                if regex.fullmatch(r"\d+(?:\.\d+)?", one) and regex.fullmatch(r"\d+(?:\.\d+)?", other)
            )
            result[-1] = last._replace(readings=last.readings | sums)
            result.append(number._replace(readings=number.readings | sums))
        else:
            result.append(number)
    return result


def unmatched(numbers: Iterable[Number], others: Iterable[Number], said: Said, own: str) -> list[Number]:
    """Return the numbers that stand nowhere on the other side, neither in digits nor in words.

    ``said`` are the words of the other side, ``own`` is the text of the numbers.
    """
    others = tuple(others)
    readings = frozenset().union(*(other.readings for other in others))
    runs = {run for other in others for run in other.runs} | _fractions(said.text)
    halves = _HALF_DAY if _CLOCK.search(said.text) or _CLOCK.search(own) else None
    left = []
    for number in numbers:
        if not (number.readings.isdisjoint(readings) and not all(run in runs for run in number.runs)):
            continue
        if any(_is_said(run, said) for run in number.runs[:1]) and all(
            run in runs or _is_said(run, said) for run in number.runs
        ):
            continue
        if any(said.says_power(power) for reading, power in _POWERS.items() if reading in number.readings):
            continue
        if halves and all(run in runs or _by_clock(run, runs) for run in number.runs):
            continue
        left.append(number)
    return left


def _fractions(text: str) -> set[str]:
    return {part for sign, parts in _FRACTIONS.items() if sign in text for part in parts.split("/")}


def _is_said(run: str, said: Said) -> bool:
    return len(run) < 13 and said.says(int(run))


def _by_clock(run: str, runs: set[str]) -> bool:
    """True if another run is the hour of a twelve-hour clock, or of one with twenty-four."""
    if len(run) > 2:
        return False
    hour = int(run)
    return str(hour + _HALF_DAY) in runs or (hour >= _HALF_DAY and str(hour - _HALF_DAY) in runs) or hour in (0, 12)
