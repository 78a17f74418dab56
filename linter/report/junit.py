"""JUnit's XML: a suite for each file, a failed case for each finding, an error for each problem."""

from __future__ import annotations

import re

from linter.outcome import Located, Outcome, Summary
from linter.report import Setup, Write

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\n": "&#10;",
    "\r": "&#13;",
    "\t": "&#9;",
}


class JunitReport:
    """Writes XML that is valid for any text: what XML cannot hold is spelled out."""

    def __init__(self, write: Write, setup: Setup) -> None:
        self.write = write
        del setup
        write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="mtlint">\n')

    def file(self, outcome: Outcome) -> None:
        """Write the suite of a file; a clean file is one case that passed. Parts with findings are suites too."""
        if not outcome.checked or (outcome.is_part and not outcome.findings):
            return
        name, number = _escaped(outcome.path), len(outcome.findings)
        self.write(f'<testsuite name="{name}" tests="{max(1, number)}" failures="{number}" errors="0">\n')
        if not number:
            self.write(f'<testcase name="{name}" classname="mtlint"/>\n')
        for located in outcome.findings:
            self.write(_case(located))
        self.write("</testsuite>\n")

    def finish(self, summary: Summary) -> None:
        """Write the suite of the problems and close the document."""
        problems = [problem for problem in summary.problems if problem.unchecked]
        if problems:
            number = len(problems)
            self.write(f'<testsuite name="problems" tests="{number}" failures="0" errors="{number}">\n')
        for problem in problems:
            name, text = _escaped(problem.path or "mtlint"), _escaped(problem.message)
            self.write(f'<testcase name="{name}" classname="mtlint"><error message="{text}"/></testcase>\n')
        self.write(("</testsuite>\n" if problems else "") + "</testsuites>\n")


def _case(located: Located) -> str:
    finding, region = located.finding, located.region
    record = located.record
    place = finding.path if record is None else f"{finding.path}:{record.number}{f' ({record.id})' * bool(record.id)}"
    place += f":{region.line}:{region.column}"
    body = f"{place}: {finding.message}\n{located.excerpt.before}[{located.excerpt.marked}]{located.excerpt.after}"
    return (
        f'<testcase name="{_escaped(place)} {finding.rule_id}" classname="{finding.rule_id}">'
        f'<failure type="{finding.rule_id}" message="{_escaped(finding.message)}">{_escaped(body)}</failure>'
        "</testcase>\n"
    )


def _escaped(text: str) -> str:
    """Return text for XML, in ASCII; what XML cannot hold as Python writes it."""
    text = _NOT_XML.sub(lambda found: found[0].encode("unicode_escape", "surrogatepass").decode(), text)
    text = "".join(_ENTITIES.get(char, char) for char in text)
    return text.encode("ascii", "xmlcharrefreplace").decode()
