"""Plans for record files: exact lines come back, changed records are left alone, the same over processes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter.bulk import Fields, open_records
from tests.corpus.conftest import Run
from tests.site import Site

pytest.importorskip("msgspec", reason="record files need msgspec")

TEXT = "A kolour and a second kolour\u200b in one text.\nAnother kolour é."
LINES = {
    "plain": json.dumps({"id": "a", "text": TEXT, "n": 1}, ensure_ascii=False),
    "escaped": json.dumps({"id": "b", "text": TEXT, "n": 1.50}),
    "odd": '{ "text" :"A \\u006bolour\\/colour \\u00e9",  "id":3 , "text2": null }',
    "clean": '{"id": "c", "text": "Nothing to see."}',
    "broken": '{"id": "d", "text": "A kol',
    "none": '{"id": "e"}',
    "carriage": '{"id": "f", "text": "A kolour.\\r\\n"}\r',
}
JSONL = "\n".join(LINES.values()).encode() + b"\n\n"


def texts(path: Path, text: str = "text") -> list[str | None]:
    """Return the texts of a record file."""
    file = open_records(str(path), Fields(text))
    return [record.text for batch in file.batches() for record in file.records(batch)]


def test_records_are_planned_with_number_and_id(site: Site, corpus: Run) -> None:
    site.write("r.jsonl", JSONL)
    said = corpus("plan", "r.jsonl", "-o", "plan.jsonl")
    rows = [json.loads(line) for line in site.read("plan.jsonl").splitlines()]
    edits = [row for row in rows if row["type"] == "edit"]
    assert {(row["record"], row.get("id")) for row in edits} == {(1, "a"), (2, "b"), (3, "3"), (7, "f")}
    assert said.err.count("lint-corpus: r.jsonl: record ") == 2
    assert said.code == 2
    for row in edits:
        text = texts(site.folder / "r.jsonl")[row["record"] - 1] or ""
        assert text[row["start"] : row["end"]] == row["before"]


def test_apply_does_what_fix_does_and_undo_restores_every_byte(site: Site, corpus: Run) -> None:
    site.write("r.jsonl", JSONL)
    site.write("fixed.jsonl", JSONL)
    site.lint("fixed.jsonl", "--fix")
    corpus("plan", "r.jsonl", "-o", "plan.jsonl")
    assert corpus("apply", "plan.jsonl").code == 0
    assert site.read("r.jsonl") == site.read("fixed.jsonl")
    assert b"kolour" not in site.read("r.jsonl").replace(LINES["broken"].encode(), b"")
    assert corpus("undo", "plan.jsonl").code == 0
    assert site.read("r.jsonl") == JSONL


def test_parts_of_a_plan_are_applied_and_taken_back(site: Site, corpus: Run) -> None:
    site.write("r.jsonl", JSONL)
    corpus("plan", "r.jsonl", "-o", "plan.jsonl")
    corpus("apply", "plan.jsonl", "--rules", "house.sign")
    assert texts(site.folder / "r.jsonl")[0] == TEXT.replace("\u200b", "")
    corpus("apply", "plan.jsonl")
    assert texts(site.folder / "r.jsonl")[0] == TEXT.replace("\u200b", "").replace("kolour", "colour")
    corpus("undo", "plan.jsonl", "--rules", "house.sign")
    assert texts(site.folder / "r.jsonl")[1] == TEXT.replace("kolour", "colour")
    corpus("undo", "plan.jsonl")
    assert site.read("r.jsonl") == JSONL


def test_a_record_that_changed_since_is_left_alone_and_the_others_go_on(site: Site, corpus: Run) -> None:
    site.write("r.jsonl", JSONL)
    corpus("plan", "r.jsonl", "-o", "plan.jsonl")
    changed = JSONL.replace(b'"n": 1}', b'"n": 2}', 1)
    site.write("r.jsonl", changed)
    said = corpus("apply", "plan.jsonl")
    assert said.code == 2
    assert said.err == "lint-corpus: r.jsonl: record 1: changed since the plan was made, left as it is.\n"
    assert site.read("r.jsonl").splitlines()[0] == changed.splitlines()[0]
    assert b"colour" in site.read("r.jsonl").splitlines()[1]


def test_undo_keeps_what_was_done_to_another_field_of_an_oddly_spelled_record(site: Site, corpus: Run) -> None:
    site.write("r.jsonl", JSONL)
    corpus("plan", "r.jsonl", "-o", "plan.jsonl")
    corpus("apply", "plan.jsonl")
    site.write("r.jsonl", site.read("r.jsonl").replace(b'"text2": null', b'"text2": "new"'))
    corpus("undo", "plan.jsonl")
    third = site.read("r.jsonl").splitlines()[2]
    assert b'"text2": "new"' in third
    assert json.loads(third)["text"] in ("A kolour/colour é", "A colour/colour é")


def test_a_missing_last_record_is_named(site: Site, corpus: Run) -> None:
    site.write("r.jsonl", JSONL)
    corpus("plan", "r.jsonl", "-o", "plan.jsonl")
    site.write("r.jsonl", "\n".join(list(LINES.values())[:4]) + "\n")
    assert "r.jsonl: record 7: changed since" in corpus("apply", "plan.jsonl").err


def packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def test_a_packed_file_stays_packed(site: Site, corpus: Run) -> None:
    site.write("r.jsonl.gz", packed(JSONL))
    corpus("plan", "r.jsonl.gz", "-o", "plan.jsonl")
    corpus("apply", "plan.jsonl")
    assert b"colour\\/colour" in gzip.decompress(site.read("r.jsonl.gz"))
    corpus("undo", "plan.jsonl")
    assert gzip.decompress(site.read("r.jsonl.gz")) == JSONL


def test_a_sheet_comes_back_with_its_quotes(site: Site, corpus: Run) -> None:
    data = b'id,text,n\r\n1,"A kolour, quoted",x\r\n2,A kolour bare,"y"\r\n3,"A ""kolour""\nover lines",z\r\n'
    site.write("r.csv", data)
    corpus("plan", "r.csv", "-o", "plan.jsonl")
    assert corpus("apply", "plan.jsonl").code == 0
    assert site.read("r.csv") == data.replace(b"kolour", b"colour")
    corpus("undo", "plan.jsonl")
    assert site.read("r.csv") == data


def test_parquet_comes_back_with_its_values(site: Site, corpus: Run) -> None:
    arrow: Any = pytest.importorskip("pyarrow", reason="Parquet needs pyarrow")
    parquet: Any = pytest.importorskip("pyarrow.parquet", reason="Parquet needs pyarrow")
    table = arrow.table({"body": ["A kolour.", "Fine.", "kolour kolour"], "id": ["x", "y", "z"], "n": [1, 2, 3]})
    parquet.write_table(table, site.folder / "r.parquet")
    corpus("plan", "r.parquet", "-o", "plan.jsonl", "--text-field", "body")
    assert corpus("apply", "plan.jsonl").code == 0
    assert parquet.read_table(site.folder / "r.parquet")["body"].to_pylist() == ["A colour.", "Fine.", "colour colour"]
    assert corpus("undo", "plan.jsonl").code == 0
    assert parquet.read_table(site.folder / "r.parquet").equals(table)


def test_the_plan_is_the_same_over_two_processes(site: Site, corpus: Run) -> None:
    lines = [json.dumps({"id": n, "text": f"Text {n} has a kolour. " + "All is well. " * 90}) for n in range(1000)]
    site.write("r.jsonl", "\n".join(lines))
    site.write("texts/a.txt", "A kolour.")
    one = corpus("plan", "r.jsonl", "texts", "-o", "one.jsonl", "-j", "1")
    two = corpus("plan", "r.jsonl", "texts", "-o", "two.jsonl", "-j", "2")
    assert one.out.replace("one", "two") == two.out
    assert site.read("one.jsonl") == site.read("two.jsonl")


@pytest.mark.parametrize("prepare", [lambda path: path.unlink(), lambda path: path.write_bytes(b"\0" * 40)])
def test_a_file_that_is_gone_or_no_longer_text_costs_nothing_else(
    site: Site, corpus: Run, prepare: Callable[[Path], object]
) -> None:
    site.write("a.jsonl", JSONL)
    site.write("b.jsonl", JSONL)
    corpus("plan", "a.jsonl", "b.jsonl", "-o", "plan.jsonl")
    prepare(site.folder / "a.jsonl")
    said = corpus("apply", "plan.jsonl")
    assert said.code == 2
    assert said.err.startswith("lint-corpus: a.jsonl: ")
    assert b"colour" in site.read("b.jsonl")


def test_records_are_compared_sampled_and_scored(site: Site, corpus: Run) -> None:
    for name in ("a", "b"):
        lines = [json.dumps({"id": n, "text": "Some words here " * 9 + f"{name}kolour kolour"}) for n in range(30)]
        site.write(f"{name}.jsonl", "\n".join(lines))
    rates = json.loads(corpus("compare", "a.jsonl", "b.jsonl", "--format", "json").out)
    assert (rates["A"]["texts"], rates["B"]["texts"]) == (30, 30)
    corpus("sample", "a.jsonl", "-n", "5", "-o", "s.jsonl")
    rows = [json.loads(line) for line in site.read("s.jsonl").splitlines()]
    assert len({row["record"] for row in rows}) == 5
    assert len(corpus("score", "a.jsonl").out.splitlines()) == 30
