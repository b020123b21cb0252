"""What ends a run from outside ends it quietly: no traceback, no process, no half of its files."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from support import EXAMPLES, ROOT, python

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals"),
]

SENDER = """
import os, sys
wanted, number = int(sys.argv.pop(1)), int(sys.argv.pop(1))
seen = 0
def look(event, arguments):
    global seen
    if event in ("import", "open", "os.rename", "os.link", "compile", "exec"):
        seen += 1
        if seen == wanted:
            os.kill(os.getpid(), number)
from smartcert.__main__ import run
sys.addaudithook(look)
sys.argv[0] = "smartcert"
try:
    run()
finally:
    print("events", seen, file=sys.stderr)
"""
"""Sends itself a signal at the n-th import, opened file or file put at its place."""

OUTPUTS = ("o.json", "o.sarif", "o.csv")
ARGUMENTS = ("check", "p.yaml", *(f"--format={name[2:]}={name}" for name in OUTPUTS))
OF_A_COMMAND = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


@pytest.fixture
def here(tmp_path):
    shutil.copytree(EXAMPLES / "minimum", tmp_path, dirs_exist_ok=True)
    (tmp_path / "proposal.yaml").rename(tmp_path / "p.yaml")
    return tmp_path


def plain(folder):
    kept = {name: text for name, text in os.environ.items() if not name.startswith("COVERAGE_")}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": str(folder / "cache")}


def interrupted(folder, at, number, *arguments):
    return subprocess.run(
        [python(), "-c", SENDER, str(at), str(int(number)), *arguments],
        cwd=folder, env=plain(folder), capture_output=True, text=True, encoding="utf-8",
        check=False, timeout=60,
    )  # fmt: skip


def strays(folder):
    return [str(file) for file in folder.rglob(".*") if file.is_file()]


@pytest.mark.parametrize("number", OF_A_COMMAND)
def test_at_any_moment_it_is_quiet_and_leaves_all_or_nothing(number, here):
    assert interrupted(here, 0, number, "check", "p.yaml").returncode == 0, "fills the cache"
    whole = interrupted(here, 0, number, *ARGUMENTS)
    events = int(whole.stderr.split()[-1])
    assert whole.returncode == 0
    assert events > 60
    for name in OUTPUTS:
        (here / name).unlink()
    # The last ones are the files put at their places.
    moments = 12 if number == signal.SIGINT else 4
    for at in [*range(1, events, max(1, events // moments)), *range(events - 14, events, 4)]:
        done = interrupted(here, at, number, *ARGUMENTS)
        assert (done.returncode, done.stderr) == (OF_A_COMMAND[number], ""), at
        there = [name for name in OUTPUTS if (here / name).exists()]
        assert there in ([], list(OUTPUTS)), at
        assert strays(here) == [], at
        for name in there:
            (here / name).unlink()


def test_what_ignores_it_goes_on(here):
    done = subprocess.run(
        ["/bin/sh", "-c", 'trap "" INT; exec "$@"', "-", python(), "-c", SENDER, "50", "2",
         *ARGUMENTS],
        cwd=here, env=plain(here), capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def running(group):
    """Whether any process of a group still runs."""
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


@pytest.fixture
def many(here):
    """Proposals enough for a check in several processes, of half a second each."""
    text = (here / "p.yaml").read_text(encoding="utf-8")
    (here / "many").mkdir()
    for number in range(400):
        (here / "many" / f"{number}.yaml").write_text(text, encoding="utf-8")
    return here


@pytest.mark.parametrize("delay", [0.35, 1.2])
@pytest.mark.parametrize(
    ("number", "to_all"),
    [
        (signal.SIGINT, True),
        (signal.SIGINT, False),
        (signal.SIGTERM, False),
        (signal.SIGKILL, False),
    ],
)
def test_no_process_is_left(number, to_all, delay, many):
    running_check = subprocess.Popen(
        [python(), "-m", "smartcert", "check", "many", "--format", "json=o.json"],
        cwd=many, env=plain(many), start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    group = running_check.pid
    try:
        time.sleep(delay)
        (os.killpg if to_all else os.kill)(group, number)
        out, err = running_check.communicate(timeout=20)
        assert running_check.returncode in (OF_A_COMMAND.get(number), -number), err
        assert (out, err) == ("", "")
        end = time.monotonic() + 10
        while running(group) and time.monotonic() < end:
            time.sleep(0.05)
        assert not running(group)
        assert not (many / "o.json").exists()
        assert number == signal.SIGKILL or strays(many) == []
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)


def test_a_helper_that_is_killed_is_told(many):
    """The kernel does so where memory is short; a pool of `multiprocessing` waits for ever."""
    script = (
        "import os, sys; import smartcert.cli.check as check\n"
        "check.Task.one = lambda self, file: os.kill(os.getpid(), 9)\n"
        "from smartcert.cli.main import main; sys.exit(main(['check', 'many', '-q']))"
    )
    done = subprocess.run(
        [python(), "-c", script], cwd=many, env=plain(many), capture_output=True, text=True,
        encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


CLOSED = {
    "closed": ("{} >&-", (0, 1, 2)),
    "full": ("{} > /dev/full", (2,)),
    "all closed": ("{} <&- >&- 2>&-", (0, 1, 2)),
    "no reader": ("{} | true; exit ${{PIPESTATUS[0]}}", (0, 1, 141)),
}
COMMANDS = (
    "--version", "--version --verbose", "-V", "--help", "check p.yaml",
    "check p.yaml --format json", "check -", "report p.yaml -o -", "report p.yaml --docx -o -",
    "compare p.yaml p.yaml", "schema",
    "explain C1-1", "criteria list", "criteria show C1-1", "criteria lint", "config",
    "review new p.yaml -o -", "baseline write p.yaml -o -", "fix p.yaml", "import p.yaml -o -",
)  # fmt: skip


@pytest.mark.parametrize("line", CLOSED)
def test_an_output_that_takes_nothing_ends_every_command(line, here):
    shell, codes = CLOSED[line]
    # Where everything is written goes through one place: each command in one way, some in all.
    for command in COMMANDS if line == "full" else COMMANDS[::4]:
        called = shell.format(f"{python()} -m smartcert {command}")
        done = subprocess.run(
            ["/bin/bash", "-c", called], cwd=here, env=plain(here), input="", check=False,
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, timeout=60,
        )  # fmt: skip
        assert done.returncode in codes, (command, done.stderr)
        assert len(done.stderr.splitlines()) <= 2, (command, done.stderr)
        assert "Traceback" not in done.stderr
        assert "bug" not in done.stderr
