"""Words that the text of a link left behind, or that it became: sentences of our own, not those of the seeds."""

from __future__ import annotations

import pytest

from linter import Finding, Linter, Profile


def _found(text: str, language: str, *rules: str) -> list[tuple[str, str]]:
    findings: tuple[Finding, ...] = Linter(Profile(select=rules, language=language)).lint(text)
    return [(each.rule_id, text[each.span.start : each.span.end]) for each in findings]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Der Konzern hat ein kleines Unternehmen gekauft Solarwerk, das Module baut.", "gekauft Solarwerk"),
        ("Die Stadt will den alten Hafen bis zum Sommer sanieren Westkai.", "sanieren Westkai"),
        ("Sie sagte, dass der Vertrag bereits unterschrieben wurde Nordbank.", "wurde Nordbank"),
        ("Im Mai kündigte der Verein einen neuen Trainer an Jonas Blohm.", "an Jonas Blohm"),
        ("Sie baute ein Haus, um den Umbau anzukündigen Nordhof.", "anzukündigen Nordhof"),
    ],
)
def test_a_name_behind_the_end_of_its_clause_is_found(text: str, place: str) -> None:
    found = _found(text, "de", "seams.displaced-name", "seams.displaced-name-word")
    assert [each for _, each in found] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Sie will den alten Hafen bis zum Sommer für alle Menschen öffnen.",
        "Er hat vermehrt Kunden, gezielt Firmen und unbedingt Hunger.",
        "Er spricht zu jungen Leuten, zu vielen Kindern und zu alten Freunden.",
        "Der Vertrag wurde unterschrieben Ende Mai, gekündigt Anfang Juni.",
        "Sie kauft Brot und verkauft Milch, er war Bauer und bezahlt Steuern.",
        "Gegründet hat den Verein Anna Weber; erfunden wurde Porzellan.",
    ],
)
def test_good_german_has_no_stranded_name(text: str) -> None:
    assert _found(text, "de", "seams.displaced-name", "seams.displaced-name-word") == []


def test_the_name_is_proposed_before_the_verb_and_its_zu() -> None:
    text = "Sie kaufte Land, um den Garten zu vergrößern Nordstern."
    findings = Linter(Profile(select=("seams.displaced-name",), language="de")).lint(text)
    assert [fix.edits[0].text for each in findings for fix in each.fixes] == ["Nordstern zu vergrößern"]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("de", "Die Stadt arbeitet an Plänen von zu sprechen.", "von zu"),
        ("de", "Das Buch wurde von geschrieben Anna Weber.", "von geschrieben"),
        ("fr", "Trois personnes ont été blessées dans et l’enquête continue.", "dans et"),
        ("it", "La direttrice di ha rifiutato ogni commento.", "di ha"),
        ("es", "La familia vive en, donde tiene una casa.", "en,"),
        ("pt", "O relatório do foi publicado ontem.", "do foi"),
        ("nl", "Het bedrijf werkt samen met en bouwt een fabriek.", "met en"),
        ("fr", "Il est parti en raison le mauvais temps.", "en raison le"),
    ],
)
def test_a_word_without_its_object_is_found(language: str, text: str, place: str) -> None:
    assert _found(text, language, "seams.missing-object") == [("seams.missing-object", place)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Musik von und für Kinder, von zu Hause, um 11 am, der zum den Alten gehörende Hof."),
        ("fr", "Les avis pour et contre, un film de et avec Anne Morel, voter de par la loi."),
        ("it", "Pro e contro, con e senza zucchero, al di là del fiume."),
        ("es", "Con y sin azúcar, por y para el pueblo, según ha dicho."),
        ("pt", "Com e sem açúcar, por e para o povo, é o que é."),
        ("nl", "Met en zonder suiker, waar hij van is."),
    ],
)
def test_two_prepositions_may_share_an_object(language: str, text: str) -> None:
    assert _found(text, language, "seams.missing-object") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nach dem Treffen, Meyer sagte, dass er bleibt.", ", Meyer sagte"),
        ("Auf der letzten Konferenz, Nordstern zeigte ein neues Telefon.", ", Nordstern zeigte"),
        ("In diesem Bericht Müller erklärte, dass die Zahlen steigen.", "Müller erklärte"),
    ],
)
def test_a_subject_before_its_verb_after_a_fronted_phrase_is_found(text: str, place: str) -> None:
    found = _found(text, "de", "seams.verb-order", "seams.verb-order-word")
    assert [each for _, each in found] == [place]


def test_an_enumeration_and_a_reported_sentence_keep_their_order() -> None:
    text = "In der Stadt, Köln genannt, leben viele. Auf der Messe sagte sie, Nordstern zeigte ein neues Gerät.\n"
    assert _found(text, "de", "seams.verb-order", "seams.verb-order-word") == []


_FRONTED = ("seams.verb-order", "seams.verb-order-word")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Nach der Sitzung in Ulm, die Partei forderte einen neuen Plan."),
        ("de", "Im Mai, Nordstern kündigte den Bau an."),
        ("de", "In seiner Rede Blohm erklärte, dass der Bau im Mai beginnt."),
        ("de", "In diesem Gespräch Blohm sprach über den neuen Plan."),
        ("nl", "Het regende. Tijdens de beurs in Breda, de directeur kondigde een nieuw plan aan."),
        ("nl", "Het regende. In dit gesprek Smit sprak over haar plannen."),
        ("nl", "Het regende. In haar boek Smit waarschuwde voor de gevolgen."),
    ],
)
def test_a_subject_before_the_verb_after_a_front_is_found(language: str, text: str) -> None:
    assert len(_found(text, language, *_FRONTED)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "In der Stadt, die Nordstern baute, wohnt heute niemand mehr."),
        ("de", "In seinem Buch Morgenrot erklärte er die Sterne."),
        ("de", "Mit seiner Frau Anna wohnte er lange in Ulm."),
        ("nl", "Het regende. In de stad, de grootste van het land, bouwde Noordster een fabriek."),
        ("nl", "Het regende. In zijn boek Morgen beschreef hij de sterren."),
        ("nl", "Het regende. Tijdens de beurs kondigde de directeur een plan aan."),
    ],
)
def test_a_right_order_is_left_alone(language: str, text: str) -> None:
    assert _found(text, language, *_FRONTED) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("De gemeente wil volgend jaar in het park bouwen Noordster.", "bouwen Noordster"),
        ("Het bestuur heeft vorige week nog benoemd Jan de Wit.", "benoemd Jan de Wit"),
    ],
)
def test_a_name_behind_a_dutch_verb_is_found(text: str, place: str) -> None:
    assert [each for _, each in _found(text, "nl", "seams.displaced-name")] == [place]


def test_a_dutch_plural_before_names_is_no_verb() -> None:
    assert (
        _found("De strijd kan weer gaan tussen de broers Jansen, Smit en De Wit.", "nl", "seams.displaced-name") == []
    )


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("nl", "De directeur werd benoemd door en begint in mei.", "door en"),
        ("it", "Il quadro fu attribuito a e venduto a Vienna.", "a e"),
        ("es", "El grupo firmó un acuerdo con para abrir una tienda.", "con para"),
        ("pt", "O grupo assinou um acordo com para abrir uma loja.", "com para"),
    ],
)
def test_an_agent_or_a_partner_that_is_gone_is_found(language: str, text: str, place: str) -> None:
    assert [each for _, each in _found(text, language, "seams.missing-object")] == [place]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Zij gaan door en winnen de wedstrijd."),
        ("de", "Er bringt sein Brot mit und setzt sich."),
        ("it", "I segni servono per, rispettivamente, due e tre righe."),
        ("it", "I punti a e b sono lontani."),
    ],
)
def test_particles_insertions_and_letters_need_no_object(language: str, text: str) -> None:
    assert _found(text, language, "seams.missing-object") == []


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("ja", "橋が完成した。によると、費用は増えた。", "によると"),
        ("ja", "新しい計画がによって支えられた。", "がによって"),
        ("zh", "桥已经建好。据，费用增加了。", "据，"),
    ],
)
def test_particles_without_their_noun_are_found(language: str, text: str, place: str) -> None:
    assert [each for _, each in _found(text, language, "seams.missing-noun")] == [place]
