"""Examples in rules are tests: each binds its rule, and all default rules of its language.

Used by pytest and by ``lint-rules test``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from linter.api import NO_PATH, Linter
from linter.catalog.marks import marked
from linter.errors import UnstableFixError
from linter.rule import Example, Profile, Rule, Status
from linter.types import UNKNOWN_LANGUAGE, Confidence, Finding, Knowledge, Original, Safety, Span

FILLER = 12  # neutral lines that put an example at the head or the tail of a document


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an example showed: ``faults`` is empty if the rule did what the example says."""

    rule: Rule
    number: int
    faults: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.rule.id}, example {self.number + 1}"


def outcomes(rule: Rule, *, folders: tuple[str, ...] = (), seeds: Path | None = None) -> Iterator[Outcome]:
    """Yield the outcome of each example of a rule. ``folders`` are the user's rule folders."""
    for number, example in enumerate(rule.examples):
        faults = tuple(_faults(rule, example, folders, seeds))
        if example.todo:
            faults = () if faults else ("the example is marked “todo” but holds: drop the mark",)
        yield Outcome(rule, number, faults)


def shape_faults(rule: Rule) -> tuple[str, ...]:
    """Return what is missing: two bad and two good examples, one good near miss, a bad one a language."""
    bad = [example for example in rule.examples if example.is_bad]
    good = [example for example in rule.examples if not example.is_bad]
    faults = []
    if len(bad) < 2 or len(good) < 2:
        faults.append("a rule has at least two bad and two good examples")
    if not any(example.note for example in good):
        faults.append("one good example is a near miss and says in “note” why it is right")
    shown = {example.language for example in bad}
    lacking = [lang for lang in rule.languages if lang != "*" and lang not in shown]
    if lacking:
        faults.append(f"no bad example in {', '.join(lacking)}")
    return tuple(faults)


def _faults(rule: Rule, example: Example, folders: tuple[str, ...], seeds: Path | None) -> Iterator[str]:
    knowledge = Knowledge(frozenset(example.names), frozenset(example.lines), glossary=frozenset(example.glossary))
    alone = _alone(rule.id, rule.presets[0], folders, knowledge)
    everything = _default(rule.presets[0], folders)
    text, spans, fixed = _placed(example)
    path = example.path or NO_PATH
    original = _original(example)
    found = alone.lint(text, path=path, lang=example.language, original=original)
    if tuple(finding.span for finding in found) != spans:
        yield f"it finds {marked(text, _disjoint(found))!r}"
    if example.is_bad:
        yield from _fix_faults(alone, example, text, fixed)
    clean = fixed if example.is_bad else text
    if clean is not None:
        others = everything.lint(clean, path=path, lang=example.language, original=original)
        yield from _other_faults(others, rule, example)
    if example.seed and seeds is not None and example.text.strip() not in _seed(seeds, example.seed):
        yield f"the text does not stand in {example.seed}"


def _fix_faults(alone: Linter, example: Example, text: str, fixed: str | None) -> Iterator[str]:
    path = example.path or NO_PATH
    wished = text if fixed is None else fixed
    original = _original(example)
    try:
        once = alone.fix(text, path=path, lang=example.language, up_to=Safety.UNSAFE, original=original).text
        twice = alone.fix(once, path=path, lang=example.language, up_to=Safety.UNSAFE, original=original).text
    except UnstableFixError as error:
        yield str(error)
        return
    if once != wished:
        yield f"fixing gives {once!r}"
    if twice != once:
        yield f"fixing twice gives {twice!r}"


def _original(example: Example) -> Original | None:
    if example.source is None:
        return None
    return Original(example.source, language=example.source_language or UNKNOWN_LANGUAGE)


def _other_faults(found: tuple[Finding, ...], rule: Rule, example: Example) -> Iterator[str]:
    for finding in found:
        if finding.rule_id not in example.also and (finding.rule_id != rule.id or rule.status is Status.DEFAULT):
            yield f"{finding.rule_id} finds something at {finding.span.start} in the text that should be clean"


def _placed(example: Example) -> tuple[str, tuple[Span, ...], str | None]:
    """Put an example with a zone behind or before neutral lines; offsets follow."""
    if example.zone is None:
        return example.text, example.spans, example.fixed
    filler = "".join(f"{4711 + n}\n\n" for n in range(FILLER))
    if example.zone == "head":
        return example.text + "\n" + filler, example.spans, _joined(example.fixed, "\n" + filler)
    before = filler
    after = filler if example.zone == "body" else ""
    spans = tuple(Span(span.start + len(before), span.end + len(before)) for span in example.spans)
    fixed = None if example.fixed is None else before + example.fixed + after
    return before + example.text + after, spans, fixed


def _joined(fixed: str | None, after: str) -> str | None:
    return None if fixed is None else fixed + after


def _disjoint(found: tuple[Finding, ...]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for finding in found:
        if not spans or spans[-1].end <= finding.span.start:
            spans.append(finding.span)
    return tuple(spans)


@cache
def _default(preset: str, folders: tuple[str, ...]) -> Linter:
    return Linter(Profile(preset=preset, rule_folders=folders))


@cache
def _alone(rule_id: str, preset: str, folders: tuple[str, ...], knowledge: Knowledge) -> Linter:
    profile = replace(
        _default(preset, folders).profile, select=(rule_id,), min_confidence=Confidence.LOW, knowledge=knowledge
    )
    return Linter(profile)


@cache
def _seed(folder: Path, name: str) -> str:
    return (folder / Path(name).name).read_text("utf-8")
