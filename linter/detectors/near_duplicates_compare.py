"""Which neighbouring lines are copies of each other, and what they differ in.

Spans are in code points of the text; nothing here is quadratic: each line is compared with the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

import regex

from linter.facts import MASK, Facts, lowered
from linter.lazy import lazy
from linter.types import Span

# Two lines that share five code points at their beginning but for case, in the form that is fastest in re.
_SAME_HEAD = r"(.....).*+(?=\n[\r\n]*()\1)"
_HEAD = 5  # code points that the entries of a list have in common
_LONGEST_ENTRY = 300  # code points
_SHORTEST = 12  # code points; shorter lines repeat by right (refrains, labels, cells)
_LEAST_LETTERS = 18  # in scripts with spaces; others say as much in half of it
_LEAST_WORDS = 4
_MOST_COPIES = 2  # of one line
_VERSE = 60  # code points; lines of songs and poems are hardly longer
_LONGEST_TAIL = 60  # code points; a credit names somebody, it is no sentence

_LEAST_FOR_LOST_WORD = 50  # code points

# Negations in the languages we know; written for this project.
_NEGATION_WORDS = """
    nicht kein keine keinen pas ne non no não niet geen not never nie není nem ikke inte ei δεν не нет tidak
    bukan değil không nu
"""
_NEGATIONS = frozenset(_NEGATION_WORDS.split())
_WORD = lazy(r"[\p{L}\p{M}'’-]+")
_LETTERS = lazy(r"\p{L}")
_UNSPACED = lazy(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_END_MARKS = ".!?…。！？．"
_NO_PROSE = lazy(
    r"""\s*(?: [-–—*+•·>|\#$%/\\<{}\[\]=&@~`] | \d+[.)]?\s | \w{1,2}[.)]\s )  # lists, dialogue, code
      | .*(?: \t | \s\|\s | [{};]\s*\Z | \s{3} | \w\(\) | ->|=> )              # tables, code
    """,
    regex.VERBOSE,
)
_CREDIT = lazy(
    r"""(?: [.!?。！？…»”“"』」)] | \s[-–—|] )\s*                    # the end of the caption itself
        (?: [\p{L}.'’/-]+ \s ){0,2} [\p{L}.'’/-]+ \s? [:：] \s* \Z  # Bild: | Crédit photo :
    """,
    regex.VERBOSE,
)


class Pair(NamedTuple):
    """Two neighbouring lines, without the white space at their edges."""

    first: Span
    second: Span


class Difference(NamedTuple):
    """What two lines differ in: the name of it, and the differing part of each (it may be empty)."""

    kind: str
    first: Span
    second: Span


def copies(facts: Facts) -> tuple[tuple[Pair, Difference], ...]:
    """Return the neighbouring lines that are copies of each other, with what they differ in."""
    text, view = facts.document.text, facts.view
    found = ((pair, difference(pair, text, view)) for pair in neighbours(facts))
    return tuple(_without_loops((pair, what) for pair, what in found if what and not _is_entry(pair, what, text)))


def _is_entry(pair: Pair, what: Difference, text: str) -> bool:
    """True for lines with one word more or less in a list whose other entries begin like them."""
    if what.kind != "lost-word":
        return False
    head = text[pair.first.start : pair.first.start + _HEAD]
    before = text[max(0, pair.first.start - _LONGEST_ENTRY) : pair.first.start].rstrip()
    after = text[pair.second.end : pair.second.end + _LONGEST_ENTRY].lstrip()
    return after.startswith(head) or before.rpartition("\n")[2].startswith(head)


def _without_loops(found: Iterable[tuple[Pair, Difference]]) -> Iterator[tuple[Pair, Difference]]:
    """Leave out lines that come more than three times in a row: that is a loop or a log, no second copy."""
    run: list[tuple[Pair, Difference]] = []
    for each in found:
        if run and run[-1][0].second != each[0].first:
            yield from run if len(run) <= _MOST_COPIES else ()
            run = []
        run.append(each)
    yield from run if len(run) <= _MOST_COPIES else ()


def neighbours(facts: Facts) -> Iterator[Pair]:
    """Yield the neighbouring lines that may be copies, blank lines between them left out."""
    text = facts.lower
    first = re.compile(_SAME_HEAD).match(text)
    for found in chain([first] if first else [], re.compile("\n" + _SAME_HEAD).finditer(text)):
        line, start = text[found.start(1) : found.end()], found.start(2)
        end = text.find("\n", start)
        other = text[start : end if end >= 0 else len(text)]
        if _may_be(line, other) and line.strip():
            yield Pair(_stripped(line, found.start(1)), _stripped(other, start))


def _may_be(line: str, other: str) -> bool:
    """True if a quarter of the longer line stands at one end of both: what is less alike is no copy."""
    longest = max(len(line), len(other))
    quarter = longest // 4
    if len(other) < _SHORTEST or 2 * min(len(line), len(other)) < longest:
        return False
    return line[:quarter] == other[:quarter] or line.rstrip()[-quarter:] == other.rstrip()[-quarter:]


def _stripped(line: str, at: int) -> Span:
    start = at + len(line) - len(line.lstrip())
    return Span(start, start + len(line.strip()))


def difference(pair: Pair, text: str, view: str) -> Difference | None:
    """Return what two lines differ in, None if they are no copies of each other or no prose."""
    a, b = text[pair.first.start : pair.first.end], text[pair.second.start : pair.second.end]
    if max(len(a), len(b)) < _LEAST_LETTERS and not _UNSPACED.search(a):
        return None
    if a == b:
        ends = (Span(span.end, span.end) for span in (pair.first, pair.second))
        return Difference("nothing", *ends) if _is_prose(pair, text, view) else None
    low_a, low_b = lowered(a), lowered(b)
    head = _shared(low_a, low_b)
    shortest = min(len(a), len(b)) - head
    tail = _shared(low_a[::-1][:shortest], low_b[::-1][:shortest])
    named = _named(pair, a, b, head, tail) if 2 * (head + tail) >= max(len(a), len(b)) else None
    return named if named and _is_prose(pair, text, view) else None


def _shared(a: str, b: str) -> int:
    """Return how many code points two texts share at their beginning, by halving."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _named(pair: Pair, a: str, b: str, head: int, tail: int) -> Difference | None:
    if head == len(a) == len(b):
        return _case(pair, a, b)
    parts = a[head : len(a) - tail], b[head : len(b) - tail]
    if "" in parts and tail == 0 and "".join(parts) in _END_MARKS:
        return Difference("end-mark", *(_part(span, head, tail) for span in (pair.first, pair.second)))
    return _credit(pair, a, b, head) or _lost_word(pair, a, b, head, tail)


def _case(pair: Pair, a: str, b: str) -> Difference:
    """Narrow the difference to the words from the first to the last that differ in case."""
    differing = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    start = max(a.rfind(" ", 0, differing[0]) + 1, 0)
    end = a.find(" ", differing[-1])
    end = len(a) if end < 0 else end
    return Difference(
        "case",
        Span(pair.first.start + start, pair.first.start + end),
        Span(pair.second.start + start, pair.second.start + end),
    )


def _credit(pair: Pair, a: str, b: str, head: int) -> Difference | None:
    """The same caption with the same label, but another name behind its last colon."""
    colon = max(a.rfind(":", 0, head), a.rfind("：", 0, head)) + 1
    if not colon or len(a) - colon > _LONGEST_TAIL or len(b) - colon > _LONGEST_TAIL:
        return None
    while a[colon : colon + 1].isspace():
        colon += 1
    if not _CREDIT.search(a, 0, colon) or len(a) <= colon or len(b) <= colon:
        return None
    if regex.search(r"\d", a[colon:] + b[colon:]):
        return None  # numbered things differ by right
    return Difference("credit", *(Span(span.start + colon, span.end) for span in (pair.first, pair.second)))


def _lost_word(pair: Pair, a: str, b: str, head: int, tail: int) -> Difference | None:
    """One of the two has one word more, in the middle of the line."""
    if head + tail < min(len(a), len(b)) or not tail or not head:
        return None
    longer = a if len(a) > len(b) else b
    extra = longer[head : len(longer) - tail]
    word = extra.strip()
    if len(longer) < _LEAST_FOR_LOST_WORD or len(extra) != len(word) + 1 or not _WORD.fullmatch(word):
        return None
    if word.lower() in _NEGATIONS:
        return None  # two rules that exclude each other are written like this
    return Difference("lost-word", *(_part(span, head, tail) for span in (pair.first, pair.second)))


def _part(span: Span, head: int, tail: int) -> Span:
    return Span(span.start + head, max(span.start + head, span.end - tail))


def _is_prose(pair: Pair, text: str, view: str) -> bool:
    """True if a line is long enough, and no part of a list, table, dialogue, poem or program."""
    first = pair.first
    line = text[first.start : first.end]
    if _NO_PROSE.match(line) or _NO_PROSE.match(text, pair.second.start, pair.second.end):
        return False
    if 4 * view.count(MASK, first.start, first.end) > len(line):
        return False
    letters = len(_LETTERS.findall(line))
    unspaced = bool(_UNSPACED.search(line))
    if letters < (_LEAST_LETTERS // 2 if unspaced else _LEAST_LETTERS) or 2 * letters < len(line):
        return False
    return (unspaced or len(line.split()) >= _LEAST_WORDS) and not _is_verse(pair, text)


def _is_verse(pair: Pair, text: str) -> bool:
    """True if short copies without an end mark stand between other short lines: a refrain."""
    first, second = pair.first, pair.second
    if len(first) > _VERSE or text[second.end - 1] in _END_MARKS or "\n\n" in text[first.end : second.start]:
        return False
    before_end = text.rfind("\n", 0, first.start)
    before = text[text.rfind("\n", 0, max(before_end, 0)) + 1 : max(before_end, 0)].strip()
    after_start = text.find("\n", second.end) + 1
    after = text[after_start : after_start + _VERSE + 1].partition("\n")[0].strip() if after_start else ""
    return any(0 < len(line) <= _VERSE and line[-1] not in ".!?…。！？:" for line in (before, after))
