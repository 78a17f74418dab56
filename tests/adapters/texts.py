"""Texts for all engines, and what ``lint`` makes of them."""

from __future__ import annotations

from linter import Linter

TEXTS = (
    "Der Verein lÃ¤dt am Samstag zu seinem Sommerfest am Hafen ein. Der Eintritt ist frei.",
    "Le conseil a approuvé le nouveau budget mardi soir, après trois heures de débat.",
    "The bridge will be closed for two weeks.  Drivers are asked to use the ring road.",
    "Der Bericht liegt vor.\n\nHinterlasse einen Kommentar\n\nDeine E-Mail-Adresse wird nicht veröffentlicht.\n"
    "Erforderliche Felder sind mit * markiert\nName *\nE-Mail *\nWebsite\n",
    "",
)
BUDGET = "boilerplate>=3"


def fixed() -> list[str]:
    """The texts after safe fixes."""
    linter = Linter()
    return [linter.fix(text).text for text in TEXTS]


def rules() -> list[list[str]]:
    """The rules that are broken in each text."""
    linter = Linter()
    return [[finding.rule_id for finding in linter.lint(text)] for text in TEXTS]
