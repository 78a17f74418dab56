"""Single-byte encodings in which UTF-8 is read by mistake, and what its bytes look like then.

A byte that an encoding leaves undefined appears as a C1 control character, as browsers show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from functools import cache, cached_property

from linter.facts import Facts
from linter.record import record
from linter.signs import ANY_MISREAD

HIGH = range(0x80, 0x100)
_C1 = re.compile("[\x80-\x9f]")
_Gate = tuple[str, re.Pattern[str]]


@record
class Misreading:
    """UTF-8 read as ``codec``.

    One of the ``gates`` stands in nearly every text that was misread so, and hardly ever in another. A gate is
    a sign of ``linter.signs.MISREAD``, a space and a pattern in which ``~`` is any sign that the bytes 80 to BF
    can become. ``leads`` are the first bytes looked for.
    ``in_latin`` are gates for texts that are mostly ASCII, where letters of another script are odd.
    """

    name: str
    codec: str
    gates: tuple[str, ...]
    leads: bytes = bytes(range(0xC2, 0xF5))
    in_latin: tuple[str, ...] = ()
    table: dict[int, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        table = {byte: byte for byte in range(0x80, 0xA0)}
        table |= {ord(char_of(byte, self.codec)): byte for byte in HIGH}
        object.__setattr__(self, "table", table)

    def decode(self, text: str) -> str | None:
        """Return what ``text`` was before the misreading, or None if its bytes are no UTF-8."""
        try:
            return text.translate(self.table).encode("latin-1").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            return None

    def chars(self, first: int, last: int) -> str:
        """Return a character class of what the bytes from ``first`` to ``last`` become."""
        found = (code for code, byte in self.table.items() if first <= byte <= last)
        return "[" + "".join(re.escape(chr(code)) for code in sorted(found)) + "]"

    @cached_property
    def sequences(self) -> re.Pattern[str]:
        """Runs of UTF-8 sequences, as they look in this encoding."""
        shapes = []
        for first, last, count in ((0xC2, 0xDF, 1), (0xE0, 0xEF, 2), (0xF0, 0xF4, 3)):
            own = [byte for byte in self.leads if first <= byte <= last]
            if own:
                lead = "".join(self.chars(byte, byte)[1:-1] for byte in own)
                shapes.append(f"[{lead}]{self.chars(0x80, 0xBF)}{{{count}}}")
        return re.compile("(?:" + "|".join(shapes) + ")+")

    @cached_property
    def _gates(self) -> tuple[_Gate, ...]:
        tail = self.chars(0x80, 0xBF)
        return tuple(_gate(gate, tail) for gate in self.gates)

    @cached_property
    def _gates_in_latin(self) -> tuple[_Gate, ...]:
        tail = self.chars(0x80, 0xBF)
        return tuple(_gate(gate, tail) for gate in (*self.gates, *self.in_latin))

    def may_stand_in(self, facts: Facts) -> bool:
        """True unless it is clear that no part of the view was misread so."""
        if not self.gates:
            return ANY_MISREAD in facts.signs
        present, text = facts.signs, facts.unplain
        if present.isdisjoint(self._signs):
            return False
        gates = self._gates if text is facts.view else self._gates_in_latin
        found = (rest for sign, rest in gates if sign in present and rest.search(text))
        return any(text is facts.view or rest.search(facts.view) for rest in found)

    @cached_property
    def _signs(self) -> frozenset[str]:
        return frozenset(gate[0] for gate in (*self.gates, *self.in_latin))

    def contradicts(self, runs: Iterable[str]) -> bool:
        """True if misread runs hold a C1 control for a byte that this encoding prints."""
        controls = {char for run in runs for char in _C1.findall(run)}
        return any(char_of(ord(char), self.codec) != char for char in controls)


def _gate(gate: str, tail: str) -> _Gate:
    sign, _, pattern = gate.partition(" ")
    return sign, re.compile(pattern.replace("~", tail))


def char_of(byte: int, codec: str) -> str:
    """Return what a byte is in an encoding; an undefined one shows as a C1 control character."""
    try:
        return bytes((byte,)).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)


# Bytes that are frequent letters or marks in good text are left out as first bytes.
_LEADS_850 = bytes((*range(0xC2, 0xC6), 0xCE, 0xCF, 0xD0, 0xD1, 0xD7, 0xD8, 0xD9, *range(0xE0, 0xEE), 0xF0))
_LEADS_MAC = bytes((0xC2, 0xC3, 0xC4, 0xC5, 0xCE, 0xCF, 0xD0, 0xD1, *range(0xE2, 0xEE), 0xF0))
_GATES_1251 = ("Ђ вЂ", "Ѓ гЃ", "Р Р~(?:[РС]~|\\b(?<!Р[ЁІЇЄіїє]))", "С С~(?:[РС]~|\\b(?<!С[ЁІЇЄіїє]))")
_GATES_1253 = ("€ β€", "Ξ Ξ~[ΞΟ]~", "Ο Ο~[ΞΟ]~", "Π Π~[ΠΡ]~")
_BOX = ("├ ├~", "┬ ┬~", "┼ ┼~", "─ ─~", "╬ ╬~", "╧ ╧~", "╪ ╪~", "┘ ┘~", "╫ ╫~")
_GATES_437 = (*_BOX, "╨ ╨~", "╤ ╤~", "Γ ΓÇ", "π π~", "ñ αñ", "≡ ≡ƒ")
_GATES_850 = (*_BOX, "Ô ÔÇ", "ƒ ðƒ", "Ò Òü", "Ó Óñ", "Ð ð~Ð~")
_GATES_MAC = ("√ √~", "≈ ≈~", "ƒ ƒ~", "‚ ‚Ä", "¬ ¬~", "∞ –∞", "Ä —Ä", "Œ Œ±", "Å „Å", "Ä „Ä")


@cache
def misreadings() -> tuple[Misreading, ...]:
    """All misreadings, the most frequent first."""
    return (
        Misreading("Windows-1252", "cp1252", ()),
        Misreading("Windows-1251", "cp1251", _GATES_1251, in_latin=("Г Г~", "В В~", "Д Д~", "Е Е~", "б б~~")),
        Misreading("Windows-1250", "cp1250", ("Ă Ă~", "Ĺ Ĺ~", "đ đź", "Ä Ä[ŚŤŹśťźˇ˘ŁĄŞŻ˛łąş˝ľż]", "Đ Đ~[ĐŃ]~")),
        Misreading("Windows-1254", "cp1254", ("Ÿ ğŸ", "Ğ Ğ~[ĞÑ]~")),
        Misreading("Windows-1253", "cp1253", _GATES_1253, in_latin=("Γ Γ~", "Β Β~", "Δ Δ~", "Ε Ε~", "α α~~")),
        Misreading("Windows-1257", "cp1257", ("Ć Ć~", "€ ā€", "Š Š~[ŠŃ]~"), in_latin=("Å Å~", "Ä Ä~", "Ā Ā~", "Č Č~")),
        Misreading("ISO 8859-2", "iso8859-2", ("Ă Ă~", "Ĺ Ĺ~", "Ä Ä~", "Đ Đ~[ĐŃ]~")),
        Misreading("code page 437", "cp437", _GATES_437),
        Misreading("code page 850", "cp850", _GATES_850, _LEADS_850),
        Misreading("Mac Roman", "mac-roman", _GATES_MAC, _LEADS_MAC),
    )


def may_be_misread(facts: Facts) -> bool:
    """True unless it is clear that no part of the view was misread."""
    return any(each.may_stand_in(facts) for each in misreadings())
