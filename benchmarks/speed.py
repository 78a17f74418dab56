"""How fast mtlint is: MB per CPU-second on the texts you name, by stage and by rule, and growth with rules.

    python benchmarks/speed.py PATH… [--times 10] [--lang de]

One process, no cache of results; sizes are UTF-8 bytes, times are CPU seconds of this process.
``--times N`` also runs with N times as many rules: N-1 copies of every rule that has literals or lines
to look for, each with other literals (the letters of every word turned round by some places).
"""

from __future__ import annotations

import argparse
import dataclasses
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import regex

from linter import Linter, Profile
from linter.detectors.kind import Detector, Place
from linter.facts import Facts
from linter.pipeline import check
from linter.ruleset import Ruleset
from linter.scan import Unit
from linter.source.decode import decode
from linter.types import Document, Match, Passage

_WORD = regex.compile(r"\p{L}{4,}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--times", type=int, default=0)
    parser.add_argument("--lang")
    parser.add_argument("--rows", type=int, default=15, help="rules to list by time")
    options = parser.parse_args()
    texts = list(_texts(options.paths))
    size = sum(len(text.encode("utf-8", "surrogateescape")) for _, text in texts) / 1e6
    linter = Linter(Profile(language=options.lang))
    cold, warm = _run(linter, texts), _run(linter, texts)
    print(f"{len(texts)} documents, {size:.1f} MB, {len(linter.ruleset.rules)} rules, Python {sys.version.split()[0]}")
    print(f"whole: {size / cold:.1f} MB per CPU-second ({cold:.2f} s) with what makes the rules ready")
    print(f"again: {size / warm:.1f} MB per CPU-second ({warm:.2f} s) in the same process")
    _stages(linter, texts, size, options.rows)
    if options.times > 1:
        many = Linter(linter.profile)
        many.ruleset = ManyRules(linter.profile, options.times)
        _run(many, texts)
        again, more = _run(linter, texts), _run(many, texts)
        print(f"{options.times} times the rules: {more / again:.2f} times the time ({more:.2f} s, {again:.2f} s)")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _texts(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    for path in paths:
        for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
            yield str(file), decode(file.read_bytes()).text


def _run(linter: Linter, texts: Iterable[tuple[str, str]]) -> float:
    start = time.process_time()
    for path, text in texts:
        linter.lint(text, path=path)
    return time.process_time() - start


class Timed:
    """A detector that notes how long it took."""

    def __init__(self, name: str, detector: Detector, spent: dict[str, float]) -> None:
        self._name, self._detector, self._spent = name, detector, spent
        self.literals, self.line_keys = detector.literals, detector.line_keys

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> list[Match]:
        """Run the detector."""
        start = time.process_time()
        found = list(self._detector.matches(passage, facts, places))
        self._spent[self._name] += time.process_time() - start
        return found


class TimedRules(Ruleset):
    """A ruleset whose detectors are timed."""

    def __init__(self, profile: Profile, spent: dict[str, float]) -> None:
        super().__init__(profile)
        self._spent = spent

    def _units(self, language: str, reach: Any) -> Iterator[Unit]:
        for unit in super()._units(language, reach):
            timed = Timed(unit.rule.id, unit.detector, self._spent)
            yield Unit(unit.rule, unit.trigger, lambda timed=timed: timed)  # type: ignore[misc]  # the default argument binds the loop's value


def _stages(linter: Linter, texts: Sequence[tuple[str, str]], size: float, rows: int) -> None:
    spent: dict[str, float] = defaultdict(float)
    timed = TimedRules(linter.profile, spent)
    for path, text in texts:
        check(linter.open(text, path=path), timed, linter.profile)
    spent.clear()
    start = time.process_time()
    documents = [linter.open(text, path=path) for path, text in texts]
    opened = time.process_time()
    for document in documents:
        check(document, timed, linter.profile)
    checked = time.process_time() - opened
    print(f"open (protect, identify): {1000 * (opened - start) / size:.1f} ms per MB")
    print(f"prefilter: {1000 * _prefilter(timed, documents) / size:.1f} ms per MB (with lines and lower case)")
    print(f"detectors: {1000 * sum(spent.values()) / size:.1f} ms per MB; check in all {1000 * checked / size:.1f}")
    for name, seconds in sorted(spent.items(), key=lambda row: -row[1])[:rows]:
        print(f"  {1000 * seconds / size:6.2f} ms per MB  {name}")


def _prefilter(ruleset: Ruleset, documents: Iterable[Document]) -> float:
    start = time.process_time()
    for document in documents:
        facts = Facts(document, Profile().knowledge)
        for scanner, passage in ruleset.tasks(document):
            scanner.places(passage, facts)
    return time.process_time() - start


class ManyRules(Ruleset):
    """A ruleset with copies of every rule that looks for literals or lines, with other literals."""

    def __init__(self, profile: Profile, times: int) -> None:
        super().__init__(profile)
        chosen = {rule.id for rule in self.rules}
        whole = [rule for each in self.shelves for rule in each.whole_rules if rule.id in chosen]
        self.rules = tuple(copy for rule in whole for copy in self._copies(rule, times))

    def _copies(self, rule: Any, times: int) -> Iterator[Any]:
        yield rule
        for language in ("de", "en", "ja"):
            for unit in self._tried(rule, language):
                if unit.trigger.literals or unit.trigger.line_keys:
                    for turn in range(1, times):
                        copy = dataclasses.replace(rule, id=f"{rule.id}-{turn}", params=_turned(rule.params, turn))
                        if self._can_be_built(copy):
                            yield copy
                    return

    def _can_be_built(self, rule: Any) -> bool:
        """False where a turned word broke a pattern."""
        try:
            for language in ("de", "en", "ja", "fr", "es", "it", "pt", "ru", "zh"):
                list(self._tried(rule, language))
        except (ValueError, KeyError, regex.error):
            return False
        return True

    def _tried(self, rule: Any, language: str) -> Iterator[Unit]:
        whole, self.rules = self.rules, (rule,)
        units = list(self._units(language, None))
        self.rules = whole
        yield from units


def _turned(value: Any, turn: int) -> Any:
    """Return parameters with the letters of every word in them turned round by some places."""
    if isinstance(value, str):
        return _WORD.sub(lambda word: word[0][turn % len(word[0]) :] + word[0][: turn % len(word[0])], value)
    if isinstance(value, list):
        return [_turned(each, turn) for each in value]
    if isinstance(value, dict):
        return {key: _turned(each, turn) for key, each in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: _turned(getattr(value, field.name), turn) for field in dataclasses.fields(value)}
        return type(value)(**fields)
    return value


if __name__ == "__main__":
    main()
