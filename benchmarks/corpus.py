"""Build a corpus of natural text in many languages from the documentation packages of Debian.

    python benchmarks/corpus.py corpus.jsonl [--folder DEBS]

One JSON object a line: id, lang, text; about 120 MB in two dozen languages, shuffled with a fixed seed, so that
neighbours are in different languages. Needs apt-get and dpkg-deb (Debian, Ubuntu); writes nothing else but the
packages, in ``--folder`` (by default a temporary one). The texts are translated manuals under free licences
(debian-handbook: GPL-2+ or CC-BY-SA-3.0, libreoffice-help: MPL-2.0); they are measured, not redistributed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

HELP = ("de", "fr", "it", "es", "ja", "zh-cn", "zh-tw", "ru", "pl", "ko", "sv", "cs", "pt-br", "pt", "nl", "da", "el")
PACKAGES = ("debian-handbook", *(f"libreoffice-help-{language}" for language in (*HELP, "fi", "hu", "tr", "ca")))
SHORTEST = 200  # code points of a page that is kept
_INLINE = frozenset(("a", "abbr", "b", "bdo", "cite", "code", "em", "i", "kbd", "q", "s", "samp", "small", "span"))
_INLINE_TOO = frozenset(("strong", "sub", "sup", "tt", "u", "var", "wbr", "img", "input", "label", "font"))
_SILENT = frozenset(("script", "style", "nav", "header", "footer", "svg", "head"))


_SPACE = re.compile(r"\s+")


class Page(HTMLParser):
    """The text of a page, a line a block."""

    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            given = dict(attrs)
            self.language = given.get("lang") or given.get("xml:lang") or ""
        if tag in _SILENT:
            self._silent += 1
        elif tag not in _INLINE and tag not in _INLINE_TOO:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag not in _INLINE and tag not in _INLINE_TOO:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(_SPACE.sub(" ", data))

    def text(self) -> str:
        lines = (" ".join(line.split()) for line in "".join(self.parts).split("\n"))
        return "\n".join(filter(None, lines)) + "\n"


def main() -> None:
    """Download, extract, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        _download(folder)
        records = list(_records(folder))
    random.Random(1).shuffle(records)
    with options.output.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    size = sum(len(record["text"].encode()) for record in records) / 1e6
    languages = len({record["lang"] for record in records})
    print(f"{options.output}: {len(records)} records, {size:.1f} MB of text, {languages} languages")


def _download(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    there = {path.name.partition("_")[0] for path in folder.glob("*.deb")}
    missing = [package for package in PACKAGES if package not in there]
    if missing:
        subprocess.run(["apt-get", "download", "-q", *missing], cwd=folder, check=True)
    for package in sorted(folder.glob("*.deb")):
        subprocess.run(["dpkg-deb", "-x", package, folder / "files"], check=True)


def _records(folder: Path) -> Iterator[dict[str, str]]:
    seen: set[str] = set()
    for path in sorted((folder / "files").rglob("*.html")):
        page = Page()
        page.feed(path.read_text("utf-8", "replace"))
        text = page.text()
        if len(text) >= SHORTEST and text not in seen:
            seen.add(text)
            yield {"id": str(path.relative_to(folder / "files")), "lang": page.language, "text": text}


if __name__ == "__main__":
    main()
