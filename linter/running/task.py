"""What is to be done with one file: plain picklable data."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from linter.rule import Acceptance, Profile
from linter.types import Safety


class Mode(StrEnum):
    """Report only, write fixes, or show what fixes would change."""

    CHECK = "check"
    FIX = "fix"
    DIFF = "diff"


class Source(NamedTuple):
    """The page that a file was translated from: its absolute path, its name in reports, its language if known."""

    file: str
    path: str
    language: str | None = None


class Task(NamedTuple):
    """One file. ``file`` is its absolute path, ``path`` the name in reports.

    ``data`` holds the bytes of standard input. ``lines`` (first, last; from 1) limits findings to changed
    lines; None means everywhere. A binary file is a problem if the user named it, else it is left out.
    """

    path: str
    file: str
    profile: Profile
    size: int = 0
    data: bytes | None = None
    language: str | None = None
    mode: Mode = Mode.CHECK
    up_to: Safety = Safety.SAFE
    acceptances: tuple[Acceptance, ...] = ()
    lines: tuple[tuple[int, int], ...] | None = None
    is_named: bool = True
    max_size: int = 200 * 10**6
    source: Source | None = None
