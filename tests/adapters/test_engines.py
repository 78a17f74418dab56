"""The real engines, in local mode: the same texts and findings as lint. Each needs its engine installed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="all engines exchange Arrow tables")

from linter.adapters.arrow import Recipe  # noqa: E402  after the check for pyarrow
from linter.types import Safety  # noqa: E402  after the check for pyarrow
from tests.adapters.texts import BUDGET, TEXTS, fixed, rules  # noqa: E402  after the check for pyarrow

pytestmark = [pytest.mark.engine, pytest.mark.filterwarnings("default")]  # engines warn about themselves
RECIPE = Recipe(fix=Safety.SAFE, annotate="faults", drop_if=(BUDGET,))
KEPT = [number for number, found in enumerate(rules()) if sum(rule.startswith("boilerplate.") for rule in found) < 3]


def left() -> list[list[str]]:
    """The rules that are still broken after fixing, of the records that stay."""
    from linter import Linter  # noqa: PLC0415  as its users import it

    linter = Linter()
    return [[finding.rule_id for finding in linter.fix(TEXTS[number]).left] for number in KEPT]


def same(rows: list[dict[str, Any]]) -> None:
    """Assert that rows are what lint makes of the texts."""
    rows = sorted(rows, key=lambda row: int(row["number"]))
    assert [row["number"] for row in rows] == KEPT
    assert [row["text"] for row in rows] == [fixed()[number] for number in KEPT]
    assert [[each["rule"] for each in json.loads(row["faults"])] for row in rows] == left()


def test_ray_data() -> None:
    ray = pytest.importorskip("ray", reason="Ray is not installed")
    from linter.adapters.ray import MapTables  # noqa: PLC0415  needs the engine

    ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False, configure_logging=False)
    try:
        dataset = ray.data.from_items([{"number": number, "text": text} for number, text in enumerate(TEXTS)])
        done = dataset.map_batches(MapTables, fn_constructor_args=[RECIPE], batch_format="pyarrow", concurrency=1)
        same(done.take_all())
    finally:
        ray.shutdown()


def test_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="Spark is not installed")
    from linter.adapters.spark import map_frame  # noqa: PLC0415  needs the engine

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)  # else its workers take the first python on PATH
    try:
        session = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    except Exception as error:
        pytest.skip(f"Spark does not start here, it needs Java ({type(error).__name__})")
    try:
        frame = session.createDataFrame(list(enumerate(TEXTS)), "number int, text string")
        same([row.asDict() for row in map_frame(frame, RECIPE).collect()])
    finally:
        session.stop()


def test_hugging_face_datasets(tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets", reason="datasets is not installed")
    from linter.adapters.datasets import map_dataset  # noqa: PLC0415  needs the engine

    dataset = datasets.Dataset.from_dict({"number": range(len(TEXTS)), "text": list(TEXTS)})
    dataset.save_to_disk(tmp_path / "d")
    same(map_dataset(datasets.load_from_disk(tmp_path / "d"), RECIPE).to_list())


def test_datatrove(tmp_path: Path) -> None:
    pytest.importorskip("datatrove", reason="datatrove is not installed")
    from datatrove.executor import LocalPipelineExecutor  # noqa: PLC0415  needs the engine
    from datatrove.pipeline.readers import JsonlReader  # noqa: PLC0415  needs the engine
    from datatrove.pipeline.writers import JsonlWriter  # noqa: PLC0415  needs the engine

    from linter.adapters.datatrove import MtlintFilter, MtlintFormatter  # noqa: PLC0415  needs the engine

    source = tmp_path / "in" / "texts.jsonl"
    source.parent.mkdir()
    rows = [{"id": str(n), "text": text, "number": n} for n, text in enumerate(TEXTS)]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows if row["text"]), "utf-8")
    gone = JsonlWriter(str(tmp_path / "gone"), compression=None)
    steps = [
        JsonlReader(str(source.parent)),
        MtlintFilter(drop_if=(BUDGET,), annotate="faults", exclusion_writer=gone),
        MtlintFormatter(),
        JsonlWriter(str(tmp_path / "out"), compression=None),
    ]
    LocalPipelineExecutor(steps, logging_dir=str(tmp_path / "logs")).run()
    kept = [json.loads(line) for path in (tmp_path / "out").iterdir() for line in path.read_text("utf-8").splitlines()]
    assert [row["text"] for row in kept] == [fixed()[number] for number in KEPT if TEXTS[number]]
    found = [[each["rule"] for each in row["metadata"]["faults"]] for row in kept]
    assert found == [rules()[number] for number in KEPT if TEXTS[number]]
    (lost,) = [json.loads(line) for path in (tmp_path / "gone").iterdir() for line in path.read_text().splitlines()]
    assert lost["metadata"]["filter_reason"] == BUDGET
    stats = (tmp_path / "logs" / "stats.json").read_text("utf-8")
    assert f"dropped_{BUDGET}" in stats
