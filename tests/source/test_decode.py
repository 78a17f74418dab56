"""Bytes to text and back."""

from __future__ import annotations

import pytest

from linter.errors import SourceError
from linter.source.decode import BinaryFileError, decode, is_binary


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"])
@pytest.mark.parametrize("text", ["\ufeff", "\ufeffab ü 画 \U0001f600\r\n\0", "\ufeff\ud800 alone"])
def test_every_encoding_with_a_mark_comes_back_byte_for_byte(encoding: str, text: str) -> None:
    if encoding == "utf-8" and "\ud800" in text:
        return
    data = text.encode(encoding, "surrogatepass")
    raw = decode(data)
    assert raw.text == text
    assert raw.encode(raw.text) == data


def test_a_few_bytes_that_are_no_utf8_are_named_and_kept() -> None:
    data = b"One line.\nTwo \xe9 and \xff.\n" + b"More text. " * 50
    raw = decode(data)
    assert raw.encode(raw.text) == data
    assert raw.damage is not None
    assert raw.damage.line == 2
    assert raw.damage.message == ("byte 14 (0xE9) is not UTF-8, nor are 1 more; the rest of the file was checked.")


@pytest.mark.parametrize(
    ("text", "encoding", "guess"),
    [
        ("Über die Brücke führen zwölf Straßen, für größere Wagen gesperrt.\n", "cp1252", "cp1252"),
        ("Это было давно, и никто не помнит, как его звали.\n", "cp1251", "cp1251"),
        ("これは日本語の文章です。画像のはなしをします。\n", "shift_jis", "shift_jis"),
    ],
)
def test_another_encoding_is_refused_with_a_guess(text: str, encoding: str, guess: str) -> None:
    with pytest.raises(SourceError, match=rf"is not UTF-8, perhaps {guess}; not checked") as caught:
        decode((text * 5).encode(encoding))
    assert caught.value.line == 1


@pytest.mark.parametrize(("encoding", "name"), [("utf-16-le", "little"), ("utf-16-be", "big")])
def test_utf16_without_a_mark_is_no_binary_file(encoding: str, name: str) -> None:
    with pytest.raises(SourceError, match=rf"UTF-16 \({name} endian\) without a byte order mark") as caught:
        decode("A plain English sentence, as Windows may write it.".encode(encoding))
    assert not isinstance(caught.value, BinaryFileError)


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n", b"%PDF-1.7 text", b"\xff\xd8\xff\xe0", b"\0\1\2\3\4\5\6\7" * 99, b"PK\x03\x04\xff"],
)
def test_binary_files_are_recognised(data: bytes) -> None:
    assert is_binary(data)
    with pytest.raises(BinaryFileError):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"", b"a \0 b\n", b"PK is short for Park.\n", b"\x1b[1mbold\x1b[0m\n", b"\xff\xfea\0"]
)
def test_text_with_an_odd_byte_is_text(data: bytes) -> None:
    assert not is_binary(data)
    decode(data)


def test_torn_utf16_is_refused_with_its_byte() -> None:
    with pytest.raises(SourceError, match="not valid UTF-16-LE at byte 4"):
        decode(b"\xff\xfea\0b")
