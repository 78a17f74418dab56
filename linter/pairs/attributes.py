"""Attributes of tags that are for machines: their names, and the values of some of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.lazy import lazy
from linter.pairs.marks import Mark, MarkKind

_ATTRIBUTE = lazy(
    r"""(?<=\s)(?P<name>[^\s"'<>/=]+)(?:\s*=\s*["'“”„«»]?(?P<value>[^"'“”„«»<>]*)["'“”„«»]?)?""",
)
_FIXED = frozenset({"class", "type", "target", "role", "method", "for", "name", "charset", "http-equiv"})


class Attribute(NamedTuple):
    """A place in the translation that differs, and how the source has it."""

    start: int
    end: int
    right: str
    at: int


def differing(source: str, target: str, marks: tuple[Sequence[Mark], Sequence[Mark]]) -> Iterator[Attribute]:
    """Yield the names and values of attributes that were translated; ``marks`` are those of source and target."""
    theirs, ours = ([mark for mark in some if mark.kind is MarkKind.TAG] for some in marks)
    if [mark.key for mark in theirs] != [mark.key for mark in ours]:
        return
    for one, other in zip(theirs, ours, strict=True):
        if source[one.start : one.end] != target[other.start : other.end]:
            yield from _in_tag(source, target, one, other)


def _in_tag(source: str, target: str, one: Mark, other: Mark) -> Iterator[Attribute]:
    right = list(_ATTRIBUTE.finditer(source, one.start, one.end - 1))
    found = list(_ATTRIBUTE.finditer(target, other.start, other.end - 1))
    names = {each["name"] for each in right}
    if len(right) != len(found):
        return
    for each, wished in zip(found, right, strict=True):
        if each["name"] not in names and each["value"] == wished["value"]:
            yield Attribute(*each.span("name"), wished["name"], wished.start("name"))
        elif each["name"] == wished["name"] and each["name"] in _FIXED and each["value"] != wished["value"]:
            yield Attribute(*each.span("value"), wished["value"], wished.start("value"))
