"""What findings are about, in the field's own terms.

Each category maps to an ITS 2.0 localization quality issue type
(https://www.w3.org/TR/its20/#lqissue-typevalues) and to a dimension of MQM (https://themqm.org).
"""

from __future__ import annotations

from typing import NamedTuple


class Category(NamedTuple):
    """ITS 2.0 issue type, MQM dimension, and a title in plain words."""

    its: str
    mqm: str
    title: str


_LINGUISTIC, _ACCURACY, _TERMINOLOGY = "Linguistic conventions", "Accuracy", "Terminology"
_LOCALE, _DESIGN, _STYLE = "Locale conventions", "Design and markup", "Style"

CATEGORIES: dict[str, Category] = {
    "mojibake": Category("characters", _DESIGN, "characters read in the wrong encoding"),
    "invisible-character": Category("characters", _DESIGN, "invisible or control characters"),
    "lost-characters": Category("characters", _DESIGN, "letters that lost their accents"),
    "html-residue": Category("markup", _DESIGN, "left-over HTML"),
    "extra-space": Category("whitespace", _LINGUISTIC, "a space too many"),
    "missing-space": Category("whitespace", _LINGUISTIC, "a space too few"),
    "punctuation": Category("typographical", _LINGUISTIC, "wrong punctuation"),
    "quote-mismatch": Category("typographical", _LINGUISTIC, "quotation marks that do not pair"),
    "bracket-mismatch": Category("typographical", _LINGUISTIC, "brackets that do not pair"),
    "repeated-word": Category("duplication", _LINGUISTIC, "a word that stands twice"),
    "duplicate-line": Category("duplication", _ACCURACY, "a line that stands twice"),
    "near-duplicate": Category("duplication", _ACCURACY, "a line that stands twice with a difference"),
    "repetition-loop": Category("duplication", _ACCURACY, "a loop of the decoder"),
    "boilerplate": Category("addition", _ACCURACY, "page furniture"),
    "mt-disclosure": Category("addition", _ACCURACY, "a statement that the text is machine-translated"),
    "machine-chatter": Category("addition", _ACCURACY, "words of a language model about its work"),
    "placeholder-damage": Category("markup", _DESIGN, "placeholders of a translation pipeline"),
    "markup-damage": Category("markup", _DESIGN, "markup damaged by translation"),
    "displaced-text": Category("grammar", _LINGUISTIC, "text that stands in the wrong place"),
    "fragment": Category("omission", _ACCURACY, "a sentence that was cut"),
    "stray-capital": Category("typographical", _LINGUISTIC, "a capital inside a sentence"),
    "untranslated-residue": Category("untranslated", _ACCURACY, "text left in the source language"),
    "date-number-format": Category("locale-violation", _LOCALE, "a date or number in another locale's form"),
    "register-mix": Category("register", _STYLE, "formal and informal address mixed"),
    "calque": Category("style", _STYLE, "a literal rendering"),
    "translated-name": Category("mistranslation", _ACCURACY, "a proper name that was translated"),
    "corrupted-name": Category("misspelling", _ACCURACY, "a proper name that was damaged"),
    "name-inconsistency": Category("inconsistency", _TERMINOLOGY, "one name in several forms"),
    "number-mismatch": Category("numbers", _ACCURACY, "numbers that differ from the source"),
    "missing-content": Category("omission", _ACCURACY, "text of the source that is missing"),
    "suppression": Category("other", _DESIGN, "an acceptance that accepts nothing"),
    "other": Category("other", _ACCURACY, "something else"),
}
