"""Commands with sub-commands load what is asked for and say errors in one line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from linter.cli.corpus import COMMANDS, main

LOADED = "import sys; from linter.cli.corpus import main; code = main({0}); print(sorted(sys.modules))"


def loaded(*arguments: str) -> str:
    """Return the names of the modules that a call loads."""
    code = LOADED.format(list(arguments))
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_subcommand_has_a_help_page(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert end.value.code == 0
    assert f"usage: lint-corpus {name}" in capsys.readouterr().out


def test_only_the_module_of_the_command_is_loaded(tmp_path: object) -> None:
    others = {command.module for name, command in COMMANDS.items() if name != "learn"}
    modules = loaded("learn", f"{tmp_path}", "-o", f"{tmp_path}/names")
    assert "linter.cli.corpus_learn" in modules
    assert not [name for name in others if repr(name) in modules]


def test_a_missing_path_is_one_line_and_exit_2(capsys: pytest.CaptureFixture[str], tmp_path: object) -> None:
    assert main(["learn", f"{tmp_path}/none", "-o", f"{tmp_path}/names"]) == 2
    assert capsys.readouterr().err == f"lint-corpus: {tmp_path}/none: no such file or folder.\n"


def test_a_command_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["lern"])
    assert end.value.code == 2
    assert "invalid choice: 'lern'" in capsys.readouterr().err
