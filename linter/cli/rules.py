"""``lint-rules``: for those who write rules."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from linter.authoring.cards import CLEAN, SETS
from linter.catalog.compiled import shelf, shipped
from linter.cli.subcommands import carry_out, parser_of
from linter.errors import ConfigError, SourceError
from linter.rule import Profile, Rule
from linter.types import Confidence

if TYPE_CHECKING:
    from linter.authoring.trial import Hit, Trial

_ABOUT = "Write, test and try rules. Exit 0: all well, 1: something was found, 2: error."


def run() -> None:
    """Entry point of the command."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: list[str]) -> int:
    """Run one of the sub-commands and return the exit code."""
    return carry_out("lint-rules", _parser(), arguments)


def _parser() -> argparse.ArgumentParser:
    parser, commands = parser_of("lint-rules", _ABOUT)

    def add(name: str, about: str, command: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        each = commands.add_parser(name, help=about, description=about)
        each.set_defaults(command=command)
        each.add_argument("--rules", type=Path, metavar="FOLDER", help="a folder of your own rules")
        return each

    new = add("new", "write a template for a new rule", _new)
    new.add_argument("rule", metavar="FAMILY.NAME")
    new.add_argument("--kind", default="existence", help="default: %(default)s; docs/kinds.md lists them")
    test = add("test", "check the examples of rules", _test)
    test.add_argument("names", nargs="*", metavar="RULE", help="ids or families; all rules if none is given")
    trial = add("try", "show what rules find on texts, the most different contexts first", _try)
    trial.add_argument("names", nargs="+", metavar="RULE", help="ids, families or categories")
    trial.add_argument("--on", nargs="+", required=True, type=Path, metavar="PATH")
    trial.add_argument("--lang", help="the language of the texts; found out if not given")
    trial.add_argument("-n", type=int, default=20, metavar="N", help="hits to show (default: %(default)s)")
    diff = add("diff", "show hits gained and lost against the committed rules", _diff)
    diff.add_argument("--on", nargs="+", required=True, type=Path, metavar="PATH")
    diff.add_argument("--against", default="HEAD", metavar="REV", help="default: %(default)s")
    add("list", "list the rules, one a line", _list)
    explain = add("explain", "print the page of a rule", _explain)
    explain.add_argument("names", nargs="+", metavar="RULE")
    cards = add("cards", "count words and hits on texts for the precision cards of rules", _cards)
    cards.add_argument("names", nargs="*", metavar="RULE", help="ids, families or categories; all if none is given")
    cards.add_argument("--on", nargs="+", required=True, type=Path, metavar="PATH", help="texts, clean or damaged")
    cards.add_argument("--set", choices=SETS, default=CLEAN, help="what the texts are (default: %(default)s)")
    cards.add_argument("--sample", type=Path, metavar="FILE", help="write findings to be judged, and nothing else")
    cards.add_argument(
        "--most", type=int, default=60, metavar="N", help="findings of a rule to judge (default: %(default)s)"
    )
    cards.add_argument("--verdicts", type=Path, metavar="FILE", help="the sample, with true or false for each finding")
    docs = add("docs", "write docs/rules/, docs/kinds.md and the JSON Schema for editors", _docs)
    docs.add_argument("--docs", type=Path, default=Path("docs"), metavar="FOLDER")
    docs.add_argument("--check", action="store_true", help="write nothing; exit 1 if something is out of date")
    return parser


def _rules(options: argparse.Namespace) -> tuple[Rule, ...]:
    """Return the user's rules if a folder is given, else the shipped ones; name broken files."""
    chosen = shelf(options.rules.resolve()) if options.rules else shipped()
    for problem in chosen.problems:
        print(problem, file=sys.stderr)
    if chosen.problems:
        raise ConfigError(f"{len(chosen.problems)} faults in rule files")
    rules: tuple[Rule, ...] = chosen.whole_rules
    return rules


def _named(options: argparse.Namespace) -> tuple[Rule, ...]:
    rules = _rules(options)
    found = tuple(rule for rule in rules if not options.names or {rule.id, rule.family} & set(options.names))
    missing = {name for name in options.names if not any(name in (rule.id, rule.family) for rule in rules)}
    if missing:
        raise ConfigError(f"no rule or family is named {', '.join(sorted(missing))}")
    return found


def _folders(options: argparse.Namespace) -> tuple[str, ...]:
    return (str(options.rules.resolve()),) if options.rules else ()


def _new(options: argparse.Namespace) -> int:
    from linter.authoring.template import new_rule  # noqa: PLC0415  only this command needs it
    from linter.resources import rules_folder  # noqa: PLC0415  only this command needs it

    path = new_rule(options.rule, options.kind, options.rules or rules_folder())
    print(f"{path} is written. Fill it in, then: lint-rules test {options.rule}")
    return 0


def _test(options: argparse.Namespace) -> int:
    from linter.examples import outcomes, shape_faults  # noqa: PLC0415  only this command needs it

    seeds = Path("seeds") if Path("seeds").is_dir() else None
    count = faults = 0
    for rule in _named(options):
        for fault in shape_faults(rule):
            faults += 1
            print(f"{rule.id}: {fault}")
        for outcome in outcomes(rule, folders=_folders(options), seeds=seeds):
            count += 1
            for fault in outcome.faults:
                faults += 1
                print(f"{outcome.name}: {fault}")
    print(f"{count} examples, {faults} faults")
    return 1 if faults else 0


def _try(options: argparse.Namespace) -> int:
    from linter.api import Linter  # noqa: PLC0415  only this command needs it
    from linter.authoring.trial import most_different, try_rules  # noqa: PLC0415  only this command needs it

    profile = Profile(select=tuple(options.names), rule_folders=_folders(options), min_confidence=Confidence.LOW)
    trial = try_rules(Linter(profile), _texts(options.on), lang=options.lang)
    _summary(trial)
    for hit in most_different(trial.hits, options.n):
        print(_line(hit))
    return 1 if trial.hits else 0


def _summary(trial: Trial) -> None:
    print(
        f"{len(trial.hits)} hits in {trial.documents} documents, {trial.words} words: {trial.rate:.2f} per 10,000 words"
    )


def _line(hit: Hit) -> str:
    return f"{hit.finding.path}: {hit.finding.rule_id}: {hit.before}⟦{hit.found}⟧{hit.after}"


def _diff(options: argparse.Namespace) -> int:
    from linter.authoring.committed import compare  # noqa: PLC0415  only this command needs it
    from linter.resources import rules_folder  # noqa: PLC0415  only this command needs it

    folder = options.rules.resolve() if options.rules else rules_folder()
    lost, gained = compare(folder, options.against, list(_texts(options.on)))
    for sign, hits in (("-", lost), ("+", gained)):
        for hit in hits:
            print(f"{sign} {_line(hit)}")
    print(f"{len(gained)} hits gained, {len(lost)} lost against {options.against}")
    return 1 if lost or gained else 0


def _list(options: argparse.Namespace) -> int:
    for rule in _rules(options):
        fix = rule.fix.name.lower() if rule.fix else "-"
        languages = "all" if "*" in rule.languages else " ".join(rule.languages)
        print(f"{rule.id:36} {rule.category:22} {rule.severity.name.lower():8} {fix:8} {languages}")
    return 0


def _explain(options: argparse.Namespace) -> int:
    from linter.authoring.cards import read_figures  # noqa: PLC0415  only this command needs it
    from linter.authoring.pages import rule_page  # noqa: PLC0415  only this command needs it

    figures = read_figures(_figures(options))
    for rule in _named(options):
        print(rule_page(rule, figures))
    return 0


def _figures(options: argparse.Namespace) -> Path:
    """Return the file with the figures of the precision cards."""
    from linter.authoring.cards import figures_file  # noqa: PLC0415  only this command needs it

    return figures_file(options.rules)


def _cards(options: argparse.Namespace) -> int:
    from linter.api import Linter  # noqa: PLC0415  only this command needs it
    from linter.authoring.cards import read_figures, write_figures  # noqa: PLC0415  only this command needs it
    from linter.authoring.judging import judged, read_texts, read_verdicts, sample, write_sheet  # noqa: PLC0415  only this command needs it

    linter = Linter(Profile(select=tuple(options.names), rule_folders=_folders(options)))
    read = read_texts(linter, _texts(options.on))
    if options.sample:
        count = write_sheet(sample(read.hits, options.most), options.sample)
        print(f"{options.sample}: {count} of {len(read.hits)} findings to judge")
        return 0
    verdicts = read_verdicts(options.verdicts) if options.verdicts else {}
    path = _figures(options)
    figures = read_figures(path)
    ids = [rule.id for rule in linter.ruleset.rules]
    figures.replace(options.set, read.words, judged(read, verdicts, ids), ids)
    write_figures(figures, path)
    print(f"{path}: {len(read.hits)} findings of {len(ids)} rules in {sum(read.words.values())} words")
    return 0


def _docs(options: argparse.Namespace) -> int:
    from linter.authoring.pages import stale_pages, write_pages  # noqa: PLC0415  only this command needs it

    rules = _rules(options)
    if options.check:
        stale = stale_pages(rules, options.docs)
        for name in stale:
            print(f"{options.docs / name} is out of date; run: lint-rules docs")
        return 1 if stale else 0
    changed = write_pages(rules, options.docs)
    print(textwrap.shorten(f"written: {', '.join(changed) or 'nothing, all is up to date'}", 300))
    return 0


def _texts(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield path and text of the files below the paths; what cannot be read is named and left out."""
    from linter.source.decode import decode  # noqa: PLC0415  only this command needs it

    for path in paths:
        if not path.exists():
            raise SourceError(f"{path}: no such file or folder")
        for file in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
            if file.is_file():
                try:
                    yield str(file), decode(file.read_bytes()).text
                except (SourceError, OSError) as error:
                    print(f"lint-rules: {file}: {error}", file=sys.stderr)
