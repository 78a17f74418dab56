"""Languages that their script tells: Chinese, Japanese, Korean, and scripts that one language writes.

Characters are counted in the UTF-8 form, whose leading bytes name the script at C speed.
"""

from __future__ import annotations

import re
from functools import cache

from linter.types import UNKNOWN_LANGUAGE

_LEADS = {"Indic": b"\xe0", "Han": bytes(range(0xE4, 0xEA)), "Hangul": bytes(range(0xEA, 0xEE))}
_KANA_LEAD = b"\xe3"  # also that of Chinese punctuation
_KANA = (b"\xe3\x81", b"\xe3\x82", b"\xe3\x83")
_OWN_SCRIPTS = {
    "hi": ("Indic",),
    "bn": ("Indic",),
    "mr": ("Indic",),
    "ne": ("Indic",),
    "ta": ("Indic",),
    "ja": ("Kana", "Han"),
    "ko": ("Hangul",),
    "zh": ("Han",),
    "zh-Hant": ("Han",),
}
_CJK = frozenset({"ja", "ko", "zh", "zh-Hant"})
_FEW = 8  # characters of a foreign script that a text may hold without a closer look

_CJK_SHARE = 0.28  # of all code points: one CJK character says about as much as three letters
_CJK_SHARE_EXPECTED = 0.08  # where the text around is in one of these languages
_KANA_SHARE = 0.06  # of kana and Han together; Japanese prose has half, Chinese none
_CHARSETS = {"zh": "gb2312", "zh-Hant": "big5", "ja": "shift_jis"}  # the characters taught in each country
_LACKING_LEAST, _LACKING_SHARE = 4, 0.12  # Han characters that must be foreign to the expected language

_ONE_LANGUAGE = (
    ("th", "\u0e00-\u0e7f"), ("lo", "\u0e80-\u0eff"), ("my", "\u1000-\u109f"), ("km", "\u1780-\u17ff"),
    ("ka", "\u10a0-\u10ff"), ("hy", "\u0531-\u058f"), ("am", "\u1200-\u137f"), ("bo", "\u0f00-\u0fff"),
    ("pa", "\u0a00-\u0a7f"), ("gu", "\u0a80-\u0aff"), ("or", "\u0b00-\u0b7f"), ("te", "\u0c00-\u0c7f"),
    ("kn", "\u0c80-\u0cff"), ("ml", "\u0d00-\u0d7f"), ("si", "\u0d80-\u0dff"),
)  # fmt: skip
_ONE_LANGUAGE_RUN = re.compile("|".join(f"([{letters}]+)" for _, letters in _ONE_LANGUAGE))
_RARE_LEADS = b"\xd4\xd5\xd6\xe0\xe1"
_RARE_SHARE = 0.4  # of all code points


def cjk_language(text: str, expected: str = UNKNOWN_LANGUAGE) -> str:
    """``ja``, ``ko``, ``zh`` or ``zh-Hant`` if enough of the text is in their characters, else ``und``.

    Han without kana is ``expected``, if that is one of the three, unless the characters speak against it.
    """
    data = text.encode("utf-8", "replace")
    least = (_CJK_SHARE_EXPECTED if expected in _CJK else _CJK_SHARE) * len(text)
    if len(data) < len(text) + 2 * least:
        return UNKNOWN_LANGUAGE
    count = _counts(data)
    if count["Han"] + count["Kana"] + count["Hangul"] < max(1, least):
        return UNKNOWN_LANGUAGE
    if count["Hangul"] > count["Han"] + count["Kana"]:
        return "ko"
    if count["Kana"] > _KANA_SHARE * (count["Han"] + count["Kana"]):
        return "ja"
    return _language_of_han(text, count["Han"], expected)


def _counts(data: bytes) -> dict[str, int]:
    """How many characters of each script the UTF-8 data hold."""
    counts = {script: len(data) - len(data.translate(None, lead)) for script, lead in _LEADS.items()}
    counts["Kana"] = sum(map(data.count, _KANA))
    return counts


def _lacking(text: str, charset: str) -> int:
    """How many characters of the text a national character set does not have."""
    return text.encode(charset, "replace").count(b"?") - text.count("?")


def _language_of_han(text: str, han: int, expected: str) -> str:
    lacking = {language: _lacking(text, charset) for language, charset in _CHARSETS.items()}
    best = "zh-Hant" if lacking["zh-Hant"] < lacking["zh"] else "zh"
    least = max(_LACKING_LEAST, _LACKING_SHARE * han)
    return expected if expected in lacking and lacking[expected] - lacking[best] < least else best


def rare_script_language(text: str) -> str:
    """The language that alone has the script of a good part of the text, else ``und``."""
    data = text.encode("utf-8", "replace")
    if len(data) - len(data.translate(None, _RARE_LEADS)) < len(text) * _RARE_SHARE:
        return UNKNOWN_LANGUAGE
    sizes = [0] * (len(_ONE_LANGUAGE) + 1)
    for run in _ONE_LANGUAGE_RUN.finditer(text):
        sizes[run.lastindex or 0] += run.end() - run.start()
    most = max(sizes)
    if most < max(1, len(text) * _RARE_SHARE):
        return UNKNOWN_LANGUAGE
    return _ONE_LANGUAGE[sizes.index(most) - 1][0]


def holds_foreign_script(text: str, language: str) -> bool:
    """True if several characters are of a script that the language is not written in.

    For Chinese and Japanese also if several Han characters are not taught in the language's country.
    """
    if text.isascii():
        return False
    own = _OWN_SCRIPTS.get(language, ())
    data = text.encode("utf-8", "replace")
    foreign = len(data) - len(data.translate(None, _foreign_leads(own)))
    if "Han" in own and "Kana" not in own:
        foreign += sum(map(data.count, _KANA))
    return foreign >= _FEW or (language in _CHARSETS and _lacking(text, _CHARSETS[language]) >= _LACKING_LEAST)


@cache
def _foreign_leads(own: tuple[str, ...]) -> bytes:
    kana = b"" if own else _KANA_LEAD
    return kana + b"".join(lead for script, lead in _LEADS.items() if script not in own)
