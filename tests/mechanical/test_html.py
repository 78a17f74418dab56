"""What markup leaves behind in text: found in prose, left alone in markup and in text about it."""

from __future__ import annotations

import time

import pytest

from linter import Linter
from linter.rule import Profile
from linter.types import Safety

LINTER = Linter(Profile(select=("html-residue",)))


def fixed(text: str, *, language: str = "de", path: str = "text.txt") -> str:
    return LINTER.fix(text, path=path, lang=language).text


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("f&uuml;r", "für"),
        ("&#8222;Ja&#8220;", "„Ja“"),
        ("Tom &amp; Anna", "Tom & Anna"),
        ("&amp;amp;quot;Ja", '"Ja'),
        ("&#x2019;", "’"),
        ("&#146;", "’"),
        ("it&#039;s", "it's"),
        ("Donau&shy;dampfer", "Donaudampfer"),
        ("5 &lt; 6", "5 < 6"),
        ("zehn&nbsp;Meter", "zehn Meter"),
        ("& nbsp;& quot ;Ja", ' "Ja'),
        ("lang.</p>", "lang."),
        ("<p class='x'>lang", "lang"),
        ('<a href="https://example.org/x" target="_blank">mehr</a>', "mehr"),
        ("lang[…]</p> und", "lang und"),
        ("eins<!-- zwei --> drei", "eins drei"),
        ('[vc_row el_class="x"]eins[/vc_row]', "eins"),
        ("[i]eins[/i]", "eins"),
    ],
)
def test_residue_is_taken_away_or_decoded(damaged: str, right: str) -> None:
    assert fixed(f"Hier steht {damaged} im Satz.") == f"Hier steht {right} im Satz."


@pytest.mark.parametrize(
    "text",
    [
        "AT&T, R&D; Q&A; und ein&so;weiter",
        "cp <Quelle> <Ziel>, <Strg>+<C>, <A>, <name>, <field:company>, List<String>, a<b",
        "Write to <anna@example.org> or see <https://example.org/a>.",
        "현세태 <Energeia> 는 <querelle des anciens> 이다",
        "Er [der Minister] sagte [...] nichts [sic] dazu [1], [2].",
        "usage: tool [options] [file ...] {a,b} $attr{name}",
        "x = \"eins\", y='zwei'; a => b; {i=1}",
        "Man schreibt in HTML „<br>“ oder „&nbsp;“ für die Lücke.",
        "Das Tag <strong> hebt hervor, </strong> endet.",
        "i < 5 and j > 6 -> k --> l <-- m",
    ],
)
def test_text_that_only_looks_like_markup_is_left_alone(text: str) -> None:
    assert LINTER.lint(text, path="text.txt", lang="de") == ()


@pytest.mark.parametrize("path", ["text.md", "text.html"])
def test_markup_is_right_in_markdown_and_html(path: str) -> None:
    assert LINTER.lint("Ein <b>Wort</b>,&nbsp;ein <br> Satz. <!-- Rest -->\n", path=path, lang="de") == ()
    assert len(LINTER.lint("Ein Wort&amp;nbsp;mehr.\n", path=path, lang="de")) == 1


def test_no_break_spaces_are_decoded_as_such_where_the_text_has_them() -> None:
    assert fixed("Nach 5\u00a0km und 6&nbsp;km.") == "Nach 5\u00a0km und 6\u00a0km."
    assert fixed("Vraiment&nbsp;? Oui.", language="fr") == "Vraiment\u00a0? Oui."


def test_a_line_break_between_two_words_is_never_deleted_without_asking() -> None:
    (finding,) = LINTER.lint("Der Saal<br>war voll.", path="text.txt", lang="de")
    assert [fix.safety for fix in finding.fixes] == [Safety.UNSAFE]


@pytest.mark.parametrize(
    "line",
    [
        "(adsbygoogle = window.adsbygoogle || []).push({});",
        "jQuery(document).ready(function($) { $('.menu').hide(); });",
        ".entry p { margin: 0 auto; color: #333 }",
        "@media (max-width: 600px) {",
        "//<![CDATA[",
        "window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}",
    ],
)
def test_a_line_of_script_or_style_is_one_finding(line: str) -> None:
    text = f"Der Saal war voll.\n{line}\nEs gab Musik.\n"
    spans = [(each.span.start, each.span.end) for each in LINTER.lint(text, path="text.txt", lang="de")]
    assert (19, 19 + len(line)) in spans


@pytest.mark.parametrize(
    "unit", ["f&uuml;r ", "wort<br> ", "a < b & c ", "[b]x[/b] ", '<a href="', "<!-- ", 'class="x" w ']
)
def test_one_long_line_costs_linear_time(unit: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        LINTER.lint(unit * count, path="text.txt", lang="de")
        return time.process_time() - start

    seconds(500)
    assert seconds(16_000) < 20 * max(seconds(4_000), 0.05)
