"""What the command line says, as the topmost layer of the settings."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from linter.cli.lint_options import Options
from linter.config import LEVELS, NEVER, Configuration, Layer
from linter.config_values import language_wish, one_of, size
from linter.errors import ConfigError
from linter.rule import PRESETS
from linter.types import Confidence, Knowledge

T = TypeVar("T")


def configuration(options: Options, layer: Layer) -> Configuration:
    """Return how settings are found. Raises ConfigError if --config or --evidence cannot be used."""
    if layer.evidence is not None:
        from linter.evidence import read_evidence  # noqa: PLC0415  only where there is some

        read_evidence(layer.evidence)
    file = _path(options.config) if options.config else None
    result = Configuration(layer, use_files=not options.no_config, file=file)
    if file is not None:
        result.layer(file)
    return result


def command_layer(options: Options, folder: str) -> Layer:
    """Return the layer of the command line; patterns are relative to ``folder``. Raises ConfigError."""
    confidence = _checked("--min-confidence", _confidence, options.min_confidence)
    languages = tuple(
        _checked("--lang", lambda text: language_wish(text, folder), text) for text in _parts(options.lang) or ()
    )
    return Layer(
        preset=_checked("--preset", lambda text: one_of(PRESETS, text), options.preset),
        select=_parts(options.select),
        ignore=_parts(options.ignore),
        lang=tuple(filter(None, languages)) or None,
        min_confidence=confidence,
        fail_on=_checked("--fail-on", lambda text: one_of((*LEVELS, NEVER), text), options.fail_on),
        baseline=_path(options.baseline) if options.baseline else None,
        evidence=_path(options.evidence) if options.evidence else None,
        glossary=_glossary(options.glossary),
        max_size=_checked("--max-size", size, options.max_size),
        text_field=options.text_field,
        id_field=options.id_field,
        lang_field=options.lang_field,
    )


def _glossary(path: str | None) -> Knowledge | None:
    if path is None:
        return None
    from linter.glossary import read_glossary  # noqa: PLC0415  only where there is one

    return read_glossary(_path(path))


def _confidence(text: str) -> Confidence:
    return Confidence[one_of(("low", "medium", "high"), text).upper()]


def _checked(option: str, read: Callable[[str], T], text: str | None) -> T | None:
    if text is None:
        return None
    try:
        return read(text)
    except ConfigError as error:
        raise ConfigError(f"{option}: {str(error).rstrip('.')}{'' if str(error).endswith('?') else '.'}") from error


def _parts(values: list[str] | None) -> tuple[str, ...] | None:
    """Return the parts of values that are separated by commas and repeated."""
    if values is None:
        return None
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _path(path: str) -> str:
    return os.path.abspath(path).replace(os.sep, "/")  # noqa: PTH100  paths are plain strings here
