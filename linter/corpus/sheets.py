"""Documents of a collection, read one after the other: files, and the records of record files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import NamedTuple
from urllib.parse import urlsplit

from linter.bulk.opening import open_records
from linter.bulk.records import Fields, Record
from linter.corpus.recurring import Sheet
from linter.source.decode import decode
from linter.source.discover import Found
from linter.source.opening import open_document
from linter.source.record_names import record_name


class Text(NamedTuple):
    """A document as it was read; ``host`` and ``language`` are empty where nobody says them."""

    path: str
    text: str
    host: str
    language: str = ""


@dataclass
class Collection:
    """Files with texts. ``host_field`` is where a record says its host or address.

    ``documents`` and ``left_out`` (records without a text) count the latest pass.
    """

    files: Sequence[Found]
    language: str | None = None
    text_field: str = "text"
    host_field: str = ""
    documents: int = field(default=0, init=False)
    left_out: int = field(default=0, init=False)

    def texts(self) -> Iterator[Text]:
        """Yield the documents. Raises SourceError for a file that cannot be read."""
        self.documents = self.left_out = 0
        for file in self.files:
            if record_name(file.path) is None:
                self.documents += 1
                yield Text(file.path, decode(Path(file.file).read_bytes()).text, host_of_path(file.path))
            else:
                yield from self._records(file)

    def _records(self, file: Found) -> Iterator[Text]:
        records = open_records(file.file, Fields(self.text_field, self.host_field or "id"), name=file.path)
        for batch in records.batches():
            for record in records.records(batch):
                if record.text is None:
                    self.left_out += 1
                else:
                    self.documents += 1
                    yield Text(file.path, record.text, self._host(record), record.language or "")

    def _host(self, record: Record) -> str:
        return host_of(record.ref.id) if self.host_field else ""

    def sheets(self) -> Iterator[Sheet]:
        """Yield the lines of each document that are not blank; code, addresses and tags in them are masked."""
        for each in self.texts():
            document = open_document(each.text, path=each.path, language=self.language or each.language or None)
            lines = tuple(line.strip() for view in document.views for line in view.split("\n") if line.strip())
            yield Sheet(each.host, document.language, lines)


def host_of(value: str) -> str:
    """Return the host of an address, or the value itself where it looks like one."""
    try:
        host = (urlsplit(value).hostname if "://" in value else value) or ""
    except ValueError:  # an address with a broken port or bracket
        return ""
    return host.lower() if looks_like_host(host) else ""


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
