"""HTML: what a reader of the page sees, a block a paragraph; tags inside a word or sentence do not part it."""

from __future__ import annotations

import regex

from linter.lazy import lazy
from linter.segments import Segment
from linter.source.declared import declared
from linter.source.html_flow import Flow
from linter.source.pieces import cut, trimmed
from linter.source.references import ENTITY, REFUSED, entity
from linter.source.segments import Read

# What is never closed is read up to the next opener of its sort, so that a scan stays linear.
_TOKEN = lazy(
    r"""
      <!--(?:(?!<!--).)*?-->
    | (?P<template>\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}|\{\#(?:(?!\{\#).)*?\#\}|<%(?:(?!<%).)*?%>)
    | <(?P<raw>script|style|pre|code|kbd|samp|var|tt|listing|xmp|textarea|template|noscript|svg|math|sup|sub
        |select|iframe|object|video|audio|canvas)\b(?P<raw_attributes>[^<>]*)>(?:(?!<(?P=raw)\b).)*?</(?P=raw)\s*>
    | <(?P<close>/)?(?P<name>[a-z][a-z0-9:-]*)
      (?P<attributes>(?:\s*\{[{%][^{}]*[%}]\}|\s+[^<>{\s"'=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*+)\s*/?>
    | <![a-z\[][^>]*> | <\?[^>]*>
    """,
    regex.VERBOSE | regex.DOTALL | regex.IGNORECASE,
)
_ATTRIBUTE = lazy(
    r"""(?P<name>[^<>\s"'=/]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'<>=`]+))"""
)
_KEPT = lazy(
    r"""translate="?no\b|class=(?:["'](?:[^"']*\s)?)?(?:notranslate|code(?:[-_]\w+)?|sourceCode)(?=[\s"'>]|\Z)"""
)
_PROSE_ATTRIBUTES = frozenset({"alt", "title", "placeholder", "aria-label", "summary"})
_PROSE_META = frozenset({"description", "og:title", "og:description", "twitter:title", "twitter:description"})
_UNSEEN = frozenset({"script", "style", "template", "noscript"})
_LINES = frozenset({"br", "li", "tr", "dt", "dd", "option", "td", "th"})
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "button", "caption", "details", "dialog", "div", "dl"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header"),
        *("hr", "html", "label", "legend", "link", "main", "menu", "meta", "nav", "ol", "p", "section", "summary"),
        *("table", "tbody", "tfoot", "thead", "title", "ul", "center", "optgroup"),
    }
)
_OBJECTS = frozenset({"img", "input", "embed", "picture", "source"})  # stand in a line like a word


def read_html(text: str, path: str) -> Read:
    """Return the blocks of a page and the attributes that are read to people; no markup is too broken for it."""
    del path
    flow = Flow()
    attributes: list[Segment] = []
    at = 0
    for found in _TOKEN.finditer(text):
        if found.start() > at:
            flow.text(text, at, found.start())
        at = found.end()
        if found["template"]:
            flow.object(found.start())
        elif found["raw"]:
            _raw(found["raw"].lower(), found.start(), flow)
        elif found["name"]:
            _tag(found, flow)
            if found["attributes"] and not found["close"]:
                attributes += _attributes(found, text, flow)
    if len(text) > at:
        flow.text(text, at, len(text))
    flow.block()
    return Read(flow.segments + attributes, flow.page_language)


def _raw(name: str, start: int, flow: Flow) -> None:
    if name in ("pre", "textarea", "listing", "xmp"):
        flow.block()
    elif name not in _UNSEEN:
        flow.object(start)


def _tag(found: regex.Match[str], flow: Flow) -> None:
    name = found["name"].lower()
    if name in _BLOCKS:
        flow.block()
    elif name in _LINES:
        flow.line(found.start())
    elif name in _OBJECTS:
        flow.object(found.start())
    elif not found["close"]:
        flow.opened(found.start())
    else:
        flow.closed()
    if found["close"]:
        flow.leave(name)
    else:
        attributes = found["attributes"]
        flow.enter(name, _language(attributes), is_kept=_KEPT.search(attributes) is not None)


def _language(attributes: str) -> str | None:
    if "lang" not in attributes.lower():
        return None
    values = {each["name"].lower(): each for each in _ATTRIBUTE.finditer(attributes)}
    found = values.get("lang") or values.get("xml:lang")
    return declared(_value(found)) if found else None


def _value(found: regex.Match[str]) -> str:
    return found["double"] or found["single"] or found["bare"] or ""


def _attributes(found: regex.Match[str], text: str, flow: Flow) -> list[Segment]:
    segments = []
    is_meta = found["name"].lower() == "meta"
    if is_meta and _meta_name(found["attributes"]) not in _PROSE_META:
        return []
    for each in _ATTRIBUTE.finditer(text, *found.span("attributes")):
        name = each["name"].lower()
        group = "double" if each["double"] else "single" if each["single"] else ""
        if group and (name == "content" if is_meta else name in _PROSE_ATTRIBUTES):
            pieces = trimmed(cut(text, *each.span(group), ENTITY, meaning=entity))
            quote = '"' if group == "double" else "'"
            segment = Segment(pieces, flow.language, REFUSED + quote, is_apart=True)
            if flow.is_new(segment.text):
                segments.append(segment)
    return segments


def _meta_name(attributes: str) -> str:
    for each in _ATTRIBUTE.finditer(attributes):
        if each["name"].lower() in ("name", "property"):
            return _value(each).lower()
    return ""
