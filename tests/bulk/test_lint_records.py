"""`lint` on record files: one by one, whatever is wrong with a neighbour; the same for any number of processes."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from tests.site import Site

GOOD = "A good text.\n"
BAD = "A kolour and a grayy word, perhapss.\n"
LINES = (
    '{"id": "one", "text": "A kolour.\\nMore kolour.", "n": 1.50}',
    '{"id": 2, "text": "Fine."}',
    '{"id": "open", "text": "A ko',
    '{"id": "none"}',
    '{"id": "number", "text": 7}',
    '{"id": "raw", "text": "A kolour \xff"}',
    '{"id": "last", "text": "One more kolour."}',
)
BROKEN = "\n".join(LINES).encode("latin-1")
MACHINE = ("text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "statistics")


def many(number: int = 1500) -> bytes:
    """Records of a kilobyte: some batches."""
    texts = (GOOD * 80 if at % 5 else f"Text {at}. {BAD}" + GOOD * 79 for at in range(number))
    rows = (json.dumps({"id": f"doc-{at}", "text": text, "x": [at]}) for at, text in enumerate(texts))
    return ("\n".join(rows) + "\n").encode()


def lines_of(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()]


def test_a_broken_record_is_named_and_the_rest_is_checked(site: Site) -> None:
    site.write("a.jsonl", BROKEN)
    ran = site.lint("a.jsonl", "--format", "jsonl", "--quiet")
    assert ran.code == 2
    assert [(row["record"], row["id"], row["start"], row["line"]) for row in ran.rows] == [
        (1, "one", 2, 1),
        (1, "one", 15, 2),
        (7, "last", 9, 1),
    ]
    assert ran.err.splitlines() == [
        "mtlint: a.jsonl: record 3: no valid JSON: unterminated string starting at at character 23.",
        "mtlint: a.jsonl: record 4 (none): there is no field “text”.",
        "mtlint: a.jsonl: record 5 (number): the field “text” holds a number and no text.",
        "mtlint: a.jsonl: record 6: byte 32 of the record (0xFF) is not UTF-8.",
    ]


def test_fixing_changes_the_faulty_strings_and_no_other_byte(site: Site) -> None:
    site.write("a.jsonl", BROKEN)
    ran = site.lint("a.jsonl", "--fix")
    assert ran.code == 2
    fixed = BROKEN.replace(b'"A kolour.\\nMore kolour."', b'"A colour.\\nMore colour."')
    assert site.read("a.jsonl") == fixed.replace(b"One more kolour", b"One more colour")
    assert "Fixed 3 findings in 1 file." in ran.out
    assert site.names() == sorted(["a.jsonl", "house-rules", "mtlint.toml"])


def test_without_fix_nothing_is_written(site: Site) -> None:
    site.write("a.jsonl", BROKEN)
    before = site.names()
    site.lint("a.jsonl")
    site.lint("a.jsonl", "--diff")
    assert site.read("a.jsonl") == BROKEN
    assert site.names() == before


def test_a_diff_shows_the_texts_of_records(site: Site) -> None:
    site.write("a.jsonl", BROKEN)
    ran = site.lint("a.jsonl", "--diff")
    assert "--- a/a.jsonl#7\n+++ b/a.jsonl#7\n@@ -1 +1 @@\n-One more kolour.\n" in ran.out


def test_many_problems_of_a_file_are_counted_and_not_all_named(site: Site) -> None:
    site.write("a.jsonl", b"{\n" * 5000)
    ran = site.lint("a.jsonl")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 101
    assert ran.err.endswith("mtlint: a.jsonl: 4900 more records were not checked, or not in full.\n")


def test_all_is_the_same_with_one_and_three_processes(site: Site) -> None:
    site.write("in/a.jsonl", many() + BROKEN)
    for jobs in ("1", "3"):
        outputs = [f"--output={name}:{jobs}.{name}" for name in MACHINE]
        more = ["--output", f"out{jobs}.jsonl", "--ledger", f"ledger{jobs}", "--drop-if", "house.maybe>=1"]
        ran = site.lint("in", "-j", jobs, "--unsafe-fixes", "--annotate", "mt", *more, *outputs)
        assert ran.code == 2
    for name in (*MACHINE, "1"):
        one, three = (f"{jobs}.{name}" if name != "1" else f"ledger{jobs}" for jobs in (1, 3))
        assert site.read(one) == site.read(three)
    assert site.read("out1.jsonl") == site.read("out3.jsonl")
    assert site.read("out1.jsonl.dropped.jsonl") == site.read("out3.jsonl.dropped.jsonl")
    assert site.read("in/a.jsonl") == many() + BROKEN


def test_reports_name_record_and_id(site: Site) -> None:
    site.write("a.jsonl", BROKEN)
    outputs = {name: f"{name}:report.{name}" for name in MACHINE}
    site.lint("a.jsonl", *(f"--output={each}" for each in outputs.values()))
    report = {name: site.read(f"report.{name}").decode() for name in MACHINE}
    assert "a.jsonl:1 (one): 2:6 warning house.colour:" in report["text"]
    assert "::warning file=a.jsonl,line=7,title=house.colour::" in report["github"]
    assert "a.jsonl:7 (last):1:10 house.colour" in report["junit"]
    assert json.loads(report["gitlab"])[2]["location"]["lines"] == {"begin": 7, "end": 7}
    (file,) = json.loads(report["json"])["files"]
    assert (file["records"], file["findings"]) == (7, 3)
    result = json.loads(report["sarif"])["runs"][0]["results"][1]
    (place,) = result["locations"]
    assert place["physicalLocation"]["region"] == {"startLine": 1}
    assert place["logicalLocations"] == [{"name": "one", "kind": "record", "fullyQualifiedName": "a.jsonl#1"}]
    assert result["properties"]["region"]["startLine"] == 2


def test_the_text_report_folds_over_a_whole_file(site: Site) -> None:
    site.write("a.jsonl", many())
    ran = site.lint("a.jsonl", "--select", "house.colour")
    assert ran.out.count("house.colour:") == 3
    assert "297 more of house.colour in this file" in ran.out


def test_fields_lead_into_nested_objects(site: Site) -> None:
    row = {"text": "kolour", "meta": {"body": "strasze kolour", "lang": "de-AT", "key": 5}}
    site.write("a.jsonl", json.dumps(row))
    fields = ("--text-field", "meta.body", "--id-field", "meta.key", "--lang-field", "meta.lang")
    ran = site.lint("a.jsonl", *fields, "--format", "jsonl")
    assert [(each["id"], each["rule"], each["language"]) for each in ran.rows] == [
        ("5", "house.german", "de"),
        ("5", "house.colour", "de"),
    ]
    site.lint("a.jsonl", *fields, "--fix")
    row["meta"] = {"body": "Straße colour", "lang": "de-AT", "key": 5}
    assert json.loads(site.read("a.jsonl")) == row


def test_the_configuration_names_fields_also_for_some_files(site: Site) -> None:
    overrides = '[[overrides]]\nfiles = ["b.jsonl"]\ntext-field = "body"\nid-field = "key"\n'
    site.write("mtlint.toml", site.read("mtlint.toml") + overrides.encode())
    for name in ("a.jsonl", "b.jsonl"):
        site.write(name, '{"key": 1, "id": 2, "body": "kolour", "text": "Fine."}')
    assert [(row["path"], row["id"]) for row in site.lint(".", "--format", "jsonl").rows] == [("b.jsonl", "1")]
    assert site.lint("a.jsonl", "b.jsonl", "--text-field", "key").err.count("holds a number and no text.") == 2


def test_a_pipe_gives_what_the_file_gives_and_says_the_rest_on_standard_error(site: Site) -> None:
    data = many(600) + BROKEN
    site.write("a.jsonl", data)
    ran = site.command("-", "--records", "jsonl", "--fix", "--output", "jsonl:found.jsonl", "-j", "2", stdin=data)
    site.lint("a.jsonl", "--fix", "--output", "jsonl:again.jsonl")
    assert ran.returncode == 2
    assert ran.stdout == site.read("a.jsonl")
    assert b"record 603: no valid JSON" in ran.stderr
    assert site.read("found.jsonl").replace(b"<stdin>", b"a.jsonl") == site.read("again.jsonl")


def test_a_packed_pipe_stays_packed(site: Site) -> None:
    ran = site.command("-", "--stdin-filename", "x.jsonl.gz", "--fix", stdin=gzip.compress(BROKEN))
    site.write("a.jsonl", BROKEN)
    site.lint("a.jsonl", "--fix")
    assert gzip.decompress(ran.stdout) == site.read("a.jsonl")


def test_csv_through_a_pipe(site: Site) -> None:
    ran = site.command("-", "--stdin-filename", "x.csv", "--fix", stdin=b"id,text\n1,kolour\n2,fine\n")
    assert (ran.returncode, ran.stdout) == (0, b"id,text\n1,colour\n2,fine\n")


def test_findings_stand_beside_the_text(site: Site) -> None:
    site.write("a.jsonl", BROKEN)
    site.lint("a.jsonl", "--annotate", "meta", "--output", "b.jsonl")
    lines = site.read("b.jsonl").split(b"\n")
    notes = json.loads(lines[0])["meta"]
    assert [(note["rule"], note["start"], note["end"]) for note in notes] == [
        ("house.colour", 2, 8),
        ("house.colour", 15, 21),
    ]
    assert lines[1] == b'{"id": 2, "text": "Fine.", "meta": []}'
    assert lines[2:6] == BROKEN.split(b"\n")[2:6]
    assert site.read("a.jsonl") == BROKEN


def test_records_over_a_budget_are_left_out_and_kept_beside_with_the_reason(site: Site) -> None:
    site.write("a.jsonl", BROKEN)
    ran = site.lint("a.jsonl", "--drop-if", "house.colour>=2", "--output", "b.jsonl", "--dropped", "dropped.jsonl")
    assert site.read("b.jsonl") == BROKEN.partition(b"\n")[2]
    (row,) = lines_of(site.read("dropped.jsonl"))
    assert (row["record"], row["id"], row["reason"], row["found"]) == (1, "one", "house.colour>=2", 2)
    assert row["original"] == json.loads(LINES[0])
    assert "Dropped 1 record." in ran.out


@pytest.mark.parametrize(
    ("budget", "left"),
    [("all>=1", 1), ("all>2", 2), ("other>=50%", 3), ("other>=29.5%", 2), ("house.grey>=1", 3), ("punctuation>=1", 3)],
)
def test_budgets_count_rules_categories_and_shares(site: Site, budget: str, left: int) -> None:
    texts = ("kolour kolour kolour, and a good many other words in this text", "Fine.", "only one kolour here")
    site.write("a.jsonl", "".join(json.dumps({"text": text}) + "\n" for text in texts))
    site.lint("a.jsonl", "--drop-if", budget, "--output", "b.jsonl")
    assert len(site.read("b.jsonl").splitlines()) == left


def test_the_ledger_counts_by_rule_and_language(site: Site) -> None:
    site.write("a.jsonl", many(400))
    site.lint("a.jsonl", "--fix", "--output", "b.jsonl", "--ledger", "ledger.json")
    ledger = json.loads(site.read("ledger.json"))
    assert sum(each["documents"] for each in ledger["languages"].values()) == 400
    rows = [row for row in ledger["rules"] if row["rule"] == "house.colour"]
    counts = {name: sum(row[name] for row in rows) for name in ("hits", "documents", "fixed", "characters_removed")}
    assert counts == {"hits": 80, "documents": 80, "fixed": 80, "characters_removed": 480}
    samples = rows[0]["samples"]
    assert len(samples) == 20
    assert samples[0]["marked"] == "kolour"
    site.lint("a.jsonl", "--ledger", "other.json", "--seed", "1")
    others = next(row for row in json.loads(site.read("other.json"))["rules"] if row["rule"] == "house.colour")
    assert [each["record"] for each in others["samples"]] != [each["record"] for each in samples]


def test_a_walk_takes_record_files_that_have_texts(site: Site) -> None:
    site.write("in/a.jsonl", LINES[0] + "\n")
    site.write("in/deep/b.jsonl.gz", gzip.compress(LINES[6].encode()))
    site.write("in/c.csv", "name,value\nx,1\n")
    site.write("in/d.jsonl", '{"path": "kolour"}\n')
    site.write("in/e.txt", "kolour\n")
    ran = site.lint("in", "--fix", "--output", "out/", "--verbose")
    assert json.loads(gzip.decompress(site.read("out/deep/b.jsonl.gz")))["text"] == "One more colour."
    assert b"More colour" in site.read("out/a.jsonl")
    assert site.names("out") == ["a.jsonl", "deep"]
    assert site.read("in/e.txt") == b"kolour\n"
    assert "in/c.csv: skipped" in ran.err
    assert "in/d.jsonl: skipped" in ran.err
    assert ran.code == 0


def test_a_file_with_nothing_to_fix_is_not_touched(site: Site) -> None:
    path = site.write("a.jsonl.gz", gzip.compress(LINES[1].encode(), 1))
    before = (path.stat().st_ino, path.stat().st_mtime_ns)
    assert site.lint("a.jsonl.gz", "--fix").code == 0
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == before


def test_packing_follows_the_name_of_the_output(site: Site) -> None:
    site.write("a.jsonl", LINES[0])
    site.lint("a.jsonl", "--fix", "--output", "b.jsonl.gz")
    assert gzip.decompress(site.read("b.jsonl.gz")) == LINES[0].replace("kolour", "colour").encode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.jsonl", "--annotate", "mt"], "--annotate needs a place for the records"),
        (["a.jsonl", "--fix", "--drop-if", "all>=1"], "--drop-if never writes in place"),
        (["a.jsonl", "--drop-if", "all>=1", "--output", "./a.jsonl"], "--drop-if never writes in place"),
        (["a.jsonl", "--drop-if", "many", "--output", "b"], "--drop-if takes NAME>=NUMBER"),
        (["a.jsonl", "--drop-if", "hous>=1", "--output", "b"], "did you mean “house”?"),
        (["-", "--records", "jsonl", "--drop-if", "all>=1"], "needs a file for what is dropped"),
        (["a.jsonl", "--output", "b.jsonl"], "a place for records goes with --fix, --annotate or --drop-if."),
        (["a.jsonl", "--fix", "--output", "b", "--output", "c"], "--output names two places for records: b and c."),
        (["a.jsonl", "--records", "xml"], "--records: "),
        (["a.jsonl", "--diff", "--annotate", "mt", "--output", "b"], "--diff writes nothing"),
        (["a.jsonl", "--fix", "--output", "b.csv"], "jsonl records are not written as csv."),
        (["a.jsonl", "b.jsonl", "--fix", "--output", "c.jsonl"], "name a folder with --output."),
        (["a.jsonl", "--write-baseline", "--baseline", "x.json"], "records are not accepted one by one"),
    ],
)
def test_what_makes_no_sense_is_refused(site: Site, arguments: list[str], message: str) -> None:
    site.write("a.jsonl", LINES[0])
    site.write("b.jsonl", LINES[0])
    ran = site.lint(*arguments)
    assert ran.code == 2
    assert message in ran.err
    assert site.read("a.jsonl") == LINES[0].encode()


def test_a_repository_that_holds_records_gets_its_baseline(site: Site) -> None:
    site.write("in/a.jsonl", LINES[0])
    site.write("in/a.txt", "only kolour here")
    assert site.lint("in", "--write-baseline", "--baseline", "base.json").code == 0
    assert site.lint("in/a.txt", "--baseline", "base.json").code == 0


def test_a_baseline_accepts_findings_in_every_record(site: Site) -> None:
    site.write("a.jsonl", "".join(json.dumps({"text": "only kolour here"}) + "\n" for _ in range(3)))
    site.write("a.txt", "only kolour here")
    site.lint("a.txt", "--write-baseline", "--baseline", "base.json")
    site.write("base.json", site.read("base.json").replace(b"a.txt", b"a.jsonl"))
    assert site.lint("a.jsonl", "--baseline", "base.json").code == 0


def test_parquet_gives_the_findings_and_texts_of_json_lines(site: Site) -> None:
    pytest.importorskip("pyarrow", reason="Parquet is an extra")
    pq: Any = pytest.importorskip("pyarrow.parquet", reason="Parquet is an extra")
    pa: Any = pytest.importorskip("pyarrow", reason="Parquet is an extra")
    site.write("a.jsonl", many(600))
    pq.write_table(pa.Table.from_pylist(lines_of(many(600))), "a.parquet", row_group_size=140)
    runs = [site.lint(name, "--unsafe-fixes", "--format", "jsonl", "-j", "2") for name in ("a.jsonl", "a.parquet")]
    assert runs[0].code == runs[1].code
    assert runs[0].out.replace("a.jsonl", "a.parquet") == runs[1].out
    assert pq.read_table("a.parquet").to_pylist() == lines_of(site.read("a.jsonl"))


def test_a_stream_of_some_format_is_told_what_it_needs(site: Site) -> None:
    ran = site.command("-", "--stdin-filename", "a.parquet", "--fix")
    assert ran.returncode == 2
    assert ran.stderr.startswith(b"mtlint: a.parquet: parquet is not read from standard input; name the file.\n")
