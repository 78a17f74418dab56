"""Which language a configuration wishes for a file: patterns in order, then the language for all."""

from __future__ import annotations

from typing import NamedTuple

from linter.config_languages import language_of
from linter.source.globs import Glob


class LanguageWish(NamedTuple):
    """A language for the files that a pattern fits (None: all); ``code`` None means what ``{lang}`` captures."""

    glob: Glob | None
    code: str | None

    def language(self, file: str) -> str | None:
        """Return the language that is wished for a file, or None if the wish is not for it."""
        if self.glob is None:
            return self.code
        found = self.glob.match(file)
        if found is None:
            return None
        return self.code or language_of(found["lang"])


def wished_language(wishes: tuple[LanguageWish, ...], file: str) -> str | None:
    """Return the wished language: patterns in order, then the language for all."""
    for wish in sorted(wishes, key=lambda each: each.glob is None):
        language = wish.language(file)
        if language:
            return language
    return None
