"""Tags, comments, shortcodes, attributes and marks of links that stand in the text itself."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from linter.detectors.html_residue_found import Residue
from linter.facts import Facts
from linter.lazy import lazy
from linter.types import Safety

# Names that hardly any placeholder has (``<file>``, ``<data>``, ``<name>`` do not count by themselves).
_PLAIN_NAMES = (
    "br|hr|p|div|span|strong|em|img|iframe|script|noscript|style|font|center|nobr|wbr|li|ul|ol|dl|dt|dd|td|tr|th|"
    "tbody|thead|tfoot|h[1-6]|blockquote|figcaption|figure|sup|sub|svg|path|input|textarea|fieldset|"
    "seg|bpt|ept|ph|amp-[a-z-]+|o:p|st1:[a-z]+|v:[a-z]+|w:[a-z]+|fb:[a-z-]+|g:[a-z-]+"
)
_OTHER_NAMES = (
    "a|b|i|u|s|q|big|small|tt|code|pre|table|caption|section|article|aside|header|footer|nav|main|form|label|"
    "button|select|option|object|embed|param|video|audio|source|picture|link|meta|html|head|body|title|abbr|cite|"
    "del|ins|kbd|mark|map|area|strike|details|summary|time|var|samp|g|x"
)
_VALUE = r"""(?:"[^"<>]{0,2000}"|'[^'<>]{0,2000}'|[^\s"'<>=`]{1,400})"""
_ATTRIBUTES = rf"(?:\s+[A-Za-z_:@][\w:.-]{{0,40}}(?:\s*=\s*{_VALUE})?){{0,40}}"
_WITH_VALUE = rf"{_ATTRIBUTES}\s+[A-Za-z_:@][\w:.-]{{0,40}}\s*=\s*{_VALUE}{_ATTRIBUTES}"
_TAG = lazy(
    rf"""
      </[ ]?(?:{_PLAIN_NAMES}|{_OTHER_NAMES})\s*>
    | <(?:{_PLAIN_NAMES})\s*/?>
    | <(?:{_PLAIN_NAMES}|{_OTHER_NAMES}){_WITH_VALUE}\s*/?>
    | <(?P<open>{_OTHER_NAMES})\s*/?>
    | <!DOCTYPE\s[^<>\n]{{0,200}}>
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_TEASER = lazy(r"(?r)\[(?:\.\.\.|…|&hellip;)\][ ]?")
_COMMENT_MARK = lazy(r"<!--|<!\[(?:CDATA\[|endif\]>|if [^\]\n]{0,60}\]>)|\]\]>")
LONGEST_TAG = 2000  # code points
_IN_SCRIPT = lazy(r"(?r)(?://|/\*)[ ]*")
LONGEST_COMMENT = 4000  # code points
_ATTRIBUTE = lazy(
    r"""(?<![\w<])(?:(?:href|src|srcset|class|style|target|rel|alt|width|height|align|border|onclick|data-[a-z-]{1,30})
        =(?:"[^"\n<>]{0,400}"|'[^'\n<>]{0,400}')\s*){1,20}/?>?""",
    regex.VERBOSE,
)
_CODES = (
    "caption|gallery|embed|playlist|wp_caption|contact-form(?:-7)?|rev_slider|layerslider|dropcap|toggle|accordion|"
    "(?:vc|et_pb|su|fusion|av|wpv|mk|tve|ux|nectar|elementor|kc|cs|ultimate|mashshare|adrotate|ads?|tds)[_-][a-z0-9_-]{1,40}"
)
_QUOTED = r'"[^"\[\]\n]{0,400}"|[“”][^”\[\]\n]{0,400}”'
_SHORTCODE = lazy(
    rf"""
      \[/?(?:{_CODES})(?:\s[^\[\]\n]{{0,400}})?/?\]
    | \[[a-z][a-z0-9_-]{{1,30}}(?:\s+[a-z_-]{{1,30}}=(?:{_QUOTED})){{1,20}}\s*/?\]
    | \[/(?:b|i|u|s|url|img|quote|code|color|size|font|center|list|spoiler|audio|video|[a-z]+_[a-z_]+)\]
    | \[(?:url|img|color|size|font|quote)=[^\[\]\n]{{1,400}}\]
    | \[(?P<open>b|i|u|s|url|img|quote|code|center|list|spoiler|audio|video)\]
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_SOURCE_LINE = lazy(
    r"""^[ \t]*(?:Quellen?|Sources?|Via|Fontes?|Fonti|Fonte|Fuentes?|Bron(?:nen)?|Źródł[oa]|Zdroje?|
        Källa|Källor|Kilder?|Lähde|
        Lähteet|Источник|Джерело|Kaynak|Forrás|Surs[ae]|Font|출처|出典|来源|來源|Sumber|Nguồn|Πηγή|Извор)[ \t]?[:：]
        [^\n]{1,120}?$""",
    regex.VERBOSE | regex.MULTILINE | regex.IGNORECASE,
)
LONGEST_SOURCE = 160  # code points of a line that names a source
_LINK_MARK = lazy(r"\[[ ]?[0-9]{1,2}[ ]?\]")


def tags(text: str, facts: Facts) -> Iterator[Residue]:
    """Yield the tags of a text; a name that may be a placeholder counts only if its closing tag stands too."""
    if "<" not in facts.signs:
        return
    found = list(_TAG.finditer(text))
    closed = {match.group()[2:-1].strip().lower() for match in found if match.group().startswith("</")}
    for match in found:
        name = match["open"]
        if name and (name.isupper() or name.lower() not in closed):
            continue
        start, end = match.span()
        teaser = _TEASER.match(text, max(0, start - 12), start) if match.group().startswith("</") else None
        yield _deletion(text, teaser.start() if teaser else start, end)


def _deletion(text: str, start: int, end: int) -> Residue:
    """Delete a tag; where that would glue two words, what stood there is not sure."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before.isalnum() and after.isalnum() and "br" in text[start : start + 3].lower():
        return Residue(start, end, " ", Safety.UNSAFE)
    return Residue(start, end)


def comments(text: str, facts: Facts) -> Iterator[Residue]:
    """Yield comments and the marks of CDATA sections."""
    if not (("<" in facts.signs and b"<!" in facts.utf8) or ("]" in facts.signs and b"]]>" in facts.utf8)):
        return
    done = 0
    for mark in _COMMENT_MARK.finditer(text):
        start, end = mark.span()
        if start < done:
            continue
        if mark.group() == "<!--":
            close = text.find("-->", end, end + LONGEST_COMMENT)
            if close < 0:
                continue
            end = close + len("-->")
        done = end
        if not _IN_SCRIPT.match(text, max(0, start - 8), start):  # a script line is one finding as a whole
            yield Residue(start, end)


def attributes(text: str, facts: Facts) -> Iterator[Residue]:
    """Yield attributes whose tag was cut."""
    if "=" not in facts.signs or (b'="' not in facts.utf8 and b"='" not in facts.utf8):
        return
    for match in _ATTRIBUTE.finditer(text):
        if text.rfind("<", max(0, match.start() - LONGEST_TAG), match.start()) <= text.rfind(">", 0, match.start()):
            yield Residue(*match.span(), "", Safety.UNSAFE)


def shortcodes(text: str, facts: Facts) -> Iterator[Residue]:
    """Yield shortcodes of content management systems and forum codes, not what they enclose."""
    if "[" not in facts.signs:
        return
    found = list(_SHORTCODE.finditer(text))
    closed = {match.group()[2:-1].lower() for match in found if match.group().startswith("[/")}
    for match in found:
        if match["open"] is None or match["open"].lower() in closed:
            yield Residue(*match.span())


def link_marks(text: str, facts: Facts) -> Iterator[Residue]:
    """Yield numbers in brackets on a line that names the source: the links behind them were lost."""
    if "[" not in facts.signs:
        return
    for mark in _LINK_MARK.finditer(text):
        start = text.rfind("\n", max(0, mark.start() - LONGEST_SOURCE), mark.start()) + 1
        if _SOURCE_LINE.match(text, start, mark.start() + LONGEST_SOURCE):
            yield Residue(*mark.span(), "", Safety.SUGGEST, is_tag=False)
