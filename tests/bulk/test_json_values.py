"""Finding and replacing a value in a line of JSON leaves every other byte as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from linter.bulk.json_values import spelled, spliced, value_span, with_member

VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(),
    lambda below: some.lists(below, max_size=3) | some.dictionaries(some.text(max_size=4), below, max_size=3),
    max_leaves=8,
)


@given(before=VALUES, text=some.text(), new=some.text(), after=VALUES, escaped=some.booleans())
def test_only_the_value_changes(before: object, text: str, new: str, after: object, escaped: bool) -> None:
    row = {"a": before, "meta": {"x": after, "text": text}, "text": "another", "z": after}
    line = json.dumps(row, ensure_ascii=escaped).encode("utf-8", "surrogatepass")
    span = value_span(line, ["meta", "text"])
    assert span is not None
    assert json.loads(line[slice(*span)].decode("utf-8", "surrogatepass")) == text
    changed = spliced(line, span, new)
    row["meta"] = {"x": after, "text": new}
    assert json.loads(changed.decode("utf-8", "surrogatepass")) == row
    assert changed.startswith(line[: span[0]])
    assert changed.endswith(line[span[1] :])


def test_of_doubled_keys_the_last_one_counts_as_readers_do() -> None:
    line = b'{"text":"one", "text" : "two"}'
    span = value_span(line, ["text"])
    assert span is not None
    assert line[slice(*span)] == b'"two"'


@pytest.mark.parametrize("line", [b"[]", b"{}", b'{"meta": 5}', b'{"other": {"text": "x"}}'])
def test_a_path_that_is_not_there_has_no_place(line: bytes) -> None:
    assert value_span(line, ["meta", "text"]) is None


def test_a_new_string_is_spelled_as_the_old_one_was() -> None:
    assert spelled("é/ü", like=rb'"\u00e9\/"') == rb'"\u00e9\/\u00fc"'
    assert spelled("é/ü", like='"é/"'.encode()) == '"é/ü"'.encode()
    assert spelled("ü", like=b'"u"') == '"ü"'.encode()
    assert json.loads(spelled("\ud800")) == "\ud800"


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        (b'{"a": 1}', b'{"a": 1, "mt": [2]}'),
        (b'{"a":1}\r', b'{"a":1,"mt":[2]}\r'),
        (b"{ }", b'{"mt":[2] }'),
        (b'{"mt": {"old": "}"}, "a": 1}', b'{"mt": [2], "a": 1}'),
    ],
)
def test_a_member_is_set_in_its_place_or_at_the_end(line: bytes, changed: bytes) -> None:
    assert with_member(line, "mt", "[2]") == changed
