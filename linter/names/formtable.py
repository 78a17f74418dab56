"""Forms of names by a capital word in them, in plain data that loads fast, and how they lie in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from linter.facts import lowered
from linter.names.articles import heads, split_article
from linter.names.capitals import places_of, words_in
from linter.names.entries import Form, Name
from linter.types import Span

_FREQUENT = 5.5  # Zipf value; a word that stands on every page finds nothing
_ROW, _CELL, _ALIAS = "\n", "\t", "|"
_GENITIVES = ("es", "s", "")
_LONGEST_HEAD = 8
_LONGEST_WORD = 32
_MARKS = ".,;:!?)]»”\"'’…"
Rank = Callable[[str], float]  # how common a word is


class Hit(NamedTuple):
    """A form in a text; ``is_exact``: it has the capitals of a name."""

    span: Span
    form: Form
    is_exact: bool


class FormTable:
    """The forms of one language, by a capital word in them, by what opens them, or as literals."""

    def __init__(self, forms: Iterable[Form], language: str, rank: Rank | None) -> None:
        """``rank`` tells how common a word is; without it, and in a language without capitals, forms are literals."""
        self._heads = heads(language)
        by_word: dict[str, list[str]] = {}
        by_opening: dict[str, dict[str, list[str]]] = {}
        literals: dict[str, list[str]] = {}
        for form in forms:
            tail = ("!" if form.alone else "", form.name.text, form.name.kind, _ALIAS.join(form.name.aliases))
            article, core = ("", form.text) if form.alone else split_article(form.text, language)
            words = words_in(core)
            if rank is None:
                literals.setdefault(lowered(form.text), []).append(_CELL.join(("", form.text, *tail)))
                continue
            rarest = min(words, key=lambda word: (rank(word), -len(word)), default="")
            if not rarest or (" " in core and rank(rarest) > _FREQUENT):
                opening, body = (article, core) if article else _opening(core)
                if opening:
                    row = _CELL.join((opening, body, *tail))
                    by_opening.setdefault(opening, {}).setdefault(_first(body), []).append(row)
                core = core[:1].upper() + core[1:]  # "Le bord" is found by its article, "du Bord" by its capital word
                rarest = words_in(core)[0] if article else ""
            if rarest:
                by_word.setdefault(rarest, []).append(_CELL.join((article, core, *tail)))
        self.literals = tuple(literals)
        self._by_literal = tuple(map(_ROW.join, literals.values()))
        self._by_word = _joined(by_word)
        self._by_opening = {opening: _joined(rows) for opening, rows in by_opening.items()}

    @cached_property
    def _known(self) -> dict[str, tuple[tuple[str, str, int, tuple[Name, bool]], ...]]:
        return {}

    @cached_property
    def words(self) -> frozenset[str]:
        """The capital words that forms are found by: a text with none of them has no form, literals apart."""
        return frozenset((*self._by_word, *self._openings))

    @cached_property
    def _openings(self) -> dict[str, list[tuple[str, dict[str, str]]]]:
        """What opens forms by its capital word."""
        found: dict[str, list[tuple[str, dict[str, str]]]] = {}
        for opening, rows in self._by_opening.items():
            for word in words_in(opening)[:1]:
                found.setdefault(word, []).append((opening, rows))
        return found

    def hits(self, text: str, start: int, end: int, words: Iterable[str]) -> Iterator[Hit]:
        """Yield the forms between two offsets of a text at those of ``words`` that stand in it."""
        for word in words:
            if word in self._by_word:
                for at in places_of(text, word, start, end):
                    yield from self._at_word(text, word, at)
            for opening, rows in self._openings.get(word, ()):
                at = text.find(opening, start, end)
                while at >= 0:
                    body = at + len(opening)
                    row = rows.get(_first(text[body : body + _LONGEST_WORD]))
                    if row and not text[at - 1 : at].isalnum():
                        yield from self._at_opening(text, row, at)
                    at = text.find(opening, body, end)

    def at_literal(self, text: str, which: int, start: int, end: int) -> Iterator[Hit]:
        """Yield the forms that the literal of this number, at ``start``, stands for."""
        found = text[start:end]
        for _, core, name in _read(self._by_literal[which]):
            yield Hit(Span(start, end), Form(found, *name), is_like(found, core))

    def _at_word(self, text: str, word: str, at: int) -> Iterator[Hit]:
        for article, core, offset, name in self._rows(word):
            start = at - offset
            end = start + len(core)
            if (text.startswith(core, start) or is_like(text[start:end], core)) and not text[
                start - 1 : start
            ].isalnum():
                yield from self._placed(text, start, end, (article, core), name)

    def _rows(self, word: str) -> tuple[tuple[str, str, int, tuple[Name, bool]], ...]:
        """Return the rows of a word with the offset of the word in each."""
        if word not in self._known:
            rows = _read(self._by_word[word])
            self._known[word] = tuple((article, core, core.index(word), name) for article, core, name in rows)
        return self._known[word]

    def _at_opening(self, text: str, rows: str, start: int) -> Iterator[Hit]:
        for opening, body, name in _read(rows):
            end = start + len(opening) + len(body)
            if is_like(text[start:end], opening + body) and not text[end : end + 1].isalnum():
                yield Hit(Span(start, end), Form(text[start:end], *name), is_exact=True)

    def _placed(
        self, text: str, start: int, end: int, parts: tuple[str, str], name: tuple[Name, bool]
    ) -> Iterator[Hit]:
        """Yield a form whose core lies at ``start``, with the article before it or what swallowed that."""
        article, core = parts
        if not article:
            if not text[end : end + 1].isalnum():
                yield Hit(Span(start, end), Form(text[start:end], *name), is_exact=True)
            return
        before = lowered(text[max(0, start - _LONGEST_HEAD) : start])
        for head in self._heads:
            size = len(head.text)
            if before.endswith(head.text) and not before[-size - 1 : -size].isalnum():
                stop = end + _genitive(text, end) if head.text == "des " else end
                found = text[start - size : stop]
                is_own = head.text == article.lower()
                form = Form(found, *name, kept="" if is_own else head.kept, is_varied=not is_own)
                if not text[stop : stop + 1].isalnum():
                    yield Hit(Span(start - size, stop), form, not is_own or is_like(found, article + core))
                return


def _joined(rows: dict[str, list[str]]) -> dict[str, str]:
    return {key: _ROW.join(each) for key, each in rows.items()}


def _first(text: str) -> str:
    """Return the first word of a text in lower case."""
    words = text.split(None, 1)
    return lowered(words[0].rstrip(_MARKS)) if words else ""


def _opening(form: str) -> tuple[str, str]:
    """Split a form without capital words behind its first word: "À côté"."""
    head, space, tail = form.partition(" ")
    return (head + space, tail) if tail else ("", form)


def _read(rows: str) -> Iterator[tuple[str, str, tuple[Name, bool]]]:
    for row in rows.split(_ROW):
        article, core, alone, name, kind, aliases = row.split(_CELL)
        yield article, core, (Name(name, kind, tuple(aliases.split(_ALIAS)) if aliases else ()), bool(alone))


def _genitive(text: str, end: int) -> int:
    """Return the length of the genitive ending at ``end``."""
    return next(len(ending) for ending in _GENITIVES if text.startswith(ending, end))


def is_like(found: str, form: str) -> bool:
    """True if a text has the letters of a form, or capitals where the form has none."""
    return found == form or (
        len(found) == len(form)
        and found[-1:].lower() == form[-1:].lower()
        and all(a == b or (b.islower() and a.isupper()) for a, b in zip(found, form, strict=True))
    )
