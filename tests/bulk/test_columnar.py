"""Parquet and Arrow: texts are read in slices; schema, metadata, row groups and other columns stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter.bulk import Change, Fields, Output, Record, open_records
from linter.errors import SourceError

pa: Any = pytest.importorskip("pyarrow", reason="Parquet and Arrow are an extra")
pq: Any = pytest.importorskip("pyarrow.parquet", reason="Parquet and Arrow are an extra")
ipc: Any = pytest.importorskip("pyarrow.ipc", reason="Parquet and Arrow are an extra")

SCHEMA = pa.schema(
    [
        pa.field("n", pa.int32(), nullable=False, metadata={"unit": "none"}),
        pa.field("text", pa.string()),
        pa.field("meta", pa.struct([("lang", pa.string()), ("body", pa.large_string())])),
        pa.field("kind", pa.dictionary(pa.int8(), pa.string())),
        pa.field("id", pa.string()),
    ],
    metadata={b"about": b"a corpus"},
)


def table(rows: int = 10) -> Any:
    number = range(rows)
    columns = {
        "n": list(number),
        "text": [None if at == 3 else f"Text {at}" for at in number],
        "meta": [None if at == 5 else {"lang": "de", "body": f"Leib {at}"} for at in number],
        "kind": ["one" if at % 2 else "two" for at in number],
        "id": [f"doc-{at}" for at in number],
    }
    return pa.table(columns, schema=SCHEMA)


def write_parquet(path: Path, made: Any) -> None:
    pq.write_table(made, path, row_group_size=4, compression="zstd")


def write_file(path: Path, made: Any) -> None:
    with ipc.new_file(str(path), made.schema) as writer:
        writer.write_table(made, max_chunksize=4)


def write_stream(path: Path, made: Any) -> None:
    with ipc.new_stream(str(path), made.schema) as writer:
        writer.write_table(made, max_chunksize=4)


def read_table(path: Path) -> Any:
    if path.suffix == ".parquet":
        return pq.read_table(path)
    try:
        return ipc.open_file(str(path)).read_all()
    except pa.ArrowInvalid:
        return ipc.open_stream(str(path)).read_all()


WRITERS = [("a.parquet", write_parquet), ("a.arrow", write_file), ("b.arrow", write_stream)]


def records(path: Path, fields: Fields) -> list[Record]:
    file = open_records(str(path), fields)
    return [record for batch in file.batches() for record in file.records(batch)]


def rewrite(path: Path, changes: dict[int, Change], *, text: str = "text", note_field: str = "") -> Any:
    file = open_records(str(path), Fields(text), note_field=note_field)
    with Output(file, str(path)) as output:
        for batch in file.batches():
            numbers = {record.ref.number for record in file.records(batch)}
            output.write(file.part(batch, {at: each for at, each in changes.items() if at in numbers}))
        output.commit()
    return read_table(path)


@pytest.fixture(params=WRITERS, ids=lambda each: each[0])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    name, write = request.param
    made = tmp_path / str(name)
    write(made, table())
    return made


def test_records_have_number_id_language_and_text(path: Path) -> None:
    found = records(path, Fields("text", "id", "meta.lang"))
    assert [each.ref.number for each in found] == list(range(1, 11))
    assert (found[0].ref.id, found[0].text, found[0].language) == ("doc-0", "Text 0", "de")
    assert found[3].reason == "the field “text” holds null and no text."
    assert found[5].language is None


def test_only_the_changed_texts_change(path: Path) -> None:
    old = read_table(path)
    new = rewrite(path, {2: Change("neu"), 9: Change("auch neu")})
    assert new.schema.equals(old.schema, check_metadata=True)
    expected = old.column("text").to_pylist()
    expected[1], expected[8] = "neu", "auch neu"
    assert new.column("text").to_pylist() == expected
    assert new.drop_columns(["text"]).equals(old.drop_columns(["text"]))


def test_a_text_inside_a_struct_changes_too(path: Path) -> None:
    old = read_table(path).column("meta").to_pylist()
    new = rewrite(path, {1: Change("neu")}, text="meta.body").column("meta").to_pylist()
    assert new == [{"lang": "de", "body": "neu"}, *old[1:]]


def test_a_text_kept_as_a_dictionary_changes_too(path: Path) -> None:
    if path.name == "a.arrow":  # of an Arrow file, each column has one dictionary, which its format lets nobody extend
        with pytest.raises(SourceError, match="cannot be written as a table: Dictionary replacement"):
            rewrite(path, {1: Change("three")}, text="kind")
        return
    new = rewrite(path, {1: Change("three")}, text="kind")
    assert new.column("kind").to_pylist() == ["three", *table().column("kind").to_pylist()[1:]]
    assert new.schema.field("kind").type == SCHEMA.field("kind").type


def test_records_are_dropped_and_annotated(path: Path) -> None:
    new = rewrite(path, {1: Change(is_dropped=True), 2: Change(note="[]"), 7: Change("neu", "[1]")}, note_field="mt")
    assert new.column("n").to_pylist() == list(range(1, 10))
    assert new.column("mt").to_pylist() == ["[]", None, None, None, None, "[1]", None, None, None]
    assert new.column("text").to_pylist()[5] == "neu"


def test_row_groups_and_compression_of_parquet_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_parquet(path, table())
    rewrite(path, {1: Change("neu")})
    meta = pq.ParquetFile(path).metadata
    assert [meta.row_group(at).num_rows for at in range(meta.num_row_groups)] == [4, 4, 2]
    assert meta.row_group(0).column(1).compression == "ZSTD"
    assert meta.metadata[b"about"] == b"a corpus"


def test_large_row_groups_are_read_in_slices(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    made = pa.table({"text": [f"{at} " + "x" * 2000 for at in range(3000)] + ["y" * 3_000_000]})
    pq.write_table(made, path)
    file = open_records(str(path))
    batches = list(file.batches())
    assert len(batches) > 5
    assert sorted(len(batch.data) for batch in batches)[-2] < 1_200_000
    assert [each.text for batch in batches for each in file.records(batch)] == made.column("text").to_pylist()
    numbers = [each.ref.number for batch in batches for one in file.split(batch) for each in file.records(one)]
    assert numbers == list(range(1, 3002))


def test_a_text_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    values = pa.array([b"good", b"a\xff", b"fine"]).view(pa.string())
    pq.write_table(pa.table({"text": values}), path)
    assert [each.text for each in records(path, Fields())] == ["good", None, "fine"]
    assert records(path, Fields())[1].reason == "byte 1 of the text is not UTF-8."


@pytest.mark.parametrize(
    ("fields", "note_field", "message"),
    [
        (Fields("n"), "", "the column “n” holds int32 and no text."),
        (Fields("body"), "", "there is no column “body”; --text-field names one of: n, text, meta, kind, id."),
        (Fields("meta.none"), "", "there is no column “meta.none”"),
        (Fields(), "n", "the column “n” holds int32 and takes no annotations."),
    ],
)
def test_a_column_that_does_not_serve_is_an_error(path: Path, fields: Fields, note_field: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        open_records(str(path), fields, note_field=note_field)


@pytest.mark.parametrize(("name", "write"), WRITERS)
def test_a_file_that_is_cut_off_or_none_at_all_is_an_error(
    tmp_path: Path, name: str, write: Callable[[Path, Any], None]
) -> None:
    path = tmp_path / name
    write(path, table(3000))
    data = path.read_bytes()
    for wrong in (data[: len(data) // 2], b"no table at all", b""):
        path.write_bytes(wrong)
        with pytest.raises(SourceError, match="cannot be read as a table: "):
            records(path, Fields())
