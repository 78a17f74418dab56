"""Bytes to text and back, without loss.

UTF-8 is read with ``surrogateescape``, so that each byte that is no UTF-8 stays one code point of its
own and is written back as it was. A byte order mark is code point 0 of the text; line breaks stay.
"""

from __future__ import annotations

from dataclasses import dataclass

from linter.errors import SourceError

_MARKS = (  # the longer mark first: UTF-32 LE begins with the mark of UTF-16 LE
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 8192  # bytes read to tell a binary file; the figure that git uses
_FEW = 1 / 2000  # invalid bytes a byte: below it a text has single broken places, above another encoding
_CONTROLS = bytes(set(range(32)) - {0, 9, 10, 12, 13, 27})


@dataclass(frozen=True, slots=True)
class RawText:
    """A decoded file. ``warning`` says what could not be read as it should; the rest was."""

    text: str
    encoding: str
    warning: str = ""

    def encode(self, text: str) -> bytes:
        """Return the bytes of a changed text. Raises SourceError if the encoding cannot hold it."""
        errors = "surrogateescape" if self.encoding == "utf-8" else "surrogatepass"
        try:
            return text.encode(self.encoding, errors)
        except UnicodeEncodeError as error:
            raise SourceError(f"the text cannot be written as {self.encoding}: {error.reason}") from error


def is_binary(data: bytes) -> bool:
    """True if the bytes are no text: many NUL or control bytes in the first 8 KiB, and no UTF-16 or -32."""
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return False
    sample = data[:_SAMPLE]
    if sample.startswith((b"%PDF-", b"\x89PNG", b"PK\x03\x04", b"\x1f\x8b")):
        return True
    odd = sample.count(0) + sum(map(sample.count, (bytes([byte]) for byte in _CONTROLS)))
    return odd > max(2, len(sample) // 50)


def decode(data: bytes) -> RawText:
    """Return the text of a file. Raises SourceError, with line and byte, if it is binary or in another encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    if is_binary(data):
        raise SourceError("binary file, not checked")
    try:
        return RawText(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _damaged(data, error)


def _marked(data: bytes, encoding: str) -> RawText:
    """Read UTF-16 or UTF-32, if that is lossless."""
    try:
        text = data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError as error:
        raise SourceError(f"not valid {encoding.upper()} at byte {error.start}, not checked") from error
    raw = RawText(text, encoding)
    if raw.encode(text) != data:
        raise SourceError(f"{encoding.upper()} that would not be written back as it was, not checked")
    return raw


def _damaged(data: bytes, error: UnicodeDecodeError) -> RawText:
    text = data.decode("utf-8", "surrogateescape")
    bad = sum(map(text.count, _escaped(text)))
    where = f"line {data.count(10, 0, error.start) + 1}, byte {error.start}: 0x{data[error.start]:02X} is not UTF-8"
    if bad > max(3, len(data) * _FEW):
        raise SourceError(f"{where} ({_guess(data)}); not checked, convert the file to UTF-8 first")
    return RawText(text, "utf-8", f"{where}; {bad} such bytes, the rest of the file was checked")


def _escaped(text: str) -> set[str]:
    return {char for char in set(text) if "\udc80" <= char <= "\udcff"}


def _guess(data: bytes) -> str:
    """Name the encoding that a file may have. No more than a hint for the message."""
    nuls = data[:_SAMPLE].count(0)
    if nuls > len(data[:_SAMPLE]) // 4:
        return "UTF-16 without a byte order mark?"
    for encoding, letters in (
        ("shift_jis", "のはを"),
        ("gb18030", "的是在"),
        ("cp1251", "оеаи"),
        ("cp1252", "äöüéèà"),
    ):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(map(text.count, letters)) > len(text) / 300:
            return f"{encoding}?"
    return "another encoding?"
