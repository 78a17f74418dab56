"""Where a name may stand: phrases after a label or a word of reporting, and around a word that was kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from linter.lazy import lazy
from linter.names.finder import Finder
from linter.types import Span

MOST_WORDS = 6
_TOKEN = lazy(r"[\p{L}\p{M}\p{N}]+(?:[’'‑-][\p{L}\p{M}\p{N}]+|[’'])*")
_PHRASE = lazy(r"[^\s,.;:!?]+(?: [^\s,.;:!?]+){0,5}")
_GAP = lazy(r"[ \N{NO-BREAK SPACE}]?")
_OPENING = lazy(r"\s*[\"'“”„«»‹›‘「『《〈(*_]*\s?")
_CLOSING = " \"'”“»›’」』》〉)*_"
_LONGEST = 70


def tokens_from(text: str, start: int, *, most: int = MOST_WORDS) -> Iterator[Span]:
    """Yield up to ``most`` words that follow each other with one space at most, from ``start`` on."""
    at = start
    for _ in range(most):
        word = _TOKEN.match(text, at)
        if word is None:
            return
        end = word.end()
        yield Span(at, end)
        if text[end : end + 1] in (" ", "\N{NO-BREAK SPACE}"):
            at = end + 1
        elif text[end - 1] in "'’":
            at = end
        else:
            return


def tokens_before(text: str, end: int, *, most: int = MOST_WORDS) -> Iterator[Span]:
    """Yield up to ``most`` words of the same line before ``end``, the last first."""
    line = max(text.rfind("\n", 0, end) + 1, end - _LONGEST)
    stop = end
    for _ in range(most):
        at = max(text.rfind(" ", line, stop), text.rfind("\N{NO-BREAK SPACE}", line, stop), line - 1) + 1
        elided = max(text.rfind("'", at, stop - 1), text.rfind("’", at, stop - 1)) + 1
        at = max(at, elided)
        if at >= stop or not _TOKEN.fullmatch(text, at, stop):
            return
        yield Span(at, stop)
        if at <= line:
            return
        stop = at if elided == at else at - 1


def after(text: str, at: int, finder: Finder) -> Iterator[Span]:
    """Yield the phrases of words that names are translated with right after ``at``, the longest first."""
    opening = _OPENING.match(text, at)
    start = opening.end() if opening else at
    if not finder.is_spaced:
        yield from (Span(start, end) for end in reversed(finder.words.runs.ends(text, start)))
        return
    tokens = list(takewhile(lambda token: finder.fits(text[token.start : token.end]), tokens_from(text, start)))
    for end in range(len(tokens), 0, -1):
        yield from finder.cut(text, Span(tokens[0].start, tokens[end - 1].end))


def before(text: str, at: int, finder: Finder) -> Iterator[Span]:
    """Yield the phrases of words that names are translated with right before ``at``, the longest first."""
    end = at - len(text[max(0, at - 2) : at]) + len(text[max(0, at - 2) : at].rstrip(_CLOSING))
    if not finder.is_spaced:
        yield from (Span(start, end) for start in reversed(finder.words.runs.starts(text, end)))
        return
    tokens = list(takewhile(lambda token: finder.fits(text[token.start : token.end]), tokens_before(text, end)))
    for token in reversed(tokens):
        yield from finder.cut(text, Span(token.start, end))


def around(text: str, start: int, end: int, finder: Finder) -> Iterator[Span]:
    """Yield the phrases that begin or end with the word at ``start``, the longest first."""

    def fitting(token: Span) -> bool:
        return finder.fits(text[token.start : token.end])

    behind = list(takewhile(fitting, tokens_from(text, _word_start(text, start), most=5)))
    ahead = list(takewhile(fitting, tokens_before(text, _word_end(text, end), most=5)))
    spans = [Span(behind[0].start, each.end) for each in behind]
    spans += [Span(each.start, ahead[0].end) for each in ahead]
    wide = {span for span in spans if len(behind) > 1 or len(ahead) > 1 or "-" in text[span.start : span.end]}
    yield from sorted(wide, key=len, reverse=True)


def between(text: str, left: Sequence[str], end: int) -> Iterator[Span]:
    """Yield the phrase between one of the words ``left`` and the space before ``end``, on one line."""
    line = max(text.rfind("\n", 0, end) + 1, end - _LONGEST)
    for word in left:
        at = text.rfind(f" {word} ", line, end)
        start = at + len(word) + 2
        if at >= 0 and start < end - 1 and _PHRASE.fullmatch(text, start, end - 1):
            yield Span(start, end - 1)


def _word_start(text: str, at: int) -> int:
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] in "-‑"):
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and (text[at].isalnum() or text[at] in "-‑"):
        at += 1
    return at
