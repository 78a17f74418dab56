"""Names of a source that stand in its translation in another spelling: GitHub as Github, Mira Murati as Mira Murat."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from linter.lazy import lazy
from linter.names.likeness import is_inflected, is_misspelt

_WORD = lazy(r"\p{Latin}[\p{Latin}\d]*")
MIXED = lazy(r"(?<![\p{L}\d_.@/-])(?:[A-Z][a-z]+(?:[A-Z][A-Za-z]*)+|[a-z]+[A-Z][A-Za-z]+)(?![\p{L}\d_(@/.]\w)")
_PERSON = lazy(r"(?<![\p{L}-])(?P<given>\p{Lu}\p{Ll}+) (?P<family>\p{Lu}\p{Ll}{3,})(?![\p{L}-])")
_BEFORE_FAMILY = lazy(r"(?P<given>\p{Lu}\p{Ll}+)(?P<gap>[ -])(?P<family>\p{Lu}\p{Ll}+)(?!\p{L})")
_SHORTEST = 4
_MOST = 50  # names of one part that are looked for in other spellings
_LEAST = 5  # letters of a name of mixed case that may be misspelt


class Slip(NamedTuple):
    """Where in a translation a name stands, how it should be written, and where the source says so."""

    start: int
    end: int
    right: str
    at: int
    is_casing: bool


def slips(source: str, target: str, languages: tuple[str, str], given: Set[str]) -> Iterator[Slip]:
    """Yield the names of the source that the translation writes in another way.

    ``languages`` are those of the source and of the translation.
    """
    if source != target:
        yield from _mixed(source, target, languages[0])
        yield from _persons(source, target, languages[1], given)


def _mixed(source: str, target: str, language: str) -> Iterator[Slip]:
    """Yield names with capitals inside, in other letters."""
    names = {found.group(): found.start() for found in reversed(list(MIXED.finditer(source)))}
    names = {name: at for name, at in names.items() if name not in target and len(name) >= _SHORTEST}
    if not names:
        return
    lower = {name.lower(): name for name in names}
    known = set(_WORD.findall(source))
    for word in _WORD.finditer(target):
        name = lower.get(word.group().lower())
        if name is not None and name[0].upper() + name[1:] == word.group():
            continue  # at the beginning of a sentence
        if name is not None and word.group() not in known:
            yield Slip(*word.span(), name, names[name], True)
        elif name is None and len(word.group()) >= _LEAST and word.group() not in known:
            for wished, at in list(names.items())[:_MOST]:
                is_case = word.group().rstrip("s") == wished.rstrip("s") or is_inflected(word.group(), wished, language)
                if is_misspelt(word.group(), wished) and not is_case:
                    yield Slip(*word.span(), wished, at, False)


def _persons(source: str, target: str, language: str, given: Set[str]) -> Iterator[Slip]:
    """Yield family names that are wrong after the right given name."""
    for person in _PERSON.finditer(source):
        name, family = person["given"], person["family"]
        if name not in given or family in given or name not in target or _stands(family, target, language):
            continue
        known = set(_WORD.findall(source))
        for found in _BEFORE_FAMILY.finditer(target):
            other = found["family"]
            if found["given"] == name and other not in known and not is_inflected(other, family, language):
                start = found.start("gap") if found["gap"] == "-" else found.start("family")
                right = f" {family}" if found["gap"] == "-" else family
                yield Slip(start, found.end("family"), right, person.start("family"), False)


def _stands(family: str, target: str, language: str) -> bool:
    """True if a family name stands in the text, whatever its ending."""
    words = (word.group() for word in _WORD.finditer(target))
    return any(
        word.startswith(family) or is_inflected(word, family, language) for word in words if word[0] == family[0]
    )
