"""Paths as machines want them: relative to the repository, with forward slashes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


class Root(NamedTuple):
    """The folder that machine reports are relative to: that of the repository, else the current one."""

    folder: str

    @classmethod
    def of(cls, folder: str) -> Root:
        """Return the root for a folder (absolute)."""
        here = Path(folder)
        for each in (here, *here.parents):
            if (each / ".git").exists():
                return cls(str(each))
        return cls(folder)

    def relative(self, path: str) -> str:
        """Return a path relative to the root, or absolute if it lies elsewhere."""
        full = os.path.abspath(path)  # noqa: PTH100  paths are plain strings here
        try:
            relative = os.path.relpath(full, self.folder)
        except ValueError:  # another drive
            return full.replace(os.sep, "/")
        return (full if relative.startswith("..") else relative).replace(os.sep, "/")

    def uri(self, path: str) -> str:
        """Return a relative reference or a file URI, percent-encoded."""
        from urllib.parse import quote  # noqa: PLC0415  only reports for machines need it

        relative = self.relative(path)
        quoted = quote(relative.encode("utf-8", "surrogateescape"), safe="/")
        if not os.path.isabs(relative):  # noqa: PTH117  paths are plain strings here
            return quoted
        return "file://" + (quoted if quoted.startswith("/") else "/" + quoted)
