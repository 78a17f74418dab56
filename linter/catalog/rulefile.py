"""One YAML file to one rule: every fault is named with file, line and column."""

from __future__ import annotations

import dataclasses
import difflib
import keyword
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, Literal

import msgspec

from linter.catalog.categories import CATEGORIES
from linter.catalog.marks import unmarked
from linter.catalog.strict_yaml import Data, Key, Parsed, parse
from linter.detectors import KINDS
from linter.detectors.kind import Kind
from linter.errors import RuleFileError
from linter.rule import PRESETS, Example, Rule, Scope, Status
from linter.types import Confidence, Safety, Severity


class ExampleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"seed": "from"}):
    """An example as it is written."""

    bad: str | None = None
    good: str | None = None
    fixed: str | None = None
    lang: str | None = None
    note: str | None = None
    zone: Literal["head", "body", "tail"] | None = None
    seed: str | None = None
    source: str | None = None
    source_lang: str | None = None
    todo: str | None = None
    path: str | None = None
    also: list[str] = []
    glossary: list[str] = []
    names: list[str] = []
    lines: list[str] = []


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A rule as it is written, without the parameters of its kind."""

    id: str
    kind: str
    category: str
    message: str
    why: str
    severity: Literal["error", "warning", "info"]
    confidence: Literal["high", "medium", "low"]
    since: str
    examples: list[ExampleFile]
    fix: Literal["safe", "unsafe", "suggest", "none"] = "none"
    confidence_by_language: dict[str, Literal["high", "medium", "low"]] = {}
    languages: list[str] = []
    presets: list[Literal["article", "docs", "corpus"]] = []
    status: Status = Status.DEFAULT
    scope: Scope = Scope.PROSE
    renamed_from: list[str] = []


RULE_KEYS = frozenset(RuleFile.__struct_fields__)


def read_rule(text: str, *, origin: str, place: PurePosixPath | None = None) -> Rule:
    """Return the rule of a YAML text.

    ``origin`` is the file's name for messages; ``place`` its path below the rules folder, which the id
    must repeat. Raises RuleFileError with every fault found.
    """
    parsed = parse(text, origin=origin)
    faults = _Faults(origin, parsed)
    data = parsed.data
    if not isinstance(data, dict):
        raise RuleFileError((f"{origin}: a rule file is a map that begins with “id: family.name”",))
    kind = KINDS.get(str(data.get("kind")))
    if kind is None:
        named = data.get("kind")
        lacking = "the rule names no kind; docs/kinds.md lists them"
        faults.add(("kind",), lacking if named is None else _unknown("kind", str(named), list(KINDS)))
        raise faults.error()
    own, rest = _divide(data, kind, faults)
    written, params = _converted(own, RuleFile, faults), _converted(rest, kind.params, faults)
    if faults.lines or written is None or params is None:
        raise faults.error()
    rule = _rule(written, params, kind, faults, origin)
    if place is not None and rule.id != ".".join(place.with_suffix("").parts):
        faults.add(("id",), f"the id “{rule.id}” does not repeat the place of the file, {place}")
    if faults.lines:
        raise faults.error()
    return rule


class _Faults:
    """Collects the faults of one file."""

    def __init__(self, origin: str, parsed: Parsed) -> None:
        self.origin, self.parsed = origin, parsed
        self.lines: list[str] = []

    def add(self, key: Key, text: str) -> None:
        place = self.parsed.place(key)
        self.lines.append(f"{self.origin}:{place.line}:{place.column}: {text}")

    def error(self) -> RuleFileError:
        return RuleFileError(tuple(self.lines))


def _unknown(what: str, name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"unknown {what} “{name}”" + (f"; did you mean “{near[0]}”?" if near else "")


def _divide(data: dict[str, Data], kind: Kind, faults: _Faults) -> tuple[dict[str, Data], dict[str, Data]]:
    """Divide the keys of a file between the rule and its kind's parameters."""
    names = {field.name.rstrip("_"): field.name for field in dataclasses.fields(kind.params)}
    own = {key: value for key, value in data.items() if key in RULE_KEYS}
    rest = {names[key]: value for key, value in data.items() if key in names and key not in RULE_KEYS}
    for key in data.keys() - own.keys() - names.keys():
        faults.add((key,), _unknown("key", key, sorted(RULE_KEYS | names.keys())))
    return own, rest


def _converted(data: Mapping[str, Data], target: type[Any], faults: _Faults) -> Any:
    try:
        return msgspec.convert(data, target)
    except msgspec.ValidationError as error:
        text, _, path = str(error).partition(" - at `")
        faults.add(_key(path), text)
        return None


def _key(path: str) -> Key:
    """Turn msgspec's ``$.examples[0].lang`` into a key of the parsed data."""
    parts: list[str | int] = []
    for name in path.strip("`$.").replace("[", ".").replace("]", "").split("."):
        if name and name != "...":
            parts.append(int(name) if name.isdigit() else _written(name))
    return tuple(parts)


def _written(name: str) -> str:
    return name[:-1] if name.endswith("_") and keyword.iskeyword(name[:-1]) else name


def _rule(written: RuleFile, params: Any, kind: Kind, faults: _Faults, origin: str) -> Rule:
    if written.category not in CATEGORIES:
        faults.add(("category",), _unknown("category", written.category, list(CATEGORIES)))
    if not written.message.endswith("."):
        faults.add(("message",), "a message is a sentence and ends with a full stop")
    languages = tuple(written.languages) or kind.languages(params)
    if not languages:
        faults.add(("languages",), 'the rule says no language; write “languages: ["*"]” if it holds in all')
    return Rule(
        id=written.id,
        kind=written.kind,
        category=written.category,
        message=written.message,
        why=written.why.strip(),
        severity=Severity[written.severity.upper()],
        confidence=Confidence[written.confidence.upper()],
        params=params,
        languages=languages,
        fix=None if written.fix == "none" else Safety[written.fix.upper()],
        confidence_by_language=tuple(
            (language, Confidence[level.upper()]) for language, level in written.confidence_by_language.items()
        ),
        presets=tuple(written.presets) or PRESETS,
        status=written.status,
        scope=written.scope,
        since=written.since,
        renamed_from=tuple(written.renamed_from),
        examples=tuple(_example(n, example, faults) for n, example in enumerate(written.examples)),
        origin=origin,
    )


def _example(number: int, written: ExampleFile, faults: _Faults) -> Example:
    key: Key = ("examples", number)
    if (written.bad is None) == (written.good is None):
        faults.add(key, "an example has either “bad” or “good”")
    try:
        text, spans = unmarked(written.bad or written.good or "")
    except ValueError as error:
        faults.add(key, str(error))
        text, spans = "", ()
    if (written.bad is not None) != bool(spans):
        faults.add(key, "a bad example has marks ⟦ ⟧, a good one has none")
    return Example(
        text=text,
        spans=spans,
        fixed=written.fixed,
        language=written.lang,
        zone=written.zone,
        seed=written.seed,
        source=written.source,
        source_language=written.source_lang,
        note=written.note,
        todo=written.todo,
        path=written.path,
        also=tuple(written.also),
        glossary=tuple(written.glossary),
        names=tuple(written.names),
        lines=tuple(written.lines),
    )
