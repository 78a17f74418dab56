"""XLIFF 1.2 and 2.x: the ``target`` of each unit is prose, ``source`` is what it was translated from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from linter.facts import MASK
from linter.segments import Piece, Segment
from linter.source.declared import declared, language_of_path
from linter.source.segments import Read
from linter.source.translation import Translation
from linter.source.xml_tokens import REFUSED, Token, prose, tokens
from linter.types import UNKNOWN_LANGUAGE

_OPEN_CODES = frozenset({"g", "mrk", "pc"})  # their content is prose
_ASIDE = frozenset(
    {
        *("alt-trans", "seg-source", "bin-unit", "header", "note", "notes", "matches"),
        *("skeleton", "glossary", "originalData", "metadata", "ignorable"),
    }
)
_UNITS = frozenset({"trans-unit", "unit"})
_UNTOUCHED = frozenset({"new", "initial", "needs-translation"})  # states in which the target is a copy of the source


@dataclass(slots=True)
class _Reading:
    """What is open while a file is read."""

    languages: tuple[str, str] = ("", "")
    unit: str = ""
    is_wanted: bool = True
    aside: int = 0
    side: str = ""
    code: int = 0
    source: list[Piece] = field(default_factory=list)
    target: list[Piece] = field(default_factory=list)
    codes: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    target_language: str = ""
    is_untouched: bool = False

    def clear(self) -> None:
        self.source, self.target, self.is_untouched, self.target_language = [], [], False, ""
        self.codes = [], []


def read_xliff(text: str, path: str) -> Read:
    """Return the targets of an XLIFF file. Raises SourceError with a line where it is broken."""
    return Read([unit.segment for unit in xliff_translations(text, path)])


def xliff_translations(text: str, path: str) -> Iterator[Translation]:
    """Yield each unit that has a translation. Raises SourceError with a line where the file is broken."""
    state = _Reading()
    for token in tokens(text):
        if token.kind == "open":
            _open(token, state)
        elif token.kind == "close":
            yield from _close(token, state, path)
        elif state.side and not state.aside and not state.code:
            (state.source if state.side == "source" else state.target).extend(prose(token, text))


def _open(token: Token, state: _Reading) -> None:
    name = token.name
    if state.aside or name in _ASIDE:
        state.aside += 1
    elif state.side:
        number = token.attribute("id")
        state.codes[state.side == "target"].append(f"<{name} {number}>" if number else f"<{name}>")
        if state.code or name not in _OPEN_CODES:
            state.code += 1
            if state.code == 1:
                (state.source if state.side == "source" else state.target).append(Piece(MASK, token.start, token.start))
    elif name in ("xliff", "file"):
        _languages(token, state)
    elif name in _UNITS:
        state.unit = token.attribute("resname") or token.attribute("id") or token.attribute("name")
        state.is_wanted = token.attribute("translate") != "no"
        state.clear()
    elif name == "segment":
        state.clear()
        state.is_untouched = token.attribute("state") in _UNTOUCHED
    elif name in ("source", "target"):
        state.side = name
        if name == "target":
            state.target_language = declared(token.attribute("xml:lang"))
            state.is_untouched = state.is_untouched or token.attribute("state") in _UNTOUCHED


def _languages(token: Token, state: _Reading) -> None:
    source = token.attribute("source-language") or token.attribute("srcLang")
    target = token.attribute("target-language") or token.attribute("trgLang")
    old = state.languages
    state.languages = (declared(source) or old[0], declared(target) or old[1])


def _close(token: Token, state: _Reading, path: str) -> Iterator[Translation]:
    if state.aside:
        state.aside -= 1
    elif state.code:
        state.code -= 1
    elif state.side and token.name == state.side:
        state.side = ""
    elif token.name in _UNITS or token.name == "segment":
        if state.target and state.is_wanted and not state.is_untouched:
            yield _translation(state, path)
        state.clear()


def _translation(state: _Reading, path: str) -> Translation:
    language = state.target_language or state.languages[1] or language_of_path(path)
    return Translation(
        id=state.unit,
        source="".join(piece.text for piece in state.source),
        source_language=state.languages[0] or UNKNOWN_LANGUAGE,
        segment=Segment(tuple(state.target), language, REFUSED),
        target_language=language or UNKNOWN_LANGUAGE,
        codes=(tuple(state.codes[0]), tuple(state.codes[1])),
    )
