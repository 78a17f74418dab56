"""Where the shipped data lie: ``rules/`` inside the installed package, else beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from linter.errors import ConfigError


@cache
def rules_folder() -> Path:
    """Return the folder of the shipped rules. A wheel packs it as ``linter/_rules``.

    Raises ConfigError if the installation is incomplete.
    """
    here = Path(__file__).resolve().parent
    for folder in (here / "_rules", here.parent / "rules"):
        if folder.is_dir():
            return folder
    raise ConfigError(f"{here}: the rules are missing from this installation of mtlint; install it again")
