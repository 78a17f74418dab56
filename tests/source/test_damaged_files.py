"""Whatever stands in a file: it is read, or it is named as broken with a line that it has."""

from __future__ import annotations

import random

import pytest

from linter.errors import SourceError
from linter.source.opening import open_document
from tests.source.test_mdx import MDX
from tests.source.test_offsets import FILES

PIECES = (
    *('"', "\\", "<", ">", "{", "}", "&", "\n", "\r\n", "\r", "\ufeff", "\udcff", "\0", ":", "- ", "#", "|", "\t", "'"),
    *("\\u12", "\\ud83d", "&#xZ;", "&#99999999;", "&#0;", "]]>", "<!--", "-->", "msgid", "\\x", "\\777", "<seg>", "{%"),
    *("\N{GRINNING FACE}", "00:00:01,000 --> 00:00:02,000", "lang=", "%(", "!!t ", "\N{LINE SEPARATOR}", ""),
)
ROUNDS = 60


def damaged(text: str, dice: random.Random) -> str:
    for _ in range(dice.randint(1, 5)):
        start = dice.randrange(len(text) + 1)
        text = text[:start] + dice.choice(PIECES) + text[start + dice.choice((0, 0, 1, 3, 20)) :]
    return text


@pytest.mark.parametrize(("text", "path"), [*FILES, (MDX, "a.mdx")])
def test_a_damaged_file_is_read_or_named(text: str, path: str) -> None:
    dice = random.Random(path)
    for _ in range(ROUNDS):
        wrong = damaged(text, dice)
        try:
            document = open_document(wrong, path=path)
        except SourceError as error:
            line = error.line or 0
        else:
            line = 1
            assert len(document.view) == len(wrong)
            for part in document.parts:
                assert len(part.document.view) == len(part.document.text)
                assert all(piece.text and piece.start <= piece.end <= len(wrong) for piece in part.pieces)
        assert 1 <= line <= wrong.count("\n") + 1
