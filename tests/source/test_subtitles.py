"""SubRip and WebVTT: sentences are read across cues, timing is never touched."""

from __future__ import annotations

import pytest

from linter.errors import SourceError
from tests.source.prose import fixed, marked, read, segments

SRT = """1
00:00:01,000 --> 00:00:04,000
Das ist ein <i>schöner</i> Satz , der
über zwei Zeilen und

2
00:00:05,000 --> 00:00:08,000 X1:1 X2:2
zwei  Untertitel geht.

3
00:00:09,000 --> 00:00:11,000
{\\an8}- Wer ist da?
- Ich , seit
1984

4
00:00:12,000 --> 00:00:14,000
Ende
"""
VTT = """WEBVTT - Ein Titel , so
Kind: captions
Language: de

NOTE Das ist  keine Prosa ,
wirklich nicht

STYLE
::cue { color : red }

erste Szene , hier
00:01.000 --> 00:04.000 line:0 position:20%
<v Anna>Das ist &amp; <c.gelb>bleibt</c> ein
<00:02.000>Satz , der hier endet.

00:05.000 --> 00:06.000
こんにちは
世界です。
"""


def test_a_sentence_runs_over_lines_and_cues() -> None:
    assert segments(SRT, "film.srt") == [
        "Das ist ein schöner Satz , der über zwei Zeilen und zwei  Untertitel geht.",
        "- Wer ist da?",
        "- Ich , seit 1984 Ende",
    ]


def test_webvtt_reads_cues_only() -> None:
    assert read(VTT, "film.vtt") == {"de": ["Das ist & bleibt ein Satz , der hier endet.", "こんにちは世界です。"]}


def test_a_fix_never_touches_what_is_no_text() -> None:
    for text, path in ((SRT, "a.srt"), ("\ufeff" + SRT.replace("\n", "\r\n"), "a.srt"), (VTT, "a.vtt")):
        right = text.replace("Satz ,", "Satz,").replace("Ich ,", "Ich,").replace("zwei  Unter", "zwei Unter")
        assert fixed(text, path) == right


def test_a_word_that_stands_twice_across_cues_is_found_but_not_fixed() -> None:
    text = (
        SRT.replace("Zeilen und", "Zeilen und und")
        .replace("und und\n", "und\n")
        .replace("zwei  Unter", "und zwei Unter")
    )
    (found,) = [there for rule, there in marked(text, "a.srt") if rule == "repetition.repeated-word"]
    assert found.split("\n") == ["und", "", "2", "00:00:05,000 --> 00:00:08,000 X1:1 X2:2", "und"]
    assert fixed(text, "a.srt").count("und zwei") == 1


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("1\n00:00:01,000 -> 00:00:04,000\nText\n", "a.srt", 2),
        ("1\n00:00:01,000 --> 00:00:04,000\nText\n\n2\n00:00:05 --> 00:00:06\nText\n", "a.srt", 6),
        ("Nur Text\n", "a.srt", 1),
        ("00:01.000 --> 00:02.000\nText\n", "a.vtt", 1),
    ],
)
def test_a_broken_file_is_named_with_its_line(text: str, path: str, line: int) -> None:
    with pytest.raises(SourceError) as caught:
        read(text, path)
    assert caught.value.line == line


def test_empty_subtitles_are_no_fault() -> None:
    assert read("", "a.srt") == read("WEBVTT\n", "a.vtt") == {}
