"""What is made when it is first used, so that a start does not pay for what a text does not need.

Compiling the patterns of all modules takes 40 ms of the 150 that a start may take (``benchmarks/startup.py``).
"""

from __future__ import annotations

from typing import Any, cast

import regex


class _Lazy:
    """Stands for a pattern; compiles it when a method is first asked for, and then gets out of the way."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __reduce__(self) -> tuple[type[_Lazy], tuple[str, int]]:
        return _Lazy, (self._source, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = regex.compile(self._source, self._flags)
        for each in ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern"):
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> regex.Pattern[str]:
    """Return a pattern of ``regex`` that is compiled when it is first used. A wrong pattern raises only then."""
    return cast("regex.Pattern[str]", _Lazy(source, int(flags)))
