"""Confidence intervals and tests in closed form, without a library for statistics.

Proportions: Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
Counts: Byar's approximation to the exact Poisson limits, in Breslow and Day, Statistical Methods in Cancer
Research II (1987), equations 2.12 and 2.13. Many tests at once: Holm, Scandinavian Journal of Statistics 6 (1979).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import erfc, sqrt
from typing import NamedTuple, TypeVar

Z = 1.959963984540054  # 95 %, two-sided
ALPHA = 0.05

K = TypeVar("K")


class Interval(NamedTuple):
    """A 95 % confidence interval."""

    low: float
    high: float


def wilson(hits: float, trials: float) -> Interval:
    """Return the interval of a proportion; ``trials`` may be an effective number."""
    if trials <= 0:
        return Interval(0.0, 1.0)
    share, z2 = hits / trials, Z * Z
    middle = share + z2 / (2 * trials)
    reach = Z * sqrt(share * (1 - share) / trials + z2 / (4 * trials * trials))
    scale = 1 + z2 / trials
    return Interval(max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale))


def byar(count: float) -> Interval:
    """Return the interval of the mean of a Poisson count; ``count`` may be an effective number."""
    low = count * (1 - 1 / (9 * count) - Z / (3 * sqrt(count))) ** 3 if count > 0 else 0.0
    more = count + 1
    return Interval(max(0.0, low), more * (1 - 1 / (9 * more) + Z / (3 * sqrt(more))) ** 3)


def two_sided(z: float) -> float:
    """Return the chance of a standard normal value at least that far from 0."""
    return erfc(abs(z) / sqrt(2))


def holm(chances: Mapping[K, float]) -> dict[K, float]:
    """Return the chances corrected for being many: each may be held against the wished level as it is."""
    adjusted: dict[K, float] = {}
    highest = 0.0
    ordered = sorted(chances, key=lambda key: chances[key])
    for rank, key in enumerate(ordered):
        highest = max(highest, min(1.0, (len(ordered) - rank) * chances[key]))
        adjusted[key] = highest
    return adjusted
