"""One Arrow table in, one out: texts fixed, findings beside them, records dropped. What all adapters call.

import pyarrow as pa
from linter.adapters.arrow import Recipe, process

table = process(pa.table({"text": ["Ein Satz ,der fehlt."]}), Recipe(fix=Safety.SAFE, annotate="faults"))
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from linter.bulk.arrow import arrow, changed, is_text, to_bytes, type_at, with_note_field
from linter.bulk.columnar import Columnar
from linter.bulk.dropping import budget
from linter.bulk.records import LONGEST, USUAL_FIELDS, Batch, Change, Fields
from linter.bulk.work import BatchTask, Job, run_batch
from linter.errors import ConfigError
from linter.outcome import Outcome
from linter.record import record
from linter.rule import Profile
from linter.running.task import Mode
from linter.types import Safety

_NAME = "table"  # stands for a path in messages


@record(kw_only=True)
class Recipe:
    """What is to be done with a table. Can be pickled, and is the same in every worker.

    ``fix`` is the least safety of the fixes that are applied, None for none. ``annotate`` names the column for
    findings (JSON, as ``lint --annotate`` writes it), "" for none. ``drop_if`` holds budgets such as
    ``boilerplate>=3``. ``language`` is that of all texts; a column may say it for each (``fields.language``).
    """

    fields: Fields = USUAL_FIELDS
    profile: Profile = Profile()
    language: str | None = None
    fix: Safety | None = None
    annotate: str = ""
    drop_if: tuple[str, ...] = ()


class Processed(NamedTuple):
    """A table after processing, with what became of its records: counts, findings, problems.

    ``dropped`` holds a reason for each record that is gone, by its row in the old table, from 0.
    """

    table: Any
    outcome: Outcome
    dropped: dict[int, str]


def process(table: Any, recipe: Recipe) -> Any:
    """Return a ``pyarrow.Table`` (or record batch) with the recipe carried out; other columns stay as they are.

    Raises ConfigError for a column that is missing or holds no text.
    """
    return processed(table, recipe).table


def processed(table: Any, recipe: Recipe) -> Processed:
    """The same, with what became of the records. Raises ConfigError."""
    file = _file(table.schema, recipe)
    job = Job(
        path=_NAME,
        file=file,
        profile=recipe.profile,
        language=recipe.language,
        mode=Mode.CHECK if recipe.fix is None else Mode.FIX,
        up_to=recipe.fix or Safety.SAFE,
        budgets=tuple(map(budget, recipe.drop_if)),
        is_written=True,
    )
    result = run_batch(BatchTask(job, Batch(1, _one_batch(table))))
    changes = {}
    for line in result.part.splitlines():
        number, *change = json.loads(line)
        changes[number] = Change(*change)
    new = changed(_table(table), 1, changes, text=recipe.fields.text, note=recipe.annotate)
    reasons = (json.loads(line) for line in result.side.splitlines())
    return Processed(new, result.outcome, {row["record"] - 1: row["reason"] for row in reasons})


def schema(old: Any, recipe: Recipe) -> Any:
    """Return the schema of what ``process`` gives for tables of the schema ``old``. Raises ConfigError."""
    _file(old, recipe)
    return with_note_field(old, recipe.annotate) if recipe.annotate else old


def _file(columns: Any, recipe: Recipe) -> Columnar:
    kind = type_at(columns, recipe.fields.text)
    if kind is None or not is_text(kind):
        what = "there is no column" if kind is None else f"{kind} is no text in the column"
        raise ConfigError(f"{what} “{recipe.fields.text}”; the columns are {', '.join(columns.names) or 'none'}.")
    known = tuple(each for each in dict.fromkeys(recipe.fields) if each and type_at(columns, each) is not None)
    return Columnar(_NAME, "arrow", recipe.fields, recipe.annotate, LONGEST, known)


def _table(table: Any) -> Any:
    return table if isinstance(table, arrow().Table) else arrow().Table.from_batches([table])


def _one_batch(table: Any) -> bytes:
    whole = _table(table).combine_chunks()
    batches = whole.to_batches() or [arrow().RecordBatch.from_pylist([], schema=whole.schema)]
    return to_bytes(batches[0])
