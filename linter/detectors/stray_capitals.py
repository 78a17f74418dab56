"""stray-capital: a conjunction or an article that has a capital inside a sentence.

The translator saw the text of each link alone and began it like a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from linter.detectors.kind import Detector, Kind, Place, Setting, for_language, keys_of
from linter.facts import Facts
from linter.record import record
from linter.types import Confidence, Edit, Fix, Match, Passage, Safety, Span

_BEFORE = frozenset(",;)%")  # besides letters and digits: inside a sentence
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)[,;)%]?\s*$")
_NEXT_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]*)*")
_TITLE_SHARE, _TITLE_SHARE_OF_NOUNS = 0.5, 0.7  # of the longer words with a capital: a title or a menu
_NOUNS_HAVE_CAPITALS = "de"
_LONGER = 4  # letters
_CONTEXT = 100  # code points on each side that tell whether titles are written so here
_LEAST_SMALL = 3  # words in lower case in a sentence that holds no title
_NEAR = 40
_NETWORK = "X"
_NO_LETTER = "\N{OBJECT REPLACEMENT CHARACTER}"  # no word begins or ends with it


@record(kw_only=True)
class StrayCapital:
    """Parameters, all by language: ``words`` join words of any kind; ``openers`` count between two small words.

    ``after`` are small words before openers, ``verb_ends`` the ends of verbs before them: titles stand after other
    words. ``labels`` are words that take a letter (vitamin E): a one-letter word after them is a name.
    """

    words: dict[str, list[str]] = field(default_factory=dict)
    openers: dict[str, list[str]] = field(default_factory=dict)
    after: dict[str, list[str]] = field(default_factory=dict)
    verb_ends: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, list[str]] = field(default_factory=dict)


@record
class _Capitals:
    """The words of one language with the pattern that finds them."""

    pattern: re.Pattern[str]
    words: frozenset[str]
    after: frozenset[str]
    verb_ends: tuple[str, ...]
    labels: tuple[str, ...]
    takers: frozenset[str]
    share: float
    literals: tuple[str, ...] = ()
    line_keys: tuple[str, ...] = ()

    def matches(self, passage: Passage, facts: Facts, places: Sequence[Place]) -> Iterable[Match]:
        """Yield the words inside sentences that have a capital without reason."""
        del places, facts
        text = passage.text
        for found in self.pattern.finditer(text, passage.start, passage.end):
            at = found.start()
            if at > passage.start and (text[at - 1].isalnum() or text[at - 1] in _BEFORE):
                yield from self._judged(text, Span(at + 1, found.end() - 1))

    def _judged(self, text: str, span: Span) -> Iterator[Match]:
        line = _line_around(text, span)
        before = text[max(line.start, span.start - _NEAR) : span.start]
        last, following = _LAST_WORD.search(before), _NEXT_WORD.match(text, span.end + 1)
        if following is None or (last is None and not before.rstrip()[-1:].isdigit()):
            return
        previous, after = last[1] if last else "", following[0]
        word = text[span.start : span.end]
        confidence = self._confidence(word, previous, after, before, text[line.start : line.end])
        if confidence is None or _is_title(text, span, line, after, self.share):
            return
        fix = Fix((Edit(span, word.lower()),), Safety.UNSAFE, f"write “{word.lower()}”")
        yield Match(span, (fix,), confidence, (("found", word), ("right", word.lower())))

    def _confidence(self, word: str, previous: str, after: str, before: str, line: str) -> Confidence | None:
        small = word.lower()
        if small not in self.words:
            is_verb = len(previous) > _LONGER and previous.islower() and previous.endswith(self.verb_ends)
            is_opener = (previous in self.after or (is_verb and len(after) >= _LONGER)) and after.islower()
            is_acronym = before.endswith(", ") and after.isupper() and len(after) > 1
            return Confidence.MEDIUM if is_opener or is_acronym else None
        lower = previous.lower()
        if lower in self.takers and not before.rstrip().endswith(","):
            return None  # "an der Oder": a name
        if len(word) == 1 and (lower.startswith(self.labels) or f"{word})" in line or _is_listed(line, word)):
            return None
        if word == "I" and (previous[:1].isupper() or after.lower().startswith(self.labels)):
            return None  # a Roman numeral
        if previous[:1].isupper() and after[:1].isupper():
            return Confidence.MEDIUM if len(previous) > 1 and len(after) > 1 else None
        return Confidence.HIGH


def _line_around(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(text))


def _is_listed(line: str, letter: str) -> bool:
    """True if another single capital stands on the line: letters are names there (point A, point E)."""
    singles = [word for word in _WORD.findall(line)[1:] if len(word) == 1]
    others = (letter, "" if letter == "Y" else _NETWORK)
    return any(word.isupper() and word not in others for word in singles)


def _is_title(text: str, span: Span, line: Span, after: str, share: float) -> bool:
    """True if most of the words around have capitals, or if there are too few words to tell.

    A title goes on with a capital; only its small words have none.
    """
    around = text[max(line.start, span.start - _CONTEXT) : min(line.end, span.end + _CONTEXT)]
    words = _WORD.findall(around)
    longer = [word for word in words if len(word) >= _LONGER]
    capitals = sum(word[0].isupper() for word in longer)
    small = sum(word[0].islower() for word in words)
    if small < _LEAST_SMALL:
        return True
    return capitals > share * len(longer) and not (after.islower() and len(after) >= _LONGER)


def _build(params: StrayCapital, setting: Setting) -> Detector | None:
    words = for_language(params.words, setting.language)
    openers = for_language(params.openers, setting.language)
    if not words or setting.conventions is None:
        return None
    forms = [word[0].upper() + word[1:] for word in (*words, *openers)]
    small = setting.conventions
    return _Capitals(
        re.compile(rf" (?:{'|'.join(forms)}) "),
        frozenset(words),
        frozenset(for_language(params.after, setting.language)),
        for_language(params.verb_ends, setting.language) or (_NO_LETTER,),
        for_language(params.labels, setting.language) or (_NO_LETTER,),
        frozenset((*small.articles, *small.prepositions)),
        _TITLE_SHARE_OF_NOUNS if setting.language == _NOUNS_HAVE_CAPITALS else _TITLE_SHARE,
    )


STRAY_CAPITAL = Kind("stray-capital", StrayCapital, _build, keys_of("words"))
