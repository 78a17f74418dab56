"""What the rules look for in a language, worked out once when rules are compiled.

With it a start builds no detector before its triggers stand in a text.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Iterable

import regex

from linter.detectors import KINDS
from linter.detectors.kind import Detector, Setting, Trigger
from linter.rule import Rule
from linter.types import EVERY_LANGUAGE, UNKNOWN_LANGUAGE

LARGEST_PACKED = 300_000  # bytes of a pickled detector; a larger one is built anew when a text needs it

SHARED = "shared-"  # what the names of such parts begin with

Triggers = dict[str, Trigger]  # by rule id; a rule with nothing to do in the language is not there


def trigger_of(rule: Rule, detector: Detector) -> Trigger:
    """Return what a detector looks for."""
    kind = KINDS[rule.kind]
    signs = tuple(getattr(detector, "signs", ()))
    return Trigger(kind.reach, tuple(detector.literals), tuple(detector.line_keys), signs, kind.from_knowledge)


def languages_of(rules: Iterable[Rule], known: Iterable[str]) -> tuple[str, ...]:
    """Return the languages for which triggers are worked out beforehand: the known and the rules' own."""
    named = {language for rule in rules for language in rule.languages}
    return tuple(sorted({*named, *known, UNKNOWN_LANGUAGE} - {EVERY_LANGUAGE}))


def packed(detector: Detector, shared: dict[str, object]) -> bytes:
    """Return a detector as data. What several detectors hold (``is_shared``) is put into ``shared`` by name."""
    file = io.BytesIO()
    _Packer(file, shared).dump(detector)
    return file.getvalue()


class _Packer(pickle.Pickler):
    """Leaves out what is shared: dictionaries and indexes of names are most of a compiled catalog."""

    def __init__(self, file: io.BytesIO, shared: dict[str, object]) -> None:
        super().__init__(file, protocol=5)
        self._shared = shared

    def persistent_id(self, each: object) -> str | None:
        if not getattr(type(each), "is_shared", False):
            return None
        name = f"{SHARED}{hashlib.blake2b(pickle.dumps(each, protocol=5), digest_size=8).hexdigest()}"
        self._shared[name] = each
        return name


def triggers_in(
    setting: Setting, rules: Iterable[Rule], shared: dict[str, object]
) -> tuple[Triggers, dict[str, bytes], tuple[str, ...]]:
    """Return the triggers of the rules in a language, their pickled detectors, and faults, a line each."""
    triggers: Triggers = {}
    detectors: dict[str, bytes] = {}
    problems = []
    for rule in rules:
        if rule.speaks(setting.language):
            try:
                detector = KINDS[rule.kind].build(rule.params, setting)
            except (ValueError, KeyError, regex.error) as error:
                problems.append(f"{rule.origin}: in “{setting.language}”: {error}")
                continue
            if detector is not None:
                triggers[rule.id] = trigger = trigger_of(rule, detector)
                data = b"" if trigger.is_open else packed(detector, shared)
                if 0 < len(data) <= LARGEST_PACKED:
                    detectors[rule.id] = data
    return triggers, detectors, tuple(problems)
