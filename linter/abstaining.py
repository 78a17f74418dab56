"""Which rules keep silent in which containers: what is a fault in an article may be right there.

A selector is a rule id, a family or a category, as on the command line. A rule that the user selects by its
id speaks everywhere; of pages the preset ``corpus`` wants all that is no article.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.language.lexicon import lexicon
from linter.rule import Profile
from linter.types import Finding

# Captions, labels and buttons stand where they belong, and as often as the page or program needs them.
_FURNITURE = ("boilerplate", "duplicate-line", "near-duplicate", "repetition.caption-twice",
              "repetition.repeated-lines", "repetition.repeated-sentence", "residue.untranslated-label")  # fmt: skip
# Each text of a program stands for itself: it may be a piece of a sentence, hold one bracket of two, say AND in
# capitals, be in title case, name a translation service, and begin or end in a space.
_PIECES = (*_FURNITURE, "fragment", "displaced-text", "bracket-mismatch", "stray-capital", "name-inconsistency",
           "repetition-loop", "mt-disclosure", "seams.seam-space-line-start", "repetition.repeated-phrase",
           "names.translated-in-context", "names.word-by-word", "residue.untranslated-word")  # fmt: skip
# Subtitles leave out full stops (Japanese puts spaces there), and a quotation runs over many of them.
_SPOKEN = (*_FURNITURE, "fragment", "displaced-text", "bracket-mismatch", "stray-capital", "quotes.unpaired-quote",
           "seams.seam-space", "seams.seam-space-after-mark")  # fmt: skip
_RESIDUE = "untranslated-residue"  # files declare languages that we hardly know, and cannot tell from others
SILENT: dict[str, tuple[str, ...]] = {
    "html": (*_FURNITURE, "disclosure.translation-service"),
    **dict.fromkeys(("srt", "vtt"), _SPOKEN),
    **dict.fromkeys(("po", "xliff", "tmx", "json", "yaml", "attribute"), _PIECES),
}


def speaking(findings: Iterable[Finding], container: str, profile: Profile) -> list[Finding]:
    """Return the findings of rules that speak in a container, or that the profile selects by their ids."""
    silent = SILENT.get(container, ())
    if container == "html" and profile.preset == "corpus":
        silent = ()
    return [each for each in findings if each.rule_id in profile.select or not _is_silent(each, silent)]


def _is_silent(finding: Finding, selectors: tuple[str, ...]) -> bool:
    if finding.category == _RESIDUE and lexicon(finding.language.partition("-")[0]) is None:
        return True
    names = (finding.rule_id, finding.rule_id.partition(".")[0], finding.category)
    return any(name in selectors for name in names)
