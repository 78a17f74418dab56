"""Patterns for paths."""

from __future__ import annotations

import pytest

from linter.source.globs import Glob


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("*.md", "a.md", True),
        ("*.md", "deep/er/a.md", True),
        ("/*.md", "a.md", True),
        ("docs/*.md", "docs/a.md", True),
        ("docs/*.md", "docs/b/a.md", False),
        ("docs/**", "docs/b/a.md", True),
        ("docs/**/a.md", "docs/a.md", True),
        ("docs/", "docs/b/a.md", True),
        ("docs", "x/docs/a.md", True),
        ("a?c.txt", "abc.txt", True),
        ("a?c.txt", "a/c.txt", False),
        ("[ab].txt", "b.txt", True),
        ("[!ab].txt", "b.txt", False),
        ("a.b", "axb", False),
        ("./docs/a.md", "docs/a.md", True),
        ("日本語/*.txt", "日本語/画像.txt", True),
    ],
)
def test_a_pattern_fits(pattern: str, path: str, fits: bool) -> None:
    assert (Glob("/base", pattern).match(f"/base/{path}") is not None) is fits


def test_a_pattern_fits_below_its_folder_only() -> None:
    assert Glob("/base", "*.md").match("/basement/a.md") is None
    assert Glob("/", "*.md").match("/a.md") is not None


@pytest.mark.parametrize(
    ("pattern", "path", "code"),
    [
        ("docs/{lang}/**", "docs/pt-BR/a/b.md", "pt-BR"),
        ("*.{lang}.md", "x/README.de.md", "de"),
        ("{lang}/LC/{lang}.txt", "fr/LC/fr.txt", "fr"),
    ],
)
def test_the_language_is_captured(pattern: str, path: str, code: str) -> None:
    found = Glob("/", pattern).match(f"/{path}")
    assert found is not None
    assert found["lang"] == code


def test_two_languages_in_a_path_must_agree() -> None:
    assert Glob("/", "{lang}/LC/{lang}.txt").match("/fr/LC/de.txt") is None
