"""A document against its source: a page beside it, or the source texts that a bilingual file holds itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.errors import SourceError
from linter.facts import Facts
from linter.language.identify import identify
from linter.pairs.pairing import UNIT
from linter.rule import Profile, RuleFailure
from linter.ruleset import Ruleset
from linter.scan import scan
from linter.segments import Segment
from linter.source.bilingual import translations
from linter.source.offsets import placed, starts_of
from linter.source.parts import read_segments
from linter.source.translation import Translation
from linter.types import UNKNOWN_LANGUAGE, Block, Document, Finding, Original, Part, Span

_KEYED = frozenset({"json", "yaml"})  # values are aligned by their keys
_SAMPLE = 200  # units that tell in which language the sources are


def compared(document: Document, ruleset: Ruleset, profile: Profile) -> tuple[list[Finding], list[RuleFailure]]:
    """Return the findings of the rules that need a source. Raises SourceError where a bilingual file is broken."""
    if document.original is not None and document.container not in _KEYED:
        return _scanned(document, ruleset, profile)
    findings: list[Finding] = []
    failures: list[RuleFailure] = []
    try:
        parts = _units(document) if document.original is None else list(_values(document, document.original))
    except SourceError as error:
        if document.original is None:
            raise
        return [], [RuleFailure("pairs", document.path, f"{document.original.path or 'source'}: {error}".rstrip("."))]
    for part in parts:
        found, failed = _scanned(part.document, ruleset, profile)
        findings += placed(found, part, document.text)
        failures += [each for each in failed if each not in failures]
    return findings, failures


def _scanned(document: Document, ruleset: Ruleset, profile: Profile) -> tuple[list[Finding], list[RuleFailure]]:
    facts = Facts(document, profile.knowledge, profile.preset)
    return scan(document, facts, ruleset.pair_tasks(document))


def _units(document: Document) -> Iterator[Part]:
    """Yield each translation of a bilingual file as a document of its own that has a source."""
    units = [each for each in translations(document.text, path=document.path) if each.source.strip()]
    usual = identify("\n".join(each.source for each in units[:_SAMPLE]))
    for unit in units:
        if unit.target.strip():
            yield _part(unit, document, usual)


def _values(document: Document, original: Original) -> Iterator[Part]:
    """Yield each value of a locale file whose key the source has too."""
    container = document.container
    source = read_segments(original.text, path=original.path or document.path, container=container)
    language = original.language
    if language == UNKNOWN_LANGUAGE:
        language = source.language or identify("\n".join(each.text for each in source.segments[:_SAMPLE]))
    theirs = _by_key(source.segments)
    ours = _by_key(read_segments(document.text, path=document.path, container=container).segments)
    for key, segments in ours.items():
        others = theirs.get(key, [])
        if len(segments) == len(others):
            yield from _same_key(zip(segments, others, strict=True), document, original, language)


def _same_key(
    pairs: Iterable[tuple[Segment, Segment]], document: Document, original: Original, language: str
) -> Iterator[Part]:
    for segment, own in pairs:
        if own.text.strip() and segment.text.strip():
            inner = Original(own.text, original.path, language, start=own.pieces[0].start)
            yield _unit(segment, document, document.language, inner)


def _by_key(segments: Iterable[Segment]) -> dict[str, list[Segment]]:
    """Return the values by their keys; those of a list have one key."""
    found: dict[str, list[Segment]] = {}
    for segment in segments:
        found.setdefault(segment.key, []).append(segment)
    return found


def _part(unit: Translation, document: Document, usual: str) -> Part:
    source = usual if unit.source_language == UNKNOWN_LANGUAGE else unit.source_language
    language = document.language if unit.target_language == UNKNOWN_LANGUAGE else unit.target_language
    original = Original(unit.source, language=source, is_plural=unit.is_plural, codes=unit.codes)
    return _unit(unit.segment, document, language, original)


def _unit(segment: Segment, document: Document, language: str, original: Original) -> Part:
    """Return one translation as a document of its own that has a source."""
    text = segment.text
    inner = Document(
        path=document.path,
        text=text,
        view=text,
        container=UNIT,
        language=language,
        blocks=(Block(Span(0, len(text)), language),),
        original=original,
    )
    return Part(inner, segment.pieces, starts_of(segment.pieces), (segment,) * len(segment.pieces))
