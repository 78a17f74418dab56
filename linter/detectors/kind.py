"""What a kind of rule is: parameters from YAML, made ready for one language, that give matches.

A detector sees a passage, the facts and its own parameters; never rules, paths or profiles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple, Protocol, TypeVar

from linter.facts import Facts
from linter.language.conventions import Conventions
from linter.record import record
from linter.types import EVERY_LANGUAGE, Knowledge, Match, Passage

T = TypeVar("T")
_NOTHING = Knowledge()


class Reach(Enum):
    """Whether a detector sees each passage (one language) or the whole document at once.

    ``PAIR`` sees the whole document too, but only one that has a source.
    """

    PASSAGE = "passage"
    DOCUMENT = "document"
    PAIR = "pair"


class Place(NamedTuple):
    """Where a trigger stands, in code points: ``which`` tells which literal or line key it was."""

    start: int
    end: int
    which: int


@record
class Trigger:
    """What a rule looks for in one language; all empty: the rule looks at every passage.

    ``reach`` is that of the rule's kind. ``is_open``: what it looks for depends on the user's knowledge.
    """

    reach: Reach
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    is_open: bool = False


class Detector(Protocol):
    """A rule's parameters made ready for one language. Pure: the same passage gives the same matches.

    It can be pickled: patterns are made by ``linter.lazy.lazy`` or when they are first used.
    """

    @property
    def literals(self) -> Sequence[str]:
        """Lower-case literals; every match contains one. ``matches`` gets where they stand."""

    @property
    def line_keys(self) -> Sequence[str]:
        """Normalised lines (``linter.facts.line_key``). ``matches`` gets where such lines stand."""

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the matches in the passage.

        With neither literals nor line keys it is called for every passage and ``places`` is empty;
        else only when there is a place. Places come sorted; literals may overlap each other. A detector
        without either may have ``signs`` (``linter.signs``): it is called when the text has one of them.
        """


@record
class Setting:
    """What a kind may use to make a detector ready.

    ``table(name)`` gives the parsed data of ``rules/**/_name`` (a file or a folder of files). A detector
    must not depend on ``knowledge`` unless its kind says ``from_knowledge``: detectors are built once, when
    the rules are compiled, and pickled.
    """

    language: str
    conventions: Conventions | None
    table: Callable[[str], Any]
    knowledge: Knowledge = _NOTHING


def no_languages(params: Any) -> tuple[str, ...]:
    """The languages of a kind whose parameters name none: the rule must say them."""
    del params
    return ()


def keys_of(*fields: str) -> Callable[[Any], tuple[str, ...]]:
    """Return a function that collects the language keys of some fields of the parameters."""

    def languages(params: Any) -> tuple[str, ...]:
        return tuple(sorted({key for name in fields for key in getattr(params, name)}))

    return languages


@record
class Kind:
    """One row of the table of kinds.

    ``params`` is a frozen dataclass: its fields are the YAML keys (a trailing ``_`` is dropped, so
    ``except_`` reads ``except``). ``build`` may return None where there is nothing to do in a language,
    and raises ValueError for parameters that make no sense.
    """

    name: str
    params: type[Any]
    build: Callable[[Any, Setting], Detector | None]
    languages: Callable[[Any], tuple[str, ...]] = no_languages
    reach: Reach = Reach.PASSAGE
    from_knowledge: bool = False


def for_language(table: Mapping[str, Sequence[T]], language: str) -> tuple[T, ...]:
    """Return the entries of a map by language that hold in ``language``, those of every language first."""
    return (*table.get(EVERY_LANGUAGE, ()), *table.get(language, ()))
