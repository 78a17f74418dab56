"""What the commands with sub-commands share: streams, errors in one line, exit codes."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from linter.cli.console import INTERRUPTED, PIPE_CLOSED
from linter.errors import MtlintError
from linter.source.reading import reason
from linter.version import VERSION

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


class Subcommand(NamedTuple):
    """A sub-command: what it does, and the module with its ``add_options(parser)`` and ``run(options)``."""

    about: str
    module: str


def parser_of(program: str, about: str) -> tuple[argparse.ArgumentParser, Commands]:
    """Return a parser, and where its sub-commands are added."""
    parser = argparse.ArgumentParser(program, description=about)
    parser.add_argument("--version", action="version", version=f"mtlint {VERSION}")
    return parser, parser.add_subparsers(required=True, metavar="COMMAND", dest="name")


def lazy_parser(
    program: str, about: str, table: Mapping[str, Subcommand], arguments: list[str]
) -> argparse.ArgumentParser:
    """Return a parser for the sub-commands of a table; only the module of the one that is asked for is loaded."""
    parser, commands = parser_of(program, about)
    wanted = next((each for each in arguments if not each.startswith("-")), "")
    for name, command in table.items():
        each = commands.add_parser(
            name,
            help=command.about,
            description=command.about[0].upper() + command.about[1:] + ".",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name == wanted:
            module = importlib.import_module(command.module)
            module.add_options(each)
            each.set_defaults(command=module.run)
    return parser


def carry_out(program: str, parser: argparse.ArgumentParser, arguments: list[str]) -> int:
    """Run the sub-command that the arguments name and return the exit code; an error becomes one line."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # not on every stand-in of a test
    options = parser.parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        code = command(options)
        sys.stdout.flush()
        return code
    except MtlintError as error:
        print(f"{program}: {error}", file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python says nothing when it ends
        return PIPE_CLOSED
    except OSError as error:
        print(f"{program}: {error.filename or 'standard output'}: {reason(error)}", file=sys.stderr)
    except KeyboardInterrupt:
        print(f"{program}: interrupted.", file=sys.stderr)
        return INTERRUPTED
    return 2
