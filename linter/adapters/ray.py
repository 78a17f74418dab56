"""Ray Data: ``map_batches`` with a class that makes its rules ready once a worker.

from linter.adapters.ray import MapTables

clean = dataset.map_batches(
    MapTables, fn_constructor_args=[recipe], batch_format="pyarrow", concurrency=8
)
"""

from __future__ import annotations

from typing import Any

from linter.adapters.arrow import Recipe, process


class MapTables:
    """A callable for ``Dataset.map_batches`` with ``batch_format="pyarrow"``."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe

    def __call__(self, table: Any) -> Any:
        return process(table, self.recipe)
