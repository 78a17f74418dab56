"""What users install: the wheel, built by way of the sdist, in an empty environment elsewhere."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MEGABYTE = 1_000_000


def output(*command: str | Path, cwd: Path, codes: tuple[int, ...] = (0,)) -> str:
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode in codes, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    output(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    assert list(folder.glob("*.tar.gz"))
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    output(sys.executable, "-m", "venv", "env", cwd=folder)
    output(folder / "env/bin/python", "-m", "pip", "install", "-q", wheel, cwd=folder)
    return folder


def test_the_wheel_is_small_and_carries_its_rules_compiled(wheel: Path) -> None:
    assert wheel.stat().st_size < 20 * MEGABYTE
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.startswith("linter/_rules/_compiled/") and name.endswith("/rules.pickle") for name in names)
    assert any(name.startswith("linter/_rules/_lexicons/de.") for name in names)
    assert not any(name.startswith(("tests/", "seeds/", "rules/")) for name in names)


def test_the_installed_command_finds_the_faults_of_a_text(installed: Path) -> None:
    text = "Neuer Chip von Microsoft, der funktioniert. Bild: der Rand\n"
    (installed / "a.txt").write_text(text + text.replace("der Rand", "The Verge"), "utf-8")
    shown = output(installed / "env/bin/lint", "a.txt", cwd=installed, codes=(1,))
    assert "repetition." in shown
    assert "The Verge" in shown


def test_an_installed_wheel_starts_without_reading_yaml(installed: Path) -> None:
    program = "import sys, linter; linter.lint_text('Ein Satz.'); print('yaml' in sys.modules)"
    assert output(installed / "env/bin/python", "-c", program, cwd=installed).strip() == "False"


def test_an_installed_wheel_needs_no_home_to_write_to(installed: Path) -> None:
    program = "import linter; print(len(linter.Linter().ruleset.rules) > 5, linter.__file__)"
    command: list[str | Path] = ["env", "-i", "HOME=/nonexistent", installed / "env/bin/python", "-c", program]
    shown = output(*command, cwd=installed)
    assert shown.startswith("True")
    assert str(ROOT) not in shown
