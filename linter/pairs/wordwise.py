"""Names of a source, word by word in its translation: Harbor Gazette as Hafenanzeiger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.lazy import lazy
from linter.names.entries import Name
from linter.names.index import NameIndex
from linter.names.words import Words
from linter.pairs.pairing import Pair
from linter.pairs.spelling import MIXED
from linter.types import EVERY_LANGUAGE, Term

_CAPITALS = lazy(r"(?<![\p{L}\d])\p{Lu}[\p{L}\d'’-]*(?:[ ](?:(?:of|the|and|for|in)[ ])?\p{Lu}[\p{L}\d'’-]*){1,4}")
_TOKEN = lazy(r"[\p{L}\d]+(?:-[\p{L}\d]+)*")
_RUN = lazy(r"[\p{Han}\p{Hiragana}\p{Katakana}ー・·]{2,40}")
_UNSPACED = frozenset({"ja", "zh", "zh-Hant"})
_MOST_WORDS, _MOST_SIGNS = 5, 12
_MOST_NAMES = 400  # names of one document


class Wordwise(NamedTuple):
    """Where a translated name stands in a translation, the name, and where the source has it."""

    start: int
    end: int
    name: str
    at: int


def wanted(pairs: Sequence[Pair], target: str, glossary: Iterable[str]) -> list[str]:
    """Return the names to look for: those of the glossary in the source, and those that the text also has intact."""
    source = "\n".join(pair.source_prose for pair in pairs)
    names = dict.fromkeys(name for name in sorted(glossary) if name in source)
    names |= dict.fromkeys(name for name in _CAPITALS.findall(source) if name in target)
    names |= dict.fromkeys(found.group() for found in MIXED.finditer(source))  # WordPress is so in every language
    return list(names)[:_MOST_NAMES]


def wordwise(pair: Pair, names: Sequence[str], words: Words) -> Iterator[Wordwise]:
    """Yield the names of the source that stand word by word in the translation, and not as they are."""
    missing = [name for name in names if name in pair.source_prose and name not in pair.target]
    if not missing:
        return
    index = NameIndex([Name(name, "any") for name in missing])
    taken = 0
    for start, end in _phrases(pair.prose, words, index):
        if start < taken:
            continue
        hits = index.find(pair.prose[start:end], words)
        if len(hits) == 1:
            name = hits[0].name.text
            taken = end
            yield Wordwise(start, end, name, pair.source_prose.find(name))


def listed(pair: Pair, terms: Iterable[Term], language: str) -> Iterator[Wordwise]:
    """Yield the wrong forms that the glossary lists for the names of the source."""
    for term in terms:
        if term.name in pair.source_prose and not _stands(term, pair.target, language):
            for tag, form in (*term.forms, *term.never):
                at = pair.prose.find(form) if tag in (language, EVERY_LANGUAGE) and form else -1
                if at >= 0:
                    yield Wordwise(at, at + len(form), term.name, pair.source_prose.find(term.name))


def is_right(name: str, pair: Pair, terms: Iterable[Term], language: str) -> bool:
    """True if the translation has what the glossary says is right for a name in this language."""
    return any(term.name == name and _stands(term, pair.target, language) for term in terms)


def _stands(term: Term, text: str, language: str) -> bool:
    right = (form for tag, form in term.right if tag in (language, EVERY_LANGUAGE))
    return any(each in text for each in (term.name, *term.aliases, *right) if each)


def _phrases(text: str, words: Words, index: NameIndex) -> Iterator[tuple[int, int]]:
    """Yield what may be a translated name, from left to right, the longest first."""
    if words.language in _UNSPACED:
        for run in _RUN.finditer(text):
            for start in range(run.start(), run.end() - 1):
                for end in range(min(run.end(), start + _MOST_SIGNS), start + 1, -1):
                    yield start, end
        return
    tokens = [found.span() for found in _TOKEN.finditer(text)]
    is_small = [end - start == 1 or words.is_small(text[start:end]) for start, end in tokens]  # d’, l’
    fits = [
        small or words.could_be(text[start:end], index.vocabulary)
        for small, (start, end) in zip(is_small, tokens, strict=True)
    ]
    for number, (start, _) in enumerate(tokens):
        last = number
        while last < len(tokens) and last < number + _MOST_WORDS and fits[last]:
            last += 1
        if is_small[number]:
            continue
        for stop in range(last, number, -1):
            if not is_small[stop - 1]:
                yield start, tokens[stop - 1][1]
