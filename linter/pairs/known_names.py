"""Names of the lexicon in a source text, and what translation makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import regex

from linter.facts import lowered
from linter.language.lexicon import lexicon
from linter.lazy import lazy
from linter.names.articles import heads, split_article
from linter.names.entries import Form, forms_in
from linter.record import record

_TOKEN = lazy(r"[\p{L}\d][\p{L}\d'’+#.-]*")
_UNSPACED = frozenset({"ja", "zh", "zh-Hant", "ko", "th"})
_SENTENCE_ENDS = frozenset('.!?:;…\n|>•*-–—“"„«(')
_GENITIVES = frozenset({"de", "nl", "sv", "da", "nb"})
_LEAST_STEM = 4
_RARE = 2.5  # Zipf of what hardly is a word


@record
class KnownNames:
    """The names that get translated, with their forms in one language.

    ``aliases`` are the texts under which each name is known, ``right`` what is right in the language too.
    """

    language: str
    forms: Mapping[str, tuple[Form, ...]]
    aliases: Mapping[str, tuple[str, ...]]
    right: Mapping[str, tuple[str, ...]]

    @cached_property
    def _by_word(self) -> Mapping[str, list[tuple[str, str]]]:
        """The texts of the names by their first word: (text, name), the longest first."""
        index: dict[str, list[tuple[str, str]]] = {}
        for name, texts in self.aliases.items():
            for text in texts:
                first = _TOKEN.match(text)
                if first is not None:
                    index.setdefault(first.group(), []).append((text, name))
        for entries in index.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return index

    def names_in(self, source: str) -> Iterator[tuple[str, int]]:
        """Yield the names that stand in a source text, each once, with where the first one begins."""
        seen: set[str] = set()
        end = 0
        for token in _TOKEN.finditer(source):
            if token.start() < end:
                continue
            for text, name in self._by_word.get(token.group(), self._by_word.get(token.group().rstrip(".'’"), ())):
                stop = token.start() + len(text)
                if source.startswith(text, token.start()) and not source[stop : stop + 1].isalnum():
                    end = stop
                    if name not in seen and (" " in text or _is_name(source, token.start(), stop)):
                        seen.add(name)
                        yield name, token.start()
                    break

    def stands(self, name: str, target: str) -> bool:
        """True if a name stands in the text: itself, an alias, a local form, with or without endings."""
        lower = target.lower()
        texts = (*self.aliases.get(name, (name,)), *self.right.get(name, ()))
        return any(_stem(text.lower()) in lower for text in texts)

    def forms_of(self, name: str, target: str) -> Iterator[tuple[int, int, str]]:
        """Yield where literal forms of a name stand, the longest first, each with what should stand there."""
        lower = lowered(target)
        for form in self.forms.get(name, ()):
            article, core = split_article(form.text, self.language)
            for at, end in self._places(core.lower(), lower):
                start, kept = self._with_article(lower, at) if article else (at, form.kept)
                yield start, end, kept + form.name.text

    def _places(self, form: str, lower: str) -> Iterator[tuple[int, int]]:
        at = lower.find(form)
        while at >= 0:
            end = at + len(form)
            if self.language in _GENITIVES and lower.startswith("s", end):
                end += 1
            if self.language in _UNSPACED or not (lower[end : end + 1].isalpha() or lower[at - 1 : at].isalpha()):
                yield at, end
            at = lower.find(form, end)

    def _with_article(self, lower: str, at: int) -> tuple[int, str]:
        """Return where a form begins whose article may have another case, and the preposition that swallowed it."""
        for head in heads(self.language):
            if lower.endswith(head.text, 0, at) and not lower[: at - len(head.text)][-1:].isalpha():
                return at - len(head.text), head.kept
        return at, ""


def _stem(text: str) -> str:
    """Return a name without the vowel that cases change."""
    return text[:-1] if len(text) > _LEAST_STEM and text[-1] in "aeiouyаяоеы" else text


def _is_name(source: str, start: int, end: int) -> bool:
    """True if a word is a name for sure: a capital inside a sentence that has words without."""
    word = source[start:end]
    if any(char.isupper() for char in word[1:]):
        return True
    if _is_odd(word):
        return True
    before = source[:start].rstrip()
    if not word[0].isupper() or not before or before[-1] in _SENTENCE_ENDS:
        return False
    words: list[str] = regex.findall(r"\p{L}+", source)
    last = before.rpartition(" ")[2]
    return last[:1].islower() and 2 * sum(each[0].islower() for each in words) >= len(words)


def _is_odd(word: str) -> bool:
    """True if a capitalised word is none of English: Blazor."""
    known = lexicon("en")
    return word[:1].isupper() and known is not None and known.zipf(word) < _RARE


def known_names(entries: Sequence[Mapping[str, object]], language: str) -> KnownNames:
    """Return the names of the lexicon that have forms in a language."""
    forms: dict[str, list[Form]] = {}
    for some in forms_in(entries, language).values():
        for form in some:
            forms.setdefault(form.name.text, []).append(form)
    for each in forms.values():
        each.sort(key=lambda form: -len(form.text))
    aliases: dict[str, tuple[str, ...]] = {}
    right: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        name = entry.get("name")
        if isinstance(name, str) and name in forms:
            aliases[name] = (*aliases.get(name, (name,)), *_texts(entry.get("aliases")))
            local = entry.get("local")
            if isinstance(local, Mapping):
                right[name] = (*right.get(name, ()), *_texts(local.get(language)))
    return KnownNames(language, {name: tuple(each) for name, each in forms.items()}, aliases, right)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()
