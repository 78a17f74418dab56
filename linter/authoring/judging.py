"""Findings on texts to be judged by a person: a sample is written, verdicts are read back.

A sheet has a JSON object a line: path, start, end (code points), rule, language, the text around the finding with
⟦marks⟧, and ``right``: null until somebody read it, then true or false.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from linter.api import Linter
from linter.authoring.cards import Hits, summed
from linter.authoring.trial import Hit, hit_of
from linter.counting import count_words
from linter.errors import ConfigError

SEED = 20_261  # of the sample: the same texts give the same sheet
Key = tuple[str, int, int, str]


class Read(NamedTuple):
    """What a linter found on texts, and their words by language."""

    hits: list[Hit]
    words: dict[str, int]


def read_texts(linter: Linter, texts: Iterable[tuple[str, str]]) -> Read:
    """Run the linter over (path, text) pairs."""
    hits: list[Hit] = []
    words: Counter[str] = Counter()
    for path, text in texts:
        document = linter.open(text, path=path)
        words[document.language] += count_words(text)
        hits += [hit_of(finding, text) for finding in linter.lint(text, path=path)]
    return Read(hits, dict(words))


def sample(hits: Iterable[Hit], most: int) -> list[Hit]:
    """Return at most so many hits of each rule, chosen by a fixed seed."""
    groups: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        groups[hit.finding.rule_id].append(hit)
    chosen = []
    for _, group in sorted(groups.items()):
        kept = random.Random(SEED).sample(range(len(group)), min(most, len(group)))
        chosen += [group[n] for n in sorted(kept)]
    return chosen


def write_sheet(hits: Iterable[Hit], path: Path) -> int:
    """Write the hits to be judged and return how many they are."""
    rows = []
    for hit in hits:
        file, start, end, rule = key_of(hit)
        text = f"{hit.before}⟦{hit.found}⟧{hit.after}"
        row = {"path": file, "start": start, "end": end, "rule": rule, "language": hit.finding.language}
        rows.append(json.dumps({**row, "text": text, "right": None}, ensure_ascii=False))
    path.write_text("".join(row + "\n" for row in rows), "utf-8", errors="surrogatepass")
    return len(rows)


def read_verdicts(path: Path) -> dict[Key, bool]:
    """Return the verdicts of a sheet. Raises ConfigError with the line if it is damaged."""
    verdicts: dict[Key, bool] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            if row["right"] is not None:
                verdicts[str(row["path"]), int(row["start"]), int(row["end"]), str(row["rule"])] = bool(row["right"])
        except (ValueError, KeyError, TypeError) as error:
            raise ConfigError(f"{path}:{number}: no row of a sheet of findings.") from error
    return verdicts


def key_of(hit: Hit) -> Key:
    """Return what tells a hit apart in a sheet."""
    finding = hit.finding
    return finding.path, finding.span.start, finding.span.end, finding.rule_id


def judged(read: Read, verdicts: dict[Key, bool], rules: Iterable[str]) -> dict[tuple[str, str], Hits]:
    """Return the hits by rule and language; a rule without a hit has one row of zeros, for it was counted."""
    rows = [(hit.finding.rule_id, hit.finding.language, verdicts.get(key_of(hit))) for hit in read.hits]
    counted = summed(rows)
    seen = {rule for rule, _ in counted}
    return {**{(rule, "*"): Hits() for rule in rules if rule not in seen}, **counted}
