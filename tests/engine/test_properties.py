"""Laws that hold for every text, tried on mixed scripts."""

from __future__ import annotations

import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from linter import Linter, Profile, Safety, SourceError
from linter.fix import apply, chosen, edits_of
from linter.pipeline import check, settle
from linter.rule import Acceptance
from linter.source.decode import decode

LINTER = Linter()
EAGER = Linter(Profile(fix_up_to=Safety.UNSAFE))

_SCRIPTS = """der Rand die Katze sagt laut Quelle: Bild: le bord il limite „Zitat“ " ( ) « » “ 画像 クレジット 、 。
Ã¼ber â€“ donâ€™t &amp; <br> \u200b \ufeff \u00ad Hinterlasse einen Kommentar Related posts
http://example.org/a?b=c `code` [1] — - * # Москва сказал αβγ नमस्ते שלום مرحبا \U0001f600 İ ß \udc80"""
WORDS = st.sampled_from(_SCRIPTS.split())
GAPS = st.sampled_from([" ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\u00a0", "", ", ", ". "])
TEXTS = st.lists(st.tuples(WORDS, GAPS), max_size=60).map(lambda pairs: "".join(map("".join, pairs)))
LANGUAGES = st.sampled_from(["de", "fr", "ja", "en", "und", None])
PATHS = st.sampled_from(["a.txt", "a.md", "a.html"])


@given(st.binary(max_size=400))
def test_decoding_and_encoding_give_the_same_bytes(data: bytes) -> None:
    try:
        raw = decode(data)
    except SourceError:  # a refusal is an answer; a loss would not be
        return
    assert raw.encode(raw.text) == data


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGUAGES, PATHS)
def test_spans_lie_inside_the_text_and_are_not_empty(text: str, language: str | None, path: str) -> None:
    for finding in LINTER.lint(text, path=path, lang=language):
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        for fix in finding.fixes:
            assert list(fix.edits) == sorted(fix.edits)
            assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in fix.edits)


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGUAGES, PATHS)
def test_fixing_twice_is_fixing_once(text: str, language: str | None, path: str) -> None:
    for linter, up_to in ((LINTER, Safety.SAFE), (EAGER, Safety.UNSAFE)):
        known = linter.open(text, path=path, lang=language).language
        once = linter.fix(text, path=path, lang=known, up_to=up_to).text
        assert linter.fix(once, path=path, lang=known, up_to=up_to).text == once


@settings(max_examples=100, deadline=None)
@given(TEXTS, LANGUAGES)
def test_what_lies_outside_the_edits_stays_as_it_was(text: str, language: str | None) -> None:
    findings = LINTER.lint(text, lang=language)
    edits = edits_of(chosen(findings, Safety.UNSAFE))
    fixed, shift = apply(text, edits), 0
    last = 0
    for edit in edits:
        assert fixed[last + shift : edit.span.start + shift] == text[last : edit.span.start]
        shift += len(edit.text) - len(edit.span)
        last = edit.span.end
    assert fixed[last + shift :] == text[last:]


@settings(max_examples=100, deadline=None)
@given(TEXTS, LANGUAGES, st.data())
def test_accepted_findings_are_never_edited(text: str, language: str | None, data: st.DataObject) -> None:
    document = EAGER.open(text, lang=language)
    findings = check(document, EAGER.ruleset, EAGER.profile).findings
    kept = [finding for finding in findings if data.draw(st.booleans())]
    wanted = [Acceptance(each.path, each.rule_id, each.fingerprint) for each in kept]
    done = settle(document, EAGER.ruleset, EAGER.profile, up_to=Safety.UNSAFE, acceptances=wanted)
    for finding in done.checked.accepted:
        assert text[finding.span.start : finding.span.end] in done.document.text


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_a_pickled_linter_finds_the_same(text: str) -> None:
    assert pickle.loads(pickle.dumps(LINTER)).lint(text) == LINTER.lint(text)
