"""TMX, the exchange format of translation memories: each segment is prose in the language of its variant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from linter.facts import MASK
from linter.segments import Piece, Segment
from linter.source.declared import declared
from linter.source.segments import Read
from linter.source.translation import Translation
from linter.source.xml_tokens import REFUSED, Token, prose, tokens
from linter.types import UNKNOWN_LANGUAGE

_OPEN_CODES = frozenset({"hi"})  # its content is prose


@dataclass(slots=True)
class _Reading:
    """What is open while a memory is read."""

    source_language: str = ""
    unit: str = ""
    unit_source: str = ""
    count: int = 0
    variants: list[Segment] = field(default_factory=list)
    language: str = ""
    pieces: list[Piece] = field(default_factory=list)
    is_segment: bool = False
    code: int = 0


def read_tmx(text: str, path: str) -> Read:
    """Return the segments of all variants. Raises SourceError with a line where the file is broken."""
    del path
    return Read([variant for _, variants, _ in _units(text) for variant in variants])


def tmx_translations(text: str, path: str) -> Iterator[Translation]:
    """Yield each variant of a unit beside the one in the source language, by default the first."""
    del path
    for name, variants, origin in _units(text):
        source = next((each for each in variants if each.language == origin), variants[0])
        for variant in variants:
            if variant is not source:
                yield Translation(
                    id=name,
                    source=source.text,
                    source_language=source.language or UNKNOWN_LANGUAGE,
                    segment=variant,
                    target_language=variant.language or UNKNOWN_LANGUAGE,
                )


def _units(text: str) -> Iterator[tuple[str, list[Segment], str]]:
    """Yield name, variants and source language of each unit that has variants."""
    state = _Reading()
    for token in tokens(text):
        if token.kind == "open":
            _open(token, state)
        elif token.kind == "close":
            if _close(token, state) and state.variants:
                yield state.unit, state.variants, state.unit_source
        elif state.is_segment and not state.code:
            state.pieces += prose(token, text)


def _open(token: Token, state: _Reading) -> None:
    if state.is_segment:
        if state.code or token.name not in _OPEN_CODES:
            state.code += 1
            if state.code == 1:
                state.pieces.append(Piece(MASK, token.start, token.start))
    elif token.name == "header":
        state.source_language = declared(token.attribute("srclang"))
    elif token.name == "tu":
        state.count += 1
        state.unit = token.attribute("tuid") or f"unit {state.count}"
        state.unit_source = declared(token.attribute("srclang")) or state.source_language
        state.variants = []
    elif token.name == "tuv":
        state.language = declared(token.attribute("xml:lang") or token.attribute("lang"))
    elif token.name == "seg":
        state.is_segment, state.pieces = True, []


def _close(token: Token, state: _Reading) -> bool:
    """Take a closing tag in; True at the end of a unit."""
    if state.code:
        state.code -= 1
    elif state.is_segment and token.name == "seg":
        state.is_segment = False
        if state.pieces:
            state.variants.append(Segment(tuple(state.pieces), state.language, REFUSED))
    return token.name == "tu"
