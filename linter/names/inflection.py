"""What an inflected word may come from: endings by language, rough on purpose, for looking up only."""

from __future__ import annotations

from collections.abc import Iterator

_ENDINGS = {
    "de": ("en", "er", "es", "em", "e", "n", "s"),
    "fr": ("es", "s", "x", "e"),
    "it": ("i", "e", "a", "o"),
    "es": ("es", "os", "as", "s", "a", "o"),
    "pt": ("es", "os", "as", "s", "a", "o"),
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


_SWAPS = {  # endings that change more than a letter
    "fr": (
        ("enne", "en"), ("onne", "on"), ("elle", "el"), ("ette", "et"), ("ère", "er"), ("ive", "if"), ("euse", "eux"),
        ("euse", "eur"), ("trice", "teur"), ("ongue", "ong"), ("anche", "anc"), ("ouvelle", "ouveau"), ("ouvel", "ouveau"),
        ("belle", "beau"), ("folle", "fou"), ("vieille", "vieux"), ("vieil", "vieux"), ("fraîche", "frais"),
        ("sèche", "sec"), ("douce", "doux"), ("rousse", "roux"), ("ausse", "aux"), ("ublique", "ublic"), ("èce", "ec"),
    ),
    "it": (("che", "co"), ("chi", "co"), ("ghe", "go"), ("ghi", "go"), ("che", "ca"), ("ghe", "ga"), ("cie", "cia"), ("gie", "gia")),
    "es": (("ces", "z"), ("quísimo", "co")),
    "nl": (("ven", "f"), ("zen", "s"), ("ve", "f"), ("ze", "s")),
}  # fmt: skip
_VOWELS = "aeou"


def _swapped(word: str, language: str) -> Iterator[str]:
    forms = (word, word[:-1]) if language == "fr" and word.endswith("s") else (word,)
    for form in forms:
        for old, new in _SWAPS[language]:
            if form.endswith(old) and len(form) > len(old) + 1 - (new == "beau"):
                yield form[: len(form) - len(old)] + new
    if language == "nl":  # an open syllable has one vowel: "dode" is "dood"
        for ending in ("en", "e"):
            stem = word[: len(word) - len(ending)] if word.endswith(ending) else ""
            if len(stem) >= 3 and stem[-2] in _VOWELS and stem[-3] not in _VOWELS and stem[-1] not in _VOWELS:
                yield f"{stem[:-1]}{stem[-2]}{stem[-1]}"


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
    if language in _SWAPS:
        yield from _swapped(word, language)
    if language == "pt":
        for old, new in (("ões", "ão"), ("ais", "al"), ("éis", "el"), ("ns", "m")):
            if word.endswith(old):
                yield word[: -len(old)] + new
    if language == "fr" and word.endswith("aux"):
        yield word[:-3] + "al"
