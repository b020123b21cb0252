"""Measures smartcert beside yamllint, check-jsonschema and bare Python, in one run, interleaved.

    python bench/run.py                    # everything; some minutes
    python bench/run.py --quick            # without the 5 MB file
    python bench/run.py --against FOLDER   # this checkout beside another one, and nothing else

Runs whole processes, prints the median of each, ratios, peak memory and how cost grows with size.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from generate import proposal

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "src" / "smartcert" / "schema" / "proposal.schema.json"
SIZES = {"8 KB": 8_000, "50 KB": 50_000, "500 KB": 500_000, "5 MB": 5_000_000}
FOLDER = 1_000
RUNS = {"8 KB": 15, "50 KB": 15, "500 KB": 7, "5 MB": 3}
STARTS = 21
BIN = Path(sys.executable).parent


class Command(NamedTuple):
    """What is run, and in which environment."""

    words: list[str]
    env: dict[str, str] | None = None


class Cost(NamedTuple):
    """What one process took: milliseconds of wall time, and MB of memory at its peak."""

    spent: float
    memory: float


def spend(command: Command) -> Cost:
    """Run a command to its end; return what it took. Anything but exit code 0 or 1 ends us."""
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    env = os.environ if command.env is None else command.env
    start = time.perf_counter()
    process = os.posix_spawn(command.words[0], command.words, env, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    spent = (time.perf_counter() - start) * 1000
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"failed with {os.waitstatus_to_exitcode(status)}: {' '.join(command.words)}")
    return Cost(spent, usage.ru_maxrss / 1024)


def compare(commands: dict[str, Command], runs: int) -> dict[str, Cost]:
    """Run commands in turn, so that noise falls on all alike; return medians and peak memory."""
    for command in commands.values():
        spend(command)
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(spend(command))
    return {
        name: Cost(
            statistics.median(cost.spent for cost in costs), max(cost.memory for cost in costs)
        )
        for name, costs in found.items()
    }


def row(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def heads(*cells: str) -> None:
    row(*cells)
    row("---", *["---:"] * (len(cells) - 1))


def smartcert(*words: str | Path) -> Command:
    return Command([str(BIN / "smartcert"), *map(str, words)])


def starts() -> None:
    """Compare what a person feels first."""
    bare = Command([sys.executable, "-c", "pass"])
    commands = {name: smartcert(name) for name in ("--version", "--help")}
    found = compare({"bare Python": bare, **commands}, STARTS)
    print("\n## Start\n")
    heads("command", "median ms", "× bare Python", "peak MB")
    for name, (spent, memory) in found.items():
        row(name, f"{spent:.1f}", f"{spent / found['bare Python'].spent:.1f}", f"{memory:.0f}")


def files(folder: Path, sizes: dict[str, int]) -> None:
    """Compare one file of each size."""
    print("\n## One file\n")
    times = ("smartcert ms", "yamllint ms", "check-jsonschema ms")
    heads("size", *times, "÷ yamllint", "÷ check-jsonschema", "smartcert peak MB")
    points = []
    for name, size in sizes.items():
        file = folder / f"{size}.yaml"
        file.write_text(proposal(size), encoding="utf-8")
        judge = [str(BIN / "check-jsonschema"), "--schemafile", str(SCHEMA), str(file)]
        commands = {
            "smartcert": smartcert("check", file),
            "yamllint": Command([str(BIN / "yamllint"), "-d", "relaxed", str(file)]),
            "check-jsonschema": Command(judge),
        }
        found = compare(commands, RUNS[name])
        (ours, memory), (lint, _), (schema, _) = found.values()
        points.append((file.stat().st_size, ours))
        ratios = (f"{ours / lint:.2f}", f"{ours / schema:.2f}")
        row(name, f"{ours:.0f}", f"{lint:.0f}", f"{schema:.0f}", *ratios, f"{memory:.0f}")
    print(f"\nGrowth exponent between the two largest: {exponent(points[-2], points[-1]):.2f}")


def formats(folder: Path) -> None:
    """Compare what else is made of a proposal with the check of it."""
    draft = ROOT / "examples" / "khon-kaen" / "round-2.yaml"
    book, out = folder / "draft.xlsx", folder / "out"
    subprocess.run([str(BIN / "smartcert"), "form", draft, "-o", book], check=True)
    commands = {
        "check": smartcert("check", draft),
        "check of its workbook": smartcert("check", book),
        "form": smartcert("form", draft, "-o", f"{out}.xlsx", "--force"),
        "report --html": smartcert("report", draft, "--html", "-o", f"{out}.html", "--force"),
        "report --docx": smartcert("report", draft, "--docx", "-o", f"{out}.docx", "--force"),
    }
    found = compare(commands, 15)
    print("\n## Khon Kaen, round 2\n")
    heads("command", "median ms", "× check", "peak MB")
    for name, (spent, memory) in found.items():
        row(name, f"{spent:.0f}", f"{spent / found['check'].spent:.1f}", f"{memory:.0f}")


def exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    """Return k of time ~ size^k."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])


def many(folder: Path) -> None:
    """Measure a folder of proposals, and what is left without the start-up of one."""
    inside = folder / "many"
    inside.mkdir()
    text = proposal(8_000)
    for number in range(FOLDER):
        (inside / f"p{number:04}.yaml").write_text(
            text.replace("สายธาร", f"สายธาร {number}"), encoding="utf-8"
        )
    commands = {"all": smartcert("check", inside), "one": smartcert("check", inside / "p0000.yaml")}
    found = compare(commands, 5)
    seconds = (found["all"].spent - found["one"].spent) / 1000
    print(f"\n## {FOLDER:,} proposals of 8 KB\n")
    print(f"{found['all'].spent / 1000:.2f} s on {os.cpu_count()} processors; ", end="")
    print(f"{FOLDER / seconds:.0f} a second after start-up.")


def against(folder: Path, other: Path) -> None:
    """Compare two checkouts, command by command, under this Python and what is installed for it."""
    file = folder / "proposal.yaml"
    file.write_text(proposal(SIZES["8 KB"]), encoding="utf-8")
    khon_kaen = str(ROOT / "examples" / "khon-kaen" / "round-1.yaml")
    asked = {
        "--version": ["--version"],
        "--help": ["--help"],
        "check of 8 KB": ["check", str(file)],
        "check of Khon Kaen": ["check", khon_kaen],
        "check of Khon Kaen, JSON": ["check", khon_kaen, "--format", "json"],
    }
    heads("command", "here ms", "there ms", "here ÷ there", "here MB", "there MB")
    for name, words in asked.items():
        both = {"here": ROOT, "there": other}
        commands = {side: _of_checkout(top, folder / side, words) for side, top in both.items()}
        here, there = compare(commands, STARTS).values()
        times = (f"{here.spent:.1f}", f"{there.spent:.1f}", f"{here.spent / there.spent:.2f}")
        row(name, *times, f"{here.memory:.0f}", f"{there.memory:.0f}")


def _of_checkout(top: Path, cache: Path, words: list[str]) -> Command:
    """Return smartcert as a checkout has it, with a cache of its own."""
    env = {**os.environ, "PYTHONPATH": str(top / "src"), "XDG_CACHE_HOME": str(cache)}
    return Command([sys.executable, "-m", "smartcert", *words], env)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure smartcert.")
    parser.add_argument("--quick", action="store_true", help="leave out the 5 MB file")
    parser.add_argument("--against", type=Path, metavar="FOLDER", help="another checkout")
    asked = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, ", end="")
    print(f"{os.cpu_count()} processors\n")
    with tempfile.TemporaryDirectory() as name:
        if asked.against:
            against(Path(name), asked.against.resolve())
        else:
            everything(Path(name), quick=asked.quick)


def everything(folder: Path, *, quick: bool) -> None:
    """Measure starts, what is made of a proposal, files of every size and a folder of them."""
    for tool in ("smartcert", "yamllint", "check-jsonschema"):
        if shutil.which(tool, path=str(BIN)) is None:
            sys.exit(f"{tool} is not installed beside {sys.executable}")
    starts()
    formats(folder)
    files(folder, {name: size for name, size in SIZES.items() if not quick or size < 1_000_000})
    many(folder)


if __name__ == "__main__":
    main()
