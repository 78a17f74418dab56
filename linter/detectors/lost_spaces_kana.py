"""glued-kana-name: two names in katakana that stand as one, because a tag between them was removed.

The second name must stand elsewhere in the document, after a middle dot or before a title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.detectors.kind import Detector, Kind, Place, Setting
from linter.facts import Facts
from linter.lazy import lazy
from linter.record import record
from linter.types import Edit, Evidence, Fix, Match, Passage, Safety, Span

_KANA = "\u30a1-\u30fa\u30fc"
_DOTTED = lazy(f"(?:[{_KANA}]+・)+(?P<last>[{_KANA}]{{6,}})(?![・{_KANA}])")
_NAME = lazy(f"・(?P<last>[{_KANA}]{{4,}})(?![・{_KANA}])|(?<![・{_KANA}])(?P<last>[{_KANA}]{{4,}})(?=氏|さん)")
_SHORTEST_FIRST = 2  # letters of the name that the second one is glued to


@record(kw_only=True)
class GluedKanaName:
    """Parameters: none."""


@record
class _KanaNames:
    literals: tuple[str, ...] = ("・",)
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the names whose last part is two names."""
        del facts, places
        text = passage.text
        dotted = list(_DOTTED.finditer(text, passage.start, passage.end))
        if not dotted:
            return
        names = {found["last"]: Span(*found.span("last")) for found in _NAME.finditer(text)}
        for found in dotted:
            last = found["last"]
            second = next((last[at:] for at in range(_SHORTEST_FIRST, len(last)) if last[at:] in names), None)
            if second is not None and text.count(last) == 1:
                at = found.end() - len(second)
                evidence = Evidence(f"“{second}” is a name of its own here.", names[second])
                fix = Fix((Edit(Span(at, at), "、"),), Safety.SUGGEST, "insert “、”")
                values = (("found", found[0]), ("left", found[0][: -len(second)]), ("right", second))
                yield Match(Span(*found.span()), (fix,), values=values, evidence=(evidence,))


def _build(params: GluedKanaName, setting: Setting) -> Detector | None:
    del params, setting
    return _KanaNames()


GLUED_KANA_NAME = Kind("glued-kana-name", GluedKanaName, _build)
