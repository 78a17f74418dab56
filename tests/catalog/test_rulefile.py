"""Every fault of a rule file is named with file, line and column."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from linter.catalog.rulefile import read_rule
from linter.errors import RuleFileError
from linter.types import Confidence, Safety, Span

GOOD = """\
id: style.filler
kind: existence
category: other
message: "“{found}” is filler."
why: Because.
severity: info
confidence: high
confidence_by_language: {fr: low}
fix: safe
since: "0.1"
delete: true
terms:
  de: [sozusagen]
  fr: [pour ainsi dire]
except:
  de: ["sozusagen als"]
examples:
  - bad: "Das ist ⟦sozusagen⟧ neu."
    fixed: "Das ist  neu."
    lang: de
  - good: "Das ist neu."
"""


def problems(text: str, place: str = "style/filler.yaml") -> tuple[str, ...]:
    with pytest.raises(RuleFileError) as caught:
        read_rule(text, origin="f.yaml", place=PurePosixPath(place))
    return caught.value.problems


def test_a_good_file_becomes_a_rule() -> None:
    rule = read_rule(GOOD, origin="f.yaml", place=PurePosixPath("style/filler.yaml"))
    assert (rule.id, rule.family, rule.languages, rule.fix) == (
        "style.filler",
        "style",
        ("de", "fr"),
        Safety.SAFE,
    )
    assert rule.confidence_in("fr") is Confidence.LOW
    assert rule.params.except_ == {"de": ["sozusagen als"]}
    assert rule.examples[0].spans == (Span(8, 17),)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("terms:", "term:", "f.yaml:12:1: unknown key “term”; did you mean “terms”?"),
        (
            "kind: existence",
            "kind: existense",
            "f.yaml:2:1: unknown kind “existense”; did you mean “existence”?",
        ),
        ("kind: existence\n", "", "f.yaml:1:1: the rule names no kind; docs/kinds.md lists them"),
        ("category: other", "category: othr", "f.yaml:3:1: unknown category “othr”; did you mean “other”?"),
        ("severity: info", "severity: bad", "f.yaml:6:1: Invalid enum value 'bad'"),
        ("de: [sozusagen]", "de: sozusagen", "f.yaml:12:1: Expected `array`, got `str`"),
        ("is filler.", "is filler", "f.yaml:4:1: a message is a sentence and ends with a full stop"),
        ("⟦sozusagen⟧", "⟦sozusagen", "f.yaml:18:5: the mark ⟦ is not closed"),
        ("⟦sozusagen⟧", "sozusagen", "f.yaml:18:5: a bad example has marks ⟦ ⟧, a good one has none"),
        ("id: style.filler", "id: style.fill", "f.yaml:1:1: the id “style.fill” does not repeat the place"),
        ("why: Because.\n", "", "f.yaml:1:1: Object missing required field `why`"),
    ],
)
def test_each_fault_is_named(old: str, new: str, problem: str) -> None:
    assert any(each.startswith(problem) for each in problems(GOOD.replace(old, new)))


def test_all_faults_of_a_file_are_named_at_once() -> None:
    text = GOOD.replace("category: other", "category: othr").replace("is filler.", "is filler")
    assert len(problems(text)) == 2
