"""Bytes to text and back, without loss.

UTF-8 is read with ``surrogateescape``, so that each byte that is no UTF-8 stays one code point of its
own and is written back as it was. A byte order mark is code point 0 of the text; line breaks stay.
"""

from __future__ import annotations

from typing import NamedTuple

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
_SIGNATURES = (
    *(b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ"),
    *(b"7z\xbc\xaf", b"Rar!", b"\x7fELF", b"OggS", b"ID3", b"RIFF", b"wOFF", b"SQLite format 3"),
)
_LETTERS = (  # frequent letters that tell an encoding; the first that fits is named
    ("shift_jis", "のはを"),
    ("euc_jp", "のはを"),
    ("gb18030", "的是在"),
    ("euc_kr", "이다는"),
    ("cp1251", "оеаи"),
    ("koi8_r", "оеаи"),
    ("cp1253", "αοτ"),
    ("cp1252", "äöüßéèàçñ"),
)


class BinaryFileError(SourceError):
    """A file that holds no text."""


class Damage(NamedTuple):
    """Bytes of a text that are not UTF-8: the line of the first one, and a sentence."""

    line: int
    message: str


class RawText(NamedTuple):
    """A decoded file. ``damage`` says what could not be read as it should; the rest was."""

    text: str
    encoding: str
    damage: Damage | None = None

    def encode(self, text: str) -> bytes:
        """Return the bytes of a changed text. Raises SourceError if the encoding cannot hold it."""
        errors = "surrogateescape" if self.encoding == "utf-8" else "surrogatepass"
        try:
            return text.encode(self.encoding, errors)
        except UnicodeEncodeError as error:
            raise SourceError(f"the text cannot be written as {self.encoding}: {error.reason}.") from error


def decode(data: bytes) -> RawText:
    """Return the text of a file.

    Raises BinaryFileError if it holds no text, SourceError with line and byte if it is in another encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    if encoding := _wide(data):
        raise SourceError(f"{encoding} without a byte order mark, not checked; convert it to UTF-8 first.")
    if is_binary(data):
        raise BinaryFileError("a binary file, not checked.")
    try:
        return RawText(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _damaged(data, error)


def is_binary(data: bytes) -> bool:
    """True if the bytes are no text: many NUL or control bytes in the first 8 KiB, and no UTF-16 or -32."""
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return False
    sample = data[:_SAMPLE]
    if sample.startswith(_SIGNATURES) and not sample.isascii():
        return True
    odd = len(sample) - len(sample.translate(None, b"\0" + _CONTROLS))
    return odd > max(2, len(sample) // 50) or sample.startswith(b"%PDF-")


def _wide(data: bytes) -> str:
    """Name UTF-16 that has no mark: nearly every second byte of its Latin letters and spaces is NUL."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 8 or sample.count(0) < len(sample) // 4:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if min(even, odd) > len(sample) // 100:
        return ""
    return "UTF-16 (little endian)" if odd > even else "UTF-16 (big endian)"


def _marked(data: bytes, encoding: str) -> RawText:
    """Read UTF-16 or UTF-32, if that is lossless."""
    name = encoding.upper()
    try:
        text = data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError as error:
        raise SourceError(f"not valid {name} at byte {error.start}, not checked.") from error
    raw = RawText(text, encoding)
    if raw.encode(text) != data:
        raise SourceError(f"{name} that could not be written back as it was, not checked.")
    return raw


def _damaged(data: bytes, error: UnicodeDecodeError) -> RawText:
    text = data.decode("utf-8", "surrogateescape")
    bad = sum(map(text.count, _escaped(text)))
    line = data.count(b"\n", 0, error.start) + 1
    where = f"byte {error.start} (0x{data[error.start]:02X}) is not UTF-8"
    if bad > max(3, len(data) * _FEW):
        raise SourceError(f"{where}, {_guess(data)}; not checked, convert it to UTF-8 first.", line)
    others = "" if bad == 1 else f", nor are {bad - 1} more"
    return RawText(text, "utf-8", Damage(line, f"{where}{others}; the rest of the file was checked."))


def _escaped(text: str) -> set[str]:
    return {char for char in set(text) if "\udc80" <= char <= "\udcff"}


def _guess(data: bytes) -> str:
    """Name the encoding that a file may have. No more than a hint for the message."""
    for encoding, letters in _LETTERS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(map(text.count, letters)) > len(text) / 300:
            return f"perhaps {encoding}"
    return "perhaps another encoding"
