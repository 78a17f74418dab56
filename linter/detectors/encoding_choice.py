"""Which of several readings of a misread text is right, place by place."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from linter.detectors.encoding_codecs import Misreading, misreadings
from linter.detectors.encoding_controls import CONTROLS, controls
from linter.detectors.encoding_decode import COMMON, Grade, Run, is_mixed, runs
from linter.detectors.encoding_kinds import EAST, WESTERN, kind_of
from linter.detectors.encoding_words import is_inside_word
from linter.facts import Facts

_LATIN_9 = re.compile("[ŠšŽžŒœŸ€]")
_MARKS = "«»“”‘’„‚…–—·"
FARTHEST = 1000  # code points between two runs that bear each other out
FEWEST_ON_LINE = 3  # sure runs that a likely one which is a word of its own needs near it


def best(text: str, facts: Facts, alphabet: str = "") -> list[Run]:
    """Return the misread runs of a text, sorted and disjoint; of two readings of one place the surer stays.

    ``alphabet`` holds the letters outside ASCII that the text's language uses.
    """
    readings = [reading(text, each) for each in misreadings() if each.may_stand_in(facts)]
    if not readings and facts.signs.isdisjoint(CONTROLS):
        return []
    letters = Letters(facts.unplain, alphabet)
    taken: list[Run] = []
    for found in sorted(readings, key=len, reverse=True):
        taken = merged(taken, found, letters)
    taken = [doubtful(text, run, letters) for run in taken]
    return merged(taken, controls(text, facts, taken), letters)


def reading(text: str, misreading: Misreading) -> list[Run]:
    """Return the runs that can be trusted, none if another encoding than this one must have been at work."""
    found = trusted(text, list(runs(text, misreading, 0, len(text))))
    sources = [text[run.start : run.end] for run in found]
    if misreading.codec == "cp1252":  # together with Latin-1, which leaves all C1 controls
        mixed = misreading.contradicts(sources) and any(map(_LATIN_9.search, sources))
        return [
            replace(run, rival="?") if mixed and _LATIN_9.search(source) else run
            for run, source in zip(found, sources, strict=True)
        ]
    return [] if misreading.contradicts(sources) else found


class Letters:
    """Which letters a text and its language use."""

    def __init__(self, text: str, alphabet: str) -> None:
        self._text = text
        self._known = dict.fromkeys(alphabet + alphabet.upper(), True)

    def share(self, run: Run) -> float:
        """Return the share of a run's characters that its language has or that stand elsewhere in the text."""
        return sum(map(self._has, run.right)) / len(run.right)

    def has_all(self, run: Run) -> bool:
        """True if the language or the text has all letters of a run."""
        return all(map(self._has, filter(str.isalpha, run.right)))

    def _has(self, char: str) -> bool:
        if char not in self._known:
            self._known[char] = char in self._text
        return self._known[char]


def doubtful(text: str, run: Run, letters: Letters) -> Run:
    """Mark a run that was not understood as a whole, or whose letters are strange here."""
    before, after = text[max(0, run.start - 1) : run.start], text[run.end : run.end + 1]
    if (
        _is_left_over(before, run)
        or _is_left_over(after, run)
        or is_mixed(before + run.right + after)
        or ("latin" in run.kinds and run.kinds & EAST - {"punct"})
        or (_LATIN_9.search(text, run.start, run.end) and "latin" in run.kinds and not letters.has_all(run))
    ):
        return replace(run, rival=run.rival or "?")
    return run


def _is_left_over(char: str, run: Run) -> bool:
    """True if a character beside a run may belong to what was misread."""
    if char.isascii() or char.isspace() or (char in _MARKS and not _is_lone(run)):
        return False
    kind = kind_of(char)
    return kind not in run.kinds - WESTERN and not (char >= "\u3000" and kind in EAST and run.kinds & EAST)


def _is_lone(run: Run) -> bool:
    """True for one letter of another script: a mark that touches it may be half of the next one."""
    return len(run.right) == 1 and not run.kinds <= WESTERN and "emoji" not in run.kinds


def trusted(text: str, found: list[Run]) -> list[Run]:
    """Return the sure runs, and those likely ones that stand in a word with a sure one of the same script.

    A likely one that is a word of its own, or a common letter, needs three sure ones on its line.
    """
    sure = [run for run in found if run.grade is Grade.SURE]
    if len(sure) == len(found):
        return sure
    starts = [run.start for run in sure]
    return [run for run in found if run.grade is Grade.SURE or _is_carried(text, run, sure, starts)]


def _is_carried(text: str, run: Run, sure: list[Run], starts: list[int]) -> bool:
    at = bisect_left(starts, run.start)
    near = [each for each in sure[max(0, at - 3) : at + 3] if _alike(each, run)]
    if any(is_inside_word(text, *_gap(each, run)) for each in near):
        return True
    if not (run.kinds <= WESTERN and COMMON.fullmatch(run.right)) and not _stands_alone(text, run):
        return False
    return sum(_on_one_line(text, *_gap(each, run)) for each in near) >= FEWEST_ON_LINE


def _stands_alone(text: str, run: Run) -> bool:
    return not text[run.start - 1 : run.start].isalpha() and not text[run.end : run.end + 1].isalpha()


def _on_one_line(text: str, start: int, end: int) -> bool:
    return end - start <= FARTHEST and "\n" not in text[start:end]


def _alike(one: Run, other: Run) -> bool:
    return bool(one.kinds & other.kinds) or (one.kinds <= WESTERN and other.kinds <= WESTERN)


def _gap(one: Run, other: Run) -> tuple[int, int]:
    first, second = sorted((one, other), key=lambda run: run.start)
    return first.end, second.start


def merged(kept: list[Run], more: list[Run], letters: Letters) -> list[Run]:
    """Join two lists of runs; where two overlap the surer, then the longer, then the one of usual letters stays."""
    if not kept or not more:
        return kept or more
    result: list[Run] = []
    for run in sorted([*kept, *more], key=lambda each: each.start):
        last = result[-1] if result else None
        if last is None or run.start >= last.end:
            result.append(run)
        else:
            result[-1] = _winner(last, run, letters)
    return result


def _winner(one: Run, other: Run, letters: Letters) -> Run:
    first, second = ((run.grade, run.end - run.start, letters.share(run)) for run in (one, other))
    if one.right == other.right or first != second:
        return one if first >= second else other
    return replace(one, rival=other.right)
