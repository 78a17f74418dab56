"""boilerplate: lines of a web page (forms, buttons, notices) that were saved with the article.

Terms by language: ``lines`` (whole lines with slots), ``phrases`` (word stems that stand together in a
line made of such words), ``labels`` (phrases before a colon, whatever stands behind it), ``statements``
(stems that stand together in one sentence, whatever else it says), ``edges`` (everyday words: only at
the head or tail, next to other furniture). English terms hold in every language: pages keep the buttons
of their first language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from linter.detectors.boilerplate_furniture import Furniture, Sort, Table
from linter.detectors.boilerplate_terms import has_slots, key_of, phrase, slotted
from linter.detectors.boilerplate_words import KIN
from linter.detectors.kind import Detector, Kind, Reach, Setting
from linter.detectors.literals import is_selective
from linter.types import UNKNOWN_LANGUAGE, Safety

_TELLING = 12  # code points of a key that is furniture in whatever language the document is


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """Parameters: terms by language; ``teasers``: at most so many titles below a found heading go with it.

    ``keep``: what is found must not be deleted without a person's consent (a disclosure).
    """

    lines: dict[str, list[str]] = field(default_factory=dict)
    phrases: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, list[str]] = field(default_factory=dict)
    statements: dict[str, list[str]] = field(default_factory=dict)
    edges: dict[str, list[str]] = field(default_factory=dict)
    teasers: int = 0
    keep: bool = False


def _languages(params: Boilerplate) -> tuple[str, ...]:
    maps = (params.lines, params.phrases, params.labels, params.statements, params.edges)
    return ("*", *sorted({language for each in maps for language in each if language != "*"}))


def _build(params: Boilerplate, setting: Setting) -> Detector | None:
    language = setting.language
    own = (language, *KIN.get(language, ()))
    lines = [term for each in dict.fromkeys(("*", "en", *own)) for term in params.lines.get(each, ())]
    keys = {key_of(term) for term in lines if not has_slots(term)}
    if language == UNKNOWN_LANGUAGE:
        keys |= _foreign(params)
    keys |= {key.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}") for key in keys}
    edges = {key_of(term) for each in dict.fromkeys(("*", "en", *own)) for term in params.edges.get(each, ())}
    tables = [table for each in dict.fromkeys((own, ("en",))) for table in _tables(params, each)]
    detector = Furniture(
        frozenset(filter(_tells, keys)),
        frozenset(filter(_tells, edges - keys)),
        tuple(table for table in (*tables, literal_table(language, lines)) if table.sources),
        tuple(dict.fromkeys((language, "en"))),
        frozenset(
            lit for table in tables for lit, terms in table.sources.items() if any(f"*{lit}" in t for t in terms)
        ),
        params.teasers,
        Safety.UNSAFE if params.keep else Safety.SAFE,
    )
    return detector if detector.literals or detector.line_keys else None


def _tells(key: str) -> bool:
    """True if a key has a letter: 404 alone is also a number in a list."""
    return "©" in key or any(map(str.isalpha, key))


def _foreign(params: Boilerplate) -> set[str]:
    """Return the keys of all languages that are long enough to be furniture in a text of unknown language."""
    terms = [term for listed in params.lines.values() for term in listed if not has_slots(term)]
    return {key for key in map(key_of, terms) if len(key) >= _TELLING and " " in key}


def _tables(params: Boilerplate, languages: tuple[str, ...]) -> Iterator[Table]:
    """Yield the terms of a language and its kin, by the literals that stand in their lines."""
    every = ("*", *languages)
    sorts = (
        (Sort.PHRASE, params.phrases, every),
        (Sort.LABEL, params.labels, languages),
        (Sort.STATEMENT, params.statements, languages),
    )
    for sort, terms, tongues in sorts:
        rows = [(lit, term) for each in tongues for term in terms.get(each, ()) for lit in _literals(term, languages)]
        yield Table(sort, languages[0], _grouped(rows))


def _literals(term: str, languages: Sequence[str]) -> tuple[str, ...]:
    return phrase(term).literals(languages[0])


def literal_table(language: str, lines: Iterable[str]) -> Table:
    """Return the lines with slots by the literals that they are looked up by."""
    terms = [(slotted(term).literal, term) for term in dict.fromkeys(lines) if has_slots(term)]
    return Table(Sort.SLOTTED, language, _grouped((lit, term) for lit, term in terms if is_selective(lit)))


def _grouped(rows: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for literal, term in rows:
        found.setdefault(literal, {})[term] = None
    return {literal: tuple(terms) for literal, terms in found.items()}


BOILERPLATE = Kind("boilerplate", Boilerplate, _build, _languages, Reach.DOCUMENT)
