"""Build hook: a wheel carries its rules compiled, so that a start reads no YAML.

In a checkout and in an editable install the rules are compiled into the user's cache folder instead.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's hook is generic in a configuration that it does not name
    """Adds ``linter/_rules/_compiled/<version>/`` to wheels that are not editable."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from linter.catalog.compiled import packed_folder, write_packed  # noqa: PLC0415 (the package is not installed yet)

        rules = Path(self.root, "rules")
        self._made = Path(tempfile.mkdtemp())
        target = packed_folder(self._made)
        write_packed(rules, target)
        build_data["force_include"][str(target)] = str(packed_folder(Path("linter/_rules")))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        del version, build_data, artifact_path
        if hasattr(self, "_made"):
            shutil.rmtree(self._made, ignore_errors=True)
