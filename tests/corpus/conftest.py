"""What tests of `lint-corpus` share: it is run in the folder of the site."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.cli.corpus import main
from tests.site import Ran, Site

Run = Callable[..., Ran]


@pytest.fixture
def corpus(site: Site) -> Run:
    """Run the command in this process."""

    def run(*arguments: str) -> Ran:
        site.capture.readouterr()
        code = main(list(arguments))
        said = site.capture.readouterr()
        return Ran(code, said.out, said.err)

    return run
