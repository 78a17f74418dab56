"""The JSON Schema of rule files, for editors: one branch for each kind."""

from __future__ import annotations

from typing import Any

import msgspec

from linter.catalog.categories import CATEGORIES
from linter.catalog.rulefile import RuleFile
from linter.detectors import KINDS


def rule_schema() -> dict[str, Any]:
    """Return the schema (draft 2020-12)."""
    rule, definitions = _parts(RuleFile)
    rule["properties"]["category"] = {"enum": sorted(CATEGORIES)}
    branches = []
    for name, kind in sorted(KINDS.items()):
        own, more = _parts(kind.params)
        definitions |= more
        parameters = {key.rstrip("_"): value for key, value in own.get("properties", {}).items()}
        branches.append(
            {
                "title": name,
                "type": "object",
                "properties": {**rule["properties"], **parameters, "kind": {"const": name}},
                "required": [*rule["required"], *(key.rstrip("_") for key in own.get("required", []))],
                "additionalProperties": False,
            }
        )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "mtlint rule",
        "oneOf": branches,
        "$defs": dict(sorted(definitions.items())),
    }


def _parts(target: type[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    (schema,), definitions = msgspec.json.schema_components([target], ref_template="#/$defs/{name}")
    name = schema["$ref"].rpartition("/")[2]
    return definitions.pop(name), definitions
