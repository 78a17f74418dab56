"""`lint PATH…`: the command for everyone."""

from __future__ import annotations

import os
import sys

from linter.cli.console import INTERRUPTED, PIPE_CLOSED, Console
from linter.cli.lint_options import Options, parse
from linter.cli.lint_plan import Plan
from linter.cli.lint_run import UNCHECKED, Run, current_folder
from linter.cli.lint_settings import command_layer, configuration
from linter.errors import MtlintError
from linter.outcome import Problem
from linter.running.one import DEBUG
from linter.running.task import Mode
from linter.types import Safety
from linter.version import VERSION


def run() -> None:
    """Entry point of the command.

    The process ends at once: taking its memory apart first would be a tenth of a start.
    """
    code = main(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(code)  # Python says what can be said of a stream that is broken
    os._exit(code)


def main(arguments: list[str]) -> int:
    """Check the paths and return the exit code; never raises, unless MTLINT_DEBUG is 1."""
    console = Console()
    try:
        code = _main(parse(arguments), console)
        console.flush()
    except SystemExit as end:  # argparse has said what is to be said
        return int(end.code or 0)
    except BrokenPipeError:
        console.abandon()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        console.problem(Problem("", "interrupted."))
        return INTERRUPTED
    except MtlintError as error:
        return _refused(error, console)
    except Exception as error:
        return _fault(error, console)
    return code


def _refused(error: MtlintError, console: Console) -> int:
    if os.environ.get(DEBUG) == "1":
        raise error
    console.problem(Problem("", str(error)))
    return UNCHECKED


def _fault(error: Exception, console: Console) -> int:
    if os.environ.get(DEBUG) == "1":
        raise error
    text = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    console.problem(Problem("", f"a fault in mtlint, please report it ({text}); MTLINT_DEBUG=1 shows more."))
    return UNCHECKED


def _main(options: Options, console: Console) -> int:
    console.is_quiet = options.quiet
    if options.version:
        console.write(f"mtlint {VERSION}\n")
        return 0
    folder = current_folder()
    settings = configuration(options, command_layer(options, folder))
    if options.show_settings:
        from linter.cli.lint_show import show_settings  # noqa: PLC0415  only this option needs it

        return show_settings(options, settings, console)
    if options.init:
        from linter.cli.lint_init import init  # noqa: PLC0415  only this option needs it

        return init(options, console)
    up_to = Safety.UNSAFE if options.unsafe_fixes else Safety.SAFE
    plan = Plan(options, settings, mode=_mode(options), up_to=up_to, folder=folder)
    run = Run(options, plan, console)
    return run.accept() if options.accept or options.write_baseline else run.report()


def _mode(options: Options) -> Mode:
    if options.diff:
        return Mode.DIFF
    return Mode.FIX if options.fix or options.unsafe_fixes else Mode.CHECK


if __name__ == "__main__":
    run()
