"""`lint --show-settings`: what holds for a file, in the form of a configuration."""

from __future__ import annotations

import json
import os

from linter.cli.console import Console
from linter.cli.lint_options import Options
from linter.config import LEVELS, NEVER, Configuration, Settings
from linter.running.one import linter_for
from linter.source.discover import slashed
from linter.source.reading import in_words


def show_settings(options: Options, configuration: Configuration, console: Console) -> int:
    """Write the settings for each path, or for a file of the current folder. Raises ConfigError."""
    for number, path in enumerate(options.paths or ["."]):
        full = slashed(os.path.abspath(path))  # noqa: PTH100  paths are plain strings here
        file = f"{full}/." if os.path.isdir(path) else full  # noqa: PTH112  paths are plain strings here
        settings = configuration.settings(file)
        size = configuration.max_size(file.rpartition("/")[0])
        lines = [
            f"# {slashed(path)}",
            f"# from {settings.origin or 'no configuration file'}",
            *_lines(settings, size),
        ]
        console.write("\n" * bool(number) + "".join(f"{line}\n" for line in lines))
    return 0


def _lines(settings: Settings, size: int) -> list[str]:
    profile = settings.profile
    names = {severity: name for name, severity in LEVELS.items()}
    values: dict[str, object] = {
        "preset": profile.preset,
        "select": list(profile.select),
        "ignore": list(profile.ignore),
        "lang": settings.language,
        "min-confidence": profile.min_confidence.name.lower(),
        "fail-on": NEVER if settings.fail_on is None else names[settings.fail_on],
        "baseline": settings.baseline,
        "evidence": profile.knowledge.origin or None,
        "rules": list(profile.rule_folders),
        "max-size": in_words(size),
    }
    rules = linter_for(profile).ruleset.rules
    return [
        *(
            f"{key} = {json.dumps(value, ensure_ascii=False)}" if value is not None else f"# {key}: not set"
            for key, value in values.items()
        ),
        *([f"# compared with {settings.source}"] if settings.source else []),
        f"# {len(rules)} rules run",
    ]
