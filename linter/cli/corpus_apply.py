"""``lint-corpus apply``: carry out a plan, or some of its rules, and hold back what would remove too much."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from linter.cli.corpus_texts import absolute, lint_options, percent, reading_of, settings_of, tell
from linter.cli.lint_run import current_folder
from linter.config_values import size
from linter.corpus.applying import bring
from linter.corpus.choice import Choice, Held, Memory, select, within
from linter.corpus.identity import ruleset_hash
from linter.corpus.plan_file import PlanFile
from linter.errors import ConfigError, SourceError

_ALL = "200MB"
_EXAMPLES = """\
examples:
  lint-corpus apply crawl.plan.jsonl --max-removed 0.5%%
  lint-corpus apply crawl.plan.jsonl --rules boilerplate --except boilerplate.author-box

Rules that were held back can be applied later: once more with --rules and a higher limit.
exit codes: 0 all was done, 1 rules were held back, 2 a file was left as it is
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.epilog = _EXAMPLES
    add_plan(parser)
    parser.add_argument(
        "--max-removed",
        type=share,
        metavar="SHARE",
        help="hold a rule back where it removes more than this share of a language's characters, such as 0.5%%",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, write nothing")


def add_plan(parser: argparse.ArgumentParser) -> None:
    """Add the plan and which of its rules are meant."""
    parser.add_argument("plan", metavar="PLAN", help="a file that lint-corpus plan has written")
    parser.add_argument("--rules", type=names, default=[], metavar="NAME,…", help="only these rules or families")
    parser.add_argument("--except", dest="without", type=names, default=[], metavar="NAME,…", help="all but these")
    parser.add_argument("--max-size", type=size, default=size(_ALL), metavar="SIZE", help="default: 200 MB")


def names(text: str) -> list[str]:
    """Return names that are separated by commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def share(text: str) -> float:
    """Return a share: ``0.5%`` or ``0.005``."""
    try:
        value = float(text.rstrip("% ")) / (100 if text.rstrip().endswith("%") else 1)
    except ValueError:
        value = -1
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no share; write 0.5% or 0.005")
    return value


def run(options: argparse.Namespace) -> int:
    """Bring the texts to what the plan says and return the exit code."""
    plan = PlanFile(options.plan)
    check_rulesets(plan)
    memory = Memory(options.plan, plan.name)
    wished, held = within(select(plan.rules, only=options.rules, without=options.without), options.max_removed)
    for each in held:
        tell(_held(each))
    choice = Choice(memory.last.pairs | wished.pairs)
    code = carry_out(plan, memory, choice, max_size=options.max_size, is_dry=options.dry_run)
    return code or (1 if held else 0)


def _held(held: Held) -> str:
    total = held.total
    return (
        f"held back: {total.rule} in {total.language} removes {percent(total.share)} of the characters "
        f"({total.removed:,} in {total.edits:,} edits), more than {percent(held.limit)}."
    )


def check_rulesets(plan: PlanFile) -> None:
    """Raises SourceError if the rules that would run now are others than those of the plan."""
    settings = settings_of(lint_options(plan.head.options), current_folder())
    for planned, path in plan.rulesets:
        try:
            now = ruleset_hash(settings.settings(absolute(path)).profile)
        except ConfigError as error:
            raise SourceError(f"{plan.path}: {error}") from error
        if now != planned:
            raise SourceError(
                f"{plan.path}: made with other rules, settings or another mtlint ({planned[:8]}, now {now[:8]} for "
                f"{path}); make it anew, nothing was changed."
            )


def carry_out(plan: PlanFile, memory: Memory, choice: Choice, *, max_size: int, is_dry: bool = False) -> int:
    """Bring all texts to a choice, print what became of them and return the exit code."""
    if not is_dry:
        memory.begin(choice)
    changed = already = left = 0
    states = [*memory.choices, memory.last]
    reading = reading_of(plan.head.options)
    done = bring(plan.texts(), choice, states=states, max_size=max_size, write=not is_dry, reading=reading)
    for each in done:
        changed, already = changed + each.changed, already + each.already
        left += len(each.problems)
        for problem in each.problems:
            tell(str(problem))
    if not is_dry and not left:
        memory.finish(choice)
    print(_summary(changed, already, left, is_dry=is_dry))
    return 2 if left else 0


def _summary(changed: int, already: int, left: int, *, is_dry: bool) -> str:
    parts: Iterable[str] = (
        f"{changed:,} {'would be changed' if is_dry else 'changed'}",
        f"{already:,} were so already" if already else "",
        f"{left:,} left as they are" if left else "",
    )
    return "texts: " + ", ".join(filter(None, parts))
