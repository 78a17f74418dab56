"""`lint --init`: a configuration and a baseline for an existing repository, in one go."""

from __future__ import annotations

import os
from collections.abc import Callable

from linter.cli.console import Console
from linter.cli.lint_layout import Layout, layout_of
from linter.cli.lint_options import Options
from linter.cli.lint_plan import Plan
from linter.cli.lint_run import Run
from linter.config import CONFIG_NAME, Configuration, Layer, config_in
from linter.config_values import language_wish
from linter.errors import ConfigError, SourceError
from linter.outcome import Problem
from linter.running.task import Mode
from linter.source.discover import Found, Wishes, discover, slashed
from linter.source.writing import write_whole
from linter.types import Safety

BASELINE_NAME = "mtlint-baseline.json"
_REASON = "found when mtlint was introduced"


def init(options: Options, console: Console) -> int:
    """Write mtlint.toml and the baseline into PATH (default: here). Returns the exit code.

    Raises ConfigError if there is a configuration or baseline already, SourceError if one cannot be written.
    """
    if len(options.paths) > 1:
        raise ConfigError("--init takes one folder.")
    path = options.paths[0] if options.paths else "."
    folder = slashed(os.path.abspath(path))  # noqa: PTH100  paths are plain strings here
    _refuse_to_overwrite(path, folder)
    files = [item for item in discover([path], Wishes()) if isinstance(item, Found)]
    layout = layout_of([file.file for file in files], folder)
    code = _accept_all(options, layout, path=path, folder=folder, console=console)
    _write(f"{folder}/{CONFIG_NAME}", _text(layout))
    console.write(
        f"{CONFIG_NAME}: preset {layout.preset}, {_languages(layout)}\n"
        f"Next: lint {path if path != '.' else ''}".rstrip()
        + "\n"
    )
    return code


def _refuse_to_overwrite(path: str, folder: str) -> None:
    if not os.path.isdir(path):  # noqa: PTH112  paths are plain strings here
        raise ConfigError(f"--init: there is no folder {path}.")
    there = config_in(folder)
    if there is None and os.path.lexists(f"{folder}/{BASELINE_NAME}"):
        there = f"{folder}/{BASELINE_NAME}"
    if there is not None:
        raise ConfigError(f"--init: {there} is there already, nothing was written.")


def _accept_all(options: Options, layout: Layout, *, path: str, folder: str, console: Console) -> int:
    """Write the baseline, with the settings that the configuration will have."""
    baseline = f"{folder}/{BASELINE_NAME}"
    layer = Layer(
        preset=layout.preset,
        lang=tuple(language_wish(template, folder) for template in layout.templates) or None,
        baseline=baseline,
    )
    own = Options([path])
    own.write_baseline, own.reason, own.jobs, own.quiet = True, _REASON, options.jobs, options.quiet
    plan = Plan(own, Configuration(layer, use_files=False), mode=Mode.CHECK, up_to=Safety.SAFE, folder=folder)
    code = Run(own, plan, console).accept()
    if not os.path.lexists(baseline):
        from linter.baseline_file import written  # noqa: PLC0415  only where a baseline is written

        _write(baseline, written([]))
    return code


def _write(path: str, text: str) -> None:
    try:
        write_whole(path, text.encode())
    except SourceError as error:
        raise SourceError(str(Problem(path, str(error)))) from error


def _text(layout: Layout) -> str:
    """Return the configuration as people would write it."""
    quoted: Callable[[str], str] = '"{}"'.format
    lines = [
        "# What mtlint checks here. Options of the command line have the same names and win.",
        f"preset = {quoted(layout.preset)}",
        f"baseline = {quoted(BASELINE_NAME)}",
    ]
    if layout.templates:
        lines.append(f"lang = [{', '.join(map(quoted, layout.templates))}]")
    else:
        lines.append('# lang = "de", or ["docs/{lang}/**"]; without it the text tells the language')
    return "\n".join(lines) + "\n"


def _languages(layout: Layout) -> str:
    if not layout.templates:
        return "language by the text itself"
    return f"language by path ({', '.join(layout.templates)}: {', '.join(layout.languages)})"
