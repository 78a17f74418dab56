"""Names by what their words mean, so that a translated phrase finds them whatever its order."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from typing import NamedTuple

from linter.facts import lowered
from linter.names.entries import Name
from linter.names.keys import key_of, singular
from linter.names.words import Words

_SHORTEST_PART = 3
_ENTRY, _ROW, _CELL, _ALIAS = "\n\n", "\n", "\t", "|"


class Hit(NamedTuple):
    """A name that a phrase may be a translation of; ``translated`` words of it differ from the name's."""

    name: Name
    translated: int


class NameIndex:
    """Names by key (``linter.names.keys.key_of``), as text: quick to load."""

    is_shared = True  # in compiled catalogs

    def __init__(self, names: Iterable[Name], ordinary: Set[str] = frozenset()) -> None:
        """``ordinary`` are English words that a name of one word may be made of ("Basecamp")."""
        self._rows: dict[str, str] = {}
        for name in names:
            row = _CELL.join((name.text, name.kind, _ALIAS.join(name.aliases)))
            for key in (key_of(name.text), *split_keys(name.text, ordinary)):
                self._rows[key] = f"{self._rows[key]}{_ROW}{row}" if key in self._rows else row

    def __reduce__(self) -> tuple[Callable[[bytes], NameIndex], tuple[bytes]]:
        text = _ENTRY.join(f"{key}{_ROW}{rows}" for key, rows in self._rows.items())
        return _loaded, (zlib.compress(text.encode("utf-8", "surrogatepass"), 9),)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the names, in the singular."""
        return frozenset(" ".join(self._rows).split(" "))

    def __len__(self) -> int:
        return len(self._rows)

    def find(self, phrase: str, words: Words) -> tuple[Hit, ...]:
        """Return the names that a phrase may be a translation of, the most literal first."""
        lower = lowered(phrase)
        found: dict[str, Hit] = {}
        for key, translated in words.keys(phrase):
            for name in self._named(key):
                if not translated and not name.text.startswith("The "):
                    continue
                if lower != lowered(name.text) and phrase not in name.aliases:
                    same = name.text.removeprefix("The ")
                    best = found.get(same)
                    if best is None or best.translated < translated:
                        found[same] = Hit(name, translated)
        return tuple(sorted(found.values(), key=lambda hit: (-hit.translated, hit.name.text)))

    def _named(self, key: str) -> Iterator[Name]:
        rows = self._rows.get(key)
        for row in rows.split(_ROW) if rows else ():
            text, kind, aliases = row.split(_CELL)
            yield Name(text, kind, tuple(aliases.split(_ALIAS)) if aliases else ())


@lru_cache(maxsize=4)
def _loaded(packed: bytes) -> NameIndex:
    """Return the index of these data: one for the detectors of all languages."""
    index = NameIndex(())
    text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
    index._rows = {key: rows for key, _, rows in (entry.partition(_ROW) for entry in text.split(_ENTRY))}
    return index


def split_keys(name: str, ordinary: Set[str]) -> Iterator[str]:
    """Yield the keys of a name of one word that two ordinary words make up."""
    if " " not in name and name[1:].islower() and len(name) >= 2 * _SHORTEST_PART and name.lower() not in ordinary:
        lower = name.lower()
        for at in range(_SHORTEST_PART, len(lower) - _SHORTEST_PART + 1):
            head, tail = lower[:at], singular(lower[at:])
            if head in ordinary and tail in ordinary:
                yield " ".join(sorted((head, tail)))


def word_pairs(entries: Sequence[Mapping[str, object]], language: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of one word of names of one word, each with the name: more words for the dictionary."""
    for entry in entries:
        name, forms = entry.get("name"), entry.get("forms")
        own = forms.get(language) if isinstance(forms, Mapping) else None
        if isinstance(name, str) and isinstance(own, list) and name.isalpha() and name[1:].islower():
            yield from ((form, name) for form in own if isinstance(form, str) and form.isalpha())


def lexicon_names(entries: Sequence[Mapping[str, object]]) -> Iterator[Name]:
    """Yield the names of the lexicon's entries."""
    for entry in entries:
        kind, text, aliases = entry.get("kind"), entry.get("name"), entry.get("aliases")
        if isinstance(kind, str) and isinstance(text, str):
            others = tuple(map(str, aliases)) if isinstance(aliases, list) else ()
            yield Name(text, kind, others)
            yield from (Name(longer, kind, others) for longer in others if text in longer)
