"""PO files of gettext: what ``msgstr`` says is prose in the language of the header, ``msgid`` is its source.

Obsolete and fuzzy entries are left alone: no program shows them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from linter.errors import SourceError
from linter.lazy import lazy
from linter.segments import Piece, Segment
from linter.source.declared import declared, language_of_path
from linter.source.pieces import cut
from linter.source.segments import Read
from linter.source.translation import Translation
from linter.types import UNKNOWN_LANGUAGE

REFUSED = '"\\\n\r\t'  # what a fix may not write between the quotation marks of a PO file
_LINE = lazy(r'[ \t]*(?:(?P<key>msgctxt|msgid|msgid_plural|msgstr(?:\[(?P<form>\d+)\])?)(?=[ \t"])[ \t]*)?'
             r'"(?P<value>(?:[^"\\\n]|\\.)*+)"[ \t\r]*')  # fmt: skip
_ESCAPE = lazy(r"\\(?:x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)")
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_HEADER_FIELD = lazy(r"(?m)^(?P<name>[\w-]+):[ \t]*(?P<value>[^\n]*)")
_LONGEST_ID = 60  # code points of a msgid that names its entry
_LEAST_FORMS = 2  # plural forms of a language in which form 0 stands for one thing


@dataclass(slots=True)
class _Entry:
    """One entry while it is read: the pieces of each keyword, and its flags."""

    line: int
    values: dict[str, list[Piece]] = field(default_factory=dict)
    is_fuzzy: bool = False

    def text(self, key: str) -> str:
        return "".join(piece.text for piece in self.values.get(key, ()))

    @property
    def targets(self) -> list[tuple[str, list[Piece]]]:
        return [(key, pieces) for key, pieces in self.values.items() if key.startswith("msgstr") and pieces]


def read_po(text: str, path: str) -> Read:
    """Return the translations of a PO file. Raises SourceError with the line that is none of a PO file."""
    return Read([unit.segment for unit in po_translations(text, path)])


def po_translations(text: str, path: str) -> Iterator[Translation]:
    """Yield each translated form of each entry. Raises SourceError with the line that is none of a PO file."""
    fields: dict[str, str] = {}
    language = ""
    for entry in _entries(text):
        source = entry.text("msgid")
        if not source and "msgctxt" not in entry.values:
            fields |= {found["name"].lower(): found["value"] for found in _HEADER_FIELD.finditer(entry.text("msgstr"))}
            language = declared(fields.get("language", ""))
            continue
        language = language or language_of_path(path)
        origin = declared(fields.get("x-source-language", "")) or UNKNOWN_LANGUAGE
        if not entry.is_fuzzy:
            yield from _translations(entry, source, origin, language)


def _translations(entry: _Entry, source: str, origin: str, language: str) -> Iterator[Translation]:
    targets = entry.targets
    plural = entry.text("msgid_plural")
    for key, pieces in targets:
        is_one = len(targets) >= _LEAST_FORMS and key == "msgstr[0]"
        yield Translation(
            id=(entry.text("msgctxt") + "|" if "msgctxt" in entry.values else "") + source[:_LONGEST_ID],
            source=plural if plural and not is_one else source,
            source_language=origin,
            segment=Segment(tuple(pieces), language, REFUSED),
            target_language=language or UNKNOWN_LANGUAGE,
            is_plural=bool(plural),
        )


def _entries(text: str) -> Iterator[_Entry]:
    entry, key, at, fuzzy = _Entry(1), "", 0, False
    for number, line in enumerate(text.split("\n"), start=1):
        start, at = at, at + len(line) + 1
        bare = line.strip(" \t\r\ufeff")
        if not bare or bare.startswith("#"):
            fuzzy = fuzzy or (bare.startswith("#,") and "fuzzy" in bare)
            if entry.values and any(name.startswith("msgstr") for name in entry.values):
                yield entry
                entry, key = _Entry(number), ""
            continue
        found = _LINE.fullmatch(line.removeprefix("\ufeff"))
        if found is None or not (found["key"] or key):
            raise SourceError(f"broken PO file, not checked: {_why(bare, found is not None)}.", number)
        if found["key"]:
            key = found["key"]
            if key in entry.values or (key in ("msgctxt", "msgid") and entry.targets):
                if not any(name.startswith("msgstr") for name in entry.values):
                    raise SourceError(f"broken PO file, not checked: {key} stands twice in one entry.", number)
                yield entry
                entry = _Entry(number)
            entry.is_fuzzy, fuzzy = entry.is_fuzzy or fuzzy, False
            entry.values.setdefault(key, [])
        offset = start + (1 if line.startswith("\ufeff") else 0)
        value = found.span("value")
        entry.values[key] += cut(text, offset + value[0], offset + value[1], _ESCAPE, meaning=unescaped)
    if entry.values:
        yield entry


def _why(line: str, is_string: bool) -> str:
    if is_string:
        return "a string stands before any keyword"
    shown = line if len(line) <= _LONGEST_ID else line[:_LONGEST_ID] + "…"
    return f"“{shown}” is no comment, keyword or quoted string"


def unescaped(escape: str) -> str:
    """Return the character of an escape of the language C."""
    name = escape[1:]
    if name[0] == "x":
        return chr(int(name[1:], 16)) if len(name) > 1 else "x"
    if name[0].isdigit():
        return chr(int(name, 8)) if name[0] < "8" else name
    return _SIMPLE.get(name, name)
