"""PO, XLIFF and TMX: what is source, what is translation, and where the translation stands."""

from __future__ import annotations

import pytest

from linter.errors import SourceError
from linter.source.bilingual import translations
from linter.source.translation import Translation
from linter.types import Span

PO = """\ufeff# A comment
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: de_AT\\n"
"X-Source-Language: en\\n"

#: a.c:1
msgctxt "menu"
msgid "Open \\"%s\\""
msgstr "Öffne „%s“\\n"
"und \\"lies\\""

#, fuzzy, c-format
msgid "Guess"
msgstr "Geraten"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "eine Datei"
msgstr[1] "%d Dateien"

#~ msgid "Old"
#~ msgstr "Alt"

msgid "Nothing yet"
msgstr ""
"""
XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE xliff [ <!ENTITY a "aaaa"> ]>
<xliff version="1.2"><file source-language="en" target-language="fr-FR" original="x"><body>
<trans-unit id="1" resname="greeting"><source>Hello <x id="a"/> &amp; <g id="b">you</g></source>
  <target>Bonjour <x id="a"/> &amp; <g id="b">vous</g> &a;</target>
  <alt-trans><source>Hi</source><target>Salut</target></alt-trans><note>Say it</note></trans-unit>
<trans-unit id="2"><source>New</source><target state="new">New</target></trans-unit>
<trans-unit id="3" translate="no"><source>ID</source><target>ID</target></trans-unit>
</body></file></xliff>
"""
XLIFF_2 = """<xliff version="2.0" srcLang="en" trgLang="es"><file id="f"><unit id="u">
<originalData><data id="d">%s</data>
</originalData><segment><source>One <ph id="1" dataRef="d"/></source><target>Uno <ph id="1" dataRef="d"/></target>
</segment><segment state="initial"><source>Two</source><target>Two</target></segment></unit></file></xliff>
"""
TMX = """<tmx version="1.4"><header srclang="en" datatype="plaintext"/><body>
<tu tuid="a"><tuv xml:lang="de"><seg>Guten <bpt i="1">&lt;b></bpt>Tag<ept i="1">&lt;/b></ept></seg></tuv>
<tuv xml:lang="en-GB"><seg>Good day</seg></tuv><tuv xml:lang="zh-TW"><seg><![CDATA[你好 & 再見]]></seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>Oui</seg></tuv></tu></body></tmx>
"""


def units(text: str, path: str) -> list[Translation]:
    return list(translations(text, path=path))


def test_a_po_file_gives_its_translations_with_their_sources() -> None:
    found = [(unit.id, unit.source, unit.target, unit.is_plural) for unit in units(PO, "a.po")]
    assert found == [
        ('menu|Open "%s"', 'Open "%s"', 'Öffne „%s“\nund "lies"', False),
        ("%d file", "%d file", "eine Datei", True),
        ("%d file", "%d files", "%d Dateien", True),
    ]


def test_the_header_of_a_po_file_tells_the_languages() -> None:
    assert {(unit.source_language, unit.target_language) for unit in units(PO, "a.po")} == {("en", "de")}


def test_without_a_header_the_folder_tells_the_language() -> None:
    (unit,) = units('msgid "Yes"\nmsgstr "Oui"\n', "locale/fr/LC_MESSAGES/app.po")
    assert (unit.source_language, unit.target_language) == ("und", "fr")


def test_a_name_for_a_text_is_no_source() -> None:
    assert units('msgid "login.step_2"\nmsgstr "Bitte das Passwort eingeben"\n', "de.po") == []


def test_xliff_gives_its_targets_and_masks_inline_codes() -> None:
    found = [(unit.id, unit.source, unit.target, unit.target_language) for unit in units(XLIFF, "a.xlf")]
    assert found == [("greeting", "Hello \ufffc & you", "Bonjour \ufffc & vous \ufffc", "fr")]


def test_xliff_2_gives_its_segments() -> None:
    found = [(unit.source, unit.target, unit.source_language) for unit in units(XLIFF_2, "a.xliff")]
    assert found == [("One \ufffc", "Uno \ufffc", "en")]


def test_a_memory_pairs_each_variant_with_the_source_language() -> None:
    found = [(unit.id, unit.source, unit.target, unit.target_language) for unit in units(TMX, "a.tmx")]
    assert found == [("a", "Good day", "Guten \ufffcTag\ufffc", "de"), ("a", "Good day", "你好 & 再見", "zh-Hant")]


@pytest.mark.parametrize(
    ("text", "path", "word", "there"),
    [
        (PO, "a.po", "lies", "lies"),
        (PO, "a.po", '"lies"', '\\"lies\\"'),
        (PO, "a.po", "“\nund", '“\\n"\n"und'),
        (XLIFF, "a.xlf", "& vous", '&amp; <g id="b">vous'),
        (TMX, "a.tmx", "& 再", "& 再"),
    ],
)
def test_a_place_in_a_target_is_found_in_the_file(text: str, path: str, word: str, there: str) -> None:
    unit = next(unit for unit in units(text, path) if word in unit.target)
    at = unit.target.index(word)
    span = unit.place(Span(at, at + len(word)))
    assert text[span.start : span.end] == there
    assert unit.span.start <= span.start < span.end <= unit.span.end


@pytest.mark.parametrize(
    ("text", "path", "line", "words"),
    [
        ('msgid "a"\nmsgstr "b\n', "a.po", 2, "no comment, keyword or quoted string"),
        ('"a"\n', "a.po", 1, "before any keyword"),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', "a.po", 2, "stands twice"),
        ("<xliff>\n<file>\n</xliff>", "a.xlf", 3, "</xliff> stands where <file> is open"),
        ("<tmx>\n<body", "a.tmx", 2, "is no XML"),
        ("<tmx>\n<body>", "a.tmx", 2, "<body> is never closed"),
    ],
)
def test_a_broken_file_is_named_with_its_line(text: str, path: str, line: int, words: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        units(text, path)
    assert caught.value.line == line


def test_entities_of_a_dtd_are_not_expanded() -> None:
    levels = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE tmx [<!ENTITY e0 "lol">{levels}]>' + TMX.replace("Good day", "&e9;")
    assert next(iter(units(bomb, "a.tmx"))).source == "\ufffc"
