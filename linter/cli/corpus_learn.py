"""``lint-corpus learn``: collects names into an evidence file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from linter.catalog.compiled import shipped
from linter.evidence import VERSION as EVIDENCE_VERSION
from linter.language.lexicon import lexicon
from linter.names.learning import learn, names_in
from linter.outcome import Problem
from linter.source.decode import decode
from linter.source.discover import Found, Wishes, discover
from linter.source.opening import open_document


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, patterns")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="the evidence file to write")
    parser.add_argument("--min-documents", type=int, default=2, metavar="N", help="default: %(default)s")
    parser.add_argument("--lang", metavar="CODE", help="the language of all documents (default: found for each)")


def run(options: argparse.Namespace) -> int:
    """Write the evidence file and return the exit code."""
    items = list(discover(options.paths, Wishes()))
    problems = [item for item in items if isinstance(item, Problem)]
    for problem in problems:
        print(f"lint-corpus: {problem.path}: {problem.message}", file=sys.stderr)
    files = [item for item in items if isinstance(item, Found)]

    def documents() -> Iterator[frozenset[str]]:
        return (_names(file, options.lang) for file in files)

    counts = learn(documents, at_least=options.min_documents)
    data = {"version": EVIDENCE_VERSION, "names": sorted(counts)}
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    options.output.write_text(text + "\n", encoding="utf-8", errors="surrogatepass")
    print(f"{len(counts)} names from {len(files)} documents: {options.output}")
    return 2 if problems else 0


def _names(file: Found, language: str | None) -> frozenset[str]:
    text = decode(Path(file.file).read_bytes()).text
    document = open_document(text, path=file.path, language=language)
    given = frozenset(row[0] for row in shipped().table("names/_given"))
    return names_in(document.view, given, lexicon(document.language), shipped().conventions(document.language))
