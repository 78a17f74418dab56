"""The closing sentences: counts, what a fix would repair, and what was not checked and why."""

from __future__ import annotations

from collections.abc import Iterator

from linter.outcome import Summary

_SHOWN_REASONS = 6


def closing(summary: Summary) -> list[str]:
    """Return the closing sentences, one a line."""
    return [_findings(summary), *_notes(summary)]


def _findings(summary: Summary) -> str:
    files = count(summary.files, "file")
    if summary.records:
        files += f" ({count(summary.records, 'record')})"
    counted = [
        count(summary.errors, "error"),
        count(summary.warnings, "warning"),
        count(summary.infos, "info", "infos"),
    ]
    if not summary.findings:
        text = f"No findings in {files}" if summary.files else "No file was checked"
    else:
        levels = ", ".join(text for text in counted if not text.startswith("0 "))
        text = f"{count(summary.findings, 'finding')} in {files} ({levels})"
    repairs = []
    if summary.safe:
        repairs.append(f"--fix repairs {summary.safe}")
    if summary.unsafe:
        more = " more" if summary.safe else ""
        repairs.append(f"--unsafe-fixes {'repairs ' if not more else ''}{summary.unsafe}{more}")
    return "; ".join([text, *repairs]) + "."


def _notes(summary: Summary) -> Iterator[str]:
    if summary.fixed:
        yield f"Fixed {count(summary.fixed, 'finding')} in {count(summary.changed, 'file')}."
    if summary.dropped:
        yield f"Dropped {count(summary.dropped, 'record')}."
    if summary.hidden:
        yield f"{count(summary.hidden, 'finding')} not shown (--max-findings)."
    if summary.accepted:
        yield f"{count(summary.accepted, 'finding')} accepted by the baseline or a comment."
    if summary.stale:
        verb = "accepts" if summary.stale == 1 else "accept"
        yield f"{count(summary.stale, 'entry', 'entries')} of the baseline {verb} nothing any more."
    if summary.outside:
        yield f"{count(summary.outside, 'finding')} on unchanged lines (--since)."
    if summary.undetermined:
        yield (
            f"{count(summary.undetermined, 'file')} in an unknown language, so only rules for every language ran "
            "there (--lang says the language)."
        )
    if summary.skipped:
        yield f"Skipped {_reasons(summary.skipped)}."
    unchecked = len({each.path for each in summary.problems if each.unchecked})
    if unchecked:
        yield f"{count(unchecked, 'path')} not checked, or not in full: see the lines that begin with “mtlint:”."


def _reasons(skipped: dict[str, list[str]]) -> str:
    """Return how many files were left out for what reason, the most frequent first."""
    ordered = sorted(skipped.items(), key=lambda item: (-len(item[1]), item[0]))
    shown = [f"{len(paths)} {why}" for why, paths in ordered[:_SHOWN_REASONS]]
    rest = sum(len(paths) for _, paths in ordered[_SHOWN_REASONS:])
    return ", ".join([*shown, *([f"{rest} others (--verbose lists them)"] if rest else [])])


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"
