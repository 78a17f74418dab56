"""mojibake: characters that were read in the wrong encoding, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from linter.detectors.encoding_codecs import may_be_misread
from linter.detectors.encoding_quoted import Topic, is_quoted
from linter.detectors.encoding_words import is_inside_word, word_around
from linter.detectors.kind import Detector, Kind, Place, Reach, Setting
from linter.facts import Facts
from linter.record import record
from linter.signs import ANY_INVISIBLE, ANY_MISREAD, MISREAD, MISREAD_LETTERS
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety, Span

if TYPE_CHECKING:
    from linter.detectors.encoding_decode import Run


@record(kw_only=True)
class Mojibake:
    """Parameters: words (patterns) of texts about encodings, which may show mojibake as an example, and the
    letters outside ASCII of each language, which settle what a run was when two encodings are possible.
    """

    topic: list[str] = field(default_factory=list)
    letters: dict[str, str] = field(default_factory=dict)


@record
class MojibakeDetector:
    """Finds runs that are UTF-8 in disguise and gives them back their characters."""

    topic: tuple[str, ...]
    letters: dict[str, str]
    signs: tuple[str, ...] = (ANY_INVISIBLE, ANY_MISREAD, *MISREAD, *MISREAD_LETTERS)
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield one match for each word that was misread, in order."""
        del places
        if ANY_INVISIBLE not in facts.signs and not may_be_misread(facts):
            return
        from linter.detectors.encoding_choice import best  # noqa: PLC0415 (its tables cost a start 10 ms)

        found = best(passage.text, facts, self.letters.get(passage.language, ""))
        if not found:
            return
        topic = Topic(self.topic)
        for word in _words(passage.text, found):
            match = _match(passage.text, word, topic)
            if match:
                yield match


def _words(text: str, found: list[Run]) -> Iterator[list[Run]]:
    """Group runs of one word."""
    word: list[Run] = []
    for run in found:
        if word and not is_inside_word(text, word[-1].end, run.start):
            yield word
            word = []
        word.append(run)
    if word:
        yield word


def _match(text: str, word: list[Run], topic: Topic) -> Match | None:
    start, end = word[0].start, word[-1].end
    about = topic.is_near(text, start, end)
    if about and is_quoted(text, start, end):
        return None
    span = word_around(text, start, end)
    edits = tuple(Edit(Span(run.start, run.end), run.right) for run in word)
    right = _right(text, span, word)
    doubtful = about or any(run.rival for run in word) or _is_contradicted(text[span.start : span.end], right)
    safety = Safety.SUGGEST if doubtful else Safety.SAFE
    return Match(
        span,
        (Fix(edits, safety, f"write “{right}”"),),
        Confidence.MEDIUM if about else Confidence.HIGH,
        values=(("found", text[span.start : span.end]), ("right", right), ("encoding", word[0].misreading)),
    )


def _is_contradicted(word: str, right: str) -> bool:
    from linter.detectors.encoding_opinion import contradicts  # noqa: PLC0415 (importing ftfy takes 100 ms)

    return contradicts(word, right)


def _right(text: str, span: Span, word: list[Run]) -> str:
    parts, at = [], span.start
    for run in word:
        parts += [text[at : run.start], run.right]
        at = run.end
    return "".join((*parts, text[at : span.end]))


def _build(params: Mojibake, setting: Setting) -> Detector | None:
    del setting
    return MojibakeDetector(tuple(params.topic), params.letters)


MOJIBAKE = Kind("mojibake", Mojibake, _build, reach=Reach.DOCUMENT)
