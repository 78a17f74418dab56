"""Which page is the source of which: ``docs/en/{path}`` of ``docs/{lang}/{path}``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from linter.config_languages import language_of
from linter.errors import ConfigError
from linter.source.globs import LANGUAGE_CODE

_FIELDS = {"{lang}": LANGUAGE_CODE, "{path}": "(?P<path>.+)"}


class PairWish(NamedTuple):
    """Patterns of a page and of its translations, relative to a folder; ``language`` is that of the sources."""

    folder: str
    source: str
    target: str
    language: str | None = None

    def source_of(self, file: str) -> tuple[str, str] | None:
        """Return the path of the page that a file (absolute) translates, and the language of the file."""
        base = self.folder.rstrip("/") + "/"
        if not file.startswith(base):
            return None
        found = _compiled(self.target).fullmatch(file, len(base))
        language = language_of(found["lang"]) if found else None
        if found is None or language is None or language == self.language:
            return None
        source = base + self.source.replace("{path}", found.groupdict().get("path") or "")
        return (source, language) if source != file else None


def pair_wish(source: str, target: str, folder: str, language: str | None = None) -> PairWish:
    """Return the wish of two patterns. Raises ConfigError where they cannot name a source for each target."""
    source, target = source.removeprefix("./"), target.removeprefix("./")
    if target.count("{lang}") != 1:
        raise ConfigError("“target” has “{lang}” once, where the language stands in the path")
    if "{lang}" in source:
        raise ConfigError("“source” names one language, without “{lang}”")
    if source.count("{path}") != target.count("{path}") or source.count("{path}") > 1:
        raise ConfigError("“{path}” stands once in “source” and once in “target”, or in neither")
    return PairWish(folder, source, target, language)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(\{lang\}|\{path\})", pattern)
    return re.compile("".join(_FIELDS.get(part) or re.escape(part) for part in parts), re.DOTALL)
