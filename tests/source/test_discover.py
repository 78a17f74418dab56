"""From paths to files."""

from __future__ import annotations

import sys

import pytest

from linter.outcome import Problem
from linter.source.discover import Found, Skipped, Wishes, discover
from tests.site import Site


def paths(*named: str, **wishes: object) -> list[str]:
    return [item.path for item in discover(named, Wishes(**wishes)) if isinstance(item, Found)]  # type: ignore[arg-type]  # the fields come by name


def skipped(*named: str) -> dict[str, str]:
    return {item.path: item.why for item in discover(named, Wishes()) if isinstance(item, Skipped)}


def test_a_walk_takes_text_in_the_order_of_whole_paths(site: Site) -> None:
    for name in ("t/b.txt", "t/a/z.md", "t/a.txt", "t/a-b.html", "t/A.TXT", "t/x.py", "t/a/nosuffix"):
        site.write(name, "x")
    assert paths("t") == ["t/A.TXT", "t/a-b.html", "t/a.txt", "t/a/z.md", "t/b.txt"]
    assert paths("t") == sorted(paths("t"))
    assert skipped("t") == {"t/x.py": ".py", "t/a/nosuffix": "no suffix"}


def test_paths_stay_as_they_were_given(site: Site) -> None:
    site.write("t/a.txt", "x")
    assert paths("t/") == ["t/a.txt"]
    assert paths("./t") == ["./t/a.txt"]
    assert paths(str(site.folder / "t")) == [f"{site.folder}/t/a.txt"]
    assert "t/a.txt" in paths(".")


def test_folders_that_hold_no_texts_of_ours_are_left_out_but_counted(site: Site) -> None:
    for folder in (".git", ".cache", "node_modules", "__pycache__"):
        site.write(f"t/{folder}/a.txt", "x")
    site.write("t/env/pyvenv.cfg", "")
    site.write("t/env/lib/a.txt", "x")
    assert paths("t") == []
    assert set(skipped("t")) == {"t/.git", "t/.cache", "t/node_modules", "t/__pycache__", "t/env"}
    assert paths("t/node_modules") == ["t/node_modules/a.txt"]


def test_gitignore_files_hold_and_the_nearest_decides(site: Site) -> None:
    (site.folder / ".git").mkdir()
    site.write(".gitignore", "build/\n*.tmp.txt\n/only-here.txt\n")
    site.write("t/.gitignore", "!kept.tmp.txt\nsub/*.md\n")
    for name in ("a.txt", "x.tmp.txt", "kept.tmp.txt", "sub/a.md", "sub/a.txt", "build/a.txt", "only-here.txt"):
        site.write(f"t/{name}", "x")
    assert paths("t") == ["t/a.txt", "t/kept.tmp.txt", "t/only-here.txt", "t/sub/a.txt"]
    assert len(paths("t", ignore=False)) == 7


def test_what_is_named_is_checked_even_if_git_ignores_it(site: Site) -> None:
    (site.folder / ".git").mkdir()
    site.write(".gitignore", "build/\n")
    site.write("build/a.txt", "x")
    site.write("build/b.xyz", "x")
    assert paths("build/a.txt") == ["build/a.txt"]
    assert paths("build") == ["build/a.txt"]
    assert paths(".") == []


def test_a_pattern_takes_every_suffix_but_no_folder(site: Site) -> None:
    for name in ("t/a.rst", "t/b/c.rst", "t/d.txt", "t/e.rst/f.txt"):
        site.write(name, "x")
    assert paths("t/**/*.rst") == ["t/a.rst", "t/b/c.rst"]
    (problem,) = discover(["t/*.nothing"], Wishes())
    assert problem == Problem("t/*.nothing", "no file fits this pattern.")


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(site: Site) -> None:
    site.write("t/a[1].txt", "x")
    assert paths("t/a[1].txt") == ["t/a[1].txt"]


def test_a_file_met_twice_is_yielded_once(site: Site) -> None:
    site.write("t/a.txt", "x")
    assert paths("t/a.txt", "t", "./t/a.txt") == ["t/a.txt"]


def test_a_file_over_the_limit_is_named(site: Site) -> None:
    site.write("t/a.txt", "x" * 2000)
    (problem,) = discover(["t"], Wishes(max_size=1000))
    assert str(problem) == "t/a.txt: 2 kB are more than 1 kB, not checked; --max-size raises the limit."


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_back_is_named_once_and_everything_is_checked_once(site: Site) -> None:
    site.write("t/a.txt", "x")
    site.write("t/b/c.txt", "x")
    (site.folder / "t/b/back").symlink_to("..")
    (site.folder / "t/self").symlink_to(".")
    items = list(discover(["t"], Wishes()))
    assert [item.path for item in items if isinstance(item, Found)] == ["t/a.txt", "t/b/c.txt"]
    problems = [item for item in items if isinstance(item, Problem)]
    assert [str(item) for item in problems] == [
        "t/b/back: a link back to a folder above it, not followed.",
        "t/self: a link back to a folder above it, not followed.",
    ]
    assert not any(item.unchecked for item in problems)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_to_folders_are_followed_once_and_broken_links_named(site: Site) -> None:
    site.write("real/a.txt", "x")
    (site.folder / "t").mkdir()
    (site.folder / "t/one").symlink_to("../real")
    (site.folder / "t/two").symlink_to("../real")
    (site.folder / "t/gone.txt").symlink_to("nowhere.txt")
    (site.folder / "t/circle.txt").symlink_to("circle.txt")
    items = list(discover(["t"], Wishes()))
    assert [item.path for item in items if isinstance(item, Found)] == ["t/one/a.txt"]
    said = [str(item) for item in items if isinstance(item, Problem)]
    assert said[1] == "t/gone.txt: a link to nothing."
    assert said[0].startswith("t/circle.txt: ")
    assert Skipped("t/two", "met twice", True) in items
