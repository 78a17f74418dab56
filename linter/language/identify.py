"""Which language a text and its lines are in: naive Bayes over frequent words, after a look at the script.

When the evidence is weak a text is ``und`` and a line is in its document's language: a rule that abstains
costs less than one that runs on the wrong language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linter.language.gains import MOST_WORDS, foreign_words, frequent_words, table
from linter.language.script import cjk_language, holds_foreign_script, rare_script_language
from linter.types import UNKNOWN_LANGUAGE

LEAST_WORDS = 6  # of a line that gets a language of its own

_QUICK, _CAREFUL = (6, 64), (12, 180)  # windows spread over the text, and code points in each
_WORD = re.compile(
    "[^\x00-@\\[-`{-\xbf\u05be\u060c\u061b\u061f\u0964\u0965"  # not ZWNJ: it stands inside Persian words
    "\u2000-\u200a\u2010-\u206f\u3000-\u303f\uff00-\uff20\ufff0-\uffff]{2,}"
)
_MASK = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for code, addresses and tags in a view
_CODE_SIGNS = "(){}[]<>=;_/\\|#$&*+@"


@dataclass(frozen=True, slots=True)
class _Demand:
    """What a verdict must reach, in steps of gain.

    ``gain`` is the part of the usual gain; ``relief`` lowers it where the lead is a great part of the gain.
    ``lead`` over the next language: in all, and a word.
    """

    words: int
    gain: float
    lead: int
    lead_a_word: float
    relief: float = 0.0


_QUICK_DEMAND = _Demand(words=24, gain=0.3, lead=120, lead_a_word=1.5)
_CAREFUL_DEMAND = _Demand(words=5, gain=0.4, lead=60, lead_a_word=2, relief=0.4)
_LINE_DEMAND = _Demand(words=5, gain=0.35, lead=60, lead_a_word=10)
_GLANCE_DEMAND = _Demand(words=0, gain=0, lead=60, lead_a_word=0)
_EXTRA_GAIN = 1.5  # divided by the words: a short text must be clearer
_SIGNS_A_WORD = 0.4
_LEAST_LENGTH = 16  # code points of a line that gets a language of its own
_HEAD = 60  # code points at the beginning of a line that show whether it is worth a closer look
_FEW_WORDS = 8
_LINES_AT_ONCE = 1000


def identify(text: str) -> str:
    """The language of most of the text as a BCP 47 tag, or ``und``. Masked places do not count."""
    text = text.replace(_MASK, "")
    sample = _sample(text, *_QUICK)
    if not sample.isascii() and (language := cjk_language(sample)) != UNKNOWN_LANGUAGE:
        return language
    words = _running_words(sample.split(), sample)
    language = _verdict(_frequent(words), len(words), _QUICK_DEMAND)
    return language if language != UNKNOWN_LANGUAGE else _identify_carefully(_sample(text, *_CAREFUL))


def _frequent(words: list[str]) -> list[str]:
    """The words that are frequent in some language: enough for a clear text, and always in the memory."""
    return list(filter(frequent_words().__contains__, words))


def _identify_carefully(sample: str) -> str:
    words = _WORD.findall(sample)
    if _is_code(sample, words) or len(set(words)) < LEAST_WORDS:
        return _language_of_script(sample, UNKNOWN_LANGUAGE)
    words = _running_words(words, sample)
    language = _verdict(words, len(words), _CAREFUL_DEMAND)
    return language if language != UNKNOWN_LANGUAGE else _language_of_script(sample, UNKNOWN_LANGUAGE)


def _language_of_script(text: str, expected: str) -> str:
    if text.isascii():
        return UNKNOWN_LANGUAGE
    language = cjk_language(text, expected)
    return language if language != UNKNOWN_LANGUAGE else rare_script_language(text)


def _sample(text: str, windows: int, width: int) -> str:
    """Windows of ``width`` code points, spread evenly from the beginning to the end."""
    if len(text) <= windows * width:
        return text
    step = (len(text) - width) / (windows - 1)
    starts = [round(step * number) for number in range(windows)]
    return " ".join([text[start : start + width] for start in starts])


def _running_words(words: list[str], sample: str) -> list[str]:
    """The words without a capital: names and headings say little. All of them if the sample is in capitals.

    At most ``MOST_WORDS``, spread over the sample.
    """
    words = words[:: len(words) // MOST_WORDS + 1]
    lower = list(filter(str.islower, words))
    if 3 * len(lower) > len(words):
        return lower
    if sample.isupper():
        return [word.lower() for word in words]
    return [word for word in words if word == word.lower()]


def _verdict(words: list[str], count: int, demand: _Demand, expected: str = UNKNOWN_LANGUAGE) -> str:
    """The language that the words, chosen from ``count`` of the text, speak for, or ``expected``."""
    if count < demand.words:
        return expected
    known = table()
    scores = known.scores(words)
    *_, second, first = sorted(scores)
    best = scores.index(first)
    rival = scores[known.languages.index(expected)] if expected in known.languages else second
    if first - rival < max(demand.lead, demand.lead_a_word * count):
        return expected
    needed = (demand.gain + _EXTRA_GAIN / count) * (1 - demand.relief * (first - second) / first)
    if first < needed * known.usual[best] * count:
        return expected
    return known.languages[best]


def _is_code(text: str, words: list[str]) -> bool:
    return sum(map(text.count, _CODE_SIGNS)) > _SIGNS_A_WORD * len(words)


def foreign_lines(lines: Sequence[str], language: str) -> dict[int, str]:
    """The language of each line, by its number, that is not in the ``language`` of its document.

    A line under ``LEAST_WORDS`` words, or one that could be in either, is in the document's language.
    """
    found = {}
    for first in range(0, len(lines), _LINES_AT_ONCE):
        some = lines[first : first + _LINES_AT_ONCE]
        for number in _suspects([line[:_HEAD] for line in some], language):
            other = _line_language(some[number], language)
            if other != language:
                found[first + number] = other
    return found


def _suspects(heads: list[str], language: str) -> Iterable[int]:
    """The lines whose beginnings hold words or characters that the language hardly uses."""
    if language == UNKNOWN_LANGUAGE:
        return range(len(heads))
    together = "\n".join(heads)
    words = foreign_words(language).intersection(together.split())
    suspects = {number for number in _lines_that_may_hold(words, heads) if not words.isdisjoint(heads[number].split())}
    if holds_foreign_script(together, language):
        suspects.update(number for number, head in enumerate(heads) if holds_foreign_script(head, language))
    return suspects


def _lines_that_may_hold(words: frozenset[str], heads: list[str]) -> Iterable[int]:
    if len(words) > _FEW_WORDS:
        return range(len(heads))
    spaced = [f" {word} " for word in words]
    return {number for word in spaced for number, head in enumerate(heads) if word in head}


def _line_language(line: str, language: str) -> str:
    if len(line) < _LEAST_LENGTH:
        return language
    line = _sample(line, *_CAREFUL)
    other = _language_of_script(line, language)
    if other != UNKNOWN_LANGUAGE:
        return other
    words = _running_words(_WORD.findall(line), line)
    if len(words) < LEAST_WORDS or _is_code(line, words):
        return language
    if _verdict(_frequent(words), len(words), _GLANCE_DEMAND) == language:
        return language
    return _verdict(words, len(words), _LINE_DEMAND, language)
