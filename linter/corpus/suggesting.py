"""Rule files proposed for lines that recur, with counts, samples and examples, ready for a person's review."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from linter.api import Linter
from linter.corpus.prose import Prose
from linter.corpus.recurring import Tally
from linter.detectors.boilerplate_terms import has_slots, is_unspaced
from linter.rule import Profile
from linter.types import UNKNOWN_LANGUAGE
from linter.version import VERSION

FAMILY = "suggested"
SHORTEST_LINE = 10  # code points of a line that is told from a heading by itself
_SLUG = regex.compile(r"[^a-z0-9]+")
_KNOWN = ("boilerplate", "disclosure", "chatter")

_HEAD = """\
# Proposed by lint-corpus suggest from {documents} documents. Strike what authors write, then rename the file and
# the id, and check with: lint-rules test --rules FOLDER
id: {id}
kind: boilerplate
category: boilerplate
message: "“{{found}}” stands on many pages of the collection; no author wrote it for this one."
why: |
  The line recurs from document to document: it belongs to the site, not to the text.
severity: warning
confidence: high
fix: unsafe
since: "{since}"
presets: [article, corpus]
lines:
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule file to be written below a rules folder, and how many lines it lists."""

    name: str
    text: str
    lines: int


def proposals(tallies: Iterable[Tally], prose: Prose, *, documents: int) -> list[Proposal]:
    """Return a rule for the lines of several hosts, and one for each host that has lines of its own."""
    groups: dict[str, dict[str, list[Tally]]] = defaultdict(lambda: defaultdict(list))
    taken: set[str] = set()
    for tally in unknown_to_rules(tallies):
        hosts = [host for host in tally.hosts if host]
        name = _slug(hosts[0]) if len(hosts) == 1 and len(tally.hosts) == 1 else "lines"
        groups[name][_language(tally)].append(tally)
    found = []
    for name in sorted(groups):
        slug = name if name not in taken else f"{name}-{len(taken)}"
        taken.add(slug)
        text = _rule(f"{FAMILY}.{slug}", groups[name], prose, documents)
        if text is not None:
            found.append(Proposal(slug, text, sum(map(len, groups[name].values()))))
    return found


def unknown_to_rules(tallies: Iterable[Tally]) -> Iterator[Tally]:
    """Yield what the shipped rules do not find yet."""
    linter = Linter(Profile(preset="corpus", select=_KNOWN))
    for tally in tallies:
        if not linter.lint(tally.samples[0] + "\n", lang=_language(tally)):
            yield tally


def _language(tally: Tally) -> str:
    """Return the language of most documents; every language if that is unknown."""
    language = tally.languages.most_common(1)[0][0]
    return "*" if language == UNKNOWN_LANGUAGE else language


def _slug(host: str) -> str:
    return _SLUG.sub("-", host).strip("-") or "host"


def _rule(rule_id: str, by_language: Mapping[str, Sequence[Tally]], prose: Prose, documents: int) -> str | None:
    """Return the YAML of a rule; None where no example can be shown for any of its lines."""
    fit = {language: [each for each in listed if is_fit(each)] for language, listed in sorted(by_language.items())}
    lines = {language: listed for language, listed in fit.items() if listed and prose.of(language)}
    if not lines:
        return None
    parts = [_HEAD.format(id=rule_id, documents=documents, since=VERSION)]
    for language, listed in lines.items():
        parts.append(f"  {_quoted(language) if language == '*' else language}:\n")
        parts += [_entry(tally) for tally in listed]
    for language, every in by_language.items():
        parts += [
            f"# left out ({language}): {_quoted(each.shape)}\n" for each in every if each not in lines.get(language, ())
        ]
    parts.append("examples:\n")
    parts += _examples(lines, prose)
    return "".join(parts)


def is_fit(tally: Tally) -> bool:
    """True if a line is long enough to be furniture wherever it stands; a shorter one may be a heading."""
    return len(tally.shape) >= SHORTEST_LINE // (2 if is_unspaced(tally.shape) else 1) or has_slots(tally.shape)


def _entry(tally: Tally) -> str:
    hosts = len([host for host in tally.hosts if host])
    where = f", {hosts} {'host' if hosts == 1 else 'hosts'}" if hosts else ""
    samples = [sample for sample in tally.samples if sample != tally.shape][:3]
    seen = f"; such as {', '.join(map(_quoted, samples))}" if samples else ""
    edge = round(100 * tally.at_edge / tally.documents)
    return f"    - {_quoted(tally.shape)}  # {tally.documents} documents{where}, {edge} % at an edge{seen}\n"


def _examples(lines: Mapping[str, Sequence[Tally]], prose: Prose) -> Iterator[str]:
    """Yield two bad ones for the first language, one for each other; two good ones, one a near miss."""
    for number, (language, listed) in enumerate(lines.items()):
        for turn in range(1 if number else 2):
            sample = listed[turn % len(listed)].samples[0]
            text = prose.of(language)[turn % len(prose.of(language))]
            yield _example("bad", f"{text}\n⟦{sample}⟧\n", prose.language(language), fixed=f"{text}\n")
    language, listed = next(iter(lines.items()))
    text = prose.of(language)[0]
    yield _example("good", f"{text}\n", prose.language(language))
    note = "The line does not stand by itself."
    yield _example("good", f"{text} {listed[0].samples[0]}\n", prose.language(language), note=note)


def _example(sort: str, text: str, language: str, *, fixed: str | None = None, note: str | None = None) -> str:
    rows = [f"  - {sort}: {_quoted(text)}"]
    rows += [f"    fixed: {_quoted(fixed)}"] if fixed is not None else []
    rows += [f"    lang: {language}"] + ([f"    note: {_quoted(note)}"] if note else [])
    return "\n".join(rows) + "\n"


def _quoted(text: str) -> str:
    """Return a text as YAML reads it in double quotes."""
    return json.dumps(text, ensure_ascii=False)
