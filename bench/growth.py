"""Measures how time and memory grow with files that are small, odd and hard.

    python bench/growth.py              # every kind, at three sizes each; a minute or two
    python bench/growth.py projects     # one kind

Runs whole processes and prints the seconds of processor time and the peak memory of each, and the
exponent between the two largest: 1 is in proportion to the size. The tests of the same kinds count
calls, in `tests/gap_report/test_long_lists.py`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from run import exponent, heads, row, smartcert

HEAD = "smartcert: 1\nprofile: logo\n"
PROJECTS = f"{HEAD}services:\n  mobility:\n    projects:\n"


class Kind(NamedTuple):
    """A kind of file, the sizes it is made in, and the commands that read it."""

    make: Callable[[int], str]
    sizes: tuple[int, int, int]
    commands: tuple[str, ...]


def listed(head: str, item: str, count: int) -> str:
    """Return a list of many items, in which `#` is the number of each."""
    return head + "".join(item.replace("#", str(number)) + "\n" for number in range(count))


def projects(count: int) -> str:
    found = listed(PROJECTS, "    - {id: P#, name: โครงการ #, owner: กองช่าง, kpis: [K#]}", count)
    return found + listed("    kpis:\n", "    - {id: K#, name: ตัวชี้วัด #, unit: คน}", count)


def on_one_line(count: int) -> str:
    item = f"{{name: ก#, start: x, note: {'ก' * 3000}}}, "
    found = listed("", item, count).replace("\n", "")
    return f"{HEAD}services: {{mobility: {{projects: [{found}]}}}}\n"


def almost(count: int) -> str:
    """Return references that almost match ids."""
    ids = listed(f"{HEAD}services:\n  mobility:\n    kpis:\n", f"    - id: {'k' * 70}#", count // 2)
    return ids + listed("    projects:\n", f"    - {{name: ก, kpis: [{'k' * 69}x#]}}", count)


KINDS = {
    "projects and KPIs": Kind(
        projects, (600, 1200, 2400), ("check -v", "report --html", "report --docx")
    ),
    "projects of names only": Kind(
        lambda count: listed(PROJECTS, "    - name: ก#", count),
        (5000, 10_000, 20_000),
        ("check --format=json", "report --html", "review new"),
    ),
    "gaps that are all alike": Kind(
        lambda count: PROJECTS + "    - name: ก\n" * count,
        (500, 1000, 2000),
        ("report --docx", "report --markdown"),
    ),
    "empty items": Kind(
        lambda count: PROJECTS + "    - {}\n" * count, (25_000, 50_000, 100_000), ("check",)
    ),
    "unreadable years": Kind(
        lambda count: (
            f"{HEAD}services:\n  mobility:\n    kpis:\n" + "    - {baseline: {year: x}}\n" * count
        ),
        (10_000, 20_000, 40_000),
        ("check --format=sarif",),
    ),
    "faults on one line": Kind(on_one_line, (250, 500, 1000), ("check -v",)),
    "Thai marks in disorder": Kind(
        lambda count: listed(PROJECTS, f"    - {{name: ก#, objective: {'ก่ิ' * 300}}}", count),
        (250, 500, 1000),
        ("check",),
    ),
    "references that almost match": Kind(almost, (250, 500, 1000), ("check",)),
    "near-miss dates": Kind(
        lambda count: listed(PROJECTS, "    - {name: ก, start: 32 มกราาคม 25#}", count),
        (1000, 2000, 4000),
        ("check",),
    ),
    "unknown annexes": Kind(
        lambda count: listed(
            f"{HEAD}annexes:\n", "- {id: A#, file: x#.pdf, supports: [C9-#]}", count
        ),
        (1000, 2000, 4000),
        ("check",),
    ),
    "a tag of one long word": Kind(
        lambda count: f"{HEAD}a: !{'a' * count}%\n", (20_000, 40_000, 80_000), ("check",)
    ),
}


class Point(NamedTuple):
    """What one file cost: its bytes, seconds of processor time, and MB at the peak."""

    size: int
    seconds: float
    memory: float


def measure(folder: Path, text: str, command: str) -> Point:
    """Run a command over a text."""
    file = folder / "proposal.yaml"
    file.write_text(text, encoding="utf-8")
    first, *rest = command.split()
    words = ["review", "new", file] if first == "review" else [first, file, *rest]
    if first != "check":
        out = {"--docx": "docx", "--markdown": "md", "--html": "html"}.get(rest[0], "yaml")
        words += ["-o", folder / f"out.{out}", "--force"]
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    asked = smartcert(*words).words
    process = os.posix_spawn(asked[0], asked, os.environ, file_actions=quiet)
    _, _, usage = os.wait4(process, 0)
    spent = usage.ru_utime + usage.ru_stime
    return Point(file.stat().st_size, spent, usage.ru_maxrss / 1024)


def main() -> None:
    asked = sys.argv[1:]
    heads("file", "command", "KB", "seconds", "MB", "exponent of time", "of memory")
    with tempfile.TemporaryDirectory() as folder:
        for name, kind in KINDS.items():
            if asked and not any(word in name for word in asked):
                continue
            for command in kind.commands:
                points = [measure(Path(folder), kind.make(size), command) for size in kind.sizes]
                told = (
                    " / ".join(f"{point.size // 1000:,}" for point in points),
                    " / ".join(f"{point.seconds:.1f}" for point in points),
                    " / ".join(f"{point.memory:.0f}" for point in points),
                )
                *_, small, large = points
                time = exponent((small.size, small.seconds), (large.size, large.seconds))
                memory = exponent((small.size, small.memory), (large.size, large.memory))
                row(name, command, *told, f"{time:.2f}", f"{memory:.2f}")


if __name__ == "__main__":
    main()
