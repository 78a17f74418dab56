"""The kinds of rules. ``KINDS`` is the one table of them.

A kind's module is imported when the kind is first asked for: a clean text needs few of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from linter.detectors.kind import Kind

_ROWS = {  # name of the kind → module in this folder: its row there
    "boilerplate": "boilerplate:BOILERPLATE",
    "broken-sentence": "fragments_broken:BROKEN_SENTENCE",
    "capital-adjective": "stray_capitals_adjectives:CAPITAL_ADJECTIVE",
    "currency-order": "locale_money:CURRENCY_ORDER",
    "cut-sentence": "fragments:CUT_SENTENCE",
    "doubled-space": "spacing_doubled:DOUBLED_SPACE",
    "english-date": "locale_dates:ENGLISH_DATE",
    "existence": "existence:EXISTENCE",
    "foreign-label": "residue_labels:FOREIGN_LABEL",
    "foreign-line": "residue_lines:FOREIGN_LINE",
    "foreign-quotes": "quotes_foreign:FOREIGN_QUOTES",
    "foreign-sentence": "residue_sentences:FOREIGN_SENTENCE",
    "foreign-word": "residue_words:FOREIGN_WORD",
    "glued-joint": "lost_spaces_joints:GLUED_JOINT",
    "glued-kana-name": "lost_spaces_kana:GLUED_KANA_NAME",
    "glossary": "names_glossary:GLOSSARY",
    "html-residue": "html_residue:HTML_RESIDUE",
    "invisible": "invisible:INVISIBLE",
    "leftover-name": "fragments_leftover:LEFTOVER_NAME",
    "lost-letters": "lost_letters:LOST_LETTERS",
    "lost-space": "lost_spaces:LOST_SPACE",
    "known-lines": "known_lines:KNOWN_LINES",
    "known-names": "names_known:KNOWN_NAMES",
    "mismatched-quote": "quotes:MISMATCHED_QUOTE",
    "missing-object": "displaced_gaps:MISSING_OBJECT",
    "missing-space": "spacing_after:MISSING_SPACE",
    "mixed-forms": "quotes_mixed:MIXED_FORMS",
    "mixed-register": "register:MIXED_REGISTER",
    "mojibake": "encoding:MOJIBAKE",
    "name-casing": "names_casing:NAME_CASING",
    "name-forms": "names_forms:NAME_FORMS",
    "name-kana": "names_kana:NAME_KANA",
    "name-persons": "names_persons:NAME_PERSONS",
    "name-words": "names_words:NAME_WORDS",
    "near-duplicates": "near_duplicates:NEAR_DUPLICATES",
    "number-format": "locale_format:NUMBER_FORMAT",
    "pair-attributes": "pair_attributes:PAIR_ATTRIBUTES",
    "pair-code": "pair_code:PAIR_CODE",
    "pair-fields": "pair_fields:PAIR_FIELDS",
    "pair-gaps": "pair_gaps:PAIR_GAPS",
    "pair-marks": "pair_marks:PAIR_MARKS",
    "pair-names": "pair_names:PAIR_NAMES",
    "pair-numbers": "pair_numbers:PAIR_NUMBERS",
    "pair-structure": "pair_gaps:PAIR_STRUCTURE",
    "pair-untranslated": "pair_untranslated:PAIR_UNTRANSLATED",
    "pair-words": "pair_words:PAIR_WORDS",
    "page-words": "page_words:PAGE_WORDS",
    "repeated-lines": "repetition_lines:REPEATED_LINES",
    "repeated-title": "repeated_title:REPEATED_TITLE",
    "repeated-phrase": "repeated_phrases:REPEATED_PHRASE",
    "repeated-sentence": "repeated_phrases:REPEATED_SENTENCE",
    "repeated-word": "repeated_words:REPEATED_WORD",
    "repetition-loop": "repetition_loops:REPETITION_LOOP",
    "replacement-character": "encoding_replacement:REPLACEMENT_CHARACTER",
    "sentence-style": "register_styles:SENTENCE_STYLE",
    "seam-space": "seam_spaces:SEAM_SPACE",
    "serial-comma": "serial_comma:SERIAL_COMMA",
    "space-before-mark": "spacing_before:SPACE_BEFORE_MARK",
    "stranded-name": "displaced_names:STRANDED_NAME",
    "stray-capital": "stray_capitals:STRAY_CAPITAL",
    "stray-line": "stray_line:STRAY_LINE",
    "substitution": "substitution:SUBSTITUTION",
    "table-cells": "table_cells:TABLE_CELLS",
    "translated-code": "translated_code:TRANSLATED_CODE",
    "unpaired-bracket": "brackets:UNPAIRED_BRACKET",
    "unpaired-quote": "quotes_alone:UNPAIRED_QUOTE",
    "verb-order": "displaced_order:VERB_ORDER",
    "wrong-code-page": "encoding_legacy:WRONG_CODE_PAGE",
}


class _Kinds(Mapping[str, Kind]):
    """Kinds by name."""

    def __getitem__(self, name: str) -> Kind:
        module, _, row = _ROWS[name].partition(":")
        kind: Kind = getattr(import_module(f"{__name__}.{module}"), row)
        return kind

    def __iter__(self) -> Iterator[str]:
        return iter(_ROWS)

    def __len__(self) -> int:
        return len(_ROWS)


KINDS: Mapping[str, Kind] = _Kinds()
