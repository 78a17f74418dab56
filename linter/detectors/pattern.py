"""Patterns of rules: compiled late, run only near their literals, with a time limit each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import regex

from linter.detectors.kind import Place
from linter.detectors.literals import required_literals
from linter.lazy import lazy
from linter.record import record
from linter.types import Passage

SECONDS_PER_PATTERN = 2.0  # for one pattern on one passage; a linear pattern needs milliseconds
_WORD_CHARACTER = lazy(r"\w")


@record
class Pattern:
    """A pattern with the literals that must be there, all in code points of the passage's text."""

    source: str
    flags: int = 0

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        return regex.compile(self.source, self.flags | regex.VERSION0)

    @cached_property
    def literals(self) -> tuple[str, ...]:
        return required_literals(self.source)

    def __getstate__(self) -> dict[str, object]:
        """Leave out the compiled form: it is made anew only where a literal stands in a text."""
        return {name: value for name, value in self.__dict__.items() if name != "compiled"}

    def find(self, passage: Passage) -> Iterator[regex.Match[str]]:
        """Yield the matches in the passage. Raises TimeoutError where the pattern takes too long."""
        found = self.compiled.finditer(
            passage.text, passage.start, passage.end, timeout=SECONDS_PER_PATTERN, concurrent=False
        )
        return iter(found)

    def find_on_lines(self, passage: Passage, places: Sequence[Place]) -> Iterator[regex.Match[str]]:
        """Yield the matches on the lines where a literal stands: the pattern must not span lines."""
        done = passage.start
        for place in places:
            if place.start < done:
                continue
            start = passage.text.rfind("\n", done, place.start) + 1 or done
            end = passage.text.find("\n", place.end, passage.end)
            end = passage.end if end < 0 else end
            yield from self.compiled.finditer(passage.text, start, end, timeout=SECONDS_PER_PATTERN)
            done = end


def checked(source: str, flags: int = 0) -> Pattern:
    """Return a pattern that compiles, with its literals worked out. Raises ValueError, with the place."""
    pattern = Pattern(source, flags)
    try:
        _ = pattern.compiled, pattern.literals
    except regex.error as error:
        raise ValueError(f"the pattern “{source}” is broken: {error}") from error
    return pattern


def whole_word(term: str) -> str:
    """Return a pattern for a term as whole words; a space in it fits any white space but a line break.

    No boundary is asked for where the term begins or ends with a sign, or in a script without spaces.
    """
    body = r"[^\S\n]+".join(regex.escape(word, literal_spaces=True) for word in term.split())
    before = r"(?<![\p{L}\p{N}_])" if _bounded(term[:1]) else ""
    after = r"(?![\p{L}\p{N}_])" if _bounded(term[-1:]) else ""
    return before + body + after


_UNSPACED = lazy(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")


def _bounded(char: str) -> bool:
    return bool(_WORD_CHARACTER.match(char)) and not _UNSPACED.match(char)
