"""What a run on one small clean file may load. Modules are counted, not seconds: seconds depend on the day."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.site import Site

HEAVY = (
    *("yaml", "ftfy", "msgspec", "asyncio", "multiprocessing", "concurrent", "subprocess", "tomllib", "json"),
    *("pathspec", "glob", "tempfile", "shutil", "logging", "xml", "email", "socket"),
    *("linter.report.sarif", "linter.config_file", "linter.baseline_file", "linter.evidence"),
    *("linter.running.workers", "linter.cli.lint_since", "linter.cli.lint_init"),
)
CODE = """
import sys
from linter.cli.lint import main
code = main(sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""


def loaded(site: Site, *arguments: str) -> set[str]:
    """The modules that are there after a run."""
    command = [sys.executable, "-c", CODE, *arguments]
    subprocess.run(command, cwd=site.folder, env=site.environment(), capture_output=True, check=True)  # fill the cache
    done = subprocess.run(command, cwd=site.folder, env=site.environment(), capture_output=True, check=True)
    return set(done.stderr.decode().split())


@pytest.mark.parametrize(
    "text",
    [
        "A sentence without a fault. Another one that is good as well.\n",
        "Ein schöner Satz ohne Fehler. Noch ein Satz für alle, der auch gut ist.\n",
    ],
)
def test_a_small_clean_file_loads_nothing_heavy(site: Site, text: str) -> None:
    (site.folder / "mtlint.toml").unlink()
    site.write("a.txt", text)
    assert loaded(site, "a.txt") & set(HEAVY) == set()


def test_a_report_loads_its_own_format_only(site: Site) -> None:
    site.write("a.txt", "Fine.\n")
    there = loaded(site, "a.txt", "--format", "github")
    assert "linter.report.github" in there
    assert not {"linter.report.text", "linter.report.sarif", "linter.report.junit"} & there
