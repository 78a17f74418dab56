"""XML read token by token with its offsets: no DTD is expanded, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from linter.errors import SourceError
from linter.facts import MASK
from linter.lazy import lazy
from linter.segments import Piece
from linter.source.pieces import cut

_MARKUP = lazy(
    r"""
      <!--(?:(?!--).)*+-->
    | <\?(?:(?!\?>).)*+\?>
    | <!DOCTYPE(?:[^\[\]<>"']|"[^"]*"|'[^']*'|\[(?:(?!\]\s*>).)*+\])*+>
    | <!\[CDATA\[(?P<cdata>(?:(?!\]\]>).)*+)\]\]>
    | <(?P<close>/)?(?P<name>[\w:.-]+)(?P<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*+)\s*(?P<empty>/)?>
    """,
    regex.VERBOSE | regex.DOTALL,
)
_ATTRIBUTE = lazy(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
REFERENCE = lazy(r"&(?:\#[0-9]{1,7}|\#x[0-9A-Fa-f]{1,6}|[A-Za-z][\w.-]{0,63});")
_BASIC = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'"}
_SHOWN = 40  # code points of broken markup in a message
REFUSED = "<>&\ufffe"


class Token(NamedTuple):
    """A tag or a stretch of text. ``kind`` is "open", "close", "text" or "cdata"; an empty element is both tags.

    ``[start, end)`` is the tag, or the text itself.
    """

    kind: str
    name: str
    start: int
    end: int
    attributes: str = ""

    def attribute(self, name: str) -> str:
        """Return the value of an attribute as it is written, empty if it is not there."""
        for found in _ATTRIBUTE.finditer(self.attributes):
            if found[1] == name:
                return found[2] or found[3] or ""
        return ""


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of an XML text. Raises SourceError with a line where it is broken."""
    at, opened = 0, list[tuple[str, int]]()
    while at < len(text):
        start = text.find("<", at)
        stop = len(text) if start < 0 else start
        if stop > at:
            yield Token("text", "", at, stop)
        if start < 0:
            break
        found = _MARKUP.match(text, start)
        if found is None:
            raise _broken(text, start, f"“{' '.join(text[start : start + _SHOWN].split())}” is no XML")
        at = found.end()
        if found["name"]:
            yield from _tags(found, text, opened)
        elif found["cdata"] is not None:
            yield Token("cdata", "", *found.span("cdata"))
    if opened:
        name, start = opened[-1]
        raise _broken(text, start, f"<{name}> is never closed")


def _tags(found: regex.Match[str], text: str, opened: list[tuple[str, int]]) -> Iterator[Token]:
    full, (start, end) = found["name"], found.span()
    name = full.rpartition(":")[2]
    if found["close"]:
        if not opened or opened[-1][0] != full:
            inside = f"<{opened[-1][0]}>" if opened else "no element"
            raise _broken(text, start, f"</{full}> stands where {inside} is open")
        opened.pop()
        yield Token("close", name, start, end)
        return
    yield Token("open", name, start, end, found["attributes"])
    if found["empty"]:
        yield Token("close", name, start, end)
    else:
        opened.append((full, start))


def _broken(text: str, at: int, why: str) -> SourceError:
    return SourceError(f"broken XML, not checked: {why}.", text.count("\n", 0, at) + 1)


def prose(token: Token, text: str) -> list[Piece]:
    """Return the pieces of a text token, references read."""
    if token.kind == "cdata":
        return [Piece(text[token.start : token.end], token.start, token.end)] if token.end > token.start else []
    return cut(text, token.start, token.end, REFERENCE, meaning=character)


def character(reference: str) -> str:
    """Return what a reference of XML stands for; an entity of a DTD is masked."""
    if reference in _BASIC:
        return _BASIC[reference]
    if reference.startswith("&#"):
        number = int(reference[3:-1], 16) if reference[2] in "xX" else int(reference[2:-1])
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else MASK
    return MASK
