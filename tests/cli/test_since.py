"""Only findings on lines that changed since a git revision."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.site import Site

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(site: Site, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=site.folder, check=True, capture_output=True)


@pytest.fixture
def repository(site: Site) -> Site:
    """A repository with one commit."""
    site.write("t/a.txt", "kolour one\nfine\nkolour three\n")
    site.write("t/b.txt", "kolour\n")
    site.write("t/ünï cödé.txt", "fine\nkolour\n")
    git(site, "init", "-q", ".")
    git(site, "add", ".")
    git(site, "commit", "-qm", "first")
    return site


def places(site: Site, *arguments: str) -> list[tuple[object, object]]:
    return [(row["path"], row["line"]) for row in site.lint("t", *arguments, "--format", "jsonl").rows]


def test_nothing_changed_gives_nothing(repository: Site) -> None:
    ran = repository.lint("t", "--since", "HEAD")
    assert ran.code == 0
    assert "Skipped 3 unchanged since HEAD." in ran.out


def test_only_changed_lines_count(repository: Site) -> None:
    repository.write("t/a.txt", "kolour one\nfine\nkolour three\nkolour four\n")
    repository.write("t/ünï cödé.txt", "kolour\nkolour\n")
    assert places(repository, "--since", "HEAD") == [("t/a.txt", 4), ("t/ünï cödé.txt", 1)]
    assert "1 finding on unchanged lines" in repository.lint("t/ünï cödé.txt", "--since", "HEAD").out


def test_untracked_files_count_whole(repository: Site) -> None:
    repository.write("t/new.txt", "kolour\nkolour\n")
    assert places(repository, "--since", "HEAD") == [("t/new.txt", 1), ("t/new.txt", 2)]


def test_committed_changes_count_against_an_older_revision(repository: Site) -> None:
    repository.write("t/b.txt", "kolour\nkolour\n")
    git(repository, "commit", "-qam", "second")
    assert places(repository, "--since", "HEAD~1") == [("t/b.txt", 2)]
    assert places(repository, "--since", "HEAD") == []


def test_a_line_that_looks_like_the_head_of_a_diff_does_no_harm(repository: Site) -> None:
    repository.write("t/b.txt", "kolour\n++ b/t/a.txt\n@@ -1 +1 @@\nkolour\n")
    assert places(repository, "--since", "HEAD") == [("t/b.txt", 4)]


def test_fixes_touch_changed_lines_only(repository: Site) -> None:
    repository.write("t/a.txt", "kolour one\nkolour two\nkolour three\n")
    repository.lint("t", "--since", "HEAD", "--fix")
    assert repository.read("t/a.txt") == b"kolour one\ncolour two\nkolour three\n"
    assert repository.read("t/b.txt") == b"kolour\n"


def test_it_works_below_the_root_of_the_repository(repository: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write("t/b.txt", "kolour\nkolour\n")
    monkeypatch.chdir(repository.folder / "t")
    rows = repository.lint("b.txt", "--since", "HEAD", "--format", "jsonl").rows
    assert [row["line"] for row in rows] == [2]


def test_an_unknown_revision_is_one_clear_line(repository: Site) -> None:
    ran = repository.lint("t", "--since", "no-such-branch")
    assert ran.code == 2
    assert "there is no revision “no-such-branch” in the repository" in ran.err


def test_outside_a_repository_it_is_one_clear_line(site: Site) -> None:
    site.write("t/a.txt", "kolour\n")
    ran = site.lint("t", "--since", "HEAD")
    assert ran.code == 2
    assert "not a git repository" in ran.err
    assert ran.err.count("mtlint:") == 1
