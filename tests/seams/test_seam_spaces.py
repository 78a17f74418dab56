"""Spaces in Japanese and Chinese: after marks, between words, at line starts; habits are respected."""

from __future__ import annotations

import pytest

from linter import Linter, Profile
from linter.types import Finding, Safety


def _found(text: str, language: str = "ja") -> tuple[Finding, ...]:
    rules = ("seams.seam-space", "seams.seam-space-after-mark", "seams.seam-space-line-start")
    return Linter(Profile(select=rules, language=language)).lint(text, path="text.txt")


def test_only_the_space_after_a_full_stop_is_safe_to_delete() -> None:
    stop, comma = _found("駅は閉まっている。 次の列車は朝に出るが、 乗る人は少ない。")
    assert [each.fixes[0].safety for each in (stop, comma)] == [Safety.SAFE, Safety.UNSAFE]


@pytest.mark.parametrize(
    "text",
    [
        "まず、 蓋を開け、 水を入れ、 火にかけ、 塩を足し、 十分待ちます。",
        "本当だ！　次の列車は来ない。",
        "この町では Linux を使う人が増えているが、まだ少ない。",
        "第一章 春の庭",
        "新しいメール サーバーは、明日の朝から町の人々が使えるようになる。",
    ],
)
def test_habits_headings_and_full_width_spaces_stay(text: str) -> None:
    assert _found(text) == ()


def test_a_space_inside_a_word_is_found() -> None:
    text = "町の人々は新しい駅の計画を提供 された資料で読み、意見を述べた。"
    (finding,) = _found(text)
    assert text[finding.span.start - 2 : finding.span.end + 2] == "提供 され"


def test_a_space_beside_a_term_in_latin_letters_is_no_fault() -> None:
    assert _found("次に Java 言語 を学ぶ人は多いが、最後まで続ける人は少ない。") == ()
