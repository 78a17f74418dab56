"""A user's glossary: names that must stay as they are, from a text, CSV, TSV or TBX file or the configuration.

- text: a name a line; ``#`` begins a comment.
- CSV, TSV: a head with ``name`` and, as wished, ``kind``, ``aliases``, ``forms``, ``never``, ``except``, the last
  three also by language (``forms:de``). Several values in a cell are separated by ``|``.
- TBX: the English term of a concept is the name; its terms in other languages are right there.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from linter.errors import ConfigError
from linter.types import EVERY_LANGUAGE, Knowledge, Term

KINDS = ("outlet", "person", "company", "product", "software", "app", "game", "film", "series", "organisation", "place")
LONGEST = 300  # code points of a name or form
_IN_FILE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\S[ ]*\t[ \t]*\S")  # a tab inside of a name too
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_BY_LANGUAGE = ("forms", "never", "except")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


class _Row(NamedTuple):
    """An entry and where it stands."""

    line: int
    term: Term


def read_glossary(path: str) -> Knowledge:
    """Return what a glossary file says. Raises ConfigError with file and line."""
    suffix = Path(path).suffix.lower()
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ConfigError(f"{path}: the glossary cannot be read: {error.strerror}.") from error
    if suffix in (".tbx", ".xml"):
        return _knowledge(path, _tbx_rows(path, data))
    text = _decoded(path, data)
    if suffix in (".csv", ".tsv"):
        return _knowledge(path, _table_rows(path, text, "\t" if suffix == ".tsv" else ","))
    return _plain(path, text)


def glossary_of(entries: Iterable[object], *, origin: str) -> Knowledge:
    """Return what entries of a configuration say: names, or tables with ``name``. Raises ConfigError."""
    return _knowledge(
        origin, (_Row(number, _entry(each, f"{origin}: entry {number}")) for number, each in enumerate(entries, 1))
    )


def joined(one: Knowledge, other: Knowledge) -> Knowledge:
    """Return what two sources know together."""
    return Knowledge(
        one.names | other.names,
        one.lines | other.lines,
        one.origin or other.origin,
        one.glossary | other.glossary,
        one.terms | other.terms,
    )


def _decoded(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}:{line}: the glossary is not UTF-8.") from error


def _plain(path: str, text: str) -> Knowledge:
    """Read a name a line, fast: a glossary may have 50,000."""
    lines = [line.strip() for line in text.split("\n")]
    names = [line for line in lines if line and not line.startswith("#")]
    unique = frozenset(names)
    if len(unique) < len(names):
        seen: set[str] = set()
        for number, line in enumerate(lines, 1):
            if line in seen and not line.startswith("#"):
                raise ConfigError(f"{path}:{number}: “{line}” stands in the glossary twice.")
            seen.update({line} - {""})
    _check_plain(path, text, names)
    return Knowledge(origin=path, glossary=unique)


def _check_plain(path: str, text: str, names: Sequence[str]) -> None:
    """Refuse control characters and names that are none. Raises ConfigError with the line."""
    odd = _IN_FILE.search(text)
    if odd:
        line = text.count("\n", 0, odd.start()) + 1
        raise ConfigError(f"{path}:{line}: a control character or a tab stands in a name.")
    if max(map(len, names), default=0) > LONGEST:
        long = next(name for name in names if len(name) > LONGEST)
        line = text.count("\n", 0, text.index(long)) + 1
        raise ConfigError(f"{path}:{line}: a name has {len(long):,} characters, at most {LONGEST} are read.")


def _table_rows(path: str, text: str, delimiter: str) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        head = [cell.strip() for cell in next(reader, [])]
        _check_head(path, head)
        for cells in reader:
            if not cells or all(not cell.strip() for cell in cells):
                continue
            place = f"{path}:{reader.line_num}"
            if len(cells) != len(head):
                raise ConfigError(f"{place}: this line has {len(cells)} cells, the head has {len(head)}.")
            yield _Row(reader.line_num, _table_term(dict(zip(head, cells, strict=True)), place))
    except csv.Error as error:
        raise ConfigError(f"{path}:{reader.line_num}: the table is damaged: {error}.") from error


def _check_head(path: str, head: list[str]) -> None:
    if "name" not in head:
        raise ConfigError(f"{path}:1: the first line of the table names its columns, and one is “name”.")
    for column in head:
        if column.partition(":")[0] not in ("name", "kind", "aliases", *_BY_LANGUAGE):
            raise ConfigError(f"{path}:1: “{column}” is no column of a glossary.")
    if len(set(head)) < len(head):
        raise ConfigError(f"{path}:1: a column stands twice.")


def _table_term(row: Mapping[str, str], place: str) -> Term:
    def pairs(key: str) -> tuple[tuple[str, str], ...]:
        columns = [column for column in row if column.partition(":")[0] == key]
        return tuple(
            (column.partition(":")[2] or EVERY_LANGUAGE, text) for column in columns for text in _cell(row[column])
        )

    return _checked(
        Term(
            row["name"].strip(),
            row.get("kind", "").strip() or "any",
            tuple(_cell(row.get("aliases", ""))),
            pairs("forms"),
            pairs("never"),
            pairs("except"),
        ),
        place,
    )


def _cell(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


def _entry(value: object, place: str) -> Term:
    if isinstance(value, str):
        return _checked(Term(value.strip()), place)
    if not isinstance(value, Mapping) or not isinstance(value.get("name"), str):
        raise ConfigError(f"{place}: a glossary entry is a name, or a table with “name”.")
    unknown = sorted(set(value) - {"name", "kind", "aliases", *_BY_LANGUAGE})
    if unknown:
        raise ConfigError(f"{place}: “{unknown[0]}” is nothing that a glossary entry has.")
    return _checked(
        Term(
            value["name"].strip(),
            str(value.get("kind", "any")),
            _texts(value.get("aliases", []), place),
            _pairs(value.get("forms", {}), place),
            _pairs(value.get("never", {}), place),
            _pairs(value.get("except", {}), place),
        ),
        place,
    )


def _pairs(value: object, place: str) -> tuple[tuple[str, str], ...]:
    table = value if isinstance(value, Mapping) else {EVERY_LANGUAGE: value}
    return tuple((str(language), text) for language, texts in table.items() for text in _texts(texts, place))


def _texts(value: object, place: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ConfigError(f"{place}: a list of texts is needed.")
    return tuple(value)


def _checked(term: Term, place: str) -> Term:
    if not term.name:
        raise ConfigError(f"{place}: an entry has no name.")
    if term.kind not in ("any", *KINDS):
        raise ConfigError(f"{place}: “{term.kind}” is no kind of name; kinds are {', '.join(KINDS)}.")
    for text in (term.name, *term.aliases, *(text for _, text in (*term.forms, *term.never, *term.right))):
        if len(text) > LONGEST or _CONTROL.search(text):
            raise ConfigError(f"{place}: an entry has control characters or is too long.")
    for _, text in (*term.forms, *term.never):
        if text.casefold() == term.name.casefold():
            raise ConfigError(f"{place}: “{text}” is the name itself, so it cannot be a wrong form of it.")
        if len(text) < 2:
            raise ConfigError(f"{place}: “{text}” is too short for a form.")
    return term


def _tbx_rows(path: str, data: bytes) -> Iterator[_Row]:
    for mark in _DECLARATIONS:
        if mark in data:
            line = data.count(b"\n", 0, data.index(mark)) + 1
            if mark == b"<!ENTITY" or b"[" in data[data.index(mark) :].partition(b">")[0]:
                raise ConfigError(f"{path}:{line}: a glossary may not declare entities.")
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise ConfigError(
            f"{path}:{error.position[0]}: the TBX file is damaged: {error.msg.partition(':')[0]}."
        ) from error
    number = 0
    for element in root.iter():
        if _tag(element) in ("termEntry", "conceptEntry"):
            number += 1
            yield _Row(number, _concept(element, f"{path}: concept {number}"))


def _concept(element: ElementTree.Element, place: str) -> Term:
    terms: list[tuple[str, str]] = []
    for section in element.iter():
        if _tag(section) in ("langSet", "langSec"):
            language = section.get(_XML_LANG) or section.get("lang") or EVERY_LANGUAGE
            found = (each.text for each in section.iter() if _tag(each) == "term")
            terms += [(language.partition("-")[0].lower(), text.strip()) for text in found if text and text.strip()]
    name = next((text for language, text in terms if language == "en"), terms[0][1] if terms else "")
    return _checked(Term(name, right=tuple(pair for pair in terms if pair[1] != name)), place)


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _knowledge(origin: str, rows: Iterable[_Row]) -> Knowledge:
    seen: dict[str, Term] = {}
    for line, term in rows:
        if term.name in seen:
            raise ConfigError(f"{origin}:{line}: “{term.name}” stands in the glossary twice.")
        seen[term.name] = term
    plain = Term("")
    full = frozenset(term for term in seen.values() if term != Term(term.name) or term == plain)
    return Knowledge(origin=origin, glossary=frozenset(seen), terms=full)
