"""What fixes would change, as a unified diff that ``patch`` and ``git apply`` understand."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

_CONTEXT = 3
_NO_BREAK = "\n\\ No newline at end of file\n"


def unified(before: str, after: str, *, path: str) -> str:
    """Return the diff of two texts. Lines end at line feeds only; what both begin and end with is not compared."""
    old, new = _lines(before), _lines(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    first = max(0, head - _CONTEXT)
    last_old, last_new = len(old) - max(0, tail - _CONTEXT), len(new) - max(0, tail - _CONTEXT)
    matcher = difflib.SequenceMatcher(None, old[first:last_old], new[first:last_new])
    parts = [f"--- a/{path.lstrip('/')}\n+++ b/{path.lstrip('/')}\n"]
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        parts += _hunk(group, old[first:last_old], new[first:last_new], first)
    return "".join(parts)


def _hunk(group: list[tuple[str, int, int, int, int]], old: list[str], new: list[str], first: int) -> Iterator[str]:
    (_, a, _, c, _), (_, _, b, _, d) = group[0], group[-1]
    yield f"@@ -{_range(a + first, b + first)} +{_range(c + first, d + first)} @@\n"
    for tag, i1, i2, j1, j2 in group:
        if tag == "equal":
            yield from (_line(" ", line) for line in old[i1:i2])
            continue
        yield from (_line("-", line) for line in old[i1:i2])
        yield from (_line("+", line) for line in new[j1:j2])


def _line(sign: str, line: str) -> str:
    return f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}{_NO_BREAK}"


def _range(start: int, stop: int) -> str:
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _lines(text: str) -> list[str]:
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _common(old: list[str], new: list[str]) -> int:
    """Return with how many equal lines both begin."""
    number = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        number += 1
    return number
