"""A document against its source: a page beside it, or the source texts that a bilingual file holds itself."""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts import Facts
from linter.language.identify import identify
from linter.pairs.pairing import UNIT
from linter.rule import Profile, RuleFailure
from linter.ruleset import Ruleset
from linter.scan import scan
from linter.source.bilingual import translations
from linter.source.offsets import placed, starts_of
from linter.source.translation import Translation
from linter.types import UNKNOWN_LANGUAGE, Block, Document, Finding, Original, Part, Span

_SAMPLE = 200  # units that tell in which language the sources are


def compared(document: Document, ruleset: Ruleset, profile: Profile) -> tuple[list[Finding], list[RuleFailure]]:
    """Return the findings of the rules that need a source. Raises SourceError where a bilingual file is broken."""
    if document.original is not None:
        return _scanned(document, ruleset, profile)
    findings: list[Finding] = []
    failures: list[RuleFailure] = []
    for part in _units(document):
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


def _part(unit: Translation, document: Document, usual: str) -> Part:
    source = usual if unit.source_language == UNKNOWN_LANGUAGE else unit.source_language
    language = document.language if unit.target_language == UNKNOWN_LANGUAGE else unit.target_language
    inner = Document(
        path=document.path,
        text=unit.target,
        view=unit.target,
        container=UNIT,
        language=language,
        blocks=(Block(Span(0, len(unit.target)), language),),
        original=Original(unit.source, language=source, is_plural=unit.is_plural, codes=unit.codes),
    )
    pieces = unit.segment.pieces
    return Part(inner, pieces, starts_of(pieces), (unit.segment,) * len(pieces))
