"""The Python interface: check and fix texts without files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from linter.pipeline import check, settle
from linter.record import record
from linter.rule import Profile
from linter.ruleset import Ruleset
from linter.source.opening import open_document
from linter.types import UNKNOWN_LANGUAGE, Document, Finding, Original, Safety

NO_PATH = "<text>"


@record
class FixResult:
    """A fixed text, the findings that were fixed in it, and those that are left (spans in the new text)."""

    text: str
    applied: tuple[Finding, ...]
    left: tuple[Finding, ...]


class Linter:
    """Rules made ready once, for many texts. Can be pickled: a worker makes them ready anew.

    >>> linter = Linter()
    >>> [finding.rule_id for finding in linter.lint("Ein Satz ohne Fehler.", lang="de")]
    []
    """

    def __init__(self, profile: Profile | None = None) -> None:
        """Raises ConfigError if the profile names a rule that does not exist."""
        self.profile = profile or Profile()
        self.ruleset = Ruleset(self.profile)

    def __reduce__(self) -> tuple[type[Linter], tuple[Profile]]:
        return Linter, (self.profile,)

    def open(self, text: str, *, path: str | None = None, lang: str | None = None) -> Document:
        """Return the document of a text; its suffix tells Markdown and HTML from plain text."""
        return open_document(text, path=path or NO_PATH, language=lang or self.profile.language)

    def lint(
        self, text: str, *, path: str | None = None, lang: str | None = None, original: Original | None = None
    ) -> tuple[Finding, ...]:
        """Return the findings of a text in order; spans in code points of ``text``.

        ``original`` is the text that it was translated from, if that is known.
        """
        document = replace(self.open(text, path=path, lang=lang), original=original)
        return check(document, self.ruleset, self.profile).findings

    def lint_many(self, texts: Iterable[str], *, lang: str | None = None) -> Iterator[tuple[Finding, ...]]:
        """Yield the findings of each text, in order."""
        for text in texts:
            yield self.lint(text, lang=lang)

    def fix(
        self,
        text: str,
        *,
        path: str | None = None,
        lang: str | None = None,
        up_to: Safety | None = None,
        original: Original | None = None,
    ) -> FixResult:
        """Return the text after all fixes of at least the safety ``up_to`` (by default the profile's, else SAFE).

        Raises UnstableFixError if the fixes do not come to rest.
        """
        wished = up_to or self.profile.fix_up_to or Safety.SAFE
        document = replace(self.open(text, path=path, lang=lang), original=original)
        done = settle(document, self.ruleset, self.profile, up_to=wished)
        return FixResult(done.document.text, done.applied, done.checked.findings)


@cache
def _linter(profile: Profile) -> Linter:
    return Linter(profile)


def lint_text(
    text: str, *, path: str | None = None, lang: str | None = None, profile: Profile | None = None
) -> tuple[Finding, ...]:
    """Return the findings of a text in order; spans in code points of ``text``.

    >>> lint_text("Ein Satz ohne Fehler.", lang="de")
    ()
    """
    return _linter(profile or Profile()).lint(text, path=path, lang=lang)


def fix_text(
    text: str, *, path: str | None = None, lang: str | None = None, profile: Profile | None = None
) -> FixResult:
    """Return the text after all safe fixes, or after those that the profile allows.

    >>> fix_text("Ein Satz ohne Fehler.", lang="de").text
    'Ein Satz ohne Fehler.'
    """
    return _linter(profile or Profile()).fix(text, path=path, lang=lang)


def lint_pair(
    source: str,
    target: str,
    *,
    source_lang: str | None = None,
    target_lang: str | None = None,
    path: str | None = None,
    source_path: str | None = None,
    profile: Profile | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of a translation, alone and against its source; spans in code points of ``target``.

    A segment or a whole page; ``path`` tells Markdown and HTML from plain text. A language that is not given is
    identified.

    >>> [finding.rule_id for finding in lint_pair("Use 24 bits.", "Nutze 42 Bit.", source_lang="en", target_lang="de")]
    ['pairs.number']
    """
    original = Original(source, source_path or "", source_lang or UNKNOWN_LANGUAGE)
    return _linter(profile or Profile()).lint(target, path=path, lang=target_lang, original=original)
