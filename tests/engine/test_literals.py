"""What the prefilter may look for: never a literal that a match could lack."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from linter.detectors.literals import is_selective, required_literals


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("Kommentar", ("kommentar",)),
        ("colou?r scheme", ("r scheme",)),
        ("Leave a (?:reply|comment)", ("leave a ",)),
        ("hinterlassen|schreiben", ("hinterlassen", "schreiben")),
        ("theme\\.licen[cs]e", ("theme.licen",)),
        ("a{2,3}bcdef", ("bcdef",)),
        ("wort*ende", ("ende",)),
        ("画像クレジット", ("画像クレジット",)),
        (r"\bDer\b", ()),
        ("[Kk]ommentar", ("ommentar",)),
        ("der|Kommentar", ()),
        (r"\p{Lu}\w+", ()),
        ("(?<=Bild: )Rand", ("rand",)),
    ],
)
def test_literals_of_a_pattern(pattern: str, literals: tuple[str, ...]) -> None:
    assert required_literals(pattern) == literals


@given(st.text("abcd|()?*+[]^.\\", max_size=14))
def test_every_match_contains_one_of_the_literals(pattern: str) -> None:
    try:
        compiled = regex.compile(pattern)
    except regex.error:
        return
    literals = required_literals(pattern)
    for text in ("abcdabcd", "aabbccdd", "abcd" * 6, "dcba" * 4, "a" * 20):
        for found in compiled.finditer(text, timeout=1):
            assert not literals or any(literal in found.group() for literal in literals)


def test_short_words_are_no_prefilter_but_short_signs_are() -> None:
    assert not is_selective("und")
    assert is_selective("出典")
    assert is_selective("â€")
