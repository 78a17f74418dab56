"""A new rule file, complete but for what only its author knows."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from linter.detectors import KINDS
from linter.detectors.kind import Kind
from linter.errors import RuleFileError
from linter.version import VERSION

_TEMPLATE = """\
# yaml-language-server: $schema={schema}
id: {id}
kind: {kind}
category: other                # one of those in docs/kinds.md
message: "“{{found}}” should not stand here."
why: |
  Say what goes wrong, where it comes from, and what it costs the reader or the training data.
severity: warning              # error | warning | info
confidence: medium             # high | medium | low; only findings of high confidence are fixed
fix: none                      # safe | unsafe | suggest | none: the ceiling for this rule's fixes
since: "{since}"
{parameters}
examples:
  - bad: "Ein Satz mit ⟦dem Fehler⟧."
    lang: de
  - bad: "Noch ein Satz, andere Wörter, ⟦derselbe Fehler⟧."
    lang: de
  - good: "Ein richtiger Satz."
    lang: de
  - good: "Ein Satz, der dem Fehler zum Verwechseln ähnlich sieht."
    lang: de
    note: "Say why this one is right."
"""


def new_rule(rule_id: str, kind: str, folder: Path) -> Path:
    """Write a template for a rule into a rules folder and return its path.

    Raises RuleFileError if the id has no family, the kind is unknown, or the file is already there.
    """
    family, dot, name = rule_id.partition(".")
    if not (family and dot and name) or "/" in rule_id:
        raise RuleFileError((f"“{rule_id}”: an id is “family.name”, for example “spacing.double-space”",))
    if kind not in KINDS:
        raise RuleFileError((f"unknown kind “{kind}”; there are {', '.join(sorted(KINDS))}",))
    path = folder / family / f"{name}.yaml"
    if path.exists():
        raise RuleFileError((f"{path}: is already there",))
    path.parent.mkdir(parents=True, exist_ok=True)
    text = _TEMPLATE.format(
        id=rule_id, kind=kind, since=VERSION, parameters=_parameters(KINDS[kind]), schema="rule.schema.json"
    )
    path.write_text(text, "utf-8")
    return path


def _parameters(kind: Kind) -> str:
    """Write the parameters of a kind as comments to fill in; a first map by language stands ready."""
    lines: list[str] = []
    for field in dataclasses.fields(kind.params):
        name, mapping = field.name.rstrip("_"), "dict[str" in str(field.type)
        if mapping and not lines:
            lines.append(f'{name}:\n  de: ["dem Fehler", "derselbe Fehler"]')
        else:
            lines.append(f"# {name}: {field.type}")
    return "\n".join(lines)
