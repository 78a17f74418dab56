"""Python's garbage collector, paused while much is built that will stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Build without looking for garbage: the collector would go through all that is there again and again.

    Measured on rules for 31 languages: 0.9 of 3.0 seconds.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
