"""Records of JSON lines: read one by one whatever is wrong with their neighbours, written back byte for byte."""

from __future__ import annotations

import json
from collections import deque
from pathlib import Path

import pytest

from linter.bulk import Batch, Change, Fields, Output, Record, RecordFile, open_records
from linter.bulk.packing import packed
from linter.errors import SourceError
from linter.source.record_names import PACKINGS


def write(folder: Path, lines: list[bytes], name: str = "a.jsonl") -> str:
    path = folder / name
    path.write_bytes(packed(b"\n".join(lines), PACKINGS.get(path.suffix, "")))
    return str(path)


def read(file: RecordFile) -> list[Record]:
    return [record for batch in file.batches() for record in file.records(batch)]


def test_a_record_has_number_id_language_and_text(tmp_path: Path) -> None:
    path = write(tmp_path, [b'{"id": 7, "meta": {"lang": "pt-BR", "body": "Bom dia"}}', b"", b'{"id": "x"}', b""])
    one, two = read(open_records(path, Fields("meta.body", "id", "meta.lang")))
    assert (one.ref.number, one.ref.id, one.language, one.text) == (1, "7", "pt", "Bom dia")
    assert (two.ref.number, two.ref.id, two.text) == (3, "x", None)
    assert two.reason == "there is no field “meta.body”."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "open', "no valid JSON: unterminated string starting at at character 9."),
        (b"{}", "there is no field “text”."),
        (b'{"text": 5}', "the field “text” holds a number and no text."),
        (b'{"text": null}', "the field “text” holds null and no text."),
        (b'{"text": ["a"]}', "the field “text” holds a list and no text."),
        (b'{"text": "a\xffb"}', "byte 11 of the record (0xFF) is not UTF-8."),
        (b'"text"', "text and no object."),
        (b"[" * 100_000, "no valid JSON: nested too deeply."),
    ],
)
def test_a_broken_record_says_what_is_wrong_and_costs_nothing_else(tmp_path: Path, line: bytes, reason: str) -> None:
    records = read(open_records(write(tmp_path, [b'{"text": "a"}', line, b'{"text": "b"}'])))
    assert [record.text for record in records] == ["a", None, "b"]
    assert records[1].reason == reason
    assert records[1].ref.number == 2


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (b'\xef\xbb\xbf{"text": "mark"}', "mark"),
        (b'{"n": NaN, "text": "nan"}', "nan"),
        (rb'{"text": "lone \ud83d"}', "lone \ud83d"),
        (b'{"text": "last", "meta": 5}\r', "last"),
    ],
)
def test_what_other_readers_take_is_taken(tmp_path: Path, line: bytes, text: str) -> None:
    path = write(tmp_path, [line])
    assert [record.text for record in read(open_records(path, Fields(language="meta.lang")))] == [text]
    spelling = rb"lone \ud83d" if b"lone" in line else text.encode()
    assert written(path, {1: Change(text="new \ud83d")}) == line.replace(spelling, rb"new \ud83d")


def written(path: str, changes: dict[int, Change], note_field: str = "") -> bytes:
    file = open_records(path, note_field=note_field)
    with Output(file, path) as output:
        for batch in file.batches():
            wanted = {r.ref.number: changes[r.ref.number] for r in file.records(batch) if r.ref.number in changes}
            output.write(file.part(batch, wanted))
        output.commit()
    return Path(path).read_bytes()


def test_writing_back_keeps_every_byte_but_the_changed_string(tmp_path: Path) -> None:
    lines = [b' {"b":1.50 ,"text" :"a\\u00e4\\/", "text2":"a" }\r', b"", b"broken {", b'{"text":"z"}', b'{"text":"y"}']
    path = write(tmp_path, lines)
    assert written(path, {}) == b"\n".join(lines)
    changed = written(path, {1: Change(text="ö/"), 4: Change(is_dropped=True)})
    assert changed == b"\n".join([rb' {"b":1.50 ,"text" :"\u00f6\/", "text2":"a" }' + b"\r", *lines[1:3], lines[4]])
    assert written(path, {4: Change(is_dropped=True)}) == b"\n".join([*changed.split(b"\n")[:3], b""])


def test_a_note_goes_into_its_field(tmp_path: Path) -> None:
    path = write(tmp_path, [b'{"text":"a"}', b'{"text":"b", "mt": 0}'])
    changes = {1: Change(note="[]"), 2: Change("c", '[{"rule": "x"}]')}
    assert written(path, changes, "mt") == b'{"text":"a","mt":[]}\n{"text":"c", "mt": [{"rule": "x"}]}'


@pytest.mark.parametrize("suffix", ["", *PACKINGS])
def test_packed_files_are_read_and_written_packed(tmp_path: Path, suffix: str) -> None:
    if suffix == ".zst":
        pytest.importorskip("zstandard", reason="zstd is an extra")
    lines = [json.dumps({"id": number, "text": f"Zeile {number} " + "x" * 99}).encode() for number in range(12_000)]
    path = write(tmp_path, [*lines, b""], f"a.jsonl{suffix}")
    written(path, {number: Change(text=f"neu {number}") for number in range(1, 12_001, 1000)})
    records = read(open_records(path))
    assert [record.ref.number for record in records] == list(range(1, 12_001))
    assert [record.ref.number for record in records if record.text == f"neu {record.ref.number}"] == [
        *range(1, 12_001, 1000)
    ]
    assert [entry.name for entry in tmp_path.iterdir()] == [f"a.jsonl{suffix}"]


@pytest.mark.parametrize("suffix", PACKINGS)
def test_a_file_cut_off_gives_its_whole_records_and_an_error(tmp_path: Path, suffix: str) -> None:
    if suffix == ".zst":
        pytest.importorskip("zstandard", reason="zstd is an extra")
    number = 30_000 if suffix == ".bz2" else 12_000  # bzip2 packs 900 kB at a time: less would not be whole
    lines = [b'{"text": "' + bytes(str(pow(7, at, 10**40)), "ascii") + b'"}' for at in range(number)]
    path = write(tmp_path, lines, f"a.jsonl{suffix}")
    data = Path(path).read_bytes()
    Path(path).write_bytes(data[: len(data) - 50])
    batches: list[Batch] = []
    file = open_records(path)
    with pytest.raises(SourceError, match="ends too early"):
        batches.extend(batch for batch in _collected(file, batches))
    assert len(batches) >= 1


def _collected(file: RecordFile, batches: list[Batch]) -> list[Batch]:
    for batch in file.batches():
        batches.append(batch)
    return []


@pytest.mark.parametrize("suffix", PACKINGS)
def test_a_zip_bomb_is_not_read_on(tmp_path: Path, suffix: str) -> None:
    if suffix == ".zst":
        pytest.importorskip("zstandard", reason="zstd is an extra")
    path = tmp_path / f"a.jsonl{suffix}"
    path.write_bytes(packed((b'{"text": "' + b"a" * 1000 + b'"}\n') * (10**4), PACKINGS[suffix]) * 2)
    with pytest.raises(SourceError, match="looks like a zip bomb; not read on"):
        deque(open_records(str(path), expansion=20).batches(), maxlen=0)


def test_a_record_over_the_limit_is_passed_on_and_named(tmp_path: Path) -> None:
    long = b'{"text": "' + b"x" * 3_000_000 + b'"}'
    lines = [b'{"text": "a"}', long, b'{"text": "b"}', long, b'{"text": "c"}']
    path = write(tmp_path, lines)
    file = open_records(path, longest=2_000_000)
    records = read(file)
    assert [(record.ref.number, record.text) for record in records] == [
        (1, "a"),
        (2, None),
        (3, "b"),
        (4, None),
        (5, "c"),
    ]
    assert records[1].reason == "more than 2 MB, not checked; --max-size raises the limit."
    assert b"".join(file.part(batch, {}) for batch in file.batches()) == b"\n".join(lines)
    assert max(len(batch.data) for batch in file.batches()) < 2_500_000
