"""SubRip and WebVTT: the text of cues is prose, a sentence may run over several; all else is never touched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.errors import SourceError
from linter.lazy import lazy
from linter.segments import Piece, Segment
from linter.source.declared import declared
from linter.source.pieces import UNSPACED, cut, trimmed
from linter.source.references import ENTITY, entity
from linter.source.segments import Read
from linter.types import Span

REFUSED = "<>&{}\n\r"
_CLOCK = r"(?:\d{1,4}:)?\d{1,2}:\d{2}[,.]\d{1,3}"
_TIMING = lazy(rf"(?m)^[ \t\ufeff]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?:[ \t][^\n]*)?\r?$")
_BROKEN = lazy(r"(?m)^[ \t]*\d[\d:.,]*[ \t]*-{1,3}>[^\n]*$")
_TAG = r"</?[A-Za-z0-9:][^<>\n]{0,200}>|\{\\[^{}\n]{1,200}\}|<\d[\d:.]*>"
_CODE = lazy(_TAG)
_NUMBER = lazy(r"[ \t]*\d+[ \t]*\r?")
_SPEAKER = lazy(r"[ \t]*[-\u2010-\u2015\u2212][ \t]*\S|[ \t]*[>♪♫#\[(]")
_ENDED = lazy(r"[.!?…。！？؟।♪♫\])][\"'”“»«’」』)]*[ \t]*\Z")
_LANGUAGE = lazy(r"(?m)\AWEBVTT[^\n]*\n(?:[^\n]+\n)*?Language:[ \t]*(?P<code>[\w-]+)")
_NAMED = lazy(r"(?i).*\.(?P<code>[a-z]{2,3}(?:[-_][a-z]{2,4})?)(?:\.(?:sdh|forced|cc|hi))?\.(?:srt|vtt)")


def read_srt(text: str, path: str) -> Read:
    """Return the sentences of SubRip subtitles. Raises SourceError with a line that is no timing."""
    return Read(_sentences(text, _cues(text, is_srt=True)), _language(text, path))


def read_vtt(text: str, path: str) -> Read:
    """Return the sentences of WebVTT subtitles. Raises SourceError with a line that is no timing."""
    if not text.removeprefix("\ufeff").startswith("WEBVTT"):
        raise SourceError("broken WebVTT, not checked: it does not begin with WEBVTT.", 1)
    return Read(_sentences(text, _cues(text, is_srt=False)), _language(text, path))


def _language(text: str, path: str) -> str:
    found = _LANGUAGE.match(text.removeprefix("\ufeff")) or _NAMED.fullmatch(path)
    return declared(found["code"]) if found else ""


def _cues(text: str, *, is_srt: bool) -> Iterator[list[Span]]:
    """Yield the lines of text of each cue."""
    timings: list[tuple[int | None, int]] = [found.span() for found in _TIMING.finditer(text)]
    known = {start for start, _ in timings}
    for odd in _BROKEN.finditer(text):
        if odd.start() not in known:
            raise SourceError("broken subtitles, not checked: this is no timing.", text.count("\n", 0, odd.start()) + 1)
    if is_srt and not timings and text.strip("\ufeff \t\r\n"):
        raise SourceError("broken SubRip file, not checked: it holds no timing.", 1)
    for (_, end), (after, _) in pairwise([*timings, (None, 0)]):
        stop = len(text) if after is None else after
        yield _text_lines(text, end + 1, stop, is_srt=is_srt, is_last=after is None)


def _text_lines(text: str, start: int, end: int, *, is_srt: bool, is_last: bool) -> list[Span]:
    lines = []
    for line in text[start:end].split("\n"):
        if is_srt or line.strip():
            lines.append(Span(start, start + len(line)))
        elif lines or not is_srt:
            break
        start += len(line) + 1
    filled = [line for line in lines if text[line.start : line.end].strip()]
    if is_srt and not is_last and filled and _NUMBER.fullmatch(text, *_bounds(filled[-1])):
        del filled[-1]
    return filled


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _sentences(text: str, cues: Iterator[list[Span]]) -> list[Segment]:
    """Join lines and cues up to the end of a sentence."""
    segments: list[Segment] = []
    open_pieces: list[Piece] = []
    for cue in cues:
        for line in cue:
            pieces = _pieces(text, line)
            if not pieces:
                continue
            if open_pieces and (_SPEAKER.match(pieces[0].text) or _ENDED.search(open_pieces[-1].text)):
                segments.append(Segment(tuple(open_pieces), "", REFUSED))
                open_pieces = []
            if open_pieces and not (UNSPACED.match(open_pieces[-1].text[-1]) or UNSPACED.match(pieces[0].text)):
                open_pieces.append(Piece(" ", open_pieces[-1].end, open_pieces[-1].end))
            open_pieces += pieces
    return [*segments, Segment(tuple(open_pieces), "", REFUSED)] if open_pieces else segments


def _pieces(text: str, line: Span) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = line.start
    for found in _CODE.finditer(text, *_bounds(line)):
        pieces += cut(text, at, found.start(), ENTITY, meaning=entity)
        at = found.end()
    return trimmed(pieces + cut(text, at, line.end, ENTITY, meaning=entity))
