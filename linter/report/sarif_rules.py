"""Rules and categories in SARIF's terms."""

from __future__ import annotations

from collections.abc import Iterator

from linter.catalog.categories import CATEGORIES
from linter.report.rows import Row, Value
from linter.rule import Rule
from linter.types import Severity

ITS = "ITS 2.0 localization quality issue types"
MQM = "MQM dimensions"
TAXONOMIES = {ITS: "https://www.w3.org/TR/its20/#lqissue-typevalues", MQM: "https://themqm.org"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def descriptor(rule_id: str, category: str, rule: Rule | None) -> Row:
    """Return what SARIF says about a rule; ``rule`` None is a finding that comes from no rule file."""
    its, mqm, title = CATEGORIES[category]
    described: Row = {
        "id": rule_id,
        "name": _name(rule_id),
        "shortDescription": {"text": title[:1].upper() + title[1:] + "."},
        "relationships": [
            {"target": {"id": name, "toolComponent": {"name": taxonomy, "index": n}}, "kinds": ["superset"]}
            for n, (taxonomy, name) in enumerate(((ITS, its), (MQM, mqm)))
        ],
        "properties": {"category": category, "its": its, "mqm": mqm, "tags": [category]},
    }
    if rule is not None:
        described["fullDescription"] = {"text": rule.why or rule.message}
        described["help"] = {"text": rule.why or rule.message}
        described["defaultConfiguration"] = {"level": _LEVELS[rule.severity]}
        properties = described["properties"]
        assert isinstance(properties, dict)
        properties["precision"] = rule.confidence.name.lower()
    return described


def _name(rule_id: str) -> str:
    """Return an id in the form that SARIF likes for names."""
    return "".join(part[:1].upper() + part[1:] for part in rule_id.replace(".", "-").split("-"))


def taxonomies() -> Iterator[Value]:
    """Yield the two taxonomies with all their taxa."""
    for number, (name, address) in enumerate(TAXONOMIES.items()):
        taxa: list[Value] = [{"id": taxon} for taxon in sorted({row[number] for row in CATEGORIES.values()})]
        yield {"name": name, "informationUri": address, "taxa": taxa}
