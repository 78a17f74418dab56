"""The options for record files."""

from __future__ import annotations

import argparse


def add_fields(group: argparse._ArgumentGroup) -> None:
    """Add the options that say how records are read."""
    group.add_argument("--text-field", metavar="FIELD", help="where the text is (default: text); a.b leads into a")
    group.add_argument("--id-field", metavar="FIELD", help="where the id is (default: id)")
    group.add_argument("--lang-field", metavar="FIELD", help="where the language is (default: found from the text)")
    group.add_argument("--records", metavar="FORMAT", help="the format of - and of files whose suffix does not say")


def add_records(group: argparse._ArgumentGroup) -> None:
    """Add the options of `lint` for record files."""
    add_fields(group)
    group.add_argument("--annotate", metavar="FIELD", help="write the findings of each record into this field")
    group.add_argument(
        "--drop-if",
        action="append",
        metavar="BUDGET",
        help="leave out records: 'boilerplate>=3' findings of a rule, family, category or all, or '>=20%%' of the text",
    )
    group.add_argument("--dropped", metavar="FILE", help="where dropped records and reasons go")
    group.add_argument("--ledger", metavar="FILE", help="write counts and samples by rule and language (JSON)")
    group.add_argument("--seed", type=int, default=0, metavar="N", help="which samples (default: 0)")
    group.add_argument("--resume", action="store_true", help="go on where a run that was killed stopped writing")
    group.add_argument(
        "--max-expansion", type=int, metavar="N", help="how many times its size a packed file may have (default: 250)"
    )
