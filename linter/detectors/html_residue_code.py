"""Lines of style sheets and scripts that a page left in its text."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from linter.detectors.html_residue_found import Residue
from linter.facts import Facts
from linter.lazy import lazy
from linter.types import Safety

# What only pages write: calls of advertising and statistics scripts, set-up of libraries, CDATA in comments.
_PAGE_SCRIPT = (
    r"\(adsbygoogle\s*=|adsbygoogle\s*\|\||googletag\.|window\.dataLayer|dataLayer\.push|\bgtag\(|\bfbq\(|_gaq\.push|"
    r"window\.__|window\.addEventListener\(|window\._[a-z]+\s*=|document\.(?:write|getElementById|createElement|"
    r"querySelector(?:All)?|addEventListener)\(|jQuery\(|\$\(document\)\.ready|\$\(function\s*\(|"
    r"^\s*\(function\s*\(|^\s*!function\s*\(|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[|var\s+\w+\s*=\s*document\.|"
    r"^\s*var\s+_\w+\s*=\s*_\w+\s*\|\|"
)
_STYLE = (
    r"^\s*(?:@(?:media|import|font-face|keyframes)\b[^\n]{0,200}[{;]\s*$|"
    r"[^\s{}][^{};\n]{0,160}\{\s*(?:[a-z-]{2,40}\s*:\s*[^{};\n]{1,160};?\s*){1,40}\}|"
    r"[^\n]{0,300}!important\s*[;}])"
)
_SCRIPT_LINE = lazy(_PAGE_SCRIPT)
_STYLE_LINE = lazy(_STYLE)
_SCRIPT_SIGNS = ("(adsby", "adsbygoogle ||", "googletag", "dataLayer", "gtag(", "fbq(", "_gaq", "window.", "document.",
                 "jQuery(", "$(", "(function", "!function", "CDATA[")  # fmt: skip
_STYLE_SIGNS = ("{", "!important")
LONGEST_CODE = 4000  # code points of a line that are read


def code_lines(text: str, facts: Facts) -> Iterator[Residue]:
    """Yield whole lines of script or style, without their line breaks; deleting them is for the user to allow."""
    if facts.signs.isdisjoint("{}=|<"):
        return
    places = {*_lines(text, _SCRIPT_SIGNS, _SCRIPT_LINE), *_lines(text, _STYLE_SIGNS, _STYLE_LINE)}
    for start, end in sorted(places):
        yield Residue(start, end, "", Safety.UNSAFE)


def _lines(text: str, signs: tuple[str, ...], pattern: regex.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the lines that hold one of the signs and in which the pattern is found."""
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            start = text.rfind("\n", 0, at) + 1
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            if pattern.search(text[start : min(end, start + LONGEST_CODE)]):
                yield start, end
            at = text.find(sign, end)
