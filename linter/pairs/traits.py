"""What the parts of a text look like, and how well one of a source and one of its translation fit each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from linter.lazy import lazy
from linter.pairs.numbers import plain_digits
from linter.pairs.parts import Part, PartKind

_STRONG = lazy(r"\d{2,}|`[^`\n]+`|<code>[^<\n]*</code>|https?://[^\s)>\]]+|\b[a-z]+[A-Z]\w*|\b\w+_\w+")
_WEAK = lazy(r"\b[A-Z][A-Za-z]{2,}\b")
_DENSE = lazy(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_MARKUP = lazy(r"<[^<>]*>|https?://\S+|\s{2,}")
_COMMENT = lazy(r"(?m)(?:#|//|--|;).*$|[^\x00-\x7f]+|\s+")
_SAMPLE = 4000  # code points that tell the script of a text
_USUAL = 600  # code points of a text that say as much about its length as what is usual
MOST = 6.0  # what a part costs at most that is of another kind
_FAR = {
    frozenset({PartKind.TEXT, PartKind.ITEM}): 2.0,
    frozenset({PartKind.TEXT, PartKind.CELL}): 4.0,
    frozenset({PartKind.TEXT, PartKind.TAG}): 4.0,
}


class Trait(NamedTuple):
    """What a part looks like."""

    kind: PartKind
    level: int
    length: int
    strong: frozenset[str]
    weak: frozenset[str]
    key: str
    is_merged: bool = False


def traits(text: str, parts: Sequence[Part]) -> list[Trait]:
    """Return what the parts look like."""
    return [_trait(plain_digits(text[part.start : part.end]), part) for part in parts]


def _trait(text: str, part: Part) -> Trait:
    if part.kind is PartKind.CODE:
        strong, weak = frozenset({_COMMENT.sub("", text)[:400]}), frozenset[str]()
    else:
        strong, weak = frozenset(_STRONG.findall(text)), frozenset(_WEAK.findall(text))
    if part.name:
        strong |= {part.name}
    key = f"{part.kind} {' '.join(sorted(strong))}" if strong else f"{part.kind} {text.strip()}"
    return Trait(part.kind, part.level, len(_MARKUP.sub("", text)), strong, weak, key)


def usual_scale(source: str, target: str) -> float:
    """Return how much longer a translation into the script of ``target`` usually is, in code points."""
    ours, theirs = (len(_DENSE.findall(text, 0, _SAMPLE)) > 0.2 * min(len(text), _SAMPLE) for text in (target, source))
    if ours is theirs:
        return 1.05
    return 0.4 if ours else 2.5


def scale_of(sources: Sequence[Trait], targets: Sequence[Trait], usual: float) -> float:
    """How much longer the text is than its source; the shorter the two are, the more counts what is usual."""
    ours, theirs = (sum(each.length for each in some if each.kind is not PartKind.CODE) for some in (targets, sources))
    return min(4.0, max(0.2, (ours + usual * _USUAL) / (theirs + _USUAL)))


def merged(some: Sequence[Trait]) -> Trait:
    one, other = some
    kind = one.kind if one.kind is other.kind else PartKind.TAG
    return Trait(kind, one.level, one.length + other.length, one.strong | other.strong, one.weak | other.weak, "", True)


def cost(one: Trait, other: Trait, scale: float) -> float:
    """What it costs that a part of the source stands for a part of the text: 0 is a perfect fit."""
    total = 0.0
    if one.kind is not other.kind:
        total += _FAR.get(frozenset({one.kind, other.kind}), MOST)
    elif one.level != other.level:
        total += 1.5 if one.kind is PartKind.HEADING else 0.3
    if one.kind is not PartKind.CODE:
        ratio = math.log((other.length + 10) / (one.length * scale + 10))
        weight = 12.0 if one.is_merged or other.is_merged else 2.5
        total += min(MOST, weight * ratio * ratio)
    if one.strong or other.strong:
        shared = len(one.strong & other.strong)
        most = max(1, min(len(one.strong), len(other.strong)))
        both = bool(one.strong) and bool(other.strong)
        total += (2.2 if both else 0.7) * (1 - shared / most)
    shared = len(one.weak & other.weak)
    if shared:
        total -= 0.4 * min(3, shared)
    return max(0.0, total)
