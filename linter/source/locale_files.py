"""Which JSON and YAML files hold the texts of a program, by their names alone: most hold anything but prose."""

from __future__ import annotations

from linter.lazy import lazy
from linter.source.declared import declared

_FOLDERS = frozenset(
    {
        *("locale", "locales", "_locales", "i18n", "l10n", "intl", "lang", "langs", "language", "languages"),
        *("translation", "translations", "messages", "strings"),
    }
)
_PREFIXED = lazy(
    r"(?i)(?:messages?|strings?|translations?|locales?|i18n|l10n|intl|lang|app|common|devise|rails)"
    r"[._-](?P<code>[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,2})"
)
_CODE = lazy(r"(?:(?:.*[._])?)(?P<code>[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2})")
_DEPTH = 3  # folders above a file that are looked at


def is_locale_file(path: str) -> bool:
    """True for ``locales/de.json``, ``i18n/fr/common.json``, ``messages.fr.yaml``; false for ``i18n/index.json``."""
    *folders, name = path.replace("\\", "/").split("/")
    stem = name.rpartition(".")[0]
    found = _PREFIXED.fullmatch(stem)
    if found and declared(found["code"]):
        return True
    near = folders[-_DEPTH:]
    first = next((number for number, folder in enumerate(near) if folder.lower() in _FOLDERS), None)
    if first is None:
        return False
    return any((code := _CODE.fullmatch(each)) and declared(code["code"]) for each in (stem, *near[first + 1 :]))
