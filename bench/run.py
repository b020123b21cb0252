"""Measures smartcert beside yamllint, check-jsonschema and bare Python, in one run, interleaved.

    python bench/run.py            # everything; some minutes
    python bench/run.py --quick    # without the 5 MB file

Runs whole processes, prints the median of each, ratios, peak memory and how cost grows with size.
"""

from __future__ import annotations

import math
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from generate import proposal

HERE = Path(__file__).resolve().parent
SCHEMA = HERE.parent / "src" / "smartcert" / "model" / "proposal.schema.json"
SIZES = {"8 KB": 8_000, "50 KB": 50_000, "500 KB": 500_000, "5 MB": 5_000_000}
FOLDER = 1_000
RUNS = {"8 KB": 15, "50 KB": 15, "500 KB": 7, "5 MB": 3}
BIN = Path(sys.executable).parent


def spend(command: list[str]) -> tuple[float, float]:
    """Run a command to its end; give milliseconds of wall time and MB of peak memory."""
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    spent = (time.perf_counter() - start) * 1000
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"failed with {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return spent, usage.ru_maxrss / 1024


def compare(commands: dict[str, list[str]], runs: int) -> dict[str, tuple[float, float]]:
    """Run commands in turn, so that noise falls on all alike; give the median of each and its peak memory."""
    for command in commands.values():
        spend(command)
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(spend(command))
    return {
        name: (statistics.median(t for t, _ in rows), max(m for _, m in rows))
        for name, rows in found.items()
    }


def row(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def starts() -> None:
    """Compare what a person feels first."""
    smartcert = str(BIN / "smartcert")
    found = compare(
        {
            "bare Python": [sys.executable, "-c", "pass"],
            "--version": [smartcert, "--version"],
            "--help": [smartcert, "--help"],
        },
        21,
    )
    bare = found["bare Python"][0]
    print("\n## Start\n")
    row("command", "median ms", "× bare Python", "peak MB")
    row("---", "---:", "---:", "---:")
    for name, (spent, memory) in found.items():
        row(name, f"{spent:.1f}", f"{spent / bare:.1f}", f"{memory:.0f}")


def files(folder: Path, sizes: dict[str, int]) -> None:
    """Compare one file of each size."""
    print("\n## One file\n")
    row(
        "size",
        "smartcert ms",
        "yamllint ms",
        "check-jsonschema ms",
        "÷ yamllint",
        "÷ check-jsonschema",
        "smartcert peak MB",
    )
    row(*["---"], *["---:"] * 6)
    points = []
    for name, size in sizes.items():
        file = folder / f"{size}.yaml"
        file.write_text(proposal(size), encoding="utf-8")
        found = compare(
            {
                "smartcert": [str(BIN / "smartcert"), "check", str(file)],
                "yamllint": [str(BIN / "yamllint"), "-d", "relaxed", str(file)],
                "check-jsonschema": [
                    str(BIN / "check-jsonschema"),
                    "--schemafile",
                    str(SCHEMA),
                    str(file),
                ],
            },
            RUNS[name],
        )
        ours, memory = found["smartcert"]
        yamllint, schema = found["yamllint"][0], found["check-jsonschema"][0]
        points.append((file.stat().st_size, ours))
        row(
            name,
            f"{ours:.0f}",
            f"{yamllint:.0f}",
            f"{schema:.0f}",
            f"{ours / yamllint:.2f}",
            f"{ours / schema:.2f}",
            f"{memory:.0f}",
        )
    print(f"\nGrowth exponent between the two largest: {exponent(points[-2], points[-1]):.2f}")


def exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    """Return k of time ~ size^k."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])


def many(folder: Path) -> None:
    """Measure a folder of proposals, and what is left when the start-up of one is taken away."""
    inside = folder / "many"
    inside.mkdir()
    text = proposal(8_000)
    for number in range(FOLDER):
        (inside / f"p{number:04}.yaml").write_text(
            text.replace("สายธาร", f"สายธาร {number}"), encoding="utf-8"
        )
    smartcert = str(BIN / "smartcert")
    found = compare(
        {
            "folder": [smartcert, "check", str(inside)],
            "one": [smartcert, "check", str(inside / "p0000.yaml")],
        },
        5,
    )
    spent = found["folder"][0] - found["one"][0]
    print(f"\n## {FOLDER:,} proposals of 8 KB\n")
    print(
        f"{found['folder'][0] / 1000:.2f} s on {os.cpu_count()} processors; {FOLDER / spent * 1000:.0f} a second after start-up."
    )


def main() -> None:
    sizes = {
        name: size for name, size in SIZES.items() if "--quick" not in sys.argv or size < 1_000_000
    }
    for tool in ("smartcert", "yamllint", "check-jsonschema"):
        if shutil.which(tool, path=str(BIN)) is None:
            sys.exit(f"{tool} is not installed beside {sys.executable}")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        starts()
        files(folder, sizes)
        many(folder)


if __name__ == "__main__":
    main()
