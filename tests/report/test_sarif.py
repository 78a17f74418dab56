"""SARIF 2.1.0. The published schema may not be copied here, so its constraints that matter to us are
written down below from the standard's text; ``MTLINT_SARIF_SCHEMA`` may name the schema itself.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from linter.catalog.categories import CATEGORIES
from tests.site import Site

_TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
_COUNT = {"type": "integer", "minimum": 1}
_REGION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["startLine", "startColumn", "endLine", "endColumn"],
    "properties": {
        "startLine": _COUNT,
        "startColumn": _COUNT,
        "endLine": _COUNT,
        "endColumn": _COUNT,
        "charOffset": {"type": "integer", "minimum": 0},
        "charLength": {"type": "integer", "minimum": 0},
    },
}
_ARTIFACT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["uri"],
    "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9\-._~!$&'()*+,;=:@/%]*$"}},
}
_PHYSICAL = {
    "type": "object",
    "additionalProperties": False,
    "required": ["artifactLocation"],
    "properties": {"artifactLocation": _ARTIFACT, "region": _REGION},
}
_REPLACEMENT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["deletedRegion"],
    "properties": {"deletedRegion": _REGION, "insertedContent": _TEXT},
}
_CHANGE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["artifactLocation", "replacements"],
    "properties": {
        "artifactLocation": _ARTIFACT,
        "replacements": {"type": "array", "minItems": 1, "items": _REPLACEMENT},
    },
}
_FIX = {
    "type": "object",
    "additionalProperties": False,
    "required": ["artifactChanges"],
    "properties": {
        "description": _TEXT,
        "artifactChanges": {"type": "array", "minItems": 1, "uniqueItems": True, "items": _CHANGE},
    },
}
_LOCATION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"id": {"type": "integer", "minimum": 0}, "physicalLocation": _PHYSICAL, "message": _TEXT},
}
_RESULT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["message", "ruleId", "ruleIndex"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": _TEXT,
        "locations": {"type": "array", "items": _LOCATION},
        "relatedLocations": {"type": "array", "uniqueItems": True, "items": _LOCATION},
        "fixes": {"type": "array", "uniqueItems": True, "items": _FIX},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "properties": {"type": "object"},
    },
}
_COMPONENT_REFERENCE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"name": {"type": "string"}, "index": {"type": "integer", "minimum": 0}},
}
_RULE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string", "pattern": "^[A-Z][A-Za-z0-9]*$"},
        "shortDescription": _TEXT,
        "fullDescription": _TEXT,
        "help": _TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": {"enum": ["note", "warning", "error"]}}},
        "relationships": {
            "type": "array",
            "uniqueItems": True,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["target"],
                "properties": {
                    "target": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"id": {"type": "string"}, "toolComponent": _COMPONENT_REFERENCE},
                    },
                    "kinds": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
        "properties": {"type": "object"},
    },
}
_DRIVER = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name"],
    "properties": {
        **{name: {"type": "string"} for name in ("name", "version", "semanticVersion")},
        "rules": {"type": "array", "uniqueItems": True, "items": _RULE},
        "supportedTaxonomies": {"type": "array", "uniqueItems": True, "items": _COMPONENT_REFERENCE},
    },
}
_RUN = {
    "type": "object",
    "additionalProperties": False,
    "required": ["tool"],
    "properties": {
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "tool": {"type": "object", "required": ["driver"], "properties": {"driver": _DRIVER}},
        "results": {"type": "array", "items": _RESULT},
        "taxonomies": {"type": "array", "uniqueItems": True, "items": {"type": "object", "required": ["name"]}},
        "invocations": {"type": "array", "items": {"type": "object", "required": ["executionSuccessful"]}},
    },
}
CONSTRAINTS = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": _RUN},
    },
}


@pytest.fixture
def log(site: Site) -> Any:
    """A log with findings, proofs, several fixes, and a problem."""
    site.write("mtlint.toml", 'rules = ["house-rules"]\n')
    site.write("a b/ü.txt", "😀 kolour\r\nund grayy perhapss dunno\n")
    caption = "Der Garten am See, gesehen von der Brücke. Bild: "
    body = "Das ist ein Satz, der zeigt, dass dieser Text auf Deutsch ist und so bleibt.\n\n" * 4
    site.write("b.txt", f"{body}{caption}der Rand\n{caption}The Verge\n\n{body}")
    site.write("c.txt", b"one bad byte \xff here\n")
    return json.loads(site.lint("a b", "b.txt", "c.txt", "gone.txt", "--format", "sarif").out)


def test_a_log_keeps_the_constraints_of_the_standard(log: Any) -> None:
    jsonschema.validate(log, CONSTRAINTS)
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"


@pytest.mark.skipif("MTLINT_SARIF_SCHEMA" not in os.environ, reason="no copy of the schema is named")
def test_a_log_is_valid_by_the_published_schema(log: Any) -> None:
    jsonschema.validate(log, json.loads(Path(os.environ["MTLINT_SARIF_SCHEMA"]).read_text("utf-8")))


def test_results_name_their_rules_by_index(log: Any) -> None:
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]["mtlint/v1"]


def test_rules_are_explained_and_placed_in_both_taxonomies(log: Any) -> None:
    (run,) = log["runs"]
    taxa = [{taxon["id"] for taxon in taxonomy["taxa"]} for taxonomy in run["taxonomies"]]
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["help"]["text"]
        category = CATEGORIES[rule["properties"]["category"]]
        targets = [relation["target"] for relation in rule["relationships"]]
        assert [target["id"] for target in targets] == [category.its, category.mqm]
        for target in targets:
            assert target["id"] in taxa[target["toolComponent"]["index"]]


def test_deleted_regions_and_inserted_texts_give_the_fixed_file(log: Any, site: Site) -> None:
    results = [result for result in log["runs"][0]["results"] if result["ruleId"] == "house.colour"]
    ((change,),) = [fix["artifactChanges"] for fix in results[0]["fixes"]]
    path = unquote(change["artifactLocation"]["uri"])
    text = site.read(path).decode()
    (replacement,) = change["replacements"]
    region = replacement["deletedRegion"]
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    end = starts[region["endLine"] - 1] + region["endColumn"] - 1
    assert (start, end - start) == (region["charOffset"], region["charLength"])
    assert text[:start] + replacement["insertedContent"]["text"] + text[end:] == text.replace("kolour", "colour")


def test_proofs_are_related_locations(log: Any) -> None:
    related = [place for result in log["runs"][0]["results"] for place in result.get("relatedLocations", ())]
    assert any("physicalLocation" in place and "region" in place["physicalLocation"] for place in related)


def test_what_could_not_be_checked_makes_the_run_unsuccessful(log: Any, site: Site) -> None:
    (invocation,) = log["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    said = [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]
    assert any("0xFF" in text for text in said)
    assert "no such file or folder." in said
    fine = json.loads(site.lint("a b", "--format", "sarif").out)
    assert fine["runs"][0]["invocations"][0]["executionSuccessful"] is True
