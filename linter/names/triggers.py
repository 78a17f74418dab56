"""Where a translated name may stand: what is looked for in the text, and the phrases beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.facts import lowered
from linter.names import phrases
from linter.names.finder import Finder
from linter.names.place import is_whole
from linter.record import record
from linter.types import EVERY_LANGUAGE, Span

_SHORTEST = 4  # code points of a trigger where words are spaced
_GROUPS = ("company", "product", "work", "place", "person")
_QUOTES = ("《", "「", "『", "〈")
_UNSPACED = frozenset({"ja", "zh"})
_NO_CAPITALS = frozenset({"ja", "zh", "ko"})
Rows = Sequence[Mapping[str, object]]


@record
class Triggers:
    """Lower-case texts beside names: ``ahead`` of one, ``behind`` one, or both ends of what is talked about."""

    literals: tuple[str, ...]
    ahead: frozenset[str]
    behind: frozenset[str]
    brackets: Mapping[str, tuple[str, ...]]

    def spans(self, text: str, start: int, end: int, literal: str, finder: Finder) -> Iterator[Span]:
        """Yield the phrases beside one of the literals that stands at ``start``, the longest first."""
        if not is_whole(text, start, end, spaced=finder.is_spaced):
            return
        if literal in self.ahead and _may_follow(text, end, finder):
            yield from phrases.after(text, end, finder)
        if literal in self.behind:
            yield from phrases.before(text, start, finder)
        if literal in self.brackets:
            yield from phrases.between(text, self.brackets[literal], start)


def _may_follow(text: str, end: int, finder: Finder) -> bool:
    """True if a capital follows a word, where capitals mark names, or the word is a label."""
    if text[end - 1] in ":：" or not finder.judge.contexts.has_capitals:
        return True
    return text[end + 1 : end + 3].strip("“«„").istitle()


def triggers_in(rows: Rows, language: str, *, wide: bool = False) -> Triggers:
    """Return what names stand beside in a language: labels with their colon, words of reporting, kinds of things.

    ``wide``: common words for kinds of things too, and all that shows a name in Chinese, Japanese and Korean.
    """
    own = next((row for row in rows if row.get("language") == language), {})
    shared = next((row for row in rows if row.get("language") == EVERY_LANGUAGE), {})
    shortest = 1 if language in _UNSPACED else _SHORTEST
    labels = [*_list(own, "labels"), *_list(shared, "labels")]
    ahead = [f"{label}{colon}" for label in labels for colon in (":", " :", "：")]
    kinds = [word for group in _GROUPS for word in _list(own, group) if wide or " " in word]
    words = [*_list(own, "before"), *kinds] if wide or language not in _NO_CAPITALS else []
    pairs = own.get("about")
    about = [(str(pair[0]), str(pair[1])) for pair in pairs] if isinstance(pairs, list) else []
    ahead += [word for word in (*words, *(left for left, _ in about)) if len(word) >= shortest]
    ahead += _QUOTES if wide and language in _UNSPACED else ()
    tails = ("after", "behind") if wide or language not in _NO_CAPITALS else ("after",)
    behind = [word for key in tails for word in _list(own, key) if len(word) >= min(2, shortest)]
    brackets: dict[str, tuple[str, ...]] = {}
    for left, right in about:
        if right:
            brackets[lowered(right)] = (*brackets.get(lowered(right), ()), left)
    first, last = frozenset(map(lowered, ahead)), frozenset(map(lowered, behind))
    return Triggers(tuple(sorted({*first, *last, *brackets})), first, last, brackets)


def _list(row: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = row.get(key)
    return tuple(str(each) for each in value) if isinstance(value, list) else ()
