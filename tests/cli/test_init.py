"""`lint --init`: from nothing to a clean run."""

from __future__ import annotations

import json
import tomllib

import pytest

from tests.site import Site

TEXTS = {
    "de": "Das Haus steht am See, und die Kinder spielen gern im Garten, weil dort die alten Bäume stehen.\n",
    "fr": "La maison est au bord du lac, et les enfants aiment jouer dans le jardin sous les vieux arbres.\n",
    "es": "La casa está junto al lago, y los niños juegan en el jardín porque allí hay árboles muy viejos.\n",
}


@pytest.fixture
def project(site: Site) -> Site:
    """Documentation in three languages, without a configuration."""
    (site.folder / "mtlint.toml").unlink()
    for language, text in TEXTS.items():
        for name in ("index", "guide"):
            site.write(f"docs/{language}/{name}.md", f"# {name}\n\n" + text * 3)
    site.write("docs/img/readme.txt", "Pictures.\n")
    site.write("docs/de/index.md", TEXTS["de"] * 3 + "\nIch bin dort dort gewesen,und sie auch.\n")
    return site


def test_a_run_after_init_is_clean(project: Site) -> None:
    assert project.lint("--init").code == 0
    assert project.lint().code == 0


def test_languages_preset_and_baseline_are_found(project: Site) -> None:
    ran = project.lint("--init")
    settings = tomllib.loads(project.read("mtlint.toml").decode())
    assert settings == {"preset": "docs", "baseline": "mtlint-baseline.json", "lang": ["docs/{lang}/**"]}
    assert "docs/{lang}/**: de, es, fr" in ran.out


def test_the_baseline_holds_what_was_found(project: Site) -> None:
    found = project.lint("docs", "--format", "jsonl", "--preset", "docs", "--lang", "docs/{lang}/**").rows
    project.lint("--init")
    accepted = json.loads(project.read("mtlint-baseline.json"))["findings"]
    assert sum(entry["count"] for entry in accepted) == len(found)
    assert {entry["reason"] for entry in accepted} <= {"found when mtlint was introduced"}


def test_folders_that_only_look_like_languages_are_no_template(site: Site) -> None:
    (site.folder / "mtlint.toml").unlink()
    site.write("is/a.txt", TEXTS["de"] * 3)
    site.write("it/a.txt", TEXTS["de"] * 3)
    site.lint("--init")
    settings = tomllib.loads(site.read("mtlint.toml").decode())
    assert settings == {"preset": "article", "baseline": "mtlint-baseline.json"}


def test_languages_in_file_names_are_found(site: Site) -> None:
    (site.folder / "mtlint.toml").unlink()
    for language, text in TEXTS.items():
        site.write(f"README.{language}.md", text * 3)
    site.lint("--init")
    assert tomllib.loads(site.read("mtlint.toml").decode())["lang"] == ["*.{lang}.md"]


def test_init_overwrites_nothing(project: Site) -> None:
    project.write("mtlint.toml", "# mine\n")
    ran = project.lint("--init")
    assert ran.code == 2
    assert "is there already, nothing was written" in ran.err
    assert project.read("mtlint.toml") == b"# mine\n"
    assert not (project.folder / "mtlint-baseline.json").exists()


def test_init_takes_another_folder(project: Site) -> None:
    project.lint("docs", "--init")
    assert tomllib.loads(project.read("docs/mtlint.toml").decode())["lang"] == ["{lang}/**"]
    assert project.lint("docs").code == 0
