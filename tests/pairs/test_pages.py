"""Pages: parts are aligned, what is lost is named, and what cannot be aligned is left alone."""

from __future__ import annotations

import time

from linter import Confidence, Linter, Original, Profile, Safety, lint_pair
from linter.pairs.align import align
from linter.pairs.parts import PartKind, read_parts
from linter.pairs.traits import traits, usual_scale

PAIRS = Profile(select=("pairs",), min_confidence=Confidence.MEDIUM)
SOURCE = """---
title: The museum
date: 2023-04-01
---

# The museum {#museum}

The museum stands at the harbour. It has 48 rooms and a garden, see [the plan](plan/rooms.md).

- Open from 9 to 17 o'clock
- Closed on 24 December

## Tickets

Buy them with `ticket --adult` or at https://museum.example/en/tickets today.

| Age | Price |
|-----|-------|
| 18  | 12.50 |

```sh
ticket buy --adult 2
```

Children under 6 years do not pay anything at all.
"""
TARGET = """---
title: Das Museum
date: 2024-02-11
---

# Das Museum {#museum}

Das Museum steht am Hafen. Es hat 48 Räume und einen Garten, siehe [den Plan](plan/rooms.md).

- Geöffnet von 9 bis 17 Uhr
- Geschlossen am 24. Dezember

## Karten

Kaufen Sie sie mit `ticket --adult` oder heute auf https://museum.example/de/tickets.

| Alter | Preis |
|-------|-------|
| 18    | 12,50 |

```sh
ticket buy --adult 2
```

Kinder unter 6 Jahren bezahlen überhaupt nichts.
"""


def found(target: str, source: str = SOURCE, path: str = "page.md") -> list[tuple[str, str]]:
    findings = lint_pair(source, target, source_lang="en", target_lang="de", path=path, profile=PAIRS)
    return [(each.rule_id, target[each.span.start : each.span.end]) for each in findings]


def test_a_good_translation_is_clean() -> None:
    assert found(TARGET) == []


def test_mdx_is_read_like_markdown() -> None:
    assert found(TARGET.replace("48", "84"), path="page.mdx") == [("pairs.number", "84")]


def test_each_damage_is_found_at_its_place() -> None:
    damages = {
        "title: ": ("Titel: ", "pairs.front-matter", "Titel"),
        "{#museum}": ("{#das-museum}", "pairs.code", "{#das-museum}"),
        "48": ("84", "pairs.number", "84"),
        "plan/rooms.md": ("plan/räume.md", "pairs.code", "plan/räume.md"),
        "24. Dezember": ("42. Dezember", "pairs.number", "42"),
        "`ticket --adult`": ("`Karte --erwachsen`", "pairs.code", "`Karte --erwachsen`"),
        "12,50": ("21,50", "pairs.number", "21,50"),
        "ticket buy --adult 2": ("ticket kaufen --adult 2", "pairs.code-block", "ticket kaufen --adult 2"),
    }
    for right, (wrong, rule, marked) in damages.items():
        assert found(TARGET.replace(right, wrong, 1)) == [(rule, marked)]


def test_fixes_write_what_the_source_says() -> None:
    damaged = TARGET.replace("48", "84").replace("title:", "Titel:").replace("ticket buy", "ticket kaufen")
    original = Original(SOURCE, language="en")
    fixed = Linter(PAIRS).fix(damaged, path="page.md", lang="de", original=original, up_to=Safety.UNSAFE)
    assert fixed.text == TARGET
    assert fixed.left == ()


def test_a_lost_paragraph_is_found_where_it_should_stand() -> None:
    lost = TARGET.replace(
        "\nKaufen Sie sie mit `ticket --adult` oder heute auf https://museum.example/de/tickets.\n", ""
    )
    assert found(lost) == [("pairs.missing-part", "Karten")]


def test_a_paragraph_left_in_english_is_found() -> None:
    line = "Children under 6 years do not pay anything at all."
    left = TARGET.replace("Kinder unter 6 Jahren bezahlen überhaupt nichts.", line)
    assert found(left) == [("pairs.untranslated", line)]


def test_a_page_that_was_not_translated_is_one_finding() -> None:
    assert [rule for rule, _ in found(SOURCE)] == ["pairs.untranslated"]


def test_another_page_is_named_as_such_and_checked_alone() -> None:
    other = "## Eins\n\n## Zwei\n\n## Drei\n\nHier  steht etwas.\n"
    findings = lint_pair(SOURCE, other, source_lang="en", target_lang="de", path="page.md")
    assert [each.rule_id for each in findings] == ["pairs.structure", "spacing.doubled-space"]


def test_html_is_aligned_by_its_blocks() -> None:
    source = (
        "<h1>Rooms</h1><p>There are 48 <b>rooms</b>.</p><ul><li>One has 12 doors.</li><li>Another has none.</li></ul>"
    )
    target = "<h1>Räume</h1><p>Es gibt 84 <b>Räume</b>.</p><ul><li>Einer hat 21 Türen.</li><li>Einer keine.</li></ul>"
    assert found(target, source, "page.html") == [("pairs.number", "84"), ("pairs.number", "21")]


def test_parts_of_markdown_are_read_by_kind() -> None:
    kinds = [part.kind for part in read_parts(SOURCE, "markdown")]
    assert kinds == [
        *(PartKind.FIELD, PartKind.FIELD, PartKind.HEADING, PartKind.TEXT, PartKind.ITEM, PartKind.ITEM),
        *(PartKind.HEADING, PartKind.TEXT, PartKind.CELL, PartKind.CELL, PartKind.CODE, PartKind.TEXT),
    ]


def test_links_cover_both_texts_in_order() -> None:
    texts = SOURCE, TARGET.replace("## Karten\n", "").replace("- Geöffnet von 9 bis 17 Uhr\n", "Neu.\n\nNoch neu.\n")
    sides = [traits(text, read_parts(text, "markdown")) for text in texts]
    links, _ = align(sides[0], sides[1], usual_scale(*texts))
    assert [i for link in links for i in range(link.i, link.i + link.n)] == list(range(len(sides[0])))
    assert [j for link in links for j in range(link.j, link.j + link.m)] == list(range(len(sides[1])))


def test_a_page_of_thousands_of_paragraphs_without_anchors_is_aligned_soon() -> None:
    paragraphs = ["word " * (7 + 37 * n % 61) for n in range(3000)]
    target = [text.upper() for n, text in enumerate(paragraphs) if n not in (500, 1500, 2500)]
    sides = [traits(text, read_parts(text, "markdown")) for text in ("\n\n".join(paragraphs), "\n\n".join(target))]
    began = time.process_time()
    links, _ = align(sides[0], sides[1])
    assert time.process_time() - began < 5
    assert sum(link.n == link.m == 1 for link in links) > 2900
