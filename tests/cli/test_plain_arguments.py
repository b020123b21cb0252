"""The small reader of plain arguments agrees with the full command line, or stands back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from smartcert.cli import app
from smartcert.cli import plain_arguments as quick
from smartcert.cli.commands import COMMANDS, Command
from smartcert.cli.options import CheckOptions, CompareOptions, ReportOptions
from smartcert.errors import UsageError
from support import run

CHECK = COMMANDS[0]


@pytest.fixture
def whole(monkeypatch):
    """Give what the full command line makes of arguments; None when it refuses them."""
    taken: list[tuple[Command, Any]] = []

    def take(command: Command, options: Any) -> int:
        taken.append((command, options))
        return 0

    monkeypatch.setattr(Command, "run", take)

    def read(arguments: list[str]) -> tuple[Command, Any] | None:
        taken.clear()
        try:
            app.run(arguments)
        except UsageError:
            return None
        return taken[0] if taken else None

    return read


UNDERSTOOD: list[tuple[list[str], CheckOptions]] = [
    ([], CheckOptions()),
    (["a.yaml"], CheckOptions(proposals=("a.yaml",))),
    (["a.yaml", "b.yaml"], CheckOptions(proposals=("a.yaml", "b.yaml"))),
    (["-"], CheckOptions(proposals=("-",))),
    (["--", "-q"], CheckOptions(proposals=("-q",))),
    (["-q", "--", "--", "a.yaml"], CheckOptions(quiet=True, proposals=("--", "a.yaml"))),
    (["--lang", "en"], CheckOptions(lang="en")),
    (["--lang=en"], CheckOptions(lang="en")),
    (["--lang", "th", "--lang", "en"], CheckOptions(lang="en")),
    (["--lang", ""], CheckOptions(lang="")),
    (["--lang="], CheckOptions(lang="")),
    (["--today", "21 พ.ย. 2569"], CheckOptions(today="21 พ.ย. 2569")),
    (["--fail-under", "-1"], CheckOptions(fail_under="-1")),
    (["--output", "-"], CheckOptions(output="-")),
    (["-o", "-"], CheckOptions(output="-")),
    (["--output", "--quiet"], CheckOptions(output="--quiet")),
    (
        ["--format", "json", "--format", "sarif=out.sarif"],
        CheckOptions(format=("json", "sarif=out.sarif")),
    ),
    (["--format=sarif=out.sarif"], CheckOptions(format=("sarif=out.sarif",))),
    (
        ["a.yaml", "--quiet", "b.yaml", "-v"],
        CheckOptions(proposals=("a.yaml", "b.yaml"), quiet=True, verbose=True),
    ),
    (["a=b.yaml"], CheckOptions(proposals=("a=b.yaml",))),
    ([""], CheckOptions(proposals=("",))),
    (
        ["--no-color", "--waivers", "w.yaml", "--baseline", "b.json"],
        CheckOptions(no_color=True, waivers="w.yaml", baseline="b.json"),
    ),
    (
        ["--no-regress", "git:HEAD~1", "--fail-on", "any"],
        CheckOptions(no_regress="git:HEAD~1", fail_on="any"),
    ),
]


@pytest.mark.parametrize(
    ("arguments", "options"),
    UNDERSTOOD,
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_it_understands_is_what_is_meant(arguments, options, whole):
    assert quick.parse(["check", *arguments]) == (CHECK, options)
    assert whole(["check", *arguments]) == (CHECK, options)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["-h"],
        ["a.yaml", "--help"],
        ["--lang"],
        ["-o"],
        ["--quite"],
        ["--qui"],
        ["-qv"],
        ["-oout.json"],
        ["-o=out.json"],
        ["--quiet=yes"],
        ["-x"],
        ["--format"],
        ["--version"],
        ["---"],
    ],
    ids=" ".join,
)
def test_what_is_not_plain_is_left_to_the_full_command_line(arguments):
    assert quick.parse(["check", *arguments]) is None


def test_while_a_shell_asks_for_completion_it_stands_back(monkeypatch):
    monkeypatch.setenv("_SMARTCERT_COMPLETE", "complete_bash")
    assert quick.parse(["check", "a.yaml"]) is None


OTHERS = [
    (["report"], ReportOptions()),
    (["report", "--html", "a.yaml", "-o", "x"], ReportOptions("a.yaml", html=True, output="x")),
    (["compare", "a.yaml", "b.yaml"], CompareOptions("a.yaml", "b.yaml")),
    (["compare", "--", "-a", "-"], CompareOptions("-a", "-")),
]


@pytest.mark.parametrize(("arguments", "options"), OTHERS, ids=lambda value: str(value)[:40])
def test_other_commands_are_understood_too(arguments, options, whole):
    found = quick.parse(arguments)
    assert found is not None
    assert found[1] == options
    assert whole(arguments) == found


@pytest.mark.parametrize(
    "arguments",
    [["compare", "a.yaml"], ["compare", "a", "b", "c"], ["report", "a", "b"], ["criteria"], []],
    ids=" ".join,
)
def test_too_few_or_too_many_are_left_to_the_full_command_line(arguments):
    assert quick.parse(arguments) is None


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_option_of_a_command_is_known_to_it(command):
    from typer.main import get_command

    declared: Any = get_command(app.declared())
    for word in command.name.split():
        declared = declared.commands[word]
    names = {
        name
        for option in declared.params
        if option.param_type_name == "option"
        for name in option.opts
    }
    known = quick.flags(command).keys()
    assert names == known | ({"--help", "-h"} & names)


NAMES = [
    *{flag: None for command in COMMANDS for flag in quick.flags(command)},
    "--",
    "-",
    "--help",
    "-h",
    "--version",
    "-x",
    "--unheard",
    "-qv",
    "-vo",
    "-oq",
]
PIECES = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(
        [
            "a.yaml",
            "",
            "en",
            "th",
            "json",
            "=",
            "-1",
            "เมือง",
            "--=",
            "-=",
            "---",
            "a=b",
            "--quie",
            "--form",
        ]
    ),
    st.builds(
        "{}={}".format, st.sampled_from(NAMES), st.sampled_from(["", "x", "a=b", "--quiet", "เมือง"])
    ),
    st.builds(
        "{}{}".format,
        st.sampled_from(["-o", "-q", "-v"]),
        st.sampled_from(["x", "q", "v", "o", "=x"]),
    ),
    st.text(alphabet="-=ovqx ก", max_size=5),
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    max_examples=300,
    derandomize=True,
)
@given(command=st.sampled_from([CHECK, CHECK, *COMMANDS]), arguments=st.lists(PIECES, max_size=6))
@example(command=CHECK, arguments=["--lang", "--", "a"])
@example(command=CHECK, arguments=["--", "--", "-"])
@example(command=CHECK, arguments=["-o", "--"])
@example(command=CHECK, arguments=["--output=", ""])
@example(command=CHECK, arguments=["--quiet", "--quiet", "-"])
def test_they_agree_on_anything(command, arguments, whole):
    line = [*command.name.split(), *arguments]
    found = quick.parse(line)
    if found is not None:
        assert whole(line) == found


@pytest.mark.parametrize(
    "arguments",
    [["--format", "xml"], ["--lang", "fr"], ["nowhere.yaml"], ["--edition", "x"]],
    ids=" ".join,
)
def test_a_fault_is_told_alike_on_either_way(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    short = run("check", *arguments)
    monkeypatch.setattr(quick, "parse", lambda _: None)
    assert run("check", *arguments) == short
    assert short.code == 2
