"""existence: a word, phrase or pattern that should not stand there at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import cached_property
from itertools import groupby

import regex

from linter.detectors.kind import Detector, Kind, Place, Setting, for_language, keys_of
from linter.detectors.pattern import Pattern, checked, whole_word
from linter.facts import Facts
from linter.record import record
from linter.types import Edit, Fix, Match, Passage, Safety, Span


@record(kw_only=True)
class Existence:
    """Parameters: terms (whole words) and patterns by language, and near misses that do not count."""

    terms: dict[str, list[str]] = field(default_factory=dict)
    patterns: dict[str, list[str]] = field(default_factory=dict)
    except_: dict[str, list[str]] = field(default_factory=dict)
    before: dict[str, list[str]] = field(default_factory=dict)
    after: dict[str, list[str]] = field(default_factory=dict)
    case: bool = False
    delete: bool = False


@record
class Wanted:
    """What is looked for in one language: patterns, each with the replacement of its match if any.

    ``before`` and ``after`` are contexts one of which must touch the match; a match that a near miss
    of ``exceptions`` covers does not count.
    """

    patterns: tuple[tuple[Pattern, str | None], ...]
    exceptions: tuple[Pattern, ...] = ()
    before: Pattern | None = None
    after: Pattern | None = None
    safety: Safety = Safety.SAFE
    line_keys: tuple[str, ...] = ()

    @cached_property
    def _rows(self) -> tuple[tuple[str, int], ...]:
        """Each literal with the number of its pattern; none if one pattern has to run everywhere."""
        if not all(pattern.literals for pattern, _ in self.patterns):
            return ()
        return tuple((lit, n) for n, (pattern, _) in enumerate(self.patterns) for lit in pattern.literals)

    @property
    def literals(self) -> tuple[str, ...]:
        return tuple(literal for literal, _ in self._rows)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the matches of the patterns whose literals stand at ``places``."""
        del facts
        for pattern, replacement, found in self._candidates(passage, places):
            if found.start() < found.end() and self._counts(passage, found):
                yield self._match(found, pattern, replacement)

    def _candidates(
        self, passage: Passage, places: Sequence[Place]
    ) -> Iterator[tuple[Pattern, str | None, regex.Match[str]]]:
        if not self._rows:
            for pattern, replacement in self.patterns:
                yield from ((pattern, replacement, found) for found in pattern.find(passage))
            return
        owners = [owner for _, owner in self._rows]
        by_owner = sorted(places, key=lambda place: owners[place.which])
        for owner, group in groupby(by_owner, key=lambda place: owners[place.which]):
            pattern, replacement = self.patterns[owner]
            for found in pattern.find_on_lines(passage, sorted(group)):
                yield pattern, replacement, found

    def _counts(self, passage: Passage, found: regex.Match[str]) -> bool:
        start, end = found.span()
        text = passage.text
        if self.before and not self.before.compiled.search(text, max(0, start - 60), start):
            return False
        if self.after and not self.after.compiled.match(text, end):
            return False
        line = text.rfind("\n", 0, start) + 1, (text.find("\n", end) + 1 or len(text) + 1) - 1
        near = (miss.span() for each in self.exceptions for miss in each.compiled.finditer(text, *line))
        return not any(a < end and start < b for a, b in near)

    def _match(self, found: regex.Match[str], pattern: Pattern, replacement: str | None) -> Match:
        del pattern
        span = Span(*found.span())
        if replacement is None:
            return Match(span, values=(("found", found.group()),))
        text = _like(found.group(), found.expandf(replacement) if "{" in replacement else replacement)
        title = f"replace it by “{text}”" if text else "delete it"
        return Match(
            span,
            (Fix((Edit(span, text),), self.safety, title),),
            values=(("found", found.group()), ("fix", text)),
        )


def _like(found: str, text: str) -> str:
    """Give ``text`` the capital first letter of what it replaces."""
    if found[:1].isupper() and text[:1].islower():
        return text[:1].upper() + text[1:]
    return text


def compile_all(sources: Iterable[str], *, case: bool) -> tuple[Pattern, ...]:
    """Return the patterns, ignoring case unless ``case``. Raises ValueError for one that is broken."""
    return tuple(checked(source, 0 if case else int(regex.IGNORECASE)) for source in sources)


def context(sources: Sequence[str], *, at_end: bool) -> Pattern | None:
    """Return one pattern for contexts: at the end of what stands before a match, or right after it."""
    if not sources:
        return None
    body = "|".join(f"(?:{source})" for source in sources)
    return checked(rf"(?:{body})\Z" if at_end else f"(?:{body})", int(regex.IGNORECASE))


def _build(params: Existence, setting: Setting) -> Detector | None:
    language = setting.language
    sources = [whole_word(term) for term in for_language(params.terms, language)]
    patterns = compile_all([*sources, *for_language(params.patterns, language)], case=params.case)
    if not patterns:
        return None
    return Wanted(
        tuple((pattern, "" if params.delete else None) for pattern in patterns),
        exceptions=compile_all(for_language(params.except_, language), case=params.case),
        before=context(for_language(params.before, language), at_end=True),
        after=context(for_language(params.after, language), at_end=False),
    )


EXISTENCE = Kind("existence", Existence, _build, keys_of("terms", "patterns"))
