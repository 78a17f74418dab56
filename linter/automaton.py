"""An Aho-Corasick automaton over literals, by whichever library is there.

ahocorasick_rs has no wheel for musl; there pyahocorasick does the same at about a third of the speed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SURROGATES = re.compile("[\ud800-\udfff]")

try:
    from ahocorasick_rs import AhoCorasick

    class Automaton:
        """Finds all literals in one pass; offsets in code points."""

        def __init__(self, literals: tuple[str, ...]) -> None:
            self._found = AhoCorasick(literals, store_patterns=False)

        def find(self, text: str) -> Iterable[tuple[int, int, int]]:
            """Return (number of the literal, start, end) for all places, overlapping ones too."""
            try:
                return self._found.find_matches_as_indexes(text, overlapping=True)
            except UnicodeEncodeError:  # lone surrogates: bytes of the file that were no UTF-8
                return self._found.find_matches_as_indexes(_SURROGATES.sub("\ufffd", text), overlapping=True)

except ImportError:  # pragma: no cover - only where the library has no wheel
    import ahocorasick

    class Automaton:  # type: ignore[no-redef]  # the same class, by the other library
        """Finds all literals in one pass; offsets in code points."""

        def __init__(self, literals: tuple[str, ...]) -> None:
            self._found = ahocorasick.Automaton()
            for number, literal in enumerate(literals):
                self._found.add_word(literal, (number, len(literal)))
            self._found.make_automaton()

        def find(self, text: str) -> Iterable[tuple[int, int, int]]:
            """Return (number of the literal, start, end) for all places, overlapping ones too."""
            return [(number, end + 1 - size, end + 1) for end, (number, size) in self._found.iter(text)]
