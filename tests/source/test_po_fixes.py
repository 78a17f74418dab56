"""Fixes in PO, XLIFF and TMX: the translation changes, and nothing else."""

from __future__ import annotations

import pytest

from linter.source.po import po_translations
from tests.source.prose import findings, fixed, marked

PO = """# Kommentar , hier
msgid ""
msgstr ""
"Language: de\\n"

#: a.c , b.c
msgctxt "x , y"
msgid "The %s , of all"
msgstr "Der %s hier , der immer \\"gut\\" ist , "
"wenn er  da ist.\\n"

#, fuzzy
msgid "Fuzzy , this"
msgstr "Unklar , dies"

msgid " (in "
msgstr " (in "

msgid "Leave a comment"
msgstr "Hinterlasse einen Kommentar"

#~ msgid "Old , this"
#~ msgstr "Alt , dies"
"""
XLIFF = """<xliff version="1.2"><file source-language="en" target-language="de"><body>
<trans-unit id="1"><source>It , is</source><target>Das ist ein <g id="1">Satz</g> , der &lt;gut&gt; ist.</target>
<alt-trans><target>Das ist , ja</target></alt-trans></trans-unit></body></file></xliff>
"""
TMX = """<tmx version="1.4"><header srclang="en"/><body><tu><note>Das ist , ja</note>
<tuv xml:lang="fr"><seg>Le chat , le chien et la souris.</seg></tuv>
<tuv xml:lang="de"><seg>Die Katze , der Hund <ph x="1">a , b</ph> und die Maus.</seg></tuv></tu></body></tmx>
"""


@pytest.mark.parametrize(
    ("text", "path", "swaps"),
    [
        (PO, "de.po", [("hier , der", "hier, der"), ('ist , "', 'ist, "'), ("er  da", "er da")]),
        (XLIFF, "a.xlf", [("</g> ,", "</g>,")]),
        (TMX, "a.tmx", [("chat ,", "chat,"), ("Katze ,", "Katze,")]),
    ],
)
def test_only_the_translation_changes(text: str, path: str, swaps: list[tuple[str, str]]) -> None:
    for each in (text, "\ufeff" + text.replace("\n", "\r\n")):
        right = each
        for wrong, good in swaps:
            right = right.replace(wrong, good, 1) if wrong == "ist , " else right.replace(wrong, good)
        assert fixed(each, path) == right


def test_entries_are_no_page_and_no_pair() -> None:
    text = PO + "".join(
        f'\nmsgid "Save {n}"\nmsgstr "Die Datei wurde gespeichert und geschlossen."\n' for n in range(4)
    )
    assert {rule for rule, _ in marked(text, "de.po")} == {"spacing.space-before-mark", "spacing.doubled-space"}


def test_each_variant_of_a_memory_has_its_language() -> None:
    assert {finding.language for finding in findings(TMX, "a.tmx")} == {"fr", "de"}


def test_polib_reads_the_same_translations() -> None:
    polib = pytest.importorskip("polib", reason="the second opinion on PO files")
    ours = [(unit.source, unit.target) for unit in po_translations(PO, "de.po")]
    theirs = [
        (entry.msgid, entry.msgstr)
        for entry in polib.pofile(PO)
        if entry.msgstr and not entry.fuzzy and not entry.obsolete
    ]
    assert ours == theirs


def test_a_language_that_is_hardly_known_is_not_told_from_its_neighbours() -> None:
    header = 'msgid ""\nmsgstr "Language: nn\\n"\n'
    text = header + 'msgid "a"\nmsgstr "Du har sendt for mange meldingar, prøv igjen seinare når du har tid til det."\n'
    assert findings(text, "nn.po") == ()
