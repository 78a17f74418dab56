"""YAML locale files: the values are prose, keys never are. Aliases are not expanded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import yaml

from linter.errors import SourceError
from linter.lazy import lazy
from linter.segments import Segment
from linter.source.declared import declared, language_of_path
from linter.source.segments import Read, read_by_keys
from linter.source.yaml_scalars import pieces_of

_REFUSED = {"'": "'\n", '"': '"\\\n', "|": "\n", ">": "\n", "": "\n\t'\"{}[]&*!|>%@`,"}
_BRITTLE_PLAIN = ":#-?"  # what may turn a plain value into a key, a comment or a list
# What YAML forbids, mojibake has: it is read over. The sign that stands for it is as long.
_FOREIGN = lazy(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, path: str) -> Read:
    """Return the string values of a YAML file. Raises SourceError with a line where it is broken."""
    segments = []
    bare = _FOREIGN.sub("?", text.removeprefix("\ufeff"))
    shift = len(text) - len(bare)
    try:
        for keys, event in _values(bare):
            own = declared(keys[0]) if len(keys) > 1 else ""
            if segment := _segment(text, bare, event, shift):
                segments.append(replace(segment, language=own, key="/".join(keys[bool(own) :])))
    except yaml.YAMLError as error:
        raise _broken(error, bare) from error
    return read_by_keys(segments, language_of_path(path))


def _broken(error: yaml.YAMLError, text: str) -> SourceError:
    """Return a sentence with the line; what stays open is named where it begins."""
    why = getattr(error, "problem", None) or "it is no YAML"
    is_open = "end of stream" in why
    mark = (getattr(error, "context_mark", None) if is_open else None) or getattr(error, "problem_mark", None)
    line = text.count("\n", 0, mark.index) + 1 if mark else None
    return SourceError(f"broken YAML, not checked: {why}.", line)


def _values(text: str) -> Iterator[tuple[list[str], yaml.ScalarEvent]]:
    """Yield each scalar that is no key, with the keys that lead to it, the outermost first."""
    levels: list[str | None] = []  # the key of each open mapping, "" for a sequence, None where a key comes next
    for event in yaml.parse(text, _LOADER):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            levels.append(None if isinstance(event, yaml.MappingStartEvent) else "")
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            levels.pop()
            _done(levels)
        elif isinstance(event, yaml.ScalarEvent) and levels and levels[-1] is None:
            levels[-1] = event.value or " "
        elif isinstance(event, yaml.ScalarEvent):
            yield [each or "" for each in levels], event
            _done(levels)
        elif isinstance(event, yaml.AliasEvent):
            _done(levels)


def _done(levels: list[str | None]) -> None:
    """A value of the innermost mapping is complete."""
    if levels and levels[-1]:
        levels[-1] = None


def _segment(text: str, bare: str, event: yaml.ScalarEvent, shift: int) -> Segment | None:
    style = event.style or ""
    if event.start_mark is None or event.end_mark is None:
        return None
    start, end = event.start_mark.index, event.end_mark.index
    read = "".join(piece.text for piece in pieces_of(bare, start, end, style=style))
    if read.split() != event.value.split():
        return None  # a form that is not read here: left alone
    pieces = pieces_of(text, start + shift, end + shift, style=style)
    return Segment(tuple(pieces), "", _REFUSED[style], "" if style else _BRITTLE_PLAIN, is_indented=style in ("|", ">"))
