""".gitignore files of a tree: from the root of the repository down to a folder; the nearest decides."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NAME = ".gitignore"


class Ignoring(NamedTuple):
    """The .gitignore files that hold in a folder, the nearest last."""

    specs: tuple[tuple[str, GitIgnoreSpec], ...] = ()

    def below(self, folder: str) -> Ignoring:
        """Return what holds in a folder (absolute) below: one file more if there is one."""
        spec = _read(os.path.join(folder, _NAME))  # noqa: PTH118  paths are plain strings here
        return Ignoring((*self.specs, (folder, spec))) if spec else self

    def ignores(self, path: str, *, is_folder: bool) -> bool:
        """True if the path (absolute) is ignored."""
        for folder, spec in reversed(self.specs):
            relative = os.path.relpath(path, folder).replace(os.sep, "/")
            answer = spec.check_file(relative + "/" if is_folder else relative).include
            if answer is not None:
                return answer
        return False


def ignoring_above(folder: str) -> Ignoring:
    """Return what holds in a folder (absolute) from the root of its repository down to its parent."""
    here = Path(folder)
    repository = next((each for each in (here, *here.parents) if (each / ".git").exists()), None)
    if repository is None:
        return Ignoring()
    result = Ignoring()
    exclude = _read(str(repository / ".git" / "info" / "exclude"))
    if exclude:
        result = Ignoring(((str(repository), exclude),))
    for each in reversed([folder for folder in here.parents if folder.is_relative_to(repository)]):
        result = result.below(str(each))
    return result


@cache
def patterns(lines: tuple[str, ...]) -> GitIgnoreSpec:
    """Return a matcher for lines in the language of .gitignore."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  only where something is ignored

    return GitIgnoreSpec.from_lines(lines)


def _read(path: str) -> GitIgnoreSpec | None:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as stream:  # noqa: PTH123  paths are plain strings here
            lines = tuple(line.rstrip("\n") for line in stream)
    except OSError:
        return None
    return patterns(lines) if any(line.strip() and not line.startswith("#") for line in lines) else None
