"""Measures a portfolio of 1,000 proposals beside the check of them.

    python bench/portfolio.py           # 500 cities in two rounds of 8 KB each; half a minute

Prints seconds and the peak memory of the process and of its largest helper.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import proposal
from run import heads, row

CITIES, SIZE = 500, 8_000

MEASURED = """
import resource, sys
from smartcert.cli.main import main
main(sys.argv[1:])
who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
peaks = [resource.getrusage(each).ru_maxrss // 1024 for each in who]
print(*peaks, file=sys.stderr)
"""

COMMANDS = {
    "check --quiet": ("check", ".", "--quiet"),
    "portfolio": ("portfolio", "."),
    "portfolio, every format": (
        "portfolio", ".", "--format", "html=p.html", "--format", "json=p.json",
        "--format", "xlsx=p.xlsx", "--format", "csv=p.csv", "--force",
    ),
}  # fmt: skip


def write_cities(folder: Path, count: int) -> None:
    """Write two rounds of so many cities."""
    text = proposal(SIZE)
    for number in range(count):
        place = folder / f"city-{number:03}"
        place.mkdir()
        for turn in (1, 2):
            made = text.replace("round: 1", f"round: {turn}").replace(
                "name: เมืองสายธาร", f"name: เมืองสมมติ {number}"
            )
            (place / f"round-{turn}.yaml").write_text(made, encoding="utf-8")


def main() -> None:
    heads("command", "seconds", "peak MB", "peak MB of a helper")
    with tempfile.TemporaryDirectory() as made:
        write_cities(Path(made), CITIES)
        for name, arguments in COMMANDS.items():
            start = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-c", MEASURED, *arguments],
                cwd=made,
                capture_output=True,
                encoding="utf-8",
                check=True,
            )
            seconds = time.perf_counter() - start
            row(name, f"{seconds:.1f}", *done.stderr.split()[-2:])


if __name__ == "__main__":
    main()
