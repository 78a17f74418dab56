"""Documents of a collection as lists of lines, read one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from linter.corpus.recurring import Sheet
from linter.source.decode import decode
from linter.source.discover import Found
from linter.source.opening import open_document

HOST_KEYS = ("host", "domain", "site", "url", "source")  # where a record says what site it is from


def sheets(files: Iterable[Found], *, language: str | None) -> Iterator[Sheet]:
    """Yield the lines of each file. Raises SourceError for one that cannot be read."""
    for file in files:
        text = decode(Path(file.file).read_bytes()).text
        yield sheet_of(text, file.path, host=host_of_path(file.path), language=language)


def sheet_of(text: str, path: str, *, host: str, language: str | None) -> Sheet:
    """Return the lines of a text that are not blank; code, addresses and tags in them are masked."""
    document = open_document(text, path=path, language=language)
    lines = tuple(line.strip() for view in document.views for line in view.split("\n") if line.strip())
    return Sheet(host, document.language, lines)


def host_of_path(path: str) -> str:
    """Return the last folder that is named like a host (``example.org``), empty if there is none."""
    for part in reversed(PurePath(path).parts[:-1]):
        if looks_like_host(part):
            return part.lower()
    return ""


def looks_like_host(name: str) -> bool:
    """True for names such as ``example.org`` and ``news.example.co.uk``."""
    labels = name.split(".")
    return len(labels) > 1 and all(labels) and labels[-1].isalpha() and len(labels[-1]) > 1 and name.isprintable()
