"""Which rules run, and the scanners that they are made into, one for each language."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from linter.catalog.compiled import Shelf, shelf, shipped
from linter.catalog.triggers import trigger_of
from linter.detectors import KINDS
from linter.detectors.kind import Reach, Setting
from linter.errors import ConfigError
from linter.pausing import without_collection
from linter.rule import Profile, Rule, Status
from linter.scan import Scanner, Unit
from linter.types import Document, Passage


class Ruleset:
    """The rules of a profile. Scanners are made when a language is first met, and kept."""

    def __init__(self, profile: Profile, *, shelves: tuple[Shelf, ...] | None = None) -> None:
        """``shelves`` replace the shipped rules and the profile's folders. Raises ConfigError."""
        self.shelves = shelves or (shipped(), *(shelf(Path(name)) for name in profile.rule_folders))
        self.knowledge = profile.knowledge
        self._homes = {rule.id: each for each in self.shelves for rule in each.rules}
        known = [rule for each in self.shelves for rule in each.rules]
        self.rules = tuple(sorted(chosen(known, profile), key=lambda rule: rule.id))
        self._scanners: dict[tuple[str, Reach | None], Scanner] = {}

    @property
    def problems(self) -> tuple[str, ...]:
        """One line for each fault in rule files; such rules do not run."""
        return tuple(problem for each in self.shelves for problem in each.problems)

    def tasks(self, document: Document) -> Iterator[tuple[Scanner, Passage]]:
        """Yield which scanner reads which part of a document."""
        end, language = len(document.text), document.language
        blocks = document.blocks
        if len(blocks) == 1 and blocks[0].language == language:
            yield self._scanner(language, None), Passage(document.view, 0, end, language)
            return
        yield self._scanner(language, Reach.DOCUMENT), Passage(document.view, 0, end, language)
        for block in blocks:
            passage = Passage(document.view, block.span.start, block.span.end, block.language)
            yield self._scanner(block.language, Reach.PASSAGE), passage

    def pair_tasks(self, document: Document) -> Iterator[tuple[Scanner, Passage]]:
        """Yield the scanner of the rules that compare a document with its source."""
        language = document.language
        yield self._scanner(language, Reach.PAIR), Passage(document.view, 0, len(document.text), language)

    def _scanner(self, language: str, reach: Reach | None) -> Scanner:
        if (language, reach) not in self._scanners:
            with without_collection():
                self._scanners[language, reach] = Scanner(list(self._units(language, reach)))
        return self._scanners[language, reach]

    def _units(self, language: str, reach: Reach | None) -> Iterator[Unit]:
        setting = Setting(language, self._conventions(language), self._table, self.knowledge)
        for rule in self.rules:
            if rule.speaks(language):
                unit = self._unit(rule, setting)
                if unit is not None and _sees(reach, unit.trigger.reach):
                    yield unit

    def _unit(self, rule: Rule, setting: Setting) -> Unit | None:
        """Return a rule with what it looks for; its detector waits until that is found."""
        home = self._homes.get(rule.id)
        known = home.triggers(setting.language) if home and rule.params is None else None
        if known is not None:
            trigger = known.get(rule.id)
            if trigger is None:
                return None
            if not trigger.is_open:
                return Unit(rule, trigger, lambda: self._built(rule, setting))
        detector = self._built(rule, setting)
        return Unit(rule, trigger_of(rule, detector), lambda: detector) if detector is not None else None

    def _built(self, rule: Rule, setting: Setting) -> Any:
        with without_collection():
            if rule.params is not None:
                return KINDS[rule.kind].build(rule.params, setting)
            home = self._homes[rule.id]
            return home.detector(rule.id, setting.language) or KINDS[rule.kind].build(home.params(rule.id), setting)

    def _conventions(self, language: str) -> Any:
        return next((c for each in self.shelves if (c := each.conventions(language))), None)

    def _table(self, name: str) -> Any:
        for each in reversed(self.shelves):
            try:
                return each.table(name)
            except KeyError:
                continue
        raise KeyError(name)


def _sees(scanner: Reach | None, reach: Reach) -> bool:
    """True if a scanner (None: of a document in one language) takes rules of this reach."""
    return reach is scanner or (scanner is None and reach is not Reach.PAIR)


def chosen(rules: Iterable[Rule], profile: Profile) -> list[Rule]:
    """Return the rules that a profile asks for.

    A selector is a rule id, a family, a category, or ``all``. The longer selector wins over the
    shorter, ``ignore`` over ``select``. Raises ConfigError for a selector that names nothing.
    """
    rules = list(rules)
    _check(rules, (*profile.select, *profile.ignore))
    return [rule for rule in rules if _wanted(rule, profile)]


def _wanted(rule: Rule, profile: Profile) -> bool:
    selected = max((_weight(rule, name) for name in profile.select), default=0)
    ignored = max((_weight(rule, name) for name in profile.ignore), default=0)
    if ignored and ignored >= selected:
        return False
    if selected == 3:  # named by its id: runs whatever its status
        return True
    if profile.preset not in rule.presets or rule.status in (
        Status.OPT_IN,
        Status.DEPRECATED,
        Status.PREVIEW,
    ):
        return False
    return bool(selected) or not profile.select


def _weight(rule: Rule, selector: str) -> int:
    """0 not named, 1 by ``all``, 2 by family or category, 3 by its id."""
    if selector == rule.id or selector in rule.renamed_from:
        return 3
    if selector in (rule.family, rule.category):
        return 2
    return int(selector.lower() == "all")


def _check(rules: list[Rule], selectors: tuple[str, ...]) -> None:
    names = {name for rule in rules for name in (rule.id, *rule.renamed_from, rule.family, rule.category)}
    for selector in selectors:
        if selector not in names and selector.lower() != "all":
            near = difflib.get_close_matches(selector, sorted(names), n=1)
            hint = f"; did you mean “{near[0]}”?" if near else ""
            raise ConfigError(f"no rule, family or category is named “{selector}”{hint}")
