"""The text of one YAML scalar, with the place of each piece in the file."""

from __future__ import annotations

from linter.lazy import lazy
from linter.segments import Piece
from linter.source.pieces import cut

_PROPERTIES = lazy(r"(?:[&!]\S*\s+)+")  # an anchor, a tag
_FOLD = r"[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*"
_PLAIN = lazy(_FOLD)
_SINGLE = lazy(rf"''|{_FOLD}")
_DOUBLE = lazy(
    rf"\\u[dD][89abAB][0-9A-Fa-f]{{2}}\\u[dD][c-fC-F][0-9A-Fa-f]{{2}}"
    rf"|\\x[0-9A-Fa-f]{{2}}|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}}|\\\r?\n[ \t]*|\\.|{_FOLD}"
)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "N": "\x85", "_": "\u00a0", "L": "\u2028", "P": "\u2029"}


def pieces_of(text: str, start: int, end: int, *, style: str) -> list[Piece]:
    """Return the pieces of a scalar that was written in a style: empty for plain, else its first sign."""
    properties = _PROPERTIES.match(text, start, end)
    start = properties.end() if properties else start
    if style in ("|", ">"):
        return _block(text, start, end, is_folded=style == ">")
    if style == '"':
        return cut(text, start + 1, end - 1, _DOUBLE, meaning=_double)
    if style == "'":
        return cut(text, start + 1, end - 1, _SINGLE, meaning=_single)
    return cut(text, start, end, _PLAIN, meaning=_folded)


def _folded(fold: str) -> str:
    return "\n" if fold.count("\n") > 1 else " "


def _single(escape: str) -> str:
    return "'" if escape == "''" else _folded(escape)


def _double(escape: str) -> str:
    if escape[0] != "\\":
        return _folded(escape)
    name = escape[1]
    if name in "\r\n":
        return ""
    if name in "xuU" and len(escape) > 2:
        code = int(escape[2:6] if len(escape) == len("\\u0000\\u0000") else escape[2:], 16)
        if len(escape) == len("\\u0000\\u0000"):
            code = 0x10000 + ((code - 0xD800) << 10) + int(escape[8:], 16) - 0xDC00
        return chr(code) if code < 0x110000 else ""
    return _SIMPLE.get(name, name)


def _block(text: str, start: int, end: int, *, is_folded: bool) -> list[Piece]:
    """Return the lines of a block scalar without their indentation; nothing may touch what parts them."""
    at = text.find("\n", start, end) + 1
    if not at:
        return []
    lines: list[tuple[int, int]] = []
    for line in text[at:end].split("\n"):
        lines.append((at, at + len(line.rstrip("\r"))))
        at += len(line) + 1
    indents = [len(text[a:b]) - len(text[a:b].lstrip(" ")) for a, b in lines if text[a:b].strip()]
    indent = indents[0] if indents else 0
    pieces: list[Piece] = []
    blank = 0
    for first, last in lines:
        content = text[first:last]
        if not content.strip() or len(content) - len(content.lstrip(" ")) < indent:
            blank += 1
            continue
        if pieces:
            parted = ("\n" * blank or " ") if is_folded else "\n" * (blank + 1)
            pieces.append(Piece(parted, pieces[-1].end, pieces[-1].end))
        pieces.append(Piece(content[indent:], first + indent, last))
        blank = 0
    return pieces
