"""mixed-register: a text that speaks to its reader in two ways, such as German "du" and "Sie".

Translation goes sentence by sentence and chooses anew each time. Quotations have a register of their own and do
not count, nor do short lines of page furniture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import cached_property

import regex

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Confidence, Evidence, Match, Passage, Span

_QUOTED = lazy(
    r"„[^„“”\"]{0,600}[“”\"]|“[^”\n]*”|«[^»\n]*»|»[^«\n]*«|\"[^\"\n]*\"|‘[^’\n]*’|「[^」]*」|『[^』]*』|（[^）\n]*）|\([^)\n]*\)"
)
# Spoken lines: after a dash, or after the name of the speaker in capitals.
_SPEECH_LINE = lazy(r"(?m)^\s*(?:[-–—]|\p{Lu}[\p{Lu} .]{1,20}:) ?[^\n]*$")
_SHORTEST_LINE = 60  # code points; a shorter line counts only if it ends as a sentence does
_SENTENCE_END = lazy(r"[.!?…。！？]\s*\Z")
_LEAST_LINES, _MOST_SHORT = 12, 0.75
_LONGEST_SPAN = 60  # code points
_MOST_EVIDENCE = 12
_CLEAR_SHARE = 4  # so many times as often: the majority is clear


@record(kw_only=True)
class MixedRegister:
    """Parameters: by language the two registers with their patterns, and what calls for a closer look.

    ``signs`` are lower-case texts one of which stands wherever the rarer register does, ``also`` texts one of
    which stands wherever the other one does. ``least`` is how often the majority must be met at the least,
    ``least_minority`` the other one; ``only_minority`` names the register that alone is odd in the other.
    """

    forms: dict[str, dict[str, list[str]]]
    signs: dict[str, list[str]]
    also: dict[str, list[str]] = field(default_factory=dict)
    least: int = 3
    least_minority: dict[str, int] = field(default_factory=dict)
    only_minority: dict[str, str] = field(default_factory=dict)


@record
class _Registers:
    """The two registers of a language."""

    names: tuple[str, ...]
    sources: tuple[str, ...]
    literals: tuple[str, ...]
    also: tuple[str, ...]
    least: int
    least_minority: int
    only_minority: str
    line_keys: tuple[str, ...] = ()

    @cached_property
    def patterns(self) -> tuple[regex.Pattern[str], ...]:
        return tuple(regex.compile(source, regex.MULTILINE) for source in self.sources)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield at most one match: the first place of the register that is met less often."""
        del facts, places
        if self.also and not any(passage.text.find(sign, passage.start, passage.end) >= 0 for sign in self.also):
            return
        text = unquoted(passage.text, passage.start, passage.end)
        found = [list(_found(pattern, text, passage.start)) for pattern in self.patterns]
        order = sorted(range(len(found)), key=lambda number: -len(found[number]))
        major, minor = order[0], order[1]
        if len(found[major]) < self.least or len(found[minor]) < self.least_minority:
            return
        if self.only_minority and self.names[minor] != self.only_minority:
            return
        if is_in_short_lines(passage.text[passage.start : passage.end]):
            return
        clear = len(found[major]) >= _CLEAR_SHARE * len(found[minor])
        yield _match(passage.text, found[minor], found[major], (self.names[minor], self.names[major]), clear=clear)


def is_in_short_lines(text: str, shortest: int = _SHORTEST_LINE) -> bool:
    """True for subtitles, forms and lists, with most lines under ``shortest`` code points: each has its own speaker."""
    lines = [line for line in text.split("\n") if line.strip()]
    short = sum(len(line) < shortest for line in lines)
    return len(lines) >= _LEAST_LINES and short > _MOST_SHORT * len(lines)


def unquoted(text: str, start: int, end: int) -> str:
    """Return the text from ``start`` to ``end`` with quotations and spoken lines blanked, offsets kept."""
    part = _QUOTED.sub(_blank, text[start:end])
    return _SPEECH_LINE.sub(_blank, part)


def _blank(found: regex.Match[str]) -> str:
    return "".join("\n" if char == "\n" else "\0" for char in found.group())


def _found(pattern: regex.Pattern[str], text: str, offset: int) -> Iterator[Span]:
    for found in pattern.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        line = text[start : len(text) if end < 0 else end]
        if len(line) >= _SHORTEST_LINE or _SENTENCE_END.search(line):
            yield Span(offset + found.start(), offset + min(found.end(), found.start() + _LONGEST_SPAN))


def _match(text: str, minor: list[Span], major: list[Span], names: tuple[str, str], *, clear: bool) -> Match:
    first = minor[0]
    evidence = [Evidence(text[each.start : each.end], each) for each in minor[1:_MOST_EVIDENCE]]
    evidence += [Evidence(text[each.start : each.end], each) for each in major[:3]]
    values = (
        ("found", text[first.start : first.end]),
        ("minority", names[0]),
        ("majority", names[1]),
        ("few", str(len(minor))),
        ("many", str(len(major))),
    )
    return Match(
        first, confidence=Confidence.HIGH if clear else Confidence.MEDIUM, values=values, evidence=tuple(evidence)
    )


def _build(params: MixedRegister, setting: Setting) -> Detector | None:
    forms = params.forms.get(setting.language)
    if forms is None:
        return None
    if len(forms) != 2:
        raise ValueError(f"“forms” has {len(forms)} registers for {setting.language}; it takes two")
    return _Registers(
        names=tuple(forms),
        sources=tuple("|".join(f"(?:{source})" for source in sources) for sources in forms.values()),
        literals=tuple(params.signs.get(setting.language, ())),
        also=tuple(params.also.get(setting.language, ())),
        least=params.least,
        least_minority=params.least_minority.get(setting.language, 1),
        only_minority=params.only_minority.get(setting.language, ""),
    )


def _languages(params: MixedRegister) -> tuple[str, ...]:
    return tuple(sorted(params.forms))


MIXED_REGISTER = Kind("mixed-register", MixedRegister, _build, _languages, Reach.DOCUMENT)
