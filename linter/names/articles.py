"""Articles at the head of a literal form: which ones a language has, and how a preposition swallows them."""

from __future__ import annotations

from typing import NamedTuple


class Head(NamedTuple):
    """What may stand before the core of a form: ``text`` in lower case, and what is left of it in a fix."""

    text: str
    kept: str = ""


_DE = ("der", "die", "das", "den", "dem", "des")
_IT = ("il ", "lo ", "la ", "i ", "gli ", "le ", "l'", "l’")
_ARTICLES: dict[str, tuple[str, ...]] = {
    "de": tuple(f"{word} " for word in _DE),
    "fr": ("le ", "la ", "les ", "l'", "l’"),
    "it": _IT,
    "es": ("el ", "la ", "los ", "las "),
    "pt": ("o ", "a ", "os ", "as "),
    "nl": ("de ", "het ", "'t "),
}
_IT_ENDS = ("l ", "llo ", "lla ", "i ", "gli ", "lle ", "ll'", "ll’")
_SWALLOWED: dict[str, tuple[Head, ...]] = {
    "de": (Head("vom ", "von "), Head("beim ", "bei "), Head("zum ", "zu "), Head("zur ", "zu ")),
    "fr": (Head("du ", "de "), Head("des ", "de "), Head("au ", "à "), Head("aux ", "à ")),
    "it": tuple(
        Head(f"{short}{end}", f"{kept} ")
        for short, kept in (("de", "di"), ("da", "da"), ("a", "a"), ("su", "su"), ("ne", "in"))
        for end in _IT_ENDS
    ),
    "es": (Head("del ", "de "), Head("al ", "a ")),
    "pt": (
        *tuple(
            Head(f"{short}{end} ", f"{kept} ")
            for short, kept in (("d", "de"), ("n", "em"), ("pel", "por"))
            for end in ("o", "a", "os", "as")
        ),
        Head("ao ", "a "),
        Head("à ", "a "),
        Head("aos ", "a "),
        Head("às ", "a "),
    ),
}


def heads(language: str) -> tuple[Head, ...]:
    """Return what may stand for the article of a form: other cases, and contractions with a preposition."""
    return (*map(Head, _ARTICLES.get(language, ())), *_SWALLOWED.get(language, ()))


def split_article(form: str, language: str) -> tuple[str, str]:
    """Return the article of a form with its space, empty if it has none, and the rest.

    >>> split_article("L'informazione", "it"), split_article("Der Rand", "de"), split_article("Frist", "de")
    (("L'", 'informazione'), ('Der ', 'Rand'), ('', 'Frist'))
    """
    lower = form.lower()
    for article in _ARTICLES.get(language, ()):
        if lower.startswith(article) and len(form) > len(article):
            return form[: len(article)], form[len(article) :]
    return "", form
