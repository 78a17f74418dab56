"""Which part of a text translates which part of its source.

Parts with rare anchors (code, numbers, addresses) pin the two texts to each other; between pins the cheapest path
by kinds, lengths and anchors is taken, in a band, so that the cost grows with the length of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from linter.pairs.traits import MOST, Trait, cost, merged, scale_of

_TELLING = 4  # letters that are the same on both sides pin two parts
_BANDS = (
    10,
    25,
    60,
)  # parts on each side of the diagonal between two pins, tried one after the other
_LEAST_WIDE = 12  # rows below which the whole square is looked at
_SKIP, _LONG_SKIP, _MERGE = 3.5, 2.0, 3.2
BAD, GOOD = 4.0, 2.5  # what a pair may cost at most to be compared, to be sure of
_CLEAR = 0.02  # what two parts cost that need no other partner
_EASY = 0.5  # mean cost of a run that is not worth a closer look
_BACK = 8  # parts before the first misfit that are looked at again
_INFINITE = 1e9


class Link(NamedTuple):
    """Parts [i, i+n) of the source stand for parts [j, j+m) of the text; n or m is 0 for what has no partner."""

    i: int
    j: int
    n: int
    m: int
    cost: float


def align(sources: Sequence[Trait], targets: Sequence[Trait], usual: float = 1.0) -> tuple[list[Link], float]:
    """Return the links in order, which cover all parts of both sides, and how much longer the text is.

    ``usual`` is how much longer a translation between the two languages usually is.
    """
    pins = _pins(sources, targets)
    scale = scale_of(sources, targets, usual)
    links: list[Link] = []
    at = (0, 0)
    for i, j in [*pins, (len(sources), len(targets))]:
        links += _between(sources, targets, (at, (i, j)), scale)
        if i < len(sources):
            links.append(Link(i, j, 1, 1, cost(sources[i], targets[j], scale)))
        at = (i + 1, j + 1)
    return links, scale


def is_fit(links: Sequence[Link], number: int) -> bool:
    """True if the two sides of a link may be compared: they fit, or what stands around them does."""
    link = links[number]
    if not link.n or not link.m or link.cost > MOST:
        return False
    around = [*links[max(0, number - 1) : number], *links[number + 1 : number + 2]]
    return link.cost <= BAD or all(each.n == each.m == 1 and each.cost <= GOOD for each in around)


def _pins(sources: Sequence[Trait], targets: Sequence[Trait]) -> list[tuple[int, int]]:
    """Return the pairs of parts whose keys are once in each text, in the longest common order."""
    counts = [Counter(each.key for each in some) for some in (sources, targets)]
    places = {each.key: j for j, each in enumerate(targets)}
    candidates = [
        (i, places[each.key])
        for i, each in enumerate(sources)
        if counts[0][each.key] == 1 and counts[1][each.key] == 1 and (each.strong or each.length >= _TELLING)
    ]
    return _rising(candidates)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs (first members rise) whose second members rise too."""
    ends: list[int] = []
    owners: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        place = bisect_left(ends, j)
        ends[place : place + 1] = [j]
        owners[place : place + 1] = [number]
        before.append(owners[place - 1] if place else -1)
    chain = []
    at = owners[-1] if owners else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _between(
    sources: Sequence[Trait], targets: Sequence[Trait], area: tuple[tuple[int, int], tuple[int, int]], scale: float
) -> list[Link]:
    """Return the cheapest links between two pins."""
    (i0, j0), (i1, j1) = area
    n, m = i1 - i0, j1 - j0
    if not n or not m:
        return [*(Link(i, j0, 1, 0, 0.0) for i in range(i0, i1)), *(Link(i1, j, 0, 1, 0.0) for j in range(j0, j1))]
    straight = _straight(sources, targets, area, scale)
    if straight is not None:
        return straight
    head = _fitting(sources[i0:i1], targets[j0:j1], scale)
    tail = _fitting(sources[i0 + head : i1][::-1], targets[j0 + head : j1][::-1], scale)
    links = [Link(i0 + k, j0 + k, 1, 1, cost(sources[i0 + k], targets[j0 + k], scale)) for k in range(head)]
    links += _middle(sources, targets, ((i0 + head, j0 + head), (i1 - tail, j1 - tail)), scale)
    for k in range(tail, 0, -1):
        links.append(Link(i1 - k, j1 - k, 1, 1, cost(sources[i1 - k], targets[j1 - k], scale)))
    return links


def _fitting(sources: Sequence[Trait], targets: Sequence[Trait], scale: float) -> int:
    """Return how many parts at the beginning surely fit each other one by one."""
    count = 0
    for one, other in zip(sources, targets, strict=False):
        if cost(one, other, scale) > _EASY:
            break
        count += 1
    return max(0, count - _BACK)


def _middle(
    sources: Sequence[Trait], targets: Sequence[Trait], area: tuple[tuple[int, int], tuple[int, int]], scale: float
) -> list[Link]:
    """Return the cheapest links of parts that do not fit one by one."""
    (i0, j0), (i1, j1) = area
    for band in _BANDS:
        links, is_at_edge = _cheapest_links(sources[i0:i1], targets[j0:j1], scale, band)
        if not is_at_edge:
            break
    return [link._replace(i=link.i + i0, j=link.j + j0) for link in links]


def _cheapest_links(
    sources: Sequence[Trait], targets: Sequence[Trait], scale: float, band: int
) -> tuple[list[Link], bool]:
    """Return the cheapest links in a band, and whether they touch its edge: then a wider one may have better."""
    i, j = n, m = len(sources), len(targets)
    width = max(n, m) if min(n, m) <= _LEAST_WIDE else band
    best, steps = _path(sources, targets, scale, width)
    links = []
    is_at_edge = False
    while i or j:
        di, dj = steps[i][j]
        links.append(Link(i - di, j - dj, di, dj, best[i][j] - best[i - di][j - dj]))
        i, j = i - di, j - dj
        is_at_edge |= n > 0 and abs(j - i * m // n) > width - 2
    return links[::-1], is_at_edge


def _straight(
    sources: Sequence[Trait], targets: Sequence[Trait], area: tuple[tuple[int, int], tuple[int, int]], scale: float
) -> list[Link] | None:
    """Return one link for each part, if both sides have as many and nearly all fit well: most texts are so."""
    (i0, j0), (i1, j1) = area
    if i1 - i0 != j1 - j0:
        return None
    costs = [cost(one, other, scale) for one, other in zip(sources[i0:i1], targets[j0:j1], strict=True)]
    if max(costs) > GOOD or sum(costs) > _EASY * len(costs):
        return None
    return [Link(i0 + n, j0 + n, 1, 1, price) for n, price in enumerate(costs)]


Row = dict[int, float]


def _path(
    sources: Sequence[Trait], targets: Sequence[Trait], scale: float, width: int
) -> tuple[list[Row], list[dict[int, tuple[int, int]]]]:
    """Return the least cost of each place in the band, and the step that leads to it."""
    n, m = len(sources), len(targets)
    best: list[Row] = [{} for _ in range(n + 1)]
    steps: list[dict[int, tuple[int, int]]] = [{} for _ in range(n + 1)]
    best[0][0] = 0.0
    for i in range(n + 1):
        middle = i * m // n if n else 0
        for j in range(max(0, middle - width), min(m, middle + width) + 1):
            if i or j:
                best[i][j], steps[i][j] = _cheapest(sources, targets, best, (i, j), scale)
    return best, steps


def _cheapest(
    sources: Sequence[Trait], targets: Sequence[Trait], best: list[Row], place: tuple[int, int], scale: float
) -> tuple[float, tuple[int, int]]:
    i, j = place
    found = _INFINITE, (1, 0) if i else (0, 1)
    one = sources[i - 1] if i else None
    other = targets[j - 1] if j else None
    if one is not None and other is not None and (before := best[i - 1].get(j - 1)) is not None:
        price = cost(one, other, scale)
        found = before + price, (1, 1)
        if price < _CLEAR:
            return found
    if one is not None and (before := best[i - 1].get(j)) is not None:
        found = min(found, (before + _alone(one, scale), (1, 0)))
    if other is not None and (before := best[i].get(j - 1)) is not None:
        found = min(found, (before + _alone(other, 1.0), (0, 1)))
    if i > 1 and other is not None and (before := best[i - 2].get(j - 1)) is not None:
        found = min(found, (before + _MERGE + cost(merged(sources[i - 2 : i]), other, scale), (2, 1)))
    if j > 1 and one is not None and (before := best[i - 1].get(j - 2)) is not None:
        found = min(found, (before + _MERGE + cost(one, merged(targets[j - 2 : j]), scale), (1, 2)))
    return found


def _alone(trait: Trait, scale: float) -> float:
    """What it costs that a part has no partner."""
    return _SKIP + min(_LONG_SKIP, trait.length * scale / 100)
