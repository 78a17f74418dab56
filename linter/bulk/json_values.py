"""Where a value stands in a line of JSON, and the spelling of a new one. All offsets are bytes.

Used for changed records only: reading goes through msgspec.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

_SPACE = re.compile(rb"[\s\xef\xbb\xbf]*")
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"|[{}\[\]]|[^\s"{}\[\],:]++', re.DOTALL)
_SCALAR = re.compile(rb"[^\s,}\]]++")


def value_span(line: bytes, path: Sequence[str]) -> tuple[int, int] | None:
    """Return start and end of the value at a path of keys in valid JSON; of doubled keys the last one counts."""
    start = _after_space(line, 0)
    end = start
    for key in path:
        if not line.startswith(b"{", start):
            return None
        places = [(low, high) for name, low, high in _members(line, start + 1) if name == key]
        if not places:
            return None
        start, end = places[-1]
    return start, end


def spliced(line: bytes, span: tuple[int, int], text: str) -> bytes:
    """Return the line with the string at ``span`` replaced, spelled as the old one is."""
    return line[: span[0]] + spelled(text, like=line[span[0] : span[1]]) + line[span[1] :]


def spelled(text: str, *, like: bytes = b"") -> bytes:
    r"""Return a JSON string; letters as ``\u00e9`` and slashes as ``\/`` only if ``like`` has them so."""
    is_escaped = rb"\u" in like and like.isascii()
    written = json.dumps(text, ensure_ascii=is_escaped)
    if r"\/" in like.decode("ascii", "ignore") and "/" in text:
        written = written.replace("/", r"\/")
    try:
        return written.encode("utf-8")
    except UnicodeEncodeError:  # lone surrogates, which JSON can hold as escapes only
        return json.dumps(text).encode("ascii")


def with_member(line: bytes, key: str, value: str) -> bytes:
    """Return an object with a member set (``value`` is JSON): in its place, or as the last one."""
    span = value_span(line, [key])
    if span is not None:
        return line[: span[0]] + value.encode("utf-8") + line[span[1] :]
    end = line.rindex(b"}")
    before = line[:end].rstrip()
    comma = b"" if before.endswith(b"{") else b", " if b'": ' in line[:200] else b","
    colon = b": " if b'": ' in line[:200] else b":"
    return before + comma + spelled(key) + colon + value.encode("utf-8") + line[len(before) :]


def _members(line: bytes, at: int) -> Iterator[tuple[str, int, int]]:
    """Yield name, start and end of the values of an object whose inside begins at ``at``."""
    while True:
        at = _after_space(line, at)
        key = _STRING.match(line, at)
        if key is None:
            return
        start = _after_space(line, _after_space(line, key.end()) + 1)
        end = _end_of_value(line, start)
        yield json.loads(key.group()), start, end
        at = _after_space(line, end)
        if not line.startswith(b",", at):
            return
        at += 1


def _end_of_value(line: bytes, start: int) -> int:
    if not line.startswith((b"{", b"["), start):
        found = (_STRING if line.startswith(b'"', start) else _SCALAR).match(line, start)
        return found.end() if found else start
    depth = 0
    for token in _TOKEN.finditer(line, start):
        sign = token.group()
        depth += (sign in (b"{", b"[")) - (sign in (b"}", b"]"))
        if not depth:
            return token.end()
    return len(line)


def _after_space(line: bytes, at: int) -> int:
    found = _SPACE.match(line, at)
    return found.end() if found else at
