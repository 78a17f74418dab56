"""Budgets: records that have too many findings of a kind are dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from linter.errors import ConfigError
from linter.types import Finding

_BUDGET = re.compile(r"\s*(?P<name>[\w.-]+)\s*(?P<sign>>=?)\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<share>%?)\s*")
ALL = "all"


class Budget(NamedTuple):
    """How many findings (or per cent of the code points, by ``is_share``) of a rule, family or category are too many.

    ``is_over``: only more than ``number`` is too many.
    """

    name: str
    number: float
    is_over: bool = False
    is_share: bool = False
    text: str = ""


def budget(text: str) -> Budget:
    """Read ``boilerplate>=3``, ``encoding.mojibake>0`` or ``boilerplate>=20%``. Raises ConfigError."""
    found = _BUDGET.fullmatch(text)
    if found is None:
        raise ConfigError(f"--drop-if takes NAME>=NUMBER or NAME>=SHARE%, as in “boilerplate>=3”, not “{text}”.")
    plain = re.sub(r"\s", "", text)
    return Budget(found["name"], float(found["number"]), found["sign"] == ">", bool(found["share"]), plain)


class Verdict(NamedTuple):
    """Why a record is dropped: the budget, and how much of it there was (findings or per cent)."""

    budget: str
    found: float


def verdict(findings: Sequence[Finding], length: int, budgets: Iterable[Budget]) -> Verdict | None:
    """Return why a text of ``length`` code points is dropped, by the first budget that it exceeds; None if it stays."""
    for each in budgets:
        hits = [finding for finding in findings if _is_meant(finding, each.name)]
        amount = _share(hits, length) if each.is_share else len(hits)
        if hits and (amount > each.number or (amount == each.number and not each.is_over)):
            return Verdict(each.text, round(amount, 2))
    return None


def _is_meant(finding: Finding, name: str) -> bool:
    return name in (ALL, finding.rule_id, finding.category, finding.rule_id.partition(".")[0])


def _share(findings: Sequence[Finding], length: int) -> float:
    """Return how many per cent of the code points lie in findings, those in several counted once."""
    covered = end = 0
    for span in sorted(finding.span for finding in findings):
        covered += max(0, span.end - max(end, span.start))
        end = max(end, span.end)
    return 100 * covered / length if length else 0.0
