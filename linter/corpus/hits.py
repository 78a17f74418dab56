"""What was found in the texts of a corpus, as plain picklable data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from linter.corpus.plan import Place
from linter.counting import count_words
from linter.outcome import Problem
from linter.running.one import linter_for, opened, trouble
from linter.running.task import Task
from linter.score import DocumentScore, document_score
from linter.types import Document, Finding

CONTEXT = 80  # code points on each side of a hit


class Hit(NamedTuple):
    """A finding with what stands around it."""

    place: Place
    rule: str
    category: str
    language: str
    confidence: str
    message: str
    start: int
    end: int
    before: str
    text: str
    after: str


class CheckedText(NamedTuple):
    """A text that was checked. ``language`` is that of the text, a hit's that of its passage."""

    place: Place
    language: str
    score: DocumentScore
    hits: tuple[Hit, ...] = ()

    @property
    def words(self) -> int:
        return self.score.words

    def counts(self, by: str) -> Counter[str]:
        """Return how many hits there are by ``category``, ``rule`` or ``language``."""
        return Counter(getattr(hit, by) for hit in self.hits)


class CheckedPart(NamedTuple):
    """What checking a file, or a part of one, gave."""

    texts: tuple[CheckedText, ...] = ()
    problems: tuple[Problem, ...] = ()


def check_task(task: Task) -> CheckedPart:
    """Check a file; what goes wrong is told, never raised."""
    try:
        file = opened(task)
        checked = file.checked(linter_for(task.profile))
        return CheckedPart((checked_text(file.document, checked.findings, Place(task.path)),), file.problems)
    except Exception as error:
        problem = trouble(task, error)
        return CheckedPart(problems=(problem,) if problem else ())


def checked_text(document: Document, findings: Iterable[Finding], place: Place) -> CheckedText:
    """Return a text with its hits and its score."""
    found, text = tuple(findings), document.text
    if not found:
        return CheckedText(place, document.language, DocumentScore(0.0, count_words(text)))
    hits = tuple(_hit(finding, text, place) for finding in found)
    return CheckedText(place, document.language, document_score(found, text), hits)


def _hit(finding: Finding, text: str, place: Place) -> Hit:
    start, end = finding.span.start, finding.span.end
    return Hit(
        place,
        finding.rule_id,
        finding.category,
        finding.language,
        finding.confidence.name.lower(),
        finding.message,
        start,
        end,
        text[max(0, start - CONTEXT) : start],
        text[start:end],
        text[end : end + CONTEXT],
    )
