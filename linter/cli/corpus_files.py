"""Which files a sub-command that learns from a collection reads."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from linter.outcome import Problem
from linter.source.discover import Found, Wishes, discover


def files_of(paths: Sequence[str]) -> tuple[list[Found], bool]:
    """Return the files below the paths, and whether all were there; what was not is named on standard error."""
    items = list(discover(paths, Wishes()))
    problems = [item for item in items if isinstance(item, Problem)]
    for problem in problems:
        print(f"lint-corpus: {problem.path}: {problem.message}", file=sys.stderr)
    return [item for item in items if isinstance(item, Found)], not problems
