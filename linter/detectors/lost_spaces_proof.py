"""What the document adds for or against a split: the pair elsewhere, the name elsewhere, what stands around."""

from __future__ import annotations

from collections.abc import Iterator

from linter.detectors.lost_spaces_parts import Part
from linter.detectors.lost_spaces_split import Split, Splitter
from linter.facts import lowered
from linter.types import Evidence, Passage, Span

_SAME_PAIR = 3.4
_SAME_NAME = 4.5  # the first name and the name stand together elsewhere
_NAMES_INFLECT = frozenset(("cs", "fi", "pl", "ru", "uk"))
_ENDINGS = frozenset(("en", "er", "es", "in"))
_CAPITAL, _NEW_CAPITAL, _FUNCTION_CAPITAL = 0.7, -2.2, -2.9
_LONG_NAME, _LONG_NAME_KNOWN = 5, 1.5  # letters; points
MOST_ELSE = _CAPITAL + _LONG_NAME_KNOWN  # points that the document may add without the name or the pair
_MARK_AFTER, _MARK_AFTER_OPENER = -0.5, -2.2
_QUOTED = -1.5  # a word in quotation marks or brackets is a term
_BEFORE_NAME = -1.5
_QUOTES = frozenset("\"'“”„‘’«»()[]")
_SENTENCE_SIGNS = frozenset('.!?…:"“„«»”‘’(–—-•*\n')
_NEAR = 20  # code points
_OPENERS = frozenset('"“„«‘(')
_NOUNS_HAVE_CAPITALS = "de"


def proof_of(split: Split, span: Span, part: Part, splitter: Splitter) -> tuple[float, tuple[Evidence, ...]] | None:
    """Return the points that the document adds and its evidence; None if it does not show the name."""
    passage, text = part.passage, part.passage.text
    evidence = []
    points = _mark_after(text, span.end, split.right, splitter) + _capital(split, span, passage, splitter)
    if text[span.start - 1 : span.start] in _QUOTES and text[span.end : span.end + 1] in _QUOTES:
        points += _QUOTED
    if split.name is not None:
        place = _elsewhere(text, split.name, span)
        if place is None:
            return None
        first_name = text[max(0, span.start - _NEAR) : span.start].rpartition(" ")[0].rpartition(" ")[2]
        full = _elsewhere(text, f"{first_name} {split.name}", span) if first_name[:1].isupper() else None
        if full is not None and split.name == split.left and _is_no_ending(split.right, splitter):
            points += _SAME_NAME
        evidence.append(Evidence(f"“{split.name}” stands alone here.", full or place))
    pair = _elsewhere(part.lower, lowered(f"{split.left} {split.right}"), span)
    if pair is not None:
        points += _SAME_PAIR
        evidence.append(Evidence(f"“{split.left} {split.right}” stands here with its space.", pair))
    return points, tuple(evidence)


def _is_no_ending(word: str, splitter: Splitter) -> bool:
    """True if the word is too long to be an ending of names, such as "a" in Polish."""
    inflects = splitter.lexicon.language in _NAMES_INFLECT
    return len(word) > (3 if inflects else 1) and word not in _ENDINGS


def alone(text: str, word: str) -> Iterator[Span]:
    """Yield where the word stands as a word of its own."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield Span(at, end)
        at = text.find(word, end)


def _elsewhere(text: str, word: str, span: Span) -> Span | None:
    """Return the first place outside ``span`` where the word stands alone."""
    return next((place for place in alone(text, word) if not span.start <= place.start < span.end), None)


def _mark_after(text: str, end: int, right: str, splitter: Splitter) -> float:
    """Less where a mark or the end of the line follows: an article, preposition or conjunction wants a word."""
    after = text[end : end + 2]
    if len(after) == 2 and after[0] in " \N{NO-BREAK SPACE}" and (after[1].isalnum() or after[1] in _OPENERS):
        return 0
    return _MARK_AFTER + (_MARK_AFTER_OPENER if splitter.is_phrase_opener(right) else 0)


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - _NEAR) : at].rstrip(" \N{NO-BREAK SPACE}")
    is_initial = before.endswith(".") and before[-2:-1].isupper() and not before[-3:-2].isalpha()
    return not is_initial and (not before or before[-1] in _SENTENCE_SIGNS)


def _capital(split: Split, span: Span, passage: Passage, splitter: Splitter) -> float:
    """Less where a capital inside a sentence says that the word is a name."""
    text = passage.text
    if not split.left[0].isupper():
        return 0
    if _begins_sentence(text, span.start):
        return 0
    if splitter.is_function(split.left):
        return _FUNCTION_CAPITAL
    if splitter.lexicon.language == _NOUNS_HAVE_CAPITALS:
        return 0
    is_known = split.name is not None or _elsewhere(text, split.left, span) is not None
    if is_known:
        inflects = splitter.lexicon.language in _NAMES_INFLECT
        is_sure = not inflects and len(split.left) >= _LONG_NAME and _is_no_ending(split.right, splitter)
        return _CAPITAL + (_LONG_NAME_KNOWN if is_sure else 0)
    return _CAPITAL + _NEW_CAPITAL + (_BEFORE_NAME if text[span.end + 1 : span.end + 2].isupper() else 0)
