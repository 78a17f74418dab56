"""Which language a file says it is in: by a code inside it, or by its name and folder."""

from __future__ import annotations

from linter.config_languages import language_of
from linter.lazy import lazy

_TRADITIONAL = lazy(r"(?i)zh[-_](?:.*hant|tw|hk|mo)\b")
_TAG = r"[A-Za-z]{2,3}(?:[-_@][A-Za-z0-9]{2,8}){0,2}"
_NAME = lazy(rf"(?:.*[._-])?(?P<code>{_TAG})")
_TAGGED = lazy(r".*?[._-](?P<code>[a-z]{2,3}[-_](?:[A-Z]{2}|[A-Z][a-z]{3}))")
_WHOLE = lazy(rf"(?P<code>{_TAG})")
_FOLDER = lazy(rf"(?P<code>{_TAG})(?:\.lproj)?")
_PLAIN_FOLDERS = frozenset({"lc_messages", "lc_message"})


def declared(code: str) -> str:
    """Return the language of a tag such as ``pt-BR`` or ``zh_TW`` as rules name it, empty if there is none."""
    code = code.strip()
    if _TRADITIONAL.match(code):
        return "zh-Hant"
    return language_of(code.partition("@")[0]) or ""


def language_of_path(path: str) -> str:
    """Return the language in a file name or its folders: ``de.json``, ``app.pt-BR.yaml``, ``de/LC_MESSAGES/x.po``."""
    *folders, name = path.replace("\\", "/").split("/")
    stem = name.partition(".")[0] if name.count(".") == 1 else name.rpartition(".")[0]
    for pattern in (_WHOLE, _TAGGED, _NAME):
        found = pattern.fullmatch(stem)
        if found and (language := declared(found["code"])):
            return language
    for folder in reversed(folders[-2:]):
        found = _FOLDER.fullmatch(folder)
        if folder.lower() not in _PLAIN_FOLDERS and found and (language := declared(found["code"])):
            return language
    return ""
