"""Random samples from a stream: the same ones whatever the order, in memory for the sample only.

Each item gets a number from a keyed hash of its name, and the smallest numbers win: a sample without replacement
that two workers can draw apart and join (Cohen, "Size-estimation framework", 1997: bottom-k sketches).
"""

from __future__ import annotations

import heapq
from hashlib import blake2b
from typing import Generic, TypeVar

T = TypeVar("T")
_WIDEST = (1 << 64) - 1


class Drawing(Generic[T]):
    """Draws up to ``size`` items under each key. ``seed`` is any text."""

    def __init__(self, size: int, seed: str) -> None:
        self.size, self._seed = size, blake2b(seed.encode(), digest_size=16).digest()
        self._heaps: dict[tuple[str, ...], list[tuple[int, str, int, T]]] = {}
        self.seen: dict[tuple[str, ...], int] = {}

    def offer(self, key: tuple[str, ...], name: str, item: T) -> None:
        """Let an item take part; ``name`` tells it apart from all others under its key."""
        self.seen[key] = self.seen.get(key, 0) + 1
        if not self.size:
            return
        digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8, key=self._seed).digest()
        entry = (_WIDEST - int.from_bytes(digest, "big"), name, self.seen[key], item)
        heap = self._heaps.setdefault(key, [])
        if len(heap) < self.size:
            heapq.heappush(heap, entry)
        elif entry[:2] > heap[0][:2]:
            heapq.heapreplace(heap, entry)

    def drawn(self, key: tuple[str, ...]) -> list[T]:
        """Return the sample of a key, in random order that is the same in every run."""
        return [item for *_, item in sorted(self._heaps.get(key, ()), key=lambda entry: entry[:2], reverse=True)]

    def known(self) -> list[tuple[str, ...]]:
        """Return all keys, sorted."""
        return sorted(self.seen)
