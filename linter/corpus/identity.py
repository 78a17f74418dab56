"""What tells texts and rule sets apart: hashes that are the same on every machine."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

from linter.catalog.fingerprint import content_hash
from linter.resources import rules_folder
from linter.rule import Profile
from linter.types import Knowledge

_SIZE = 12  # bytes: 2**48 texts before two may share a hash


def hash_of_bytes(data: bytes) -> str:
    """Return the hash of a file."""
    return blake2b(data, digest_size=_SIZE).hexdigest()


def hash_of_text(text: str) -> str:
    """Return the hash of a record's text."""
    return hash_of_bytes(text.encode("utf-8", "surrogatepass"))


@cache
def ruleset_hash(profile: Profile) -> str:
    """Return the hash of all that findings depend on but the text: rules, their choice, knowledge, mtlint itself."""
    folders = (rules_folder(), *map(Path, profile.rule_folders))
    chosen = (profile.preset, sorted(profile.select), sorted(profile.ignore), profile.min_confidence.name)
    parts = (*map(content_hash, folders), repr(chosen), *_known(profile.knowledge))
    return hash_of_text("\0".join(parts))


def _known(knowledge: Knowledge) -> tuple[str, ...]:
    terms = sorted(map(repr, knowledge.terms))
    return tuple(map(repr, (sorted(knowledge.names), sorted(knowledge.lines), sorted(knowledge.glossary), terms)))
