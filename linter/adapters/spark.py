"""Spark: a function for ``DataFrame.mapInArrow``, with the schema that it gives.

from linter.adapters.spark import map_frame

clean = map_frame(frame, recipe)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.adapters.arrow import Recipe, process


class MapBatches:
    """A callable for ``mapInArrow``: record batches in, record batches out."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe

    def __call__(self, batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield from process(batch, self.recipe).to_batches()


def map_frame(frame: Any, recipe: Recipe) -> Any:
    """Return the data frame with the recipe carried out, as lazy as it was."""
    from pyspark.sql.types import StringType, StructField, StructType  # noqa: PLC0415  an optional extra

    fields = list(frame.schema.fields)
    if recipe.annotate and recipe.annotate not in frame.columns:
        fields.append(StructField(recipe.annotate, StringType()))
    return frame.mapInArrow(MapBatches(recipe), StructType(fields))
