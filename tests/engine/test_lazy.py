"""What is made late is the same as what is made at once."""

from __future__ import annotations

import pickle
from dataclasses import fields, replace

import pytest
import regex

from linter.lazy import lazy
from linter.record import record


@record(kw_only=True)
class Sample:
    name: str
    parts: tuple[str, ...] = ()


def test_a_lazy_pattern_is_a_pattern() -> None:
    pattern = lazy(r"(\p{Lu})\w+", regex.IGNORECASE)
    assert pattern.pattern == r"(\p{Lu})\w+"
    assert [found.group() for found in pattern.finditer("Aa bb")] == ["Aa", "bb"]
    assert pattern.sub("x", "Aa bb") == "x x"


def test_a_wrong_pattern_raises_when_it_is_used() -> None:
    pattern = lazy("(")
    with pytest.raises(regex.error):
        pattern.search("x")


def test_a_lazy_pattern_can_be_pickled_before_and_after_use() -> None:
    pattern = lazy("a+")
    assert pickle.loads(pickle.dumps(pattern)).search("baa")
    assert pattern.search("baa")
    assert pickle.loads(pickle.dumps(pattern)).search("baa")


def test_a_record_compares_hashes_and_prints_like_a_frozen_dataclass() -> None:
    one, same, other = Sample(name="a"), Sample(name="a"), Sample(name="a", parts=("b",))
    assert one == same != other
    assert len({one, same, other}) == 2
    assert repr(other) == "Sample(name='a', parts=('b',))"
    assert replace(one, parts=("b",)) == other
    assert [field.name for field in fields(Sample)] == ["name", "parts"]
