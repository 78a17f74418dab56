"""One pass over the literals of all rules, then only the detectors that can match.

Cost grows with the places where a literal or a known line stands, not with the number of rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import regex

from linter.automaton import Automaton
from linter.detectors.kind import Detector, Place, Trigger
from linter.facts import Facts
from linter.rule import Rule, RuleFailure, Scope
from linter.types import Document, Finding, Fix, Match, Passage, Safety, Span

CONTEXT = 24  # code points on each side of a finding that its fingerprint holds
_LONGEST_VALUE = 80


class Unit:
    """A rule for one language with what it looks for; its detector is built when that is first found."""

    def __init__(self, rule: Rule, trigger: Trigger, build: Callable[[], Detector]) -> None:
        self.rule, self.trigger, self._build = rule, trigger, build
        self.sees_everything = rule.scope is Scope.EVERYTHING

    @cached_property
    def detector(self) -> Detector:
        return self._build()


class Scanner:
    """The units of one language with their common triggers."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = tuple(units)
        literals: list[str] = []
        self._owners: list[int] = []  # the unit of each literal; several may look for the same
        self._first: list[int] = []  # the first literal of each unit
        self._lines: dict[str, list[tuple[int, int]]] = {}
        self._always: list[int] = []
        self._signed: list[tuple[int, frozenset[str]]] = []
        for number, unit in enumerate(self.units):
            self._first.append(len(literals))
            literals += unit.trigger.literals
            self._owners += [number] * len(unit.trigger.literals)
            for index, key in enumerate(unit.trigger.line_keys):
                self._lines.setdefault(key, []).append((number, index))
            if unit.trigger.signs:
                self._signed.append((number, frozenset(unit.trigger.signs)))
            elif not unit.trigger.literals and not unit.trigger.line_keys:
                self._always.append(number)
        self._automaton = Automaton(tuple(literals)) if literals else None

    def places(self, passage: Passage, facts: Facts) -> dict[int, list[Place]]:
        """Return, for each unit that has to look at the passage, the places of its triggers."""
        found: dict[int, list[Place]] = defaultdict(list)
        for number in self._always:
            found[number] = []
        if self._signed and (present := facts.signs_in(passage.start, passage.end)):
            for number, signs in self._signed:
                if not signs.isdisjoint(present):
                    found[number] = []
        if self._automaton is not None:
            whole = (passage.start, passage.end) == (0, len(facts.lower))
            text = facts.lower if whole else facts.lower[passage.start : passage.end]
            self._literal_places(self._automaton.find(text), passage.start, found)
        if self._lines:
            self._line_places(passage, facts, found)
        return found

    def _literal_places(self, hits: Iterable[tuple[int, int, int]], base: int, found: dict[int, list[Place]]) -> None:
        """Note where the literals stand. Made without a call for each place: there are ten thousand a MB."""
        owners, firsts, new, place = self._owners, self._first, tuple.__new__, Place
        for literal, start, end in hits:
            number = owners[literal]
            found[number].append(new(place, (base + start, base + end, literal - firsts[number])))

    def _line_places(self, passage: Passage, facts: Facts, found: dict[int, list[Place]]) -> None:
        for line in facts.lines_with(self._lines.keys()):
            if passage.start <= line.start < passage.end:
                for number, index in self._lines[line.key]:
                    found[number].append(Place(line.start, line.end, index))


def scan(
    document: Document, facts: Facts, tasks: Iterable[tuple[Scanner, Passage]]
) -> tuple[list[Finding], list[RuleFailure]]:
    """Return all findings of the passages, unresolved, and the rules that failed on the way."""
    findings: list[Finding] = []
    failures: list[RuleFailure] = []
    is_masked = document.view is not document.text
    for scanner, passage in tasks:
        units, found = scanner.units, scanner.places(passage, facts)
        for number in sorted(found):
            unit, places, seen = units[number], found[number], passage
            if is_masked and unit.sees_everything:
                seen = Passage(document.text, passage.start, passage.end, passage.language)
            if len(places) > 1:
                places.sort()
            try:
                matches = list(unit.detector.matches(seen, facts, places))
            except Exception as error:  # a rule that breaks costs its own findings, nothing else
                failures.append(RuleFailure(unit.rule.id, document.path, _reason(error)))
                continue
            if matches:
                findings += [_finding(document, unit.rule, match, passage.language) for match in matches]
    return findings, failures


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "a pattern took too long"
    if isinstance(error, regex.error):
        return f"a pattern is broken: {error}"
    return f"a fault of mtlint, please report it: {type(error).__name__}: {error}"


def _finding(document: Document, rule: Rule, match: Match, language: str) -> Finding:
    span = match.span
    return Finding(
        path=document.path,
        span=span,
        rule_id=rule.id,
        category=rule.category,
        message=_message(rule.message, match),
        severity=rule.severity,
        confidence=min(rule.confidence_in(language), match.confidence),
        language=language,
        fixes=tuple(_capped(fix, rule.fix) for fix in match.fixes) if rule.fix else (),
        evidence=match.evidence,
        fingerprint=fingerprint(document.text, span, rule.id),
    )


def _message(template: str, match: Match) -> str:
    if not match.values:
        return template
    values = {name: " ".join(value[:_LONGEST_VALUE].split()) for name, value in match.values}
    return template.format_map(values)


def _capped(fix: Fix, ceiling: Safety) -> Fix:
    return fix if fix.safety <= ceiling else Fix(fix.edits, ceiling, fix.title)


def fingerprint(text: str, span: Span, rule_id: str) -> str:
    """Return what tells a finding apart through moves of text: rule, matched text, 24 code points each side."""
    import hashlib  # noqa: PLC0415  a text without findings does not need it

    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    parts = "\0".join((rule_id, before, text[span.start : span.end], after))
    return hashlib.blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
