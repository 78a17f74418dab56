"""The five seeds: what is found there, held against the accepted findings and against the hand-made marks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter import Finding, Linter, Safety

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
BASELINE = ROOT / "tests" / "gold" / "seeds-baseline.json"
MARKS = ROOT / "tests" / "gold" / "seeds.jsonl"
LINTER = Linter()


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Finding, ...]]:
    return {path.name: LINTER.lint(path.read_bytes().decode("utf-8"), path=path.name) for path in SEEDS}


def accepted() -> Iterator[tuple[str, str, str, int]]:
    for row in json.loads(BASELINE.read_text("utf-8"))["findings"]:
        yield Path(row["path"]).name, row["rule"], row["fingerprint"], row["count"]


def test_there_are_five_seeds_without_a_last_line_break() -> None:
    assert len(SEEDS) == 5
    assert not any(path.read_bytes().endswith(b"\n") for path in SEEDS)


def test_the_findings_are_the_accepted_ones(found: dict[str, tuple[Finding, ...]]) -> None:
    now = sorted((name, each.rule_id, each.fingerprint) for name, findings in found.items() for each in findings)
    wanted = sorted((name, rule, mark) for name, rule, mark, count in accepted() for _ in range(count))
    assert now == wanted


def test_nearly_all_findings_lie_on_marked_places(found: dict[str, tuple[Finding, ...]]) -> None:
    marks = [json.loads(line) for line in MARKS.read_text("utf-8").splitlines()]
    places = [(Path(row["doc"]).name.partition(".")[0], row["start"], row["end"]) for row in marks]
    findings = [(name.partition(".")[0], each.span) for name, some in found.items() for each in some]
    hits = [
        any(doc == name and start < span.end and span.start < end for doc, start, end in places)
        for name, span in findings
    ]
    assert sum(hits) / len(hits) >= 0.95


@pytest.mark.parametrize(("wrong", "right"), [("der Rand", "The Verge"), ("mal jetzt", "Times Now")])
def test_a_caption_that_stands_twice_is_proved_by_its_other_copy(
    found: dict[str, tuple[Finding, ...]], wrong: str, right: str
) -> None:
    text = SEEDS[0].read_bytes().decode("utf-8")
    (caption,) = [
        each
        for each in found[SEEDS[0].name]
        if each.rule_id == "repetition.caption-twice" and text[: each.span.end].endswith(f"Bild: {wrong}")
    ]
    assert right in [proof.text for proof in caption.evidence]


def test_safe_fixes_take_the_furniture_and_leave_the_article() -> None:
    text = SEEDS[0].read_bytes().decode("utf-8")
    fixed = LINTER.fix(text, path=SEEDS[0].name, up_to=Safety.SAFE).text
    assert "Hinterlasse einen Kommentar" not in fixed
    assert "Bild: der Rand" not in fixed
    assert "Bild: The Verge" in fixed
    assert "Shear trat Anfang des Jahres als CEO von Twitch zurück" in fixed


def test_the_theme_licence_is_found(found: dict[str, tuple[Finding, ...]]) -> None:
    assert any(each.rule_id == "boilerplate.theme-notice" for each in found[SEEDS[1].name])
