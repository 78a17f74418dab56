"""MDX: modules, tags and expressions are no prose; offsets stay."""

from __future__ import annotations

import time

from linter.facts import MASK
from linter.source.opening import open_document
from tests.source.prose import fixed

MDX = """import Karte from './karte'
export const daten = {
  titel: 'A , b',
}

# Der Titel

<Karte bilder={['a , b', "c }"]} titel="A > b">
Ein Satz , der {props.name ?? 'x , y'} und <b>fett</b> ist.
</Karte>

{/* Kommentar , hier */}

{liste.map((wort) => (
  <li>{wort} , </li>
))}

In Paris , so { heißt es.
"""


def test_only_prose_is_left() -> None:
    document = open_document(MDX, path="a.mdx", language="de")
    assert len(document.view) == len(MDX)
    prose = [line.replace(MASK, "").strip() for line in document.view.split("\n")]
    assert [line for line in prose if line] == [
        "# Der Titel",
        "Ein Satz , der  und fett ist.",
        "In Paris , so { heißt es.",
    ]


def test_a_fix_leaves_code_alone() -> None:
    assert fixed(MDX, "a.mdx") == MDX.replace("Satz ,", "Satz,").replace("Paris ,", "Paris,")


def test_what_is_never_closed_takes_linear_time() -> None:
    start = time.process_time()
    for piece in ("{", "<A ", "{/*", "{`", "<A b={c} ", "import a\n"):
        open_document(piece * 20_000, path="a.mdx", language="de")
    assert time.process_time() - start < 10
