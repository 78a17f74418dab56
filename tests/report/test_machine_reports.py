"""Reports for machines: valid for every text, complete, with offsets that hold."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from tests.site import Site

TEXT = "Erste Zeile 画像.\n\nZwei 😀 kolour und grayy.\nperhapss & <b>\n"


@pytest.fixture
def odd(site: Site) -> Site:
    """Files with all that makes a report stumble."""
    site.write("docs/a b%,ü.txt", TEXT)
    site.write("docs/odd.txt", b"\xef\xbb\xbfkolour \x01 \x1b[0m \xff ]]> \" ' & kolour\r\nmore kolour\n")
    site.write("docs/fine.txt", "Fine.\n")
    return site


def as_json(site: Site, *arguments: str) -> Any:
    return json.loads(site.lint("docs", "--format", *arguments).out)


def test_json_is_one_document_with_a_schema_version(odd: Site) -> None:
    data = as_json(odd, "json")
    assert data["schema_version"] == "1"
    assert data["tool"]["name"] == "mtlint"
    assert [file["path"] for file in data["files"]] == ["docs/a b%,ü.txt", "docs/fine.txt", "docs/odd.txt"]
    assert data["summary"]["findings"] == len(data["findings"]) == 6
    (problem,) = data["problems"]
    assert (problem["path"], problem["line"], problem["unchecked"]) == ("docs/odd.txt", 1, True)


def test_json_of_nothing_is_valid(site: Site) -> None:
    site.write("docs/fine.txt", "Fine.\n")
    assert as_json(site, "json")["findings"] == []
    assert as_json(site, "gitlab") == []
    assert as_json(site, "sarif")["runs"][0]["results"] == []
    assert site.lint("docs", "--format", "jsonl").out == ""


def test_each_row_has_what_scorers_read_first(odd: Site) -> None:
    first = ["path", "start", "end", "rule", "category", "severity", "confidence", "message"]
    more = ["line", "column", "end_line", "end_column", "language", "text", "fixes", "evidence", "fingerprint"]
    rows = odd.lint("docs", "--format", "jsonl").rows
    assert len(rows) == 6
    for row in rows:
        assert list(row) == first + more


def test_offsets_are_code_points_of_the_text_as_it_is(odd: Site) -> None:
    for row in odd.lint("docs", "--format", "jsonl").rows:
        text = odd.read(str(row["path"])).decode("utf-8", "surrogateescape")
        start, end, column = row["start"], row["end"], row["column"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert text[start:end] == row["text"]
        assert row["line"] == text.count("\n", 0, start) + 1
        assert column == start - (text.rfind("\n", 0, start) + 1) + 1


def test_edits_of_a_row_give_the_fixed_text(odd: Site) -> None:
    (row,) = [row for row in odd.lint("docs", "--format", "jsonl").rows if row["rule"] == "house.grey"]
    (fix,) = row["fixes"]
    (edit,) = fix["edits"]
    assert (fix["safety"], fix["title"]) == ("unsafe", "replace it by “grey”")
    fixed = TEXT[: edit["start"]] + edit["text"] + TEXT[edit["end"] :]
    assert fixed == TEXT.replace("grayy", "grey")


def test_a_lone_surrogate_survives_json(site: Site) -> None:
    site.write("a.txt", b"kolour \xff kolour\n")
    site.write("house-rules/house/byte.yaml", _BYTE_RULE)
    rows = site.lint("a.txt", "--select", "house.byte", "--format", "jsonl").rows
    assert [row["text"] for row in rows] == ["\udcff"]


_BYTE_RULE = """\
id: house.byte
kind: existence
category: other
message: "This byte is no text."
why: A rule of the tests.
severity: warning
confidence: high
since: "0.1"
examples: []
patterns: {"*": ["[\\\\uDC80-\\\\uDCFF]"]}
"""


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif", "github", "gitlab", "junit"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_every_report_can_be_written_to_every_console(odd: Site, form: str, encoding: str) -> None:
    done = odd.command("docs", "--format", form, more={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"})
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    text = done.stdout.decode(encoding)
    if form in ("json", "sarif", "gitlab"):
        json.loads(text)
    elif form == "jsonl":
        assert len([json.loads(line) for line in text.splitlines()]) == 6
    elif form == "junit":
        ET.fromstring(text.partition("\n")[2])


def test_github_commands_are_escaped_and_relative_to_the_repository(odd: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    (odd.folder / ".git").mkdir()
    monkeypatch.chdir(odd.folder / "docs")
    lines = odd.lint("a b%,ü.txt", "--format", "github").out.splitlines()
    assert lines[0] == (
        "::warning file=docs/a b%25%2Cü.txt,line=3,endLine=3,title=house.colour,col=8,endColumn=14"
        "::“kolour” should not stand here."
    )
    assert [line.partition(" ")[0] for line in lines] == ["::warning", "::error", "::notice"]


def test_gitlab_fingerprints_are_unique_and_stable(site: Site) -> None:
    line = "The very same line with a kolour in its middle part.\n"
    site.write("docs/a.txt", line * 4)
    site.write("docs/b.txt", line * 4)
    data = as_json(site, "gitlab")
    prints = [issue["fingerprint"] for issue in data]
    assert len(set(prints)) == len(data) == 8
    assert prints == [issue["fingerprint"] for issue in as_json(site, "gitlab")]
    assert data[0]["location"] == {"path": "docs/a.txt", "lines": {"begin": 1, "end": 1}}
    assert {issue["severity"] for issue in data} <= {"info", "minor", "major", "critical", "blocker"}


def test_junit_is_valid_xml_and_counts_right(odd: Site) -> None:
    root = ET.fromstring(odd.lint("docs", "--format", "junit").out.partition("\n")[2])
    suites = {suite.get("name"): suite for suite in root}
    assert {name: suite.get("failures") for name, suite in suites.items()} == {
        "docs/a b%,ü.txt": "3",
        "docs/fine.txt": "0",
        "docs/odd.txt": "3",
        "problems": "0",
    }
    for suite in root:
        assert suite.get("tests") == str(len(suite))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
        assert suite.get("errors") == str(len(suite.findall("testcase/error")))
    failure = suites["docs/odd.txt"].find("testcase/failure")
    assert failure is not None
    assert "\\x01 \\x1b[0m \\udcff ]]> \" ' &" in (failure.text or "")


def test_several_reports_at_once(odd: Site) -> None:
    ran = odd.lint("docs", "--format", "github,text", "--output", "json:r.json", "--output", "sarif:r.sarif")
    assert ran.out.index("::warning") < ran.out.index("docs/a b%,ü.txt:3:8: warning")
    assert len(json.loads(odd.read("r.json"))["findings"]) == 6
    assert len(json.loads(odd.read("r.sarif"))["runs"][0]["results"]) == 6


def test_without_a_text_report_the_closing_lines_go_to_standard_error(odd: Site) -> None:
    ran = odd.lint("docs", "--format", "jsonl")
    assert "6 findings in 3 files" in ran.err
    assert "6 findings" not in odd.lint("docs", "--format", "jsonl", "--quiet").err


def test_max_findings_limits_every_report(odd: Site) -> None:
    ran = odd.lint("docs", "--format", "jsonl", "--max-findings", "4")
    assert len(ran.rows) == 4
    assert "2 findings not shown (--max-findings)." in ran.err


def test_an_output_file_that_cannot_be_written_is_one_line(odd: Site) -> None:
    (odd.folder / "taken").mkdir()
    ran = odd.lint("docs", "--output", "json:taken")
    assert ran.code == 2
    assert re.search(r"^mtlint: taken: not written: .+\.$", ran.err, re.MULTILINE)


def test_names_with_undecodable_bytes_are_reported(odd: Site) -> None:
    try:
        Path(b"docs/\xff.txt".decode("utf-8", "surrogateescape")).write_text("kolour\n")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    done = odd.command("docs", "--format", "jsonl")
    paths = {json.loads(line)["path"] for line in done.stdout.decode().splitlines()}
    assert "docs/\udcff.txt" in paths
    assert odd.command("docs").returncode == 2
    assert b"docs/%FF.txt" in odd.command("docs", "--format", "sarif").stdout
