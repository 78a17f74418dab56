"""``python -m linter`` is ``lint``."""

from linter.cli.lint import run

if __name__ == "__main__":
    run()
