"""From the paths that a user names to the files that are checked. Nothing is left out in silence."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from linter.outcome import Problem
from linter.source.containers import DATA_SUFFIXES, SUFFIXES, suffix_of
from linter.source.ignoring import Ignoring, ignoring_above
from linter.source.reading import in_words, reason
from linter.source.record_names import record_name

TEXT_SUFFIXES = frozenset({".txt", ".text", *SUFFIXES}) - DATA_SUFFIXES
STDIN_NAME = "-"
_ENVIRONMENT = "pyvenv.cfg"  # the file that marks a virtual environment
_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})
_MAGIC = frozenset("*?[")


class Found(NamedTuple):
    """A file to check. ``path`` is as the user would write it, ``file`` absolute, both with forward slashes."""

    path: str
    file: str
    size: int
    is_named: bool


class Skipped(NamedTuple):
    """A file or folder that a walk left out, and why in a word or two."""

    path: str
    why: str
    is_folder: bool = False


Item = Found | Skipped | Problem


def nothing(file: str) -> bool:
    """The answer of someone who wants nothing special."""
    del file
    return False


class Wishes(NamedTuple):
    """What a walk takes: ``includes`` adds files to the known suffixes, ``excludes`` takes files and folders out.

    ``max_size`` does not hold for record files, which may have any size; ``records`` is the format that the user
    says files have.
    """

    ignore: bool = True
    max_size: int = 200 * 10**6
    includes: Callable[[str], bool] = nothing
    excludes: Callable[[str], bool] = nothing
    records: str | None = None


def discover(paths: Iterable[str], wishes: Wishes) -> Iterator[Item]:
    """Yield the files for paths, folders and patterns, in that order; folders sorted by path.

    A file that is met again under another name or through a link is yielded once.
    """
    walk = _Walk(wishes)
    for path in paths:
        yield from walk.named(path)


class _Walk:
    """One call of ``discover``, with the files and folders that it met, by device and number."""

    def __init__(self, wishes: Wishes) -> None:
        self.wishes = wishes
        self.files: set[tuple[int, int]] = set()
        self.folders: set[tuple[int, int]] = set()

    def named(self, path: str) -> Iterator[Item]:
        """Yield what a path or pattern of the user stands for."""
        if path == STDIN_NAME:
            yield Found(STDIN_NAME, STDIN_NAME, 0, True)
        elif not os.path.lexists(path) and _MAGIC & set(path):
            yield from self._pattern(path)
        else:
            yield from self._start(path)

    def _pattern(self, pattern: str) -> Iterator[Item]:
        import glob  # noqa: PLC0415  shells expand most patterns themselves

        names = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  paths are plain strings here
        if not names:
            yield Problem(pattern, "no file fits this pattern.")
        for name in names:
            if not os.path.isdir(name):  # noqa: PTH112  paths are plain strings here
                yield from self._start(name)

    def _start(self, path: str) -> Iterator[Item]:
        try:
            status = os.stat(path)  # noqa: PTH116  paths are plain strings here
        except (OSError, ValueError) as error:
            missing = isinstance(error, FileNotFoundError)
            broken = missing and os.path.lexists(path)
            text = "a link to nothing." if broken else "no such file or folder." if missing else reason(error)
            yield Problem(slashed(path), text)
            return
        full = os.path.abspath(path)  # noqa: PTH100  paths are plain strings here
        if not stat.S_ISDIR(status.st_mode):
            yield from self._file(slashed(path), full, status, is_named=True)
            return
        ignoring = ignoring_above(full) if self.wishes.ignore else Ignoring()
        if ignoring.ignores(full, is_folder=True):  # named on purpose, so what ignores it does not count
            ignoring = Ignoring()
        prefix = "" if path in (".", "./") else slashed(path).rstrip("/") + "/"
        yield from self._folder(prefix, full, status, ignoring, above=())

    def _file(self, path: str, full: str, status: os.stat_result, *, is_named: bool) -> Iterator[Item]:
        if status.st_ino and (status.st_dev, status.st_ino) in self.files:
            yield Skipped(path, "met twice")
            return
        self.files.add((status.st_dev, status.st_ino))
        if self.wishes.ignore and self.wishes.excludes(slashed(full)):
            yield Skipped(path, "ignore-patterns")
        elif status.st_size > self.wishes.max_size and record_name(path, self.wishes.records) is None:
            size, limit = in_words(status.st_size), in_words(self.wishes.max_size)
            yield Problem(path, f"{size} are more than {limit}, not checked; --max-size raises the limit.")
        else:
            yield Found(path, slashed(full), status.st_size, is_named)

    def _folder(
        self,
        prefix: str,
        full: str,
        status: os.stat_result,
        ignoring: Ignoring,
        *,
        above: tuple[tuple[int, int], ...],
    ) -> Iterator[Item]:
        here = (status.st_dev, status.st_ino)
        if status.st_ino and here in above:
            yield Problem(prefix.rstrip("/"), "a link back to a folder above it, not followed.", None, False)
            return
        if status.st_ino and here in self.folders:
            yield Skipped(prefix.rstrip("/"), "met twice", True)
            return
        self.folders.add(here)
        try:
            entries = sorted(os.scandir(full), key=_order)
        except OSError as error:
            yield Problem(prefix.rstrip("/") or ".", f"the folder cannot be read: {reason(error)}")
            return
        if self.wishes.ignore:
            ignoring = ignoring.below(full)
        for entry in entries:
            yield from self._entry(prefix + entry.name, entry, ignoring, above=(*above, here))

    def _entry(
        self, path: str, entry: os.DirEntry[str], ignoring: Ignoring, *, above: tuple[tuple[int, int], ...]
    ) -> Iterator[Item]:
        is_folder = _is_folder(entry)
        why = self._why_not(entry, ignoring, is_folder=is_folder)
        if why:
            yield Skipped(path, why, is_folder)
            return
        try:
            status = os.stat(entry.path)  # noqa: PTH116  paths are plain strings here
        except OSError as error:
            broken = isinstance(error, FileNotFoundError) and entry.is_symlink()
            yield Problem(path, "a link to nothing." if broken else reason(error))
            return
        if is_folder:
            yield from self._folder(path + "/", entry.path, status, ignoring, above=above)
        elif stat.S_ISREG(status.st_mode):
            yield from self._file(path, entry.path, status, is_named=False)
        else:
            yield Skipped(path, "no regular file")

    def _why_not(self, entry: os.DirEntry[str], ignoring: Ignoring, *, is_folder: bool) -> str:
        """Return why a walk leaves an entry out, or nothing."""
        if is_folder and (entry.name.startswith(".") or entry.name in _SKIPPED_FOLDERS):
            return "hidden" if entry.name.startswith(".") else entry.name
        if is_folder and os.path.lexists(os.path.join(entry.path, _ENVIRONMENT)):  # noqa: PTH118  paths are plain strings here
            return "virtual environment"
        full = slashed(entry.path)
        if not is_folder and not (is_text(full) or record_name(entry.name) or self.wishes.includes(full)):
            return suffix_of(full) or "no suffix"
        if self.wishes.ignore and ignoring.ignores(entry.path, is_folder=is_folder):
            return "ignored by git"
        if self.wishes.ignore and is_folder and self.wishes.excludes(full + "/"):
            return "ignore-patterns"
        return ""


def is_text(file: str) -> bool:
    """True if a walk takes a file of this path: by its suffix; JSON and YAML only if they hold a program's texts."""
    suffix = suffix_of(file)
    if suffix in TEXT_SUFFIXES:
        return True
    if suffix not in DATA_SUFFIXES:
        return False
    from linter.source.locale_files import is_locale_file  # noqa: PLC0415  for JSON and YAML only

    return is_locale_file(file)


def _order(entry: os.DirEntry[str]) -> str:
    """Sort so that files and folders come in the order of their whole paths."""
    return entry.name + "/" if _is_folder(entry) else entry.name


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def slashed(path: str) -> str:
    """Return a path with forward slashes, as reports show it."""
    return path.replace(os.sep, "/") if os.sep != "/" else path
