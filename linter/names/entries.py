"""The lexicon of names that get translated: entries of ``rules/names/_lexicon``, and their forms in a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from linter.facts import lowered
from linter.names.keys import pieces
from linter.record import record


@record
class Name:
    """A name as it should stand in every language; ``aliases`` are right too."""

    text: str
    kind: str
    aliases: tuple[str, ...] = ()

    def fitting(self, form: str) -> str:
        """Return the name, or the longer alias of it that has more words of a form ("Microsoft-Kante")."""
        kept = set(pieces(form))
        longer = [alias for alias in self.aliases if self.text in alias]
        return max((self.text, *longer), key=lambda text: len(kept.intersection(pieces(text))))


@record
class Form:
    """What translation makes of a name in one language.

    ``alone``: nobody writes it unless a name was translated. ``kept`` is the preposition that a fix leaves
    when the article was swallowed ("vom Rand" → "von The Verge"). ``is_varied``: with another article.
    """

    text: str
    name: Name
    alone: bool = False
    kept: str = ""
    is_varied: bool = False

    @property
    def is_phrase(self) -> bool:
        """True if it has two words or more."""
        return " " in self.text or "-" in self.text or "’" in self.text or "'" in self.text


def forms_in(entries: Sequence[Mapping[str, object]], language: str) -> dict[str, tuple[Form, ...]]:
    """Return the forms of all names by their lower-case text.

    What is the right name itself, or a local name that is right on purpose, is no form.
    """
    right = _right(entries, language)
    found: dict[str, dict[str, Form]] = {}
    for entry in entries:
        if "kind" in entry:
            name = Name(_text(entry["name"]), _text(entry["kind"]), _texts(entry.get("aliases")))
            for form in _forms(entry, name, language):
                key = lowered(form.text)
                if key not in right:
                    found.setdefault(key, {}).setdefault(name.text + name.kind, form)
    return {key: tuple(forms.values()) for key, forms in found.items()}


def _forms(entry: Mapping[str, object], name: Name, language: str) -> Iterable[Form]:
    own = {lowered(name.text), *map(lowered, name.aliases)}
    for key, alone in (("telltale", True), ("forms", False)):
        for text in _by_language(entry.get(key), language):
            if lowered(text) not in own:
                yield Form(text, name, alone)


def _right(entries: Sequence[Mapping[str, object]], language: str) -> frozenset[str]:
    """The local names that are right on purpose, in lower case."""
    local = [text for entry in entries for text in _by_language(entry.get("local"), language)]
    aliases = [text for entry in entries if "local" in entry for text in _texts(entry.get("aliases"))]
    return frozenset(map(lowered, (*local, *aliases)))


def _by_language(table: object, language: str) -> tuple[str, ...]:
    return _texts(table.get(language)) if isinstance(table, Mapping) else ()


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
