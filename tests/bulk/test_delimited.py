"""CSV and TSV: rows are read whatever is in their cells, and keep every byte but the changed cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.bulk import Change, Fields, Output, Record, open_records
from linter.errors import SourceError


def records(path: Path, fields: Fields | None = None) -> list[Record]:
    file = open_records(str(path), fields or Fields())
    return [record for batch in file.batches() for record in file.records(batch)]


def rewrite(path: Path, changes: dict[int, Change], note_field: str = "") -> bytes:
    file = open_records(str(path), note_field=note_field)
    with Output(file, str(path)) as output:
        for batch in file.batches():
            numbers = {record.ref.number for record in file.records(batch)}
            output.write(file.part(batch, {at: each for at, each in changes.items() if at in numbers}))
        output.commit()
    return path.read_bytes()


ROWS = (
    b'id,text,"lang"\r\n',
    b'1,"a ""b"", c\nd",de\r\n',
    "zwei,Grüße , pt-BR\r\n".encode(),
    b"\r\n",
    b"3\r\n",
    b"4,bad \xff byte,\r\n",
    b'5,"last" ,de',
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_bytes(b"".join(ROWS))
    return path


def test_rows_are_records(path: Path) -> None:
    found = records(path, Fields(language="lang"))
    assert [(each.ref.number, each.ref.id, each.text) for each in found] == [
        (1, "1", 'a "b", c\nd'),
        (2, "zwei", "Grüße "),
        (4, "3", None),
        (5, "", None),
        (6, "5", "last "),
    ]
    assert [each.language for each in found] == ["de", None, None, None, "de"]
    assert found[2].reason == "the row ends before “text” (1 of 3 columns)."
    assert found[3].reason == "a byte of the row is not UTF-8."


def test_only_the_changed_cell_changes(path: Path) -> None:
    assert rewrite(path, {}) == b"".join(ROWS)
    new = rewrite(path, {1: Change('x "y"'), 2: Change("z,"), 6: Change("ü")})
    assert new == b"".join(
        (ROWS[0], b'1,"x ""y""",de\r\n', b'zwei,"z,", pt-BR\r\n', *ROWS[3:6], '5,"ü",de'.encode()),
    )
    assert [each.text for each in records(path)][:2] == ['x "y"', "z,"]


def test_records_are_dropped_and_annotated(path: Path) -> None:
    new = rewrite(path, {1: Change(is_dropped=True), 2: Change(note='[{"a": 1}]')}, "mt")
    assert new == b"".join(
        (
            b'id,text,"lang",mt\r\n',
            'zwei,Grüße , pt-BR,"[{""a"": 1}]"\r\n'.encode(),
            b"\r\n",
            b"3,\r\n",
            b"4,bad \xff byte,\r\n",
            b'5,"last" ,de,',
        )
    )


@pytest.mark.parametrize(("name", "sign"), [("a.tsv", "\t"), ("b.csv", ";")])
def test_tabs_and_semicolons_divide_too(tmp_path: Path, name: str, sign: str) -> None:
    path = tmp_path / name
    path.write_text(f"\ufefftext{sign}id\nein Text{sign}7\n", encoding="utf-8")
    assert [(each.ref.id, each.text) for each in records(path)] == [("7", "ein Text")]


def test_many_rows_keep_their_numbers_over_batches(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    plain = tmp_path / "a.csv"
    plain.write_text("id,text\n" + "".join(f'{at},"{at}\n{"x" * 200}"\n' for at in range(1, 9001)), encoding="utf-8")
    with Output(open_records(str(plain), packing="gzip"), str(path)) as output:
        file = open_records(str(plain), packing="gzip")
        for batch in file.batches():
            output.write(file.part(batch, {}))
        output.commit()
    assert [str(each.ref.number) for each in records(path)] == [each.ref.id for each in records(plain)]
    assert len(records(path)) == 9000


def test_a_file_without_the_column_is_an_error_that_names_the_others(path: Path) -> None:
    with pytest.raises(SourceError, match="no column “body”; --text-field names one of: id, text, lang"):
        open_records(str(path), Fields("body"))


def test_a_quoted_cell_that_never_ends_is_not_read_on(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'text\ngood\n"open\n' + b"x\n" * 3_000_000)
    file = open_records(str(path), longest=1_000_000)
    with pytest.raises(SourceError, match="a quoted cell may not end"):
        list(file.batches())
