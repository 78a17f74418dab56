"""HTML: what a reader of the page sees is checked, and found again in the source."""

from __future__ import annotations

import time

import pytest

from tests.source.prose import fixed, marked, read, segments

PAGE = """<!DOCTYPE html>
<html lang="de"><head><title>Alles &uuml;ber den Garten</title>
<meta name="description" content="Was im Garten &quot;bl&uuml;ht&quot;."><meta name="robots" content="index , follow">
<style>p { color : red }</style></head><body>
<!-- nicht , hier -->
<p>Im Früh<b>ling</b> blühen  die
   ersten Blumen , und der <a href="x">Garten</a>&shy; wird bunt.<br>Danach kommt der Sommer.</p>
<pre>x  = 1 , 2</pre><ul><li>Rosen<li>Nelken</ul>
<img alt="Ein Beet" title="Ein Beet" src="a.png"> <p lang="fr">Bonjour, le jardin est beau aujourd'hui.</p>
<p>Der Befehl <code>git  add</code> , so heißt er, ist kurz.</p><p class="notranslate">Nicht , dies</p>
</body></html>
"""


def test_blocks_are_segments_and_inline_tags_vanish() -> None:
    assert read(PAGE, "a.html") == {
        "de": [
            "Alles über den Garten",
            "Im Frühling blühen die ersten Blumen , und der Garten\N{SOFT HYPHEN} wird bunt.\nDanach kommt der Sommer.",
            "Rosen\nNelken",
            "Der Befehl \ufffc , so heißt er, ist kurz.",
            'Was im Garten "blüht".',
            "Ein Beet",
        ],
        "fr": ["Bonjour, le jardin est beau aujourd'hui."],
    }


def test_findings_stand_in_the_source_and_layout_is_no_fault() -> None:
    assert ("spacing.space-before-mark", " ,") in marked(PAGE, "a.html")
    assert not any(rule == "spacing.doubled-space" for rule, _ in marked(PAGE, "a.html"))


def test_a_fix_changes_nothing_but_its_place() -> None:
    page = PAGE.replace("\n", "\r\n")
    assert fixed(page, "a.html") == page.replace("Blumen ,", "Blumen,").replace("&shy;", "")


@pytest.mark.parametrize(
    "html",
    [
        "<p>Ein <b>Wort</b> <i>und</i> ein <a>Satz</a>, der gut ist.</p>",
        "<p>Ein Wort<sup>1</sup> steht hier.<sup>[2]</sup> Noch ein Satz.</p>",
        "<p>Ein <b>Wort </b> und ein\n\t<i> anderes</i> stehen hier.</p>",
        "<div><span>Menü</span><span>Suche</span><span>Anmeldung</span></div>",
        "<p>Ein Wort.<br>Noch ein Wort.<br/>\nEin drittes.</p>",
        "<td>Eins</td><td>Zwei</td>",
        "<p>Preis:&nbsp;&nbsp;&nbsp;zwölf Euro für das ganze Paket.</p>",
        "<p>{% if x %}Ein Satz {{ name }} , der gut ist.{% endif %}</p>".replace(" ,", ","),
        "<p>A < B und B > C , wie man sieht.</p>".replace(" ,", ","),
    ],
)
def test_tags_between_words_make_no_false_alarm(html: str) -> None:
    assert marked(f'<html lang="de"><body>{html}</body></html>', "a.html") == []


def test_a_space_is_not_put_into_a_tag() -> None:
    page = (
        '<html lang="de"><p>Das ist ein Satz.<b>Der nächste</b> beginnt ohne Lücke, wie man hier gut sieht.</p></html>'
    )
    assert fixed(page, "a.html") in (page, page.replace(".<b>", ". <b>"))


def test_a_reference_that_was_escaped_twice_is_a_fault() -> None:
    page = '<html lang="de"><p>Der Garten&amp;nbsp;ist groß, und er ist auch noch grün.</p></html>'
    assert ("residue.html-entity", "&amp;nbsp;") in marked(page, "a.html")


def test_an_attribute_is_read_once_and_keeps_its_quotes() -> None:
    page = '<p title="Das ist  doppelt">Ein Satz.</p><p title="Das ist  doppelt">Noch ein Satz.</p>'
    assert segments(page, "a.html", "de").count("Das ist  doppelt") == 1
    assert fixed(f'<html lang="de">{page}', "a.html").count('title="Das ist') == 2


def test_the_language_of_a_template_does_not_count_against_the_text() -> None:
    text = "<p>Das ist ein Satz, den man gut lesen kann, weil er auf Deutsch ist und nicht zu kurz.</p>" * 3
    assert list(read(f'<html lang="en"><body>{text}</body></html>', "a.html")) == ["de"]


def test_a_page_of_unclosed_tags_takes_linear_time() -> None:
    start = time.process_time()
    for piece in ("<!-- ", "<code>", "<p lang=de", "{{ ", "<a b='", "&", "<script>x"):
        read(piece * 20_000, "a.html", "de")
    assert time.process_time() - start < 20
