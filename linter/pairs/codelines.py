"""Lines of code that were translated: comments and strings may be, names and commands may not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from linter.lazy import lazy

_COMMENT = lazy(r"(?:(?<=\s)|^)(?:#|//|--\s|;;|<!--|/\*|\*|%|REM\b|'\s).*$", regex.IGNORECASE)
_STRING = lazy(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`|“[^”\n]*”|>[^<>\n]+<")
_OTHER_LETTER = lazy(r"(?!\p{ASCII})\p{L}")
_PROMPT = lazy(r"^\s*(?:[\w.@~/:-]*[$#>%]\s+)?")
_NAME = lazy(r"\p{L}\w*")
_CODE_SIGN = lazy(
    r"\w\(|\w\s*[-+*/|&:]?=|;\s*$|^\s*[<\[}\])@]|\$\w|=>|::|->|\{\s*$"
    r"|^\s*(?:import|from|def|class|return|for|if|while|const|let|var|function|public|private|export)\b"
)
_WORD = lazy(r"[a-z]{3,}")
_OPTION = lazy(r"(?<!\S)--?[A-Za-z][\w-]*")
_SHELLS = frozenset({"sh", "bash", "shell", "console", "zsh", "shell-session", "powershell", "ps1", "cmd", "bat"})


class Change(NamedTuple):
    """A line of code that was translated, and how the source has it; ``is_plain``: without comment and string."""

    start: int
    end: int
    right: str
    at: int
    is_plain: bool


class _Line(NamedTuple):
    start: int
    end: int
    text: str


def changes(source: str, target: str) -> Iterator[Change]:
    """Yield the lines of a code block that were translated outside of comments and strings."""
    theirs, ours = _lines(source), _lines(target)
    if len(theirs) != len(ours) or source == target:
        return
    is_shell = source.strip("`~ \t>").partition("\n")[0].strip().lower() in _SHELLS
    for one, other in zip(theirs, ours, strict=True):
        if one.text != other.text and _is_translated(one.text, other.text, is_shell=is_shell):
            is_plain = not any(_COMMENT.search(line) or _STRING.search(line) for line in (one.text, other.text))
            lead = len(other.text) - len(other.text.lstrip())
            right = one.text.strip()
            yield Change(other.start + lead, other.start + len(other.text.rstrip()), right, one.start, is_plain)


def _lines(code: str) -> list[_Line]:
    """Return the lines between the fences that are not blank."""
    lines, at = [], 0
    for text in code.split("\n"):
        if text.strip(" \t\r>") and not text.strip(" \t>").startswith(("```", "~~~")):
            lines.append(_Line(at, at + len(text), text))
        at += len(text) + 1
    return lines


def _bare(line: str) -> str:
    """Return a line without its strings and its comment."""
    return _COMMENT.sub("", _STRING.sub("''", line)).strip()


def _is_translated(source: str, target: str, *, is_shell: bool) -> bool:
    one, other = _bare(source), _bare(target)
    if not one or one == other or _is_prose(one):
        return False
    if _OTHER_LETTER.search(other) and not _OTHER_LETTER.search(one):
        return (is_shell or _CODE_SIGN.search(one) is not None) and not _are_fillers(one, other)
    return is_shell and _is_other_command(one, other)


def _are_fillers(source: str, target: str) -> bool:
    """True if only words in capitals differ, which stand for what the reader puts there: FILE_NAME."""
    kept = set(_NAME.findall(target))
    return all(word.isupper() for word in _NAME.findall(source) if word not in kept)


def _is_prose(code: str) -> bool:
    """True if a line reads like a sentence: the output of a program, say."""
    words = regex.findall(r"(?<!\S)[A-Za-z]+[,.;:!?]?(?!\S)", code)
    return len(words) > 5 and 10 * len(words) > 7 * len(code.split())


def _is_other_command(source: str, target: str) -> bool:
    """True if the command, its subcommand or an option differs."""
    one, other = (_PROMPT.sub("", line).split() for line in (source, target))
    if len(one) != len(other) or not one or one[0] != other[0]:
        return False
    is_other = len(one) > 1 and one[1] != other[1] and bool(_WORD.fullmatch(one[1]) and _WORD.fullmatch(other[1]))
    return is_other or sorted(_OPTION.findall(source)) != sorted(_OPTION.findall(target))
