"""What is right in a language: quotation marks, spacing, numbers, words of the closed classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from linter.record import record


@record(kw_only=True)
class Conventions:
    """One file of ``rules/_languages``. Words are in lower case; elided forms end in an apostrophe (``l'``).

    ``quotes`` are the pairs (opener, closer) that are right, the usual one first. ``apostrophes``, ``group``
    and ``space_before`` list characters: ``space_before`` are the marks that have a space before them, a
    no-break one where typography is cared for; ``decimal`` and ``group`` separate the parts of numbers.
    ``doubled`` words may rightly stand twice in a row. A class that the language lacks is empty.
    """

    language: str
    script: str
    spaced: bool
    quotes: tuple[tuple[str, str], ...]
    apostrophes: str
    space_before: str
    decimal: str
    group: str
    articles: tuple[str, ...]
    prepositions: tuple[str, ...]
    conjunctions: tuple[str, ...]
    pronouns: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    doubled: tuple[str, ...]


_KEYS = frozenset(field.name for field in fields(Conventions))


def conventions_from(data: Mapping[str, object]) -> Conventions:
    """Return the conventions that the data of one language file say.

    ``quotes`` is a list of two-character texts; a class of words is a text of words separated by spaces.
    Raises ValueError with one sentence about the first key that is missing, unknown or wrong.
    """
    for key in sorted(_KEYS - data.keys()):
        raise ValueError(f"The key “{key}” is missing.")
    for key in sorted(data.keys() - _KEYS):
        raise ValueError(f"The key “{key}” is unknown.")
    spaced = data["spaced"]
    if not isinstance(spaced, bool):
        raise ValueError("“spaced” is neither true nor false.")
    return Conventions(
        language=_text(data, "language", at_least=2),
        script=_text(data, "script", at_least=4),
        spaced=spaced,
        quotes=_quotes(data["quotes"]),
        apostrophes=_text(data, "apostrophes"),
        space_before=_text(data, "space_before"),
        decimal=_text(data, "decimal", at_least=1),
        group=_text(data, "group"),
        articles=_words(data, "articles"),
        prepositions=_words(data, "prepositions"),
        conjunctions=_words(data, "conjunctions"),
        pronouns=_words(data, "pronouns"),
        auxiliaries=_words(data, "auxiliaries"),
        doubled=_words(data, "doubled"),
    )


def _text(data: Mapping[str, object], key: str, at_least: int = 0) -> str:
    text = data[key]
    if not isinstance(text, str):
        raise ValueError(f"“{key}” is not a text.")
    if len(text) < at_least:
        raise ValueError(f"“{key}” is too short.")
    return text


def _words(data: Mapping[str, object], key: str) -> tuple[str, ...]:
    words = _text(data, key).split()
    for word in words:
        if word != word.lower():
            raise ValueError(f"“{word}” in “{key}” is not in lower case.")
        if words.count(word) > 1:
            raise ValueError(f"“{word}” stands twice in “{key}”.")
    return tuple(words)


def _quotes(pairs: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(pairs, list) or not pairs:
        raise ValueError("“quotes” is not a list of pairs.")
    for pair in pairs:
        if not isinstance(pair, str) or len(pair) != 2:
            raise ValueError(f"“quotes” has a pair that is not two characters: {pair!r}.")
    return tuple((pair[0], pair[1]) for pair in pairs)
