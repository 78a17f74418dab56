"""The packs of page furniture: every term is found, stands once, and no everyday sentence is furniture."""

from __future__ import annotations

from collections import defaultdict

import pytest

from linter import Linter, lint_text
from linter.catalog.compiled import shipped
from linter.detectors.boilerplate import Boilerplate
from linter.detectors.boilerplate_terms import Slotted, has_slots, key_of, phrase
from linter.detectors.boilerplate_words import words_of
from linter.detectors.literals import is_selective
from linter.rule import Profile, Rule

PACKS: tuple[Rule, ...] = tuple(rule for rule in shipped().whole_rules if rule.kind == "boilerplate")
LANGUAGES = sorted({language for rule in PACKS for language in rule.languages} - {"*"})
FIRST = ["de", "fr", "it", "es", "pt", "nl", "pl", "ru", "ja", "zh", "ko", "en", "cs", "sv"]
EVERYDAY = {
    "de": "Sie hinterließ ihm einen Kommentar zu seiner Anzeige. Der Newsletter kam am Freitag.",
    "en": "He shared the article with friends and left a comment. The cart was empty by noon.",
    "fr": "Il a laissé un commentaire sur la publicité. La page était introuvable dans le registre.",
    "it": "Ha lasciato un commento sulla pubblicità. La pagina mancava nel registro del comune.",
    "es": "Dejó un comentario sobre la publicidad. La página faltaba en el registro del pueblo.",
    "pt": "Deixou um comentário sobre a publicidade. A página faltava no registro da aldeia.",
    "nl": "Zij liet een reactie achter bij zijn advertentie. De nieuwsbrief kwam op vrijdag aan.",
    "pl": "Zostawiła mu komentarz pod reklamą. Biuletyn przyszedł dopiero w piątek rano.",
    "ru": "Она оставила ему комментарий под рекламой. Газета пришла только в пятницу утром.",
    "ja": "彼女は広告に短いコメントを残して部屋を出た。関連する記事は翌朝の新聞に載った。",
    "zh": "她在广告下面留下了一条评论就离开了房间。相关文章第二天早上登在报纸上。",
    "ko": "그녀는 광고 밑에 댓글을 하나 남기고 방을 나갔다. 관련된 기사는 다음 날 신문에 실렸다.",
    "cs": "Nechala mu komentář pod reklamou. Zpravodaj přišel teprve v pátek ráno.",
    "sv": "Hon lämnade en kommentar under hans annons. Nyhetsbrevet kom först på fredagen.",
}


def params_of(rule: Rule) -> Boilerplate:
    assert isinstance(rule.params, Boilerplate)
    return rule.params


@pytest.mark.parametrize("rule", PACKS, ids=lambda rule: rule.id)
def test_every_phrase_has_a_word_that_it_can_be_looked_up_by(rule: Rule) -> None:
    params = params_of(rule)
    for terms in (params.phrases, params.labels, params.statements):
        lost = [(lang, term) for lang, listed in terms.items() for term in listed if not phrase(term).literals(lang)]
        assert lost == []


@pytest.mark.parametrize("rule", PACKS, ids=lambda rule: rule.id)
def test_every_line_with_slots_has_a_word_that_it_can_be_looked_up_by(rule: Rule) -> None:
    slotted = [term for listed in params_of(rule).lines.values() for term in listed if has_slots(term)]
    assert [term for term in slotted if not is_selective(Slotted(term).literal)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_whole_line_stands_in_two_rules(language: str) -> None:
    owners = defaultdict(set)
    for rule in PACKS:
        for term in params_of(rule).lines.get(language, ()):
            if not has_slots(term):
                owners[key_of(term)].add(rule.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_of_a_pack_has_its_words(language: str) -> None:
    assert len(words_of(language).content) > 100


@pytest.mark.parametrize("rule", PACKS, ids=lambda rule: rule.id)
def test_every_language_code_is_one_that_the_project_knows(rule: Rule) -> None:
    assert set(rule.languages) - {"*"} <= set(LANGUAGES) & set(shipped().languages)


@pytest.mark.parametrize("language", FIRST)
def test_everyday_sentences_are_no_furniture(language: str) -> None:
    found = lint_text(EVERYDAY[language], lang=language)
    assert [each.rule_id for each in found if each.category in ("boilerplate", "mt-disclosure")] == []


@pytest.mark.parametrize("language", FIRST)
def test_every_whole_line_of_the_packs_is_found_in_the_middle_of_a_text(language: str) -> None:
    linter = Linter(Profile(select=("boilerplate", "disclosure", "chatter")))
    body = f"{EVERYDAY[language]}\n\n" * 3
    lost = []
    for rule in PACKS:
        for term in params_of(rule).lines.get(language, ()):
            line = term.replace("{n}", "3")
            if not has_slots(term) and not linter.lint(f"{body}{line}\n\n{body}", lang=language):
                lost.append((rule.id, line))
    assert lost == []
