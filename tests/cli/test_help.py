"""Help and faults of usage, in the user's language; and what a shell is offered when it asks.

Help is spoken in the language that holds when the process starts; each of these runs in its own.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from functools import cache

import pytest

from smartcert.messages.codes import codes
from smartcert.render.formats import NAMES
from smartcert.thai.words import width
from support import ROOT, Run, catalog, python, run

COMMANDS = (
    [],
    ["check"],
    ["init"],
    ["explain"],
    ["fix"],
    ["form"],
    ["import"],
    ["report"],
    ["compare"],
    ["config"],
    ["schema"],
    ["criteria"],
    ["criteria", "list"],
    ["criteria", "show"],
    ["criteria", "lint"],
    ["review"],
    ["review", "new"],
    ["baseline"],
    ["baseline", "write"],
)

THAI = re.compile("[\u0e01-\u0e5b]")


@cache
def process(
    *arguments: str, lang: str | None = None, **settings: str
) -> subprocess.CompletedProcess[str]:
    named = {"SMARTCERT_LANG": lang} if lang else {}
    plain = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SMARTCERT_", "LC_", "LANG"))
    }
    return subprocess.run(
        [python(), "-m", "smartcert", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**plain, "PYTHONPATH": str(ROOT / "src"), **named, **dict(settings)},
    )


ASK = """
import json, sys
from support import run
print(json.dumps([run(*command, "--help") for command in json.loads(sys.argv[1])]))
"""


@cache
def helps(lang: str) -> dict[str, Run]:
    """Give the help of every command; one process for all of a language."""
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests")))
    asked = subprocess.run(
        [python(), "-c", ASK, json.dumps(COMMANDS)],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path, "SMARTCERT_LANG": lang},
    )
    return {
        " ".join(command): Run(*told)
        for command, told in zip(COMMANDS, json.loads(asked.stdout), strict=True)
    }


def descriptions(text: str) -> dict[str, str]:
    """Give what the help says of each option."""
    found: dict[str, str] = {}
    name = ""
    options = (
        text.partition("Options:")[2].partition("Commands:")[0]
        or text.partition("ตัวเลือก:")[2].partition("คำสั่ง:")[0]
    )
    for line in options.splitlines():
        if match := re.match(r"  (-\S*(?:, --\S+)?(?: [^\s-]\S*)?)(?:  +(.*))?$", line):
            name = match[1]
            found[name] = match[2] or ""
        elif name and line.startswith("    "):
            found[name] = f"{found[name]} {line.strip()}".strip()
    return found


@pytest.mark.parametrize("command", [" ".join(command) for command in COMMANDS])
def test_help_is_there_in_both_languages(command):
    thai, english = helps("th")[command], helps("en")[command]
    assert (thai.code, thai.err, english.code, english.err) == (0, "", 0, "")
    assert descriptions(thai.out).keys() == descriptions(english.out).keys() != set()
    assert not THAI.search(english.out)


@pytest.mark.parametrize("command", [" ".join(command) for command in COMMANDS])
def test_every_option_is_described_in_thai(command):
    told = descriptions(helps("th")[command].out)
    terse = {"--html", "--markdown", "--docx", "--pdf"}
    assert {
        name: text for name, text in told.items() if not THAI.search(text) and name not in terse
    } == {}


def test_the_bare_command_gives_help():
    found = process(lang="en")
    assert found.returncode == 2
    assert "check" in found.stdout
    assert found.stderr == ""


def test_the_language_of_help_can_be_asked_for():
    assert (
        process("check", "--help", "--lang", "en").stdout
        == process("check", "--help", lang="en").stdout
    )
    assert (
        process("check", "--lang=th", "--help", lang="en").stdout
        == process("check", "--help", lang="th").stdout
    )
    assert process("check", "--help").stdout == process("check", "--help", lang="th").stdout
    assert (
        process("check", "--help", LANG="en_US.UTF-8").stdout
        == process("check", "--help", lang="en").stdout
    )


def test_both_ways_to_ask_give_the_same():
    assert process("check", "-h", lang="en").stdout == process("check", "--help", lang="en").stdout


@pytest.mark.parametrize("lang", ["th", "en"])
def test_help_stays_within_80_columns(lang):
    assert [
        line for told in helps(lang).values() for line in told.out.splitlines() if width(line) > 80
    ] == []


@pytest.mark.parametrize("written", ["--version", "-V"])
def test_the_version_is_one_line(written):
    from smartcert import __version__

    found = process(written)
    assert (found.returncode, found.stdout, found.stderr) == (0, f"smartcert {__version__}\n", "")


USAGE = [
    (["chek"], "chek"),
    (["check", "--quite"], "--quite"),
    (["check", "--quiet=3"], "--quiet"),
    (["check", "--lang"], "--lang"),
    (["check", "-x"], "-x"),
    (["explain"], "CODE"),
    (["explain", "C1-1", "C1-2"], "C1-2"),
    (["criteria", "lst"], "lst"),
    (["criteria", "show"], "ID"),
    (["schema", "x"], "x"),
    (["compare", "a.yaml"], "NEW"),
    (["--unheard"], "--unheard"),
]


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize(
    ("arguments", "named"), USAGE, ids=[" ".join(arguments) for arguments, _ in USAGE]
)
def test_a_fault_of_usage_is_a_line_and_a_hint_in_the_users_language(
    arguments, named, lang, monkeypatch
):
    monkeypatch.setenv("SMARTCERT_LANG", lang)
    found = run(*arguments)
    assert (found.code, found.out) == (2, "")
    first, hint = found.err.splitlines()
    assert first.startswith("smartcert: ")
    assert named in first
    assert hint.startswith("  smartcert ")
    assert bool(THAI.search(first)) is (lang == "th")


def test_a_mistyped_option_is_guessed():
    assert "--quiet" in run("check", "--quite", "--lang", "en").err
    assert "--quiet" in run("check", "--quite", "--lang", "th").err


def candidates(line: str) -> list[str]:
    """Give what the shell is offered at the end of a line."""
    words = line.split(" ")
    found = process(
        _SMARTCERT_COMPLETE="complete_bash",
        COMP_WORDS="\n".join(words) if "" in words else line,
        COMP_CWORD=str(len(words) - 1),
    )
    assert found.stderr == ""
    return found.stdout.split()


def test_commands_are_completed():
    assert candidates("smartcert che") == ["check"]
    assert candidates("smartcert criteria l") == ["list", "lint"]


def test_options_are_completed():
    assert candidates("smartcert check --fail") == ["--fail-under", "--fail-on"]
    assert "--profile" in candidates("smartcert check --p")


def test_values_are_completed():
    assert candidates("smartcert check --lang e") == ["en"]
    assert candidates("smartcert check --profile lo") == ["logo"]
    assert (
        candidates("smartcert check --format s")
        == [name for name in NAMES if name.startswith("s")]
        != []
    )
    assert candidates("smartcert check --fail-on m") == ["mandatory"]


def test_codes_are_completed():
    assert candidates("smartcert explain C4-R") == [
        name for name in catalog().requirements if name.startswith("C4-R")
    ]
    assert candidates("smartcert explain Y") == [code for code in codes() if code.startswith("Y")]
    assert candidates("smartcert criteria show M-") == []
