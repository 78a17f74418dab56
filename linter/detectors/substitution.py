"""substitution: a wrong form with the right one, where the context allows."""

from __future__ import annotations

from dataclasses import field

import regex

from linter.detectors.existence import Wanted, compile_all, context
from linter.detectors.kind import Detector, Kind, Setting, for_language, keys_of
from linter.detectors.pattern import checked, whole_word
from linter.record import record
from linter.types import EVERY_LANGUAGE


@record(kw_only=True)
class Substitution:
    """Parameters: wrong → right by language (whole words in ``swap``, patterns in ``patterns``).

    A replacement may name groups of its pattern (``{1}``, ``{name}``).
    """

    swap: dict[str, dict[str, str]] = field(default_factory=dict)
    patterns: dict[str, dict[str, str]] = field(default_factory=dict)
    except_: dict[str, list[str]] = field(default_factory=dict)
    before: dict[str, list[str]] = field(default_factory=dict)
    after: dict[str, list[str]] = field(default_factory=dict)
    case: bool = False


def _pairs(table: dict[str, dict[str, str]], language: str) -> dict[str, str]:
    return {**table.get(EVERY_LANGUAGE, {}), **table.get(language, {})}


def _build(params: Substitution, setting: Setting) -> Detector | None:
    language = setting.language
    pairs = {whole_word(wrong): right for wrong, right in _pairs(params.swap, language).items()}
    pairs |= _pairs(params.patterns, language)
    if not pairs:
        return None
    flags = 0 if params.case else int(regex.IGNORECASE)
    return Wanted(
        tuple((checked(source, flags), right) for source, right in pairs.items()),
        exceptions=compile_all(for_language(params.except_, language), case=params.case),
        before=context(for_language(params.before, language), at_end=True),
        after=context(for_language(params.after, language), at_end=False),
    )


SUBSTITUTION = Kind("substitution", Substitution, _build, keys_of("swap", "patterns"))
