"""Hugging Face datasets: ``Dataset.map`` on Arrow tables, in batches and processes.

from linter.adapters.datasets import map_dataset

clean = map_dataset(dataset, recipe, num_proc=8)
"""

from __future__ import annotations

from typing import Any

from linter.adapters.arrow import Recipe, process


class MapTable:
    """A callable for ``Dataset.with_format("arrow").map(…, batched=True)``."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe

    def __call__(self, table: Any) -> Any:
        return process(table, self.recipe)


def map_dataset(dataset: Any, recipe: Recipe, *, batch_size: int = 1000, num_proc: int | None = None) -> Any:
    """Return the dataset with the recipe carried out, in the format that it had."""
    as_before = dataset.format
    done = dataset.with_format("arrow").map(
        MapTable(recipe), batched=True, batch_size=batch_size, num_proc=num_proc, desc="mtlint"
    )
    return done.with_format(as_before["type"], **as_before["format_kwargs"])
