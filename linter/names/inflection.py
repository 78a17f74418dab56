"""What an inflected word may come from: endings by language, rough on purpose, for looking up only."""

from __future__ import annotations

from collections.abc import Iterator

_ENDINGS = {
    "de": ("en", "er", "es", "em", "e", "n", "s"),
    "fr": ("es", "s", "x", "e"),
    "it": ("i", "e", "a", "o"),
    "es": ("es", "s", "a", "o"),
    "pt": ("es", "s", "a", "o"),
    "nl": ("en", "e", "s", "'s"),
    "sv": ("erna", "arna", "orna", "en", "et", "ar", "er", "or", "na", "n", "t", "a", "s"),
    "pl": ("owego", "owej", "owy", "owa", "owe", "skiego", "skiej", "ski", "ska", "skie", "ny", "na", "ne", "ego", "owi", "ami", "ach", "em", "ie", "ów", "om", "ej", "ą", "ę", "a", "u", "y", "i", "e", "o"),
    "ru": ("ового", "овой", "овый", "овая", "овое", "ного", "ной", "ный", "ная", "ное", "ского", "ской", "ский", "ская", "ское", "ого", "его", "ами", "ями", "ой", "ей", "ом", "ем", "ов", "ая", "ое", "ые", "ий", "ый", "а", "я", "у", "ю", "ы", "и", "е", "о", "ь"),
    "cs": ("ového", "ový", "ová", "ové", "ního", "ní", "ného", "ný", "ná", "né", "ský", "ská", "ské", "ého", "ami", "ích", "em", "ům", "ou", "ů", "a", "u", "y", "i", "e", "ě", "o", "á", "é", "í", "ý"),
    "tr": ("sinin", "sının", "si", "sı", "su", "sü", "ları", "leri", "lar", "ler", "ın", "in", "un", "ün", "ı", "i", "u", "ü", "nin", "nın"),
}  # fmt: skip
_REFILLS = {"it": "oaei", "es": ("", "o", "a"), "pt": ("", "o", "a"), "fr": ("", "e")}
_REFILL_SLAVIC = {
    "pl": ("a", "o", "y", "i", "ść"),
    "ru": ("а", "я", "о", "е", "ь", "ый", "ий", "ой"),
    "cs": ("a", "o", "e", "ý", "í"),
}


def bases(word: str, language: str) -> Iterator[str]:
    """Yield what an inflected word may come from."""
    for ending in _ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: len(word) - len(ending)]
            yield stem
            for refill in _REFILLS.get(language, ()):
                yield stem + refill
            if language == "de" and stem.endswith(("l", "r")):
                yield f"{stem[:-1]}e{stem[-1]}"  # dunkl- is dunkel
            if language == "nl" and len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]
            if language in ("pl", "ru", "cs"):
                yield from (stem + other for other in _REFILL_SLAVIC[language])
    if language == "pt":
        for old, new in (("ões", "ão"), ("ais", "al"), ("éis", "el"), ("ns", "m")):
            if word.endswith(old):
                yield word[: -len(old)] + new
    if language == "fr" and word.endswith("aux"):
        yield word[:-3] + "al"
