"""Which file names stand for which container. Nothing else: every start reads it."""

from __future__ import annotations

PLAIN = "plain"
SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".mdx": "mdx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".srt": "srt",
    ".vtt": "vtt",
    ".po": "po",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".tmx": "tmx",
    ".json": "json",
    ".arb": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
}
IN_PARTS = frozenset({"html", "srt", "vtt", "po", "xliff", "tmx", "json", "yaml"})  # read by linter.source.parts
APART = "attribute"  # what stands in a page, but not in its running text, is a container of its own
RUNNING = frozenset({"html", "srt", "vtt"})  # of these the parts make up one text
DATA_SUFFIXES = frozenset({".json", ".yaml", ".yml"})  # prose only where the name says so; see locale_files


def suffix_of(path: str) -> str:
    """Return the suffix of a path in lower case, with its dot; empty if there is none."""
    name = path[path.rfind("/") + 1 :]
    at = name.rfind(".")
    return name[at:].lower() if at > 0 else ""


def container_of(path: str) -> str:
    """Return the name of the container for a path: ``plain`` for what is none."""
    return SUFFIXES.get(suffix_of(path), PLAIN)
