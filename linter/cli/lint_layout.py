"""What the paths of a repository say: where languages stand in them, and whether it is documentation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from linter.config_languages import language_of
from linter.errors import MtlintError
from linter.source.decode import decode
from linter.source.globs import compiled
from linter.source.opening import MARKDOWN_SUFFIXES, open_document
from linter.source.reading import load
from linter.types import UNKNOWN_LANGUAGE

_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_DOCUMENTATION = frozenset({"docs", "doc", "documentation", "content", "guide", "guides", "manual"})
_SAMPLE = 3  # files of a language that must not contradict it
_LARGEST = 10**6  # bytes of a file that is looked at


@dataclass(frozen=True, slots=True)
class Layout:
    """The preset, the templates of paths with ``{lang}``, and the languages that they find."""

    preset: str
    templates: tuple[str, ...]
    languages: tuple[str, ...]


def layout_of(files: Iterable[str], folder: str) -> Layout:
    """Return what the paths (absolute) below a folder say; a few files of each language are read."""
    paths = {file: PurePosixPath(file[len(folder.rstrip("/")) + 1 :]) for file in files}
    candidates = Counter(filter(None, (_template(path) for path in paths.values())))
    kept: list[str] = []
    languages: set[str] = set()
    for template in sorted(candidates):
        found = _by_language(template, paths)
        if len(found) > 1 and all(_agrees(language, files) for language, files in found.items()):
            kept.append(template)
            languages |= found.keys()
    return Layout(_preset(list(paths.values())), tuple(kept), tuple(sorted(languages)))


def _template(path: PurePosixPath) -> str | None:
    """Return the template of a path in which a folder, or a part of the name, is a language code."""
    for number, part in enumerate(path.parts[:-1]):
        if _CODE.fullmatch(part) and language_of(part):
            return "/".join((*path.parts[:number], "{lang}", "**"))
    before, dot, code = path.stem.rpartition(".")
    if not (_CODE.fullmatch(code) and language_of(code)):
        return None
    if dot and before:
        return f"*.{{lang}}{path.suffix}"
    return "/".join((*path.parts[:-1], f"{{lang}}{path.suffix}")) if path.parts[:-1] else None


def _by_language(template: str, paths: dict[str, PurePosixPath]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file, path in paths.items():
        match = compiled(template).match(str(path))
        language = language_of(match["lang"]) if match else None
        if language:
            found.setdefault(language, []).append(file)
    return found


def _agrees(language: str, files: list[str]) -> bool:
    """True if no more of the files are in another language than in this one."""
    seen = Counter(filter(None, map(_language, files[:_SAMPLE])))
    others = sum(number for each, number in seen.items() if each != language)
    return others <= seen[language]


def _language(file: str) -> str | None:
    try:
        text = decode(load(file, _LARGEST).data).text
        language = open_document(text, path=file).language
    except MtlintError:
        return None
    return None if language == UNKNOWN_LANGUAGE else language


def _preset(paths: list[PurePosixPath]) -> str:
    """Documentation is mostly Markdown in a folder for it."""
    manual = [path for path in paths if path.suffix in MARKDOWN_SUFFIXES and _DOCUMENTATION & set(path.parts[:-1])]
    return "docs" if len(manual) * 2 > len(paths) else "article"
