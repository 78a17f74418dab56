"""Which of a plan's rules are carried out, and the file beside the plan that remembers it.

The file names the choices that texts may be in the state of: one when all is done, two while a run is under way or
after it was killed. So every text can be recognised, and the next run goes on from wherever it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from linter.corpus.composing import Piece, allowed
from linter.corpus.plan import PlannedText, RuleTotal
from linter.errors import SourceError
from linter.source.writing import write_whole

Pair = tuple[str, str]  # rule, language
SUFFIX = ".applied"


class Choice(NamedTuple):
    """Pairs of rule and language that are carried out."""

    pairs: frozenset[Pair] = frozenset()

    def pieces(self, text: PlannedText) -> tuple[Piece, ...]:
        """Return what is done to a text."""
        if not self.pairs:
            return ()
        rules = {rule for piece in text.pieces for rule in piece.rules}
        return allowed(text.pieces, frozenset(r for r in rules if (r, text.language) not in self.pairs))


class Held(NamedTuple):
    """A rule that would remove more of a language's characters than is allowed."""

    total: RuleTotal
    limit: float


def select(rules: Iterable[RuleTotal], *, only: Sequence[str], without: Sequence[str]) -> list[RuleTotal]:
    """Return the totals of the rules that are wished, by id or family. Raises SourceError for a name of none."""
    totals = list(rules)
    known = {name for total in totals for name in _names(total)}
    for name in (*only, *without):
        if name not in known:
            raise SourceError(f"the plan has no rule or family named “{name}”.")
    return [t for t in totals if (not only or _names(t) & set(only)) and not _names(t) & set(without)]


def _names(total: RuleTotal) -> set[str]:
    return {total.rule, total.rule.partition(".")[0]}


def within(totals: Iterable[RuleTotal], limit: float | None) -> tuple[Choice, list[Held]]:
    """Return the choice of what removes at most the share ``limit``, and what is held back."""
    held = [Held(total, limit) for total in totals if limit is not None and total.share > limit]
    out = {(each.total.rule, each.total.language) for each in held}
    return Choice(frozenset((t.rule, t.language) for t in totals) - out), held


class Memory:
    """The file beside a plan. ``choices`` are those that texts may be in the state of, the last one the newest."""

    def __init__(self, plan: str, name: str) -> None:
        """Raises SourceError if the file cannot be read."""
        self.path, self.name = Path(plan + SUFFIX), name
        self.choices: list[Choice] = []
        try:
            data = json.loads(self.path.read_text("utf-8"))
            if data["plan"] == name:
                self.choices = [Choice(frozenset((rule, lang) for rule, lang in each)) for each in data["choices"]]
        except FileNotFoundError:
            pass
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SourceError(f"{self.path}: cannot be used ({error}); without it, nothing counts as done.") from error

    @property
    def last(self) -> Choice:
        return self.choices[-1] if self.choices else Choice()

    def begin(self, choice: Choice) -> None:
        """Remember what a run is about to do. Raises SourceError."""
        self._write([*(each for each in self.choices if each != choice), choice])

    def finish(self, choice: Choice) -> None:
        """Remember that a run did it to all texts. Raises SourceError, OSError."""
        self.choices = [choice]
        if choice.pairs:
            self._write(self.choices)
        else:
            self.path.unlink(missing_ok=True)

    def _write(self, choices: list[Choice]) -> None:
        self.choices = choices
        data = {"plan": self.name, "choices": [sorted(each.pairs) for each in choices]}
        write_whole(str(self.path), json.dumps(data, ensure_ascii=False).encode() + b"\n")
