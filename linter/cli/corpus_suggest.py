"""``lint-corpus suggest``: proposes rule files for lines that recur in a collection."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from linter.cli.corpus_files import files_of
from linter.corpus.prose import Prose
from linter.corpus.recurring import Sheet, chosen, recurring
from linter.corpus.sheets import Collection
from linter.corpus.suggesting import FAMILY, proposals
from linter.errors import ConfigError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, patterns")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FOLDER", help="a folder of rules")
    parser.add_argument("--min-documents", type=int, default=5, metavar="N", help="default: %(default)s")
    parser.add_argument("--most", type=int, default=200, metavar="N", help="lines to propose (default: %(default)s)")
    parser.add_argument("--text-field", default="text", metavar="NAME", help="where records keep their text")
    parser.add_argument("--host-field", default="", metavar="NAME", help="where records say their host or address")
    parser.add_argument("--lang", metavar="CODE", help="the language of all documents (default: found for each)")


def run(options: argparse.Namespace) -> int:
    """Write the rule files and return the exit code. Raises ConfigError if a file is already there."""
    files, is_whole = files_of(options.paths)
    collection = Collection(files, options.lang, options.text_field, options.host_field)
    prose = Prose()

    def documents() -> Iterable[Sheet]:
        return prose.collect(collection.sheets())

    tallies = recurring(documents, at_least=options.min_documents)
    prose.drop(tallies)
    found = chosen(tallies, at_least=options.min_documents)
    written = proposals(found[: options.most], prose, documents=collection.documents)
    folder = options.output / FAMILY
    folder.mkdir(parents=True, exist_ok=True)
    for proposal in written:
        path = folder / f"{proposal.name}.yaml"
        if path.exists():
            raise ConfigError(f"{path}: is already there; take another folder or move it away.")
        path.write_text(proposal.text, "utf-8")
        print(f"{path}: {proposal.lines} lines")
    print(f"{len(found)} recurring lines in {collection.documents} documents.")
    print(f"Next: lint-rules test --rules {options.output}")
    if collection.left_out:
        print(f"lint-corpus: {collection.left_out} records without a text were left out.", file=sys.stderr)
    return 0 if is_whole else 2
