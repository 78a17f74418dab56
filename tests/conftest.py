"""What tests of the command share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.site import Site, make_site


@pytest.fixture(scope="session")
def compiled_rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache folder for all tests: compiling the shipped rules takes longer than most tests."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture
def site(
    tmp_path: Path, compiled_rules: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Site:
    """A folder with rules of the tests' own, in which the command runs."""
    for name in ("FORCE_COLOR", "NO_COLOR", "MTLINT_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    _keep_shipped(compiled_rules)
    monkeypatch.setenv("MTLINT_CACHE_DIR", str(compiled_rules))
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return make_site(folder, capsys)


def _keep_shipped(compiled: Path) -> None:
    """Use the shipped catalog, the largest: after tests with rules of their own it would be forgotten first."""
    catalogs = {path.parent: path.stat().st_size for path in compiled.glob("rules-*/rules.pickle")}
    if catalogs:
        os.utime(max(catalogs, key=lambda folder: catalogs[folder]))
