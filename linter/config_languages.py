"""Language codes that people write in paths and configurations, brought to the form that rules use.

The codes are those of ISO 639-1, and the few of three letters that localisation projects use.
"""

from __future__ import annotations

import difflib

from linter.errors import ConfigError

_LIST = (
    "aa ab af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu "
    "ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my "
    "na nb nd ne ng nl nn nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn "
    "so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh "
    "zu und ast ceb fil fur haw hsb kab nds nso"
)
_CODES = frozenset(_LIST.split())
_ALIASES = {"no": "nb", "iw": "he", "in": "id", "jp": "ja", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el"}


def language_of(code: str) -> str | None:
    """Return the language of a code or a tag such as ``pt-BR`` as rules name it, None if there is none."""
    primary = code.replace("_", "-").partition("-")[0].lower()
    primary = _ALIASES.get(primary, primary)
    return primary if primary in _CODES else None


def known_language(code: str) -> str:
    """Return the language of a code. Raises ConfigError for what is no code, with a suggestion."""
    language = language_of(code)
    if language is None:
        near = difflib.get_close_matches(code.lower()[:2], sorted(_CODES), n=1)
        hint = f"; did you mean “{near[0]}”?" if near else ""
        raise ConfigError(f"“{code}” is no language code such as “de” or “pt-BR”{hint}")
    return language
