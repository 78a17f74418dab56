"""Examples of rules: a text in which ⟦ ⟧ mark the spans that the rule must find."""

from __future__ import annotations

from linter.types import Span

OPEN, CLOSE = "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}", "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}"


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return the text without its marks and the marked spans in code points of it.

    Raises ValueError if the marks do not pair.
    """
    text, spans, start = "", [], -1
    for piece in _pieces(marked):
        if piece == OPEN and start < 0:
            start = len(text)
        elif piece == CLOSE and start >= 0:
            spans.append(Span(start, len(text)))
            start = -1
        elif piece in (OPEN, CLOSE):
            raise ValueError("the marks ⟦ and ⟧ do not pair")
        else:
            text += piece
    if start >= 0:
        raise ValueError("the mark ⟦ is not closed")
    return text, tuple(spans)


def marked(text: str, spans: tuple[Span, ...]) -> str:
    """Return the text with the spans (sorted, disjoint) marked."""
    for span in reversed(spans):
        text = f"{text[: span.start]}{OPEN}{text[span.start : span.end]}{CLOSE}{text[span.end :]}"
    return text


def _pieces(text: str) -> list[str]:
    for mark in (OPEN, CLOSE):
        text = text.replace(mark, f"\0{mark}\0")
    return [piece for piece in text.split("\0") if piece]
