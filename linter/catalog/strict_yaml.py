"""YAML as people mean it: ``no`` is a word, ``1:30`` is text, a doubled key is an error.

PyYAML's ``safe_load`` turns ``no`` into False and ``1:30`` into 90 and takes the last of two equal
keys. Here a plain scalar is text unless it is ``true``, ``false``, ``null``, empty or a number.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from linter.errors import RuleFileError

Data = None | bool | int | float | str | list["Data"] | dict[str, "Data"]
Key = tuple[str | int, ...]

_NULLS = frozenset({"", "null", "~"})
_QUOTED = frozenset("'\"|>")  # a plain scalar has the style None, or "" from libyaml
_BOOLEANS = {"true": True, "false": False}
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column of a node, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """The data of a YAML text and where each part stands: an entry of a map where its key does."""

    data: Data
    places: dict[Key, Place]

    def place(self, key: Key) -> Place:
        """Return where the part or the nearest part around it stands."""
        while key and key not in self.places:
            key = key[:-1]
        return self.places.get(key, Place(1, 1))


def parse(text: str, *, origin: str) -> Parsed:
    """Parse a YAML text. Raises RuleFileError with ``origin``, line and column."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{origin}:{mark.line + 1}:{mark.column + 1}" if mark else origin
        raise RuleFileError((f"{where}: {error.problem or error.context}",)) from error
    except yaml.YAMLError as error:
        raise RuleFileError((f"{origin}: {' '.join(str(error).split())}",)) from error
    reader = _Reader(origin)
    data = reader.read(node, ()) if node is not None else None
    if reader.problems:
        raise RuleFileError(tuple(reader.problems))
    return Parsed(data, reader.places)


class _Reader:
    """Builds data from nodes, collecting places and problems."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.places: dict[Key, Place] = {}
        self.problems: list[str] = []

    def read(self, node: yaml.Node, key: Key) -> Data:
        self.places.setdefault(key, _place(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*key, n)) for n, item in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, key: Key) -> Data:
        data: dict[str, Data] = {}
        for name_node, value_node in node.value:
            name = str(name_node.value)
            if name in data:
                mark = name_node.start_mark
                self.problems.append(
                    f"{self.origin}:{mark.line + 1}:{mark.column + 1}: the key “{name}” stands here for the second time"
                )
            self.places[(*key, name)] = _place(name_node)
            data[name] = self.read(value_node, (*key, name))
        return data


def _place(node: yaml.Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)


def _scalar(node: yaml.Node) -> Data:
    text = str(node.value)
    if getattr(node, "style", None) in _QUOTED:
        return text
    if text.lower() in _NULLS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    digits = text.removeprefix("-")
    if digits.isascii() and digits.isdigit() and (digits == "0" or not digits.startswith("0")):
        return int(text)
    whole, dot, fraction = digits.partition(".")
    if dot and whole.isascii() and whole.isdigit() and fraction.isascii() and fraction.isdigit():
        return float(text)
    return text
