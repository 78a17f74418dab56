"""repeated-lines: lines that a page carries more than once, far from each other: title, teaser, alt text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from enum import StrEnum
from itertools import islice

import regex

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import MASK, Facts
from linter.lazy import lazy
from linter.lines import LONGEST_KEYED_LINE
from linter.record import record
from linter.signs import ANY_BREAK
from linter.types import Edit, Evidence, Fix, Match, Passage, Safety, Span

_HEAD = 12  # lines in which title and teaser stand
_HEAD_SIZE = 6_000  # code points
_FIRST = 3  # lines of the head that may hold title and teaser together
_LAST = 25  # lines, blank ones too, in which a page names its own title once more
_SHORTEST = 20  # code points of a title; half of it in scripts without spaces
_SHORTEST_ALT, _LONGEST_ALT = 8, 80  # code points of the text that stands for a picture
_LEAST_ALT = 3  # copies of such a text before it is told from a heading that comes twice
_END_MARKS = frozenset(".!?…。！？．:：;,、，؟।")
_BETWEEN = " .!?…–—-|:·•\N{NO-BREAK SPACE}"
_UNSPACED = lazy(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_NO_PROSE = lazy(r"\s*(?:[-–—*+•·>|\#$%/\\<{}\[\]=&@~`\d]|\w{1,2}[.)])|.*(?:[\t|{}<>=\\$_/]|\w\(\)|\s{2})")
_LABEL = lazy(r"\p{L}[\p{L} ]{1,20}?\s?[:：]\s*")


class Sort(StrEnum):
    """What repeats: title and teaser in one line, the title behind a label, the text of a picture."""

    HEAD = "head"
    TITLE = "title"
    ALT_TEXT = "alt-text"


@record(kw_only=True)
class RepeatedLines:
    """Parameters: which sorts of repeated lines are looked for."""

    sorts: list[Sort] = field(default_factory=lambda: list(Sort))


@record
class _Repeated:
    """Lines that stand elsewhere in the document too."""

    sorts: frozenset[str]
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = (ANY_BREAK,)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each line that only repeats others."""
        del places
        if Sort.HEAD in self.sorts and _begin_alike(facts.line_keys[: 2 * _HEAD]):
            yield from _summaries(_head(passage), passage)
        if Sort.TITLE in self.sorts and _ends_alike(facts.line_keys):
            yield from _labelled(_title(passage), passage)
        if Sort.ALT_TEXT in self.sorts and _repeat(facts.line_keys):
            yield from _alt_texts(passage)


def _head(passage: Passage) -> list[str]:
    """Return the first lines that are not blank, stripped."""
    lines = passage.text[passage.start : min(passage.end, passage.start + _HEAD_SIZE)].split("\n", 2 * _HEAD)
    return list(filter(None, map(str.strip, lines[: 2 * _HEAD])))[:_HEAD]


def _title(passage: Passage) -> str:
    """Return the first line that is not blank, as far as it may be a title."""
    start = passage.text[passage.start : min(passage.end, passage.start + LONGEST_KEYED_LINE)]
    return start.lstrip().partition("\n")[0].rstrip()


def _begin_alike(keys: list[str]) -> bool:
    """True if one of the first lines begins as another line does."""
    begins = [key[: _SHORTEST // 2] for key in islice(filter(None, keys), _HEAD)]
    return len(set(begins)) < len(begins) and any(begins.count(begin) > 1 for begin in begins[:_FIRST])


def _ends_alike(keys: list[str]) -> bool:
    """True if one of the last lines ends as the first one does."""
    title = next(filter(None, keys), "")[-_SHORTEST // 2 :]
    tail = "\n".join(keys[-_LAST:]) + "\n"
    return bool(title) and tail.count(title + "\n") > (len(keys) <= _LAST)


def _repeat(keys: list[str]) -> bool:
    """True if so many lines come twice that one may come as often as the text of a picture."""
    return len(keys) >= 2 * _LEAST_ALT and len(keys) - len(set(keys)) - keys.count("") >= _LEAST_ALT - 2


def _long_enough(text: str) -> bool:
    return len(text) >= _SHORTEST or (len(text) >= _SHORTEST // 2 and bool(_UNSPACED.search(text)))


def _summaries(head: list[str], passage: Passage) -> Iterator[Match]:
    """A line of the head that is title and teaser together, both of which stand there as lines too."""
    for line in head[:_FIRST]:
        for title in head:
            if not line.startswith(title) or title == line or not _long_enough(title):
                continue
            rest = line[len(title) :].strip(_BETWEEN)
            teasers = [other for other in head if other != line and other != title and other.startswith(rest)]
            if _long_enough(rest) and teasers:
                yield _summary(line, (title, teasers[0]), passage)
                return


def _summary(line: str, originals: tuple[str, str], passage: Passage) -> Match:
    span = _line_span(line, passage)
    end = span.end
    while end < passage.end and passage.text[end].isspace():
        end += 1
    proof = tuple(Evidence(each[:60], _line_span(each, passage)) for each in originals)
    fix = Fix((Edit(Span(span.start, end), ""),), Safety.SAFE, "delete the line")
    return Match(span, (fix,), evidence=proof)


def _line_span(line: str, passage: Passage) -> Span:
    """Return where a line of the head stands that is known to be there."""
    pattern = regex.compile(r"^[^\S\n]*+\K" + regex.escape(line) + r"(?=\s*?$)", regex.MULTILINE)
    found = pattern.search(passage.text, passage.start, passage.end)
    return Span(*found.span()) if found else Span(passage.start, passage.start)


def _labelled(title: str, passage: Passage) -> Iterator[Match]:
    """A label with the title of this very document behind it, near the end of the page."""
    if not _long_enough(title) or MASK in title:
        return
    first = passage.text.find(title, passage.start, passage.end)
    at = passage.text.find(title, first + len(title), passage.end)
    while at >= 0:
        end = at + len(title)
        if passage.text[end : end + 1] in ("\n", "\r", ""):
            start = passage.text.rfind("\n", 0, at) + 1
            if _LABEL.fullmatch(passage.text, start, at):
                edit = Edit(Span(len(passage.text[:start].rstrip()), end), "")
                fix = Fix((edit,), Safety.UNSAFE, "delete the line")
                proof = Evidence(title[:60], Span(first, first + len(title)))
                yield Match(Span(start, end), (fix,), evidence=(proof,))
        at = passage.text.find(title, end, passage.end)


def _alt_texts(passage: Passage) -> Iterator[Match]:
    """The same words without an end mark, several times, each time right above the caption of a picture."""
    lines = passage.text[passage.start : passage.end].split("\n")
    repeated = {line for line, count in Counter(lines).items() if count >= _LEAST_ALT and _is_alt_text(line)}
    if not repeated:
        return
    first: dict[str, Span] = {}
    at, found = passage.start, []
    for number, line in enumerate(lines):
        span = Span(at, at + len(line))
        at += len(line) + 1
        if line in repeated and not _is_above_caption(lines, number):
            repeated.discard(line)
        elif line in repeated and first.setdefault(line, span) != span:
            found.append((line, span))
    for line, span in found:
        if line in repeated:
            fix = Fix((Edit(Span(span.start, span.end + 1), ""),), Safety.UNSAFE, "delete the line")
            yield Match(span, (fix,), evidence=(Evidence(line, first[line]),))


def _is_alt_text(line: str) -> bool:
    text = line.strip()
    return (
        _SHORTEST_ALT <= len(text) <= _LONGEST_ALT
        and len(text.split()) > 1
        and text[-1] not in _END_MARKS
        and MASK not in text
        and not _NO_PROSE.match(text)
    )


def _is_above_caption(lines: list[str], number: int) -> bool:
    """True if a longer line follows at once, and a blank line or the end of the text follows that."""
    below = lines[number + 1 : number + 3]
    return bool(below) and len(below[0]) > len(lines[number]) and not any(map(str.strip, below[1:]))


def _build(params: RepeatedLines, setting: Setting) -> Detector:
    del setting
    return _Repeated(frozenset(map(str, params.sorts)))


REPEATED_LINES = Kind("repeated-lines", RepeatedLines, _build, reach=Reach.DOCUMENT)
