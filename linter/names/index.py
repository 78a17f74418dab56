"""Names by what their words mean, so that a translated phrase finds them whatever its order."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from typing import NamedTuple

from linter.facts import lowered
from linter.names.entries import Name
from linter.names.keys import key_of, singular
from linter.names.words import Words

_SHORTEST_PART = 3


class Hit(NamedTuple):
    """A name that a phrase may be a translation of; ``translated`` words of it differ from the name's."""

    name: Name
    translated: int


class NameIndex:
    """Names by key (``linter.names.words.key_of``)."""

    def __init__(self, names: Iterable[Name], ordinary: Set[str] = frozenset()) -> None:
        """``ordinary`` are English words that a name of one word may be made of ("Basecamp")."""
        self._names: list[tuple[str, str, tuple[str, ...]]] = []  # plain data: quick to load
        self._by_key: dict[str, tuple[int, ...]] = {}
        by_key: dict[str, list[int]] = {}
        for number, name in enumerate(names):
            self._names.append((name.text, name.kind, name.aliases))
            for key in (key_of(name.text), *split_keys(name.text, ordinary)):
                by_key.setdefault(key, []).append(number)
        self._by_key = {key: tuple(numbers) for key, numbers in by_key.items()}

    def __reduce__(self) -> tuple[Callable[[bytes], NameIndex], tuple[bytes]]:
        return _loaded, (pickle.dumps((self._names, self._by_key), protocol=5),)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the names, in the singular."""
        return frozenset(" ".join(self._by_key).split(" "))

    def __len__(self) -> int:
        return len(self._by_key)

    def find(self, phrase: str, words: Words) -> tuple[Hit, ...]:
        """Return the names that a phrase may be a translation of, the most literal first."""
        lower = lowered(phrase)
        found: dict[str, Hit] = {}
        for key, translated in words.keys(phrase):
            for name in (Name(*self._names[number]) for number in self._by_key.get(key, ())):
                if lower != lowered(name.text) and phrase not in name.aliases:
                    same = name.text.removeprefix("The ")
                    best = found.get(same)
                    if best is None or best.translated < translated:
                        found[same] = Hit(name, translated)
        return tuple(sorted(found.values(), key=lambda hit: (-hit.translated, hit.name.text)))


@lru_cache(maxsize=4)
def _loaded(packed: bytes) -> NameIndex:
    """Return the index of these data: one for the detectors of all languages."""
    index = NameIndex(())
    index._names, index._by_key = pickle.loads(packed)
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
