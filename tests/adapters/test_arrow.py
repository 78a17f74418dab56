"""Tables: texts, findings and budgets as lint has them."""

from __future__ import annotations

import json

import pytest

pa = pytest.importorskip("pyarrow", reason="tables need pyarrow")

from linter.adapters.arrow import Recipe, process, processed, schema  # noqa: E402  after the check for pyarrow
from linter.bulk import Fields  # noqa: E402  after the check for pyarrow
from linter.errors import ConfigError  # noqa: E402  after the check for pyarrow
from linter.types import Safety  # noqa: E402  after the check for pyarrow
from tests.adapters.texts import BUDGET, TEXTS, fixed, rules  # noqa: E402  after the check for pyarrow


def test_texts_are_fixed_as_lint_fixes_them_and_other_columns_stay() -> None:
    table = pa.table({"text": TEXTS, "score": [1, 2, 3, 4, 5]})
    done = process(table, Recipe(fix=Safety.SAFE))
    assert done["text"].to_pylist() == fixed() != list(TEXTS)
    assert done["score"].to_pylist() == [1, 2, 3, 4, 5]
    assert done.schema == table.schema


def test_annotations_name_the_rules_that_lint_names() -> None:
    recipe = Recipe(annotate="faults")
    done = process(pa.table({"text": TEXTS}), recipe)
    assert [[row["rule"] for row in json.loads(note)] for note in done["faults"].to_pylist()] == rules()
    assert done["text"].to_pylist() == list(TEXTS)
    assert done.schema == schema(pa.table({"text": TEXTS}).schema, recipe)


def test_a_record_over_its_budget_goes_with_its_reason() -> None:
    done = processed(pa.table({"text": TEXTS}), Recipe(drop_if=(BUDGET,)))
    assert done.dropped == {3: BUDGET}
    assert done.table["text"].to_pylist() == [text for number, text in enumerate(TEXTS) if number != 3]


def test_record_batches_empty_tables_and_nested_texts_are_taken() -> None:
    (batch,) = pa.table({"text": TEXTS}).to_batches()
    assert process(batch, Recipe(fix=Safety.SAFE))["text"].to_pylist() == fixed()
    assert len(process(pa.table({"text": pa.array([], pa.string())}), Recipe(annotate="faults"))) == 0
    nested = pa.table({"page": [{"body": text, "n": 1} for text in TEXTS]})
    done = process(nested, Recipe(fields=Fields(text="page.body"), fix=Safety.SAFE))
    assert [row["body"] for row in done["page"].to_pylist()] == fixed()


@pytest.mark.parametrize("table", [{"body": ["x"]}, {"text": [1]}])
def test_a_table_without_texts_is_refused(table: dict[str, list[object]]) -> None:
    with pytest.raises(ConfigError, match="“text”"):
        process(pa.table(table), Recipe())
