"""Pages about rules and kinds, in Markdown: the same text for ``docs/`` and ``lint-rules explain``."""

from __future__ import annotations

import dataclasses
import inspect
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from linter.authoring.cards import Figures, card, figures_file, read_figures
from linter.authoring.schema import rule_schema
from linter.catalog.categories import CATEGORIES
from linter.catalog.marks import marked
from linter.detectors import KINDS
from linter.detectors.kind import Kind
from linter.rule import Example, Rule, Status

_HEADER = "<!-- Made by `lint-rules docs` from the rule files; do not edit. -->\n"


def rule_page(rule: Rule, figures: Figures) -> str:
    """Return the page of a rule, with its precision card."""
    precision = card(rule, figures)
    category = CATEGORIES[rule.category]
    rows = [
        ("Category", f"{rule.category}: {category.title} (ITS 2.0 `{category.its}`, MQM {category.mqm})"),
        ("Severity, confidence", f"{rule.severity.name.lower()}, {rule.confidence.name.lower()}"),
        ("Fix", rule.fix.name.lower() if rule.fix else "none"),
        ("Languages", "all" if "*" in rule.languages else ", ".join(rule.languages)),
        ("Presets", ", ".join(rule.presets)),
        ("Kind", f"{rule.kind}, since {rule.since}" + _status(rule)),
    ]
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    examples = "\n".join(_example(example) for example in rule.examples)
    head = f"# {rule.id}\n\n{rule.message}\n\n{rule.why}\n\n| | |\n|---|---|\n{table}\n\n"
    return f"{head}{precision}{precision and chr(10)}## Examples\n\n{examples}\n"


def _status(rule: Rule) -> str:
    return "" if rule.status is Status.DEFAULT else f"; {rule.status.value}"


def _example(example: Example) -> str:
    language = f" ({example.language})" if example.language else ""
    title = f"Found{language}:" if example.is_bad else f"Not found{language}:"
    note = f" {example.note}" if example.note else ""
    parts = [title + note, ""]
    if example.source is not None:
        parts += [_block(example.source), "", "is the source of", ""]
    parts.append(_block(marked(example.text, example.spans)))
    if example.fixed is not None:
        parts += ["", "becomes" if example.fixed else "is deleted"]
        parts += ["", _block(example.fixed)] if example.fixed else []
    return "\n".join([*parts, ""])


# Control characters are shown by their pictures: as they are they would damage the page.
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"} | {0x7F: 0x2421}


def _block(text: str) -> str:
    text = text.translate(_PICTURES)
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text.rstrip(chr(10))}\n{fence}"


def index_page(rules: Iterable[Rule]) -> str:
    """Return the list of all rules by family."""
    rows = [
        f"| [{rule.id}]({rule.id}.md) | {rule.category} | {rule.severity.name.lower()} | "
        f"{rule.fix.name.lower() if rule.fix else ''} | {_languages(rule)} |"
        for rule in rules
    ]
    return _HEADER + "\n".join(
        [
            "# Rules",
            "",
            "| Rule | Category | Severity | Fix | Languages |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _languages(rule: Rule) -> str:
    if "*" in rule.languages:
        return "all"
    return " ".join(rule.languages) if len(rule.languages) < 6 else f"{len(rule.languages)} languages"


def kinds_page() -> str:
    """Return the page about kinds, their parameters, and the categories."""
    parts = [_HEADER + "# Kinds\n", "A rule names a kind and gives its parameters.\n"]
    parts += [_kind(kind) for _, kind in sorted(KINDS.items())]
    parts += ["# Categories\n", "| Category | Meaning | ITS 2.0 | MQM |", "|---|---|---|---|"]
    parts += [f"| {name} | {each.title} | `{each.its}` | {each.mqm} |" for name, each in CATEGORIES.items()]
    return "\n".join([*parts, ""])


def _kind(kind: Kind) -> str:
    module = inspect.getmodule(kind.build)
    about = inspect.cleandoc((module.__doc__ if module else "") or "").partition("\n\n")[0]
    rows = "\n".join(f"| `{field.name.rstrip('_')}` | `{field.type}` |" for field in dataclasses.fields(kind.params))
    notes = inspect.cleandoc(kind.params.__doc__ or "")
    return f"## {kind.name}\n\n{about}\n\n{notes}\n\n| Parameter | Type |\n|---|---|\n{rows}\n"


def all_pages(rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    """Yield path below ``docs/`` and text of every generated file."""
    rules = tuple(rules)
    figures = read_figures(figures_file())
    for rule in rules:
        yield f"rules/{rule.id}.md", _HEADER + rule_page(rule, figures)
    yield "rules/README.md", index_page(rules)
    yield "kinds.md", kinds_page()
    yield "rule.schema.json", json.dumps(rule_schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def stale_pages(rules: Iterable[Rule], docs: Path) -> list[str]:
    """Return the generated files that differ from what they should be, or that no rule needs any more."""
    wanted = dict(all_pages(rules))
    stale = [name for name, text in wanted.items() if _read(docs / name) != text]
    left = {f"rules/{path.name}" for path in (docs / "rules").glob("*.md")} - wanted.keys()
    return sorted([*stale, *left])


def write_pages(rules: Iterable[Rule], docs: Path) -> list[str]:
    """Bring the generated files up to date and return those that changed."""
    rules = tuple(rules)
    wanted = dict(all_pages(rules))
    changed = stale_pages(rules, docs)
    for name in changed:
        path = docs / name
        if name in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[name], "utf-8", newline="\n")
        else:
            path.unlink()
    return changed


def _read(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.is_file() else None
