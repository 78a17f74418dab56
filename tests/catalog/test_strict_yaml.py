"""YAML as people mean it."""

from __future__ import annotations

import pytest

from linter.catalog.strict_yaml import parse
from linter.errors import RuleFileError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", "no"),
        ("a: 1:30", "1:30"),
        ("a: on", "on"),
        ("a: 2026-11-25", "2026-11-25"),
        ("a: 0123", "0123"),
        ("a: 12", 12),
        ("a: -3", -3),
        ("a: 0.5", 0.5),
        ("a: '12'", "12"),
        ("a: true", True),
        ("a: ~", None),
        ("a:", None),
        ("a: [ja, nein]", ["ja", "nein"]),
    ],
)
def test_scalars_are_what_they_look_like(text: str, value: object) -> None:
    parsed = parse(text, origin="x.yaml")
    assert parsed.data == {"a": value}


def test_a_doubled_key_is_named_with_line_and_column() -> None:
    with pytest.raises(RuleFileError) as caught:
        parse("a: 1\nb:\n  c: 1\n  c: 2\n", origin="x.yaml")
    assert caught.value.problems == ("x.yaml:4:3: the key “c” stands here for the second time",)


def test_broken_yaml_is_named_with_line_and_column() -> None:
    with pytest.raises(RuleFileError) as caught:
        parse("a: [1, 2\nb: 3\n", origin="x.yaml")
    assert caught.value.problems[0].startswith("x.yaml:2:")


def test_places_are_those_of_the_nodes() -> None:
    parsed = parse("a:\n  - x\n  - y: 1\n", origin="x.yaml")
    place = parsed.place(("a", 1, "y"))
    assert (place.line, place.column) == (3, 5)
    assert parsed.place(("a", 1, "unknown")).line == 3
