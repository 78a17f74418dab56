"""An edit of the prose that is brought back to the file changes the prose in just that way, or is not made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from linter.fix import apply
from linter.source.offsets import placed
from linter.source.opening import open_document
from linter.types import Confidence, Document, Edit, Finding, Fix, Part, Safety, Severity, Span
from tests.source import test_bilingual, test_html, test_locale_values, test_subtitles

FILES = [
    (test_html.PAGE.replace('title="Ein Beet"', 'title="Ein Haus"'), "a.html"),
    (test_subtitles.SRT, "a.srt"),
    (test_subtitles.VTT, "a.vtt"),
    (test_bilingual.PO, "de.po"),
    (test_bilingual.XLIFF, "a.xlf"),
    (test_bilingual.XLIFF_2, "a.xlf"),
    (test_bilingual.TMX, "a.tmx"),
    (test_locale_values.JSON, "locales/de.json"),
    (test_locale_values.YAML.replace("\n", "\r\n"), "locales/de.yml"),
]
INSERTED = (" ", "x", '"', "<b>", "&", ": ", " #", "\\", "\n")
REPLACED = ("", "\N{RIGHT SINGLE QUOTATION MARK}", "#")
LEAST_MADE = 0.2  # of the edits; the others are of atoms and joins, or would need an escape


def edits(text: str) -> Iterator[Edit]:
    """Insertions, deletions and replacements of one and two characters, at every place."""
    for start in range(len(text)):
        yield from (Edit(Span(start, start), new) for new in INSERTED)
        for end in range(start + 1, min(start + 3, len(text) + 1)):
            yield from (Edit(Span(start, end), new) for new in REPLACED)


def brought_back(edit: Edit, part: Part, text: str) -> tuple[Edit, ...]:
    finding = Finding(
        path="",
        span=edit.span,
        rule_id="a.b",
        category="other",
        message="",
        severity=Severity.INFO,
        confidence=Confidence.HIGH,
        language="de",
        fixes=(Fix((edit,), Safety.SAFE, ""),),
    )
    return tuple(each for found in placed([finding], part, text) for fix in found.fixes for each in fix.edits)


def prose(document: Document) -> list[str]:
    return [part.document.text for part in document.parts]


def same(one: list[str], other: list[str], path: str) -> bool:
    """True if texts are the same but for white space that layout swallows; subtitles end where sentences do."""
    space = "" if path.endswith(("srt", "vtt")) else " "
    return [space.join(each.split()) for each in one] == [space.join(each.split()) for each in other]


@pytest.mark.parametrize(("text", "path"), FILES)
def test_an_edit_changes_what_it_says_or_is_not_made(text: str, path: str) -> None:
    document = open_document(text, path=path, language="de")
    before = prose(document)
    tried = made = 0
    for number, part in enumerate(document.parts):
        for edit in edits(part.document.text):
            tried += 1
            found = brought_back(edit, part, text)
            if found:
                made += 1
                after = prose(open_document(apply(text, found), path=path, language="de"))
                wanted = [*before[:number], apply(part.document.text, [edit]), *before[number + 1 :]]
                assert same(after, wanted, path), (edit, found)
    assert made > LEAST_MADE * tried
