"""Names in a Japanese text that stand there in two ways: other kana, Latin letters, another separator, no 氏."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.names.kana import KATAKANA, kana_core, kana_sounds, latin_sounds
from linter.record import record
from linter.types import Confidence, Edit, Evidence, Fix, Match, Passage, Safety, Span

_DOT = "・"
_FULL = lazy(r"(?<![\p{Katakana}ー・])([\p{Katakana}ー]{2,})・([\p{Katakana}ー]{2,})(?![\p{Katakana}ー・])")
_SPACED = lazy(r"(?<![\p{Katakana}ー・])([\p{Katakana}ー]{2,})( )([\p{Katakana}ー]{2,})(?![\p{Katakana}ー・])")
_LATIN = lazy(r"(?<![\p{Latin}\p{N}@.])(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+)(?: ?氏)?(?! ?\p{Lu}\p{Ll}|[\p{Latin}\p{N}])")
_HONOURED = lazy(r"(?<![\p{Katakana}ー])([\p{Katakana}ー]{2,})氏")
_FEWEST_HONOURED = 3
_SHORTEST_SOUNDS = 3
_SHORTEST_GLUED = 3  # so much katakana before a name is another name, glued to it


@record
class NameKana:
    """Parameters: which fault to look for: ``separator``, ``spelling``, ``letters``, ``company`` or ``honorific``."""

    fault: str


class Kana:
    """Looks for one kind of difference between the names of a Japanese text."""

    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def __init__(self, fault: str, companies: Sequence[tuple[str, str]]) -> None:
        self.fault, self.companies = fault, tuple(companies)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the places that differ from how the text writes the name elsewhere."""
        del passage, places
        text = facts.view
        if self.fault == "company":
            return self._companies(text)
        if self.fault == "spelling" and _DOT in text and facts.knowledge.names:
            return chain(_spellings(text), _unlike_others(text, facts.knowledge.names))
        return _FAULTS[self.fault](text) if _DOT in text or "氏" in text else ()

    def _companies(self, text: str) -> Iterator[Match]:
        for latin, kana in self.companies:
            if latin in text and kana in text:
                pattern = lazy(rf"(?<![\p{{Latin}}]|[\p{{Latin}}\p{{N}}] ){latin}(?! ?[\p{{Latin}}\p{{N}}])")
                ones = [Span(*found.span()) for found in pattern.finditer(text)]
                others = [Span(*found.span()) for found in KATAKANA.finditer(text) if found.group() == kana]
                if ones and others:
                    yield _all(text, ones, others, latin, kana)


def _all(text: str, ones: Sequence[Span], others: Sequence[Span], one: str, other: str) -> Match:
    """Return one match for all places of the rarer of two forms."""
    wrong, right, shown = (others, one, ones) if len(ones) >= len(others) else (ones, other, others)
    return _match(text, wrong[0], right, shown[0], edits=[Edit(span, right) for span in wrong])


def _separators(text: str) -> Iterator[Match]:
    dotted = {found.group(): Span(*found.span()) for found in _FULL.finditer(text)}
    for found in _SPACED.finditer(text):
        right = found[1] + _DOT + found[3]
        if right in dotted:
            span = Span(*found.span(2))
            yield _match(text, span, right, dotted[right], edits=[Edit(span, _DOT)])


def _spellings(text: str) -> Iterator[Match]:
    names = [(found[1], found[2], Span(*found.span())) for found in _FULL.finditer(text)]
    counts = Counter((first, last) for first, last, _ in names)
    by_core: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for first, last in counts:
        by_core.setdefault((kana_core(first), kana_core(last)), []).append((first, last))
    for group in by_core.values():
        if len(group) > 1:
            best = max(group, key=lambda name: counts[name])
            clear = sum(counts[name] == counts[best] for name in group) == 1
            shown = next(span for first, last, span in names if (first, last) == best)
            for first, last, span in names:
                if (first, last) in group and (first, last) != best:
                    yield _match(text, span, _DOT.join(best), shown, safety=Safety.UNSAFE if clear else Safety.SUGGEST)


def _unlike_others(text: str, names: frozenset[str]) -> Iterator[Match]:
    """Yield names that the evidence file has with other kana."""
    right = kana_names(names)
    for found in _FULL.finditer(text):
        known = right.get(kana_core(found.group()))
        if known is not None and found.group() not in names:
            span = Span(*found.span())
            yield Match(
                span,
                (Fix((Edit(span, known),), Safety.UNSAFE, f"write “{known}”"),),
                Confidence.HIGH,
                (("found", found.group()), ("right", known)),
                (Evidence(f"“{known}” stands in other documents", path="evidence file"),),
            )


@lru_cache(maxsize=2)
def kana_names(names: frozenset[str]) -> dict[str, str]:
    """Return the names in katakana by what transcriptions have in common; two of one core prove nothing."""
    found: dict[str, set[str]] = {}
    for name in names:
        if _DOT in name:
            found.setdefault(kana_core(name), set()).add(name)
    return {core: next(iter(each)) for core, each in found.items() if len(each) == 1}


def _letters(text: str) -> Iterator[Match]:
    """Yield names in Latin letters whose sounds stand in katakana elsewhere in the text."""
    full = {(kana_sounds(found[1]), kana_sounds(found[2])): found for found in _FULL.finditer(text)}
    forms = Counter((kana_sounds(first), kana_sounds(last)) for first, last in set(_FULL.findall(text)))
    short = {kana_sounds(found[1]): found for found in _HONOURED.finditer(text)}
    done: set[str] = set()
    for found in _LATIN.finditer(text):
        first, last = latin_sounds(found[1]), latin_sounds(found[2])
        name = f"{found[1]} {found[2]}"
        whole = full.get((first, last))
        alone = short.get(last) if len(last) >= _SHORTEST_SOUNDS else None
        shown = whole or alone
        if shown is None or not first or not last or name in done:
            continue
        done.add(name)
        span = Span(found.start(), found.start() + len(name))
        right = whole.group() if whole else shown.group(1)
        space = text[span.end : span.end + 2] == " 氏"  # 氏 follows katakana without a space
        edits = [Edit(Span(span.start, span.end + space), right)] if whole else []
        safety = Safety.SUGGEST if forms[first, last] > 1 else Safety.UNSAFE
        yield _match(text, span, right, Span(*shown.span()), edits=edits, safety=safety)


def _honorifics(text: str) -> Iterator[Match]:
    counts = Counter(found[1] for found in _HONOURED.finditer(text))
    for name, number in counts.items():
        if number < _FEWEST_HONOURED:
            continue
        shown = Span(text.index(name + "氏"), text.index(name + "氏") + len(name) + 1)
        for found in KATAKANA.finditer(text):
            end = found.end()
            glued = len(found.group()) - len(name)
            is_full = text[found.start() - 1 : found.start()] == _DOT and glued < _SHORTEST_GLUED
            if found.group().endswith(name) and text[end : end + 1] == "の" and not is_full:
                span = Span(end - len(name), end)
                yield _match(text, span, name + "氏", shown, edits=[Edit(span, name + "氏")])


def _match(
    text: str,
    span: Span,
    right: str,
    shown: Span,
    *,
    edits: Sequence[Edit] | None = None,
    safety: Safety = Safety.UNSAFE,
) -> Match:
    chosen = [Edit(span, right)] if edits is None else list(edits)
    title = f"write “{right}”" + (f" ({len(chosen)} places)" if len(chosen) > 1 else "")
    return Match(
        span,
        (Fix(tuple(chosen), safety, title),) if chosen else (),
        Confidence.HIGH,
        (("found", text[span.start : span.end]), ("right", right)),
        (Evidence(f"“{text[shown.start : shown.end]}” stands elsewhere in the text", shown),),
    )


_FAULTS: Mapping[str, Callable[[str], Iterable[Match]]] = {
    "separator": _separators,
    "spelling": _spellings,
    "letters": _letters,
    "honorific": _honorifics,
}


def _companies(entries: Sequence[Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    """Yield companies whose name Japanese texts write in katakana too."""
    for entry in entries:
        name, local = entry.get("name"), entry.get("local")
        if isinstance(name, str) and name.isascii() and name.isalpha() and isinstance(local, Mapping):
            for kana in local.get("ja", ()):
                if KATAKANA.fullmatch(str(kana)):
                    yield name, str(kana)


def _build(params: NameKana, setting: Setting) -> Detector | None:
    if setting.language != "ja":
        return None
    if params.fault != "company" and params.fault not in _FAULTS:
        raise ValueError(f"“{params.fault}” is no fault of a name in kana")
    return Kana(params.fault, list(_companies(setting.table("names/_lexicon"))))


NAME_KANA = Kind("name-kana", NameKana, _build, reach=Reach.DOCUMENT)
