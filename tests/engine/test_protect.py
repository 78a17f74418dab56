"""What is no prose is masked: code, addresses, tags, keys of front matter; offsets stay."""

from __future__ import annotations

import time

import pytest

from linter.facts import MASK
from linter.source.containers import container_of
from linter.source.opening import open_document

MARKDOWN = """\
---
title: Der Rand
tags: [neu, alt]
---
# Der Rand {#anker}

Text mit `code der Rand` und ``zwei ` Zeichen``, [ein Verweis](ziel.html "Titel"), <b>fett</b>.

```python
der_rand = "Der Rand"
```

    eingerückt

<!-- Kommentar --> https://example.org/der/rand, a.b@example.org.
[marke]: https://example.org
"""


def kept(text: str, path: str) -> str:
    document = open_document(text, path=path, language="de")
    assert len(document.view) == len(document.text)
    assert document.view.count("\n") == document.text.count("\n")
    return document.view.replace(MASK, "")


def test_markdown_keeps_prose_only() -> None:
    assert kept(MARKDOWN, "a.md") == (
        "\n Der Rand\n [neu, alt]\n\n# Der Rand \n\nText mit  und , [ein Verweis], fett.\n\n\n\n\n\n\n\n , .\n\n"
    )


def test_html_keeps_the_text_between_tags() -> None:
    text = '<p class="x">Der Rand<br>\n<script>var a = "<p>";</script>sagt</p><!-- weg -->\n'
    assert kept(text, "a.html") == "Der Rand\nsagt\n"


def test_plain_text_masks_addresses_only() -> None:
    text = "Siehe https://example.org/a_(b), www.example.org/x. und c@example.org; `code` <b>fett</b>"
    assert kept(text, "a.txt") == "Siehe , . und ; `code` <b>fett</b>"


@pytest.mark.parametrize(
    ("path", "container"), [("a.MD", "markdown"), ("b/c.htm", "html"), ("d.txt", "plain"), ("e", "plain")]
)
def test_the_suffix_tells_the_container(path: str, container: str) -> None:
    assert container_of(path) == container


@pytest.mark.parametrize("sign", ["`", "<", "[", "](", "<!--", "{{<", "{:", "    x\n", "@", "a@b.", "https://", "~~~"])
@pytest.mark.parametrize("path", ["a.md", "a.html", "a.txt"])
def test_protecting_takes_linear_time(sign: str, path: str) -> None:
    text = sign * (200_000 // len(sign))
    start = time.process_time()
    open_document(text, path=path, language="de")
    assert time.process_time() - start < 2


def test_a_comment_names_rules_and_a_reason() -> None:
    text = "<!-- mtlint-disable-next-line names.translated, spacing: ein Zitat -->\n\nDer Rand\n"
    (comment,) = open_document(text, path="a.md", language="de").suppressions
    assert comment.rules == ("names.translated", "spacing")
    assert comment.reason == "ein Zitat"
    assert text[comment.target.start : comment.target.end] == "Der Rand"
