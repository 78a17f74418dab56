"""The parts of a text that are aligned with those of its source: headings, items, cells, code, paragraphs.

Spans are code points of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

import regex

from linter.lazy import lazy


class PartKind(StrEnum):
    """What a part is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    CODE = "code"
    FIELD = "field"
    TAG = "tag"


class Part(NamedTuple):
    """A part of a text; ``level`` is that of a heading or the indent of an item, ``name`` the key of a field."""

    kind: PartKind
    start: int
    end: int
    level: int = 0
    name: str = ""


MARKDOWN = frozenset({"markdown", "mdx"})
_FENCE = lazy(r"[ \t>]*(?P<fence>`{3,}|~{3,})")
_HEADING = lazy(r"[ ]{0,3}(?P<signs>#{1,6})\s*(?=\S)")
_ITEM = lazy(r"(?P<indent>[ \t>]*)(?:[-*+•]|\d{1,3}[.)])[ \t]+(?=\S)")
_FIELD = lazy(r"(?P<name>[\w.-]+):[ \t]*(?P<value>.*)")
_UNDERLINE = lazy(r"[ ]{0,3}(?:=+|-{2,})[ \t]*\r?")
_RULE = lazy(r"[ \t]*(?:[-*_][ \t]*){3,}\r?")
_CELLS = lazy(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*\r?")
_TAG_LINE = lazy(r"[ \t]*(?:</?[A-Za-z][^<>]*>[ \t]*)+\r?|[ \t]*:{3,}.*|[ \t]*\{[%{#].*[%}]\}[ \t]*\r?")
_BLOCK_TAG = lazy(
    r"<!--.*?-->|<(?P<skipped>script|style|template|svg)\b.*?</(?P=skipped)\s*>"
    r"|<(?P<end>/?)(?P<name>p|div|li|ul|ol|dl|dt|dd|h[1-6]|td|th|tr|table|thead|tbody|pre|section|article|header|footer"
    r"|nav|main|aside|figure|figcaption|blockquote|title|body|head|html|br|hr|option|button|summary|details)\b[^<>]*>",
    regex.DOTALL | regex.IGNORECASE,
)
_HTML_KINDS = {"li": PartKind.ITEM, "td": PartKind.CELL, "th": PartKind.CELL, "pre": PartKind.CODE}


def read_parts(text: str, container: str, *, by_line: bool = False) -> list[Part]:
    """Return the parts of a text in order. ``by_line``: each line of a plain text is one."""
    if container in MARKDOWN:
        return list(_markdown(text))
    if container == "html":
        return list(_html(text))
    return list(_lines(text) if by_line else _paragraphs(text))


def filled_lines(text: str) -> int:
    """Return how many lines of a text are not blank."""
    return sum(1 for line in text.split("\n") if line.strip())


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _lines(text: str) -> Iterator[Part]:
    for start, end in _spans(text):
        if text[start:end].strip():
            yield Part(PartKind.TEXT, start, end)


def _paragraphs(text: str) -> Iterator[Part]:
    begin = None
    last = 0
    for start, end in _spans(text):
        if text[start:end].strip():
            begin = start if begin is None else begin
            last = end
        elif begin is not None:
            yield Part(PartKind.TEXT, begin, last)
            begin = None
    if begin is not None:
        yield Part(PartKind.TEXT, begin, last)


def _html(text: str) -> Iterator[Part]:
    kind, level, at = PartKind.TEXT, 0, 0
    for tag in _BLOCK_TAG.finditer(text):
        yield from _filled(text, kind, at, tag.start(), level)
        at = tag.end()
        if tag["name"] and tag["name"].lower() not in ("br", "hr"):
            name = "" if tag["end"] else tag["name"].lower()
            is_heading = len(name) == 2 and name[0] == "h" and name[1].isdigit()
            level = int(name[1]) if is_heading else 0
            kind = PartKind.HEADING if is_heading else _HTML_KINDS.get(name, PartKind.TEXT)
    yield from _filled(text, kind, at, len(text), level)


def _filled(text: str, kind: PartKind, start: int, end: int, level: int) -> Iterator[Part]:
    inner = text[start:end]
    if inner.strip() and regex.search(r"\w", regex.sub(r"<[^<>]*>", "", inner)):
        lead = len(inner) - len(inner.lstrip())
        yield Part(kind, start + lead, start + len(inner.rstrip()), level)


def _markdown(text: str) -> Iterator[Part]:
    return _Markdown(text).parts()


class _Markdown:
    """Reads the lines of a Markdown text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = list(_spans(text))
        self.at = 0
        self.open: Part | None = None  # the paragraph or item that the next line may belong to

    def parts(self) -> Iterator[Part]:
        """Yield the parts in order."""
        yield from self._fields()
        while self.at < len(self.lines):
            start, end = self.lines[self.at]
            line = self.text[start:end]
            self.at += 1
            if not line.strip():
                yield from self._closed()
            elif fence := _FENCE.match(line):
                yield from self._closed()
                yield self._fenced(start, end, fence["fence"])
            else:
                yield from self._line(line, start, end)
        yield from self._closed()

    def _closed(self) -> Iterator[Part]:
        if self.open is not None:
            yield self.open
            self.open = None

    def _fields(self) -> Iterator[Part]:
        """Yield the fields of front matter."""
        if not self.text.removeprefix("\ufeff").startswith("---"):
            return
        for number in range(1, min(len(self.lines), 200)):
            start, end = self.lines[number]
            line = self.text[start:end].strip()
            if line in ("---", "..."):
                self.at = number + 1
                break
        for start, end in self.lines[1 : max(1, self.at - 1)]:
            found = _FIELD.match(self.text, start, end)
            if found:
                yield Part(PartKind.FIELD, found.start("value"), end, 0, found["name"])

    def _fenced(self, start: int, end: int, fence: str) -> Part:
        """Return a code block up to its closing fence."""
        while self.at < len(self.lines):
            begin, end = self.lines[self.at]
            self.at += 1
            closing = self.text[begin:end].strip(" \t>\r")
            if closing.startswith(fence) and not closing.strip(fence[0]):
                break
        return Part(PartKind.CODE, start, end)

    def _line(self, line: str, start: int, end: int) -> Iterator[Part]:
        heading, item = _HEADING.match(line), _ITEM.match(line)
        if heading:
            yield from self._closed()
            yield Part(PartKind.HEADING, start + heading.end(), end, len(heading["signs"]))
        elif self.open is not None and self.open.kind is PartKind.TEXT and _UNDERLINE.fullmatch(line):
            self.open = self.open._replace(kind=PartKind.HEADING, level=1 if "=" in line else 2)
            yield from self._closed()
        elif _RULE.fullmatch(line) or ("|" in line and _CELLS.fullmatch(line)):
            yield from self._closed()
        elif _TAG_LINE.fullmatch(line):
            yield from self._closed()
            yield Part(PartKind.TAG, start, end)
        elif line.lstrip(" \t>").startswith("|"):
            yield from self._closed()
            yield Part(PartKind.CELL, start, end)
        elif item:
            yield from self._closed()
            self.open = Part(PartKind.ITEM, start + item.end(), end, len(item["indent"].expandtabs(4)) // 2)
        elif self.open is not None:
            self.open = self.open._replace(end=end)
        elif line.startswith(("    ", "\t")) and not line.lstrip().startswith(("<", "!")):
            self._indented(start, end)
        else:
            self.open = Part(PartKind.TEXT, start, end)

    def _indented(self, start: int, end: int) -> None:
        """Open indented code, or the paragraph of an item."""
        self.open = Part(PartKind.TEXT, start, end, 1)
