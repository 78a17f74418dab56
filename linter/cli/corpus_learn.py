"""``lint-corpus learn``: collects names and recurring lines into an evidence file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from linter.catalog.compiled import shipped
from linter.cli.corpus_files import files_of
from linter.corpus.recurring import chosen, recurring
from linter.corpus.sheets import Collection, Text
from linter.corpus.suggesting import is_fit, unknown_to_rules
from linter.evidence import VERSION as EVIDENCE_VERSION
from linter.language.lexicon import lexicon
from linter.names.learning import learn, names_in
from linter.source.opening import open_document


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, patterns")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="the evidence file to write")
    parser.add_argument("--min-documents", type=int, default=2, metavar="N", help="default: %(default)s")
    about = "documents that a line recurs in (default: %(default)s; 0: learn no lines)"
    parser.add_argument("--min-line-documents", type=int, default=5, metavar="N", help=about)
    parser.add_argument("--text-field", default="text", metavar="NAME", help="where records keep their text")
    parser.add_argument("--lang", metavar="CODE", help="the language of all documents (default: found for each)")


def run(options: argparse.Namespace) -> int:
    """Write the evidence file and return the exit code."""
    files, is_whole = files_of(options.paths)

    collection = Collection(files, options.lang, options.text_field)

    def documents() -> Iterator[frozenset[str]]:
        return (_names(text, options.lang) for text in collection.texts())

    counts = learn(documents, at_least=options.min_documents)
    lines = _lines(collection, options) if options.min_line_documents else []
    data = {"version": EVIDENCE_VERSION, "names": sorted(counts), "lines": lines}
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    options.output.write_text(text + "\n", encoding="utf-8", errors="surrogatepass")
    print(f"{len(counts)} names and {len(lines)} lines from {collection.documents} documents: {options.output}")
    if collection.left_out:
        print(f"lint-corpus: {collection.left_out} records without a text were left out.", file=sys.stderr)
    return 0 if is_whole else 2


def _lines(collection: Collection, options: argparse.Namespace) -> list[str]:
    """Return the lines that recur, but for labels before changing text, and what the shipped rules find anyway."""
    least = options.min_line_documents
    tallies = chosen(recurring(collection.sheets, at_least=least), at_least=least)
    return sorted(each.shape for each in unknown_to_rules(tallies) if is_fit(each) and "{any}" not in each.shape)


def _names(text: Text, language: str | None) -> frozenset[str]:
    document = open_document(text.text, path=text.path, language=language or text.language or None)
    given = frozenset(row[0] for row in shipped().table("names/_given"))
    return names_in(
        "\n\n".join(document.views), given, lexicon(document.language), shipped().conventions(document.language)
    )
