"""JSON locale files: the values are prose; keys, descriptions and what is not a string never are.

Comments and commas too many are read over, as the tools that read such files do.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from linter.errors import SourceError
from linter.lazy import lazy
from linter.segments import Segment
from linter.source.declared import declared, language_of_path
from linter.source.pieces import cut
from linter.source.references import ENTITY, entity
from linter.source.segments import Read, read_by_keys

REFUSED = '"\\' + "".join(map(chr, range(32)))
_TOKEN = lazy(
    r"""
    (?:[\s\ufeff]++ | //[^\n]*+ | /\*(?:(?!\*/).)*+\*/)*+
    (?:
      (?P<mark>[{}\[\]:,])
    | "(?P<string>[^"\\\n]*+(?:\\.[^"\\\n]*+)*+)"
    | (?P<other>[\w.+-]++)
    | (?P<end>\Z)
    )
    """,
    regex.VERBOSE | regex.DOTALL,
)
_ESCAPE = lazy(
    r"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\.|" + ENTITY.pattern,
    regex.DOTALL,
)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_MESSAGES = frozenset({"message", "defaultMessage"})  # beside them, the rest of an object describes them
_DEEPEST = 50  # keys that name a value
_LOCALE_KEY = "@@locale"


@dataclass(slots=True)
class _Level:
    """An open object or array."""

    closer: str
    key: str | None = None
    is_value: bool = False
    is_aside: bool = False
    found: list[tuple[str, list[Segment]]] = field(default_factory=list)

    def segments(self) -> list[Segment]:
        """Return what the level holds; of a message with its description the message only."""
        has_message = any(key in _MESSAGES and own for key, own in self.found)
        return [each for key, own in self.found if not has_message or key in _MESSAGES for each in own]


def read_json(text: str, path: str) -> Read:
    """Return the string values of a JSON file. Raises SourceError with a line where it is broken."""
    levels = [_Level("")]
    language, at, sort = "", 0, ""
    while sort != "end":
        found = _TOKEN.match(text, at)
        if found is None:
            raise _broken(text, at, _odd(text[at:]))
        level, at, sort = levels[-1], found.end(), found.lastgroup or ""
        if sort == "mark":
            _mark(found["mark"], levels, text, at - 1)
        elif sort != "end" and _is_key(level):
            level.key, level.is_value = found[sort], False
        elif sort == "string" and level.key == _LOCALE_KEY:
            language = declared(found[sort])
        elif sort == "string" and not _is_aside(levels):
            segment = _segment(text, *found.span(sort), levels=levels)
            level.found.append((level.key or "", [segment]))
    if len(levels) > 1:
        raise _broken(text, len(text), f"a “{levels[-1].closer}” is missing")
    return read_by_keys(levels[0].segments(), language or language_of_path(path))


def _odd(rest: str) -> str:
    sign = rest.lstrip()[:1]
    return "a string is not closed" if sign == '"' else f"“{sign}” cannot stand here"


def _mark(mark: str, levels: list[_Level], text: str, at: int) -> None:
    level = levels[-1]
    if mark in "{[":
        if _is_key(level):
            raise _broken(text, at, f"“{mark}” stands where a key should")
        levels.append(_Level("}" if mark == "{" else "]", is_aside=_is_aside(levels)))
    elif mark in "}]":
        if mark != level.closer:
            raise _broken(text, at, f"“{mark}” stands where {_wanted(level)} should")
        levels.pop()
        levels[-1].found.append((levels[-1].key or "", level.segments()))
    elif mark == ":":
        if level.closer != "}" or level.key is None or level.is_value:
            raise _broken(text, at, "“:” stands without a key")
        level.is_value = True
    else:
        level.key, level.is_value = None, False


def _is_key(level: _Level) -> bool:
    return level.closer == "}" and not level.is_value


def _is_aside(levels: list[_Level]) -> bool:
    key = levels[-1].key
    return levels[-1].is_aside or (key is not None and key.startswith("@"))


def _wanted(level: _Level) -> str:
    return f"“{level.closer}”" if level.closer else "the end"


def _segment(text: str, start: int, end: int, *, levels: list[_Level]) -> Segment:
    keys = [level.key or "" for level in levels[1:_DEEPEST]]
    language = declared(keys[0]) if len(keys) > 1 else ""
    key = "/".join(keys[bool(language) :])
    return Segment(tuple(cut(text, start, end, _ESCAPE, meaning=_meaning)), language, REFUSED, key=key)


def _meaning(escape: str) -> str:
    if escape[0] == "&":
        return entity(escape)
    if escape[1] != "u" or len(escape) < len("\\u0000"):
        return _SIMPLE.get(escape[1], escape[1])
    code = int(escape[2:6], 16)
    if len(escape) > len("\\u0000"):
        code = 0x10000 + ((code - 0xD800) << 10) + int(escape[8:], 16) - 0xDC00
    return chr(code)


def _broken(text: str, at: int, why: str) -> SourceError:
    while at < len(text) and text[at].isspace():
        at += 1
    return SourceError(f"broken JSON, not checked: {why}.", text.count("\n", 0, at) + 1)
