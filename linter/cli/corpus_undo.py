"""``lint-corpus undo``: take back what a plan did, byte for byte."""

from __future__ import annotations

import argparse

from linter.cli.corpus_apply import add_plan, carry_out
from linter.corpus.choice import Choice, Memory, select
from linter.corpus.plan_file import PlanFile

_EXAMPLES = """\
examples:
  lint-corpus undo crawl.plan.jsonl
  lint-corpus undo crawl.plan.jsonl --rules seams

A file that is neither as before the plan nor as after it is left alone, and named.
exit codes: 0 all was taken back, 2 a file was left as it is
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.epilog = _EXAMPLES
    add_plan(parser)


def run(options: argparse.Namespace) -> int:
    """Bring the texts back and return the exit code."""
    plan = PlanFile(options.plan)
    memory = Memory(options.plan, plan.name)
    gone = {(each.rule, each.language) for each in select(plan.rules, only=options.rules, without=options.without)}
    return carry_out(plan, memory, Choice(memory.last.pairs - gone), max_size=options.max_size)
