"""Every example of every rule holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.catalog.compiled import shipped
from linter.examples import outcomes, shape_faults
from linter.rule import Rule

RULES: tuple[Rule, ...] = shipped().whole_rules
SEEDS = Path(__file__).parents[1] / "seeds"


def test_no_rule_file_is_broken() -> None:
    assert shipped().problems == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_bind_their_rule(rule: Rule) -> None:
    faults = [f"{each.name}: {fault}" for each in outcomes(rule, seeds=SEEDS) for fault in each.faults]
    assert faults == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_show_each_language_and_a_near_miss(rule: Rule) -> None:
    assert shape_faults(rule) == ()
