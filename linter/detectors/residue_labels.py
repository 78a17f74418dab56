"""foreign-label: a label of the page ("Source:", "Related posts") that stayed in the language of the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.lines import line_key
from linter.record import record
from linter.types import Edit, Fix, Match, Passage, Safety, Span

_TABLE = "seams/_labels"
_FRENCH = "fr"
_WIDE_COLON = frozenset(("ja", "zh", "zh-Hant"))
_KIN = {"zh-Hant": "zh", "nn": "nb", "no": "nb"}
_EDGE = lazy(r"[ \t\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}]*[*•·–—|>(\[-]?[ \t]*")
_COLON = lazy(r"[ \N{NO-BREAK SPACE}]?[:：]")
_LONGEST_VALUE = 200  # code points behind a label


@record(kw_only=True)
class ForeignLabel:
    """Parameters: ``from``, the languages whose labels may be left over."""

    from_: list[str] = field(default_factory=list)


@record
class _Labels:
    """Labels in lower case with their forms in the language of the document."""

    language: str
    leading: dict[str, tuple[str, bool]]
    alone: dict[str, str]
    literals: tuple[str, ...]
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the foreign labels that begin a line or fill it."""
        text = passage.text
        for place in places:
            label = facts.lower[place.start : place.end]
            start = text.rfind("\n", 0, place.start) + 1
            if _EDGE.fullmatch(text, start, place.start) is None:
                continue
            end = text.find("\n", place.end)
            end = end if end >= 0 else len(text)
            yield from self._judged(text, Span(place.start, place.end), Span(start, end), label)

    def _judged(self, text: str, span: Span, line: Span, label: str) -> Iterator[Match]:
        rest = text[span.end : line.end]
        if label in self.alone and line_key(text[line.start : line.end]) == label:
            yield self._match(text, span, self.alone[label])
        elif label in self.leading and len(rest) <= _LONGEST_VALUE:
            right, needs_colon = self.leading[label]
            colon = _COLON.match(rest)
            if colon:
                end = span.end + colon.end()
                if self.language in _WIDE_COLON and text[end : end + 1] == " ":
                    end += 1  # the full-width colon brings its own space
                yield self._match(text, Span(span.start, end), self._with_colon(right.rstrip(":：")))
            elif not needs_colon and rest[:1] == " " and rest.strip() and text[span.start].isupper():
                yield self._match(text, span, right)

    def _with_colon(self, right: str) -> str:
        if self.language == _FRENCH:
            return f"{right}\N{NO-BREAK SPACE}:"
        return f"{right}：" if self.language in _WIDE_COLON else f"{right}:"

    def _match(self, text: str, span: Span, right: str) -> Match:
        if text[span.start].islower():
            right = right[0].lower() + right[1:]
        fix = Fix((Edit(span, right),), Safety.UNSAFE, f"write “{right}”")
        return Match(span, (fix,), values=(("found", text[span.start : span.end]), ("right", right)))


def _build(params: ForeignLabel, setting: Setting) -> Detector | None:
    head, *rows = setting.table(_TABLE)
    language = _KIN.get(setting.language, setting.language)
    if language not in head:
        return None
    own = {form.lower() for row in rows for form in row[head.index(language)].split(",")}
    leading: dict[str, tuple[str, bool]] = {}
    alone: dict[str, str] = {}
    for row in rows:
        right = row[head.index(language)].split(",")[0]
        foreign = {
            row[head.index(name)].split(",")[0].rstrip(":：").lower() for name in params.from_ if name != language
        }
        for label in sorted(foreign - own - {""}):
            if right and row[0] == "=":
                alone.setdefault(label, right)
            elif right:
                leading.setdefault(label, (right, row[0] == ":"))
    literals = tuple(sorted({*leading, *alone}))
    return _Labels(setting.language, leading, alone, literals) if literals else None


FOREIGN_LABEL = Kind("foreign-label", ForeignLabel, _build, reach=Reach.DOCUMENT)
