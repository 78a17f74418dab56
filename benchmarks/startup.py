"""How long `lint` takes on one small file, as a multiple of `python -c pass`: medians of paired runs."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15
TEXTS = {
    "ASCII": "The committee met on Monday and adopted the report without a vote.\n",
    "German": "Der Ausschuss trat am Montag zusammen und nahm den Bericht über die Brücke ohne Abstimmung an.\n",
}


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in TEXTS.items():
            path = Path(folder, f"{name}.txt")
            path.write_text(text, "utf-8")
            command = [sys.executable, "-m", "linter", str(path), "--no-config"]
            _seconds(command)  # compiles the rules where that was not done yet
            pairs = [(_seconds([sys.executable, "-c", "pass"]), _seconds(command)) for _ in range(RUNS)]
            nothing, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
            ratio = statistics.median(own / bare for bare, own in pairs)
            print(f"{name}: {1000 * ours:.0f} ms, python -c pass {1000 * nothing:.0f} ms, ratio {ratio:.1f}")


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
