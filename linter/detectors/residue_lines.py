"""foreign-line: a line that stayed in another language than the text around it.

Which language a line is in, the document's blocks already say. Quotations, and documents that are in two
languages on purpose, are respected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import MASK, Facts
from linter.lazy import lazy
from linter.record import record
from linter.signs import ANY_BREAK
from linter.types import UNKNOWN_LANGUAGE, Block, Match, Passage, Span

MOST_FOREIGN = 0.18  # of the text; beyond, it is in two languages
_LINE = lazy(r"[^\n]+")
_QUOTED = lazy(r"\s*[>\"'“”„«»‘‚「『‹›—–|]")
_WORD = lazy(r"\p{L}[\p{L}\p{M}'’]+")
_MENU_SIGNS = (MASK, "://", " - ", "→", " > ")  # code, addresses, ways through menus
_LEAST_WORDS = 5
_LEAST_SMALL = 0.5  # of the words: a line of names or a title has more capitals
_LONGEST = 1500  # code points
_CASELESS = frozenset(("ja", "zh", "zh-Hant", "ko", "ar", "he", "hi", "th"))


@record(kw_only=True)
class ForeignLine:
    """Parameters: none."""


@record
class _Lines:
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = (ANY_BREAK,)

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the lines of the document that are in another language."""
        del places
        document = facts.document
        if len(document.blocks) < 2 or document.language == UNKNOWN_LANGUAGE:
            return
        foreign = [block for block in document.blocks if is_foreign(block, document.language)]
        if not foreign:
            return
        size = sum(len(passage.text[each.span.start : each.span.end].encode("utf-8", "replace")) for each in foreign)
        if size > MOST_FOREIGN * len(facts.utf8):  # bytes: a Japanese character says more than a Latin letter
            return
        for block in foreign:
            yield from _in_block(passage.text, block)


def is_foreign(block: Block, language: str) -> bool:
    """True for a block that is known to be in another language; Chinese in both scripts is one language."""
    return block.language != UNKNOWN_LANGUAGE and block.language[:2] != language[:2]


def _in_block(text: str, block: Block) -> Iterator[Match]:
    for line in _LINE.finditer(text, block.span.start, block.span.end):
        span = trimmed(text, Span(*line.span()))
        if len(span) <= _LONGEST and is_running_text(text[span.start : span.end], block.language):
            yield Match(span, values=(("found", text[span.start : span.end]), ("language", name_of(block.language))))


def trimmed(text: str, span: Span) -> Span:
    """Return the span without white space at its ends."""
    found = text[span.start : span.end]
    start = span.start + len(found) - len(found.lstrip())
    return Span(start, max(start, span.end - len(found) + len(found.rstrip())))


def is_running_text(text: str, language: str) -> bool:
    """True for words of a sentence: no quotation, no code, no title or list of names."""
    if _QUOTED.match(text) or any(sign in text for sign in _MENU_SIGNS):
        return False
    if language in _CASELESS:
        return True
    words = _WORD.findall(text)
    return len(words) >= _LEAST_WORDS and sum(map(str.islower, words)) >= _LEAST_SMALL * len(words)


_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "nb": "Norwegian", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese", "zh-Hant": "Chinese",
}  # fmt: skip


def name_of(language: str) -> str:
    """Return the English name of a language, or its tag."""
    return _NAMES.get(language, language)


def _build(params: ForeignLine, setting: Setting) -> Detector | None:
    del params, setting
    return _Lines()


FOREIGN_LINE = Kind("foreign-line", ForeignLine, _build, reach=Reach.DOCUMENT)
