"""``lint-corpus``: for those who keep many documents. Each sub-command has a module of its own."""

from __future__ import annotations

import sys

from linter.cli.subcommands import Subcommand, carry_out, lazy_parser

_ABOUT = "Tools for collections of documents. Exit 0: all well, 1: something was held back, 2: error."

COMMANDS = {  # in the order of --help; a module is loaded when its command is called
    "learn": Subcommand("collect names and lines that several documents share", "linter.cli.corpus_learn"),
    "suggest": Subcommand("propose rules for lines that recur in many documents", "linter.cli.corpus_suggest"),
    "plan": Subcommand("write down what fixes would change, before they do", "linter.cli.corpus_plan"),
    "apply": Subcommand("carry out a plan, within limits", "linter.cli.corpus_apply"),
    "undo": Subcommand("take back what a plan did", "linter.cli.corpus_undo"),
    "compare": Subcommand("show where two corpora differ by more than chance", "linter.cli.corpus_compare"),
    "sample": Subcommand("draw random hits to judge, and read the verdicts", "linter.cli.corpus_sample"),
    "score": Subcommand("say how much of each text looks like raw machine translation", "linter.cli.corpus_score"),
}


def run() -> None:
    """Entry point of the command."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: list[str]) -> int:
    """Run one of the sub-commands and return the exit code."""
    return carry_out("lint-corpus", lazy_parser("lint-corpus", _ABOUT, COMMANDS, arguments), arguments)


if __name__ == "__main__":
    run()
