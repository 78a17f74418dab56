"""``lint-corpus``: for those who keep many documents. ``learn`` collects names into an evidence file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from linter.catalog.compiled import shipped
from linter.errors import MtlintError
from linter.evidence import VERSION as EVIDENCE_VERSION
from linter.language.lexicon import lexicon
from linter.names.learning import learn, names_in
from linter.outcome import Problem
from linter.source.decode import decode
from linter.source.discover import Found, Wishes, discover
from linter.source.opening import open_document
from linter.version import VERSION

_ABOUT = "Tools for collections of documents. Exit 0: all well, 2: something could not be read."


def run() -> None:
    """Entry point of the command."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: list[str]) -> int:
    """Run one of the sub-commands and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    options = _parser().parse_args(arguments)
    try:
        return _learn(options)
    except MtlintError as error:
        print(f"lint-corpus: {error}", file=sys.stderr)
    except OSError as error:
        print(f"lint-corpus: {error.filename}: {error.strerror}.", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("lint-corpus", description=_ABOUT)
    parser.add_argument("--version", action="version", version=f"mtlint {VERSION}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    about = "collect names that several documents write the same way"
    command = commands.add_parser("learn", help=about, description=about)
    command.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, patterns")
    command.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="the evidence file to write")
    command.add_argument("--min-documents", type=int, default=2, metavar="N", help="default: %(default)s")
    command.add_argument("--lang", metavar="CODE", help="the language of all documents (default: found for each)")
    return parser


def _learn(options: argparse.Namespace) -> int:
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


if __name__ == "__main__":
    run()
