"""boilerplate: lines of a web page (forms, buttons, notices) that were saved with the article.

Terms by language: ``lines`` (whole lines with slots), ``phrases`` (word stems that stand together in a
line made of such words), ``labels`` (phrases before a colon, whatever stands behind it), ``statements``
(stems that stand together in one sentence, whatever else it says), ``edges`` (everyday words: only at
the head or tail, next to other furniture). English terms hold in every language: pages keep the buttons
of their first language.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from linter.detectors.boilerplate_furniture import Furniture, Tongue
from linter.detectors.boilerplate_terms import Slotted, has_slots, key_of, phrase
from linter.detectors.boilerplate_words import KIN
from linter.detectors.kind import Detector, Kind, Reach, Setting
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
    tongues = [_tongue(params, each) for each in dict.fromkeys((own, ("en",)))]
    at_edges = Safety.UNSAFE if params.keep else Safety.SAFE
    detector = Furniture(
        frozenset(filter(_tells, keys)),
        frozenset(filter(_tells, edges - keys)),
        tuple(Slotted(term) for term in dict.fromkeys(lines) if has_slots(term)),
        tuple(tongues),
        params.teasers,
        at_edges,
    )
    return detector if detector.literals or detector.line_keys else None


def _tells(key: str) -> bool:
    """True if a key has a letter: 404 alone is also a number in a list."""
    return "©" in key or any(map(str.isalpha, key))


def _foreign(params: Boilerplate) -> set[str]:
    """Return the keys of all languages that are long enough to be furniture in a text of unknown language."""
    terms = [term for listed in params.lines.values() for term in listed if not has_slots(term)]
    return {key for key in map(key_of, terms) if len(key) >= _TELLING and " " in key}


def _tongue(params: Boilerplate, languages: tuple[str, ...]) -> Tongue:
    phrases = tuple(phrase(term) for each in ("*", *languages) for term in params.phrases.get(each, ()))
    labels = tuple(phrase(term) for each in languages for term in params.labels.get(each, ()))
    statements = tuple(phrase(term) for each in languages for term in params.statements.get(each, ()))
    return Tongue(languages[0], phrases, labels, statements)


BOILERPLATE = Kind("boilerplate", Boilerplate, _build, _languages, Reach.DOCUMENT)
