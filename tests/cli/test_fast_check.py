"""The small reader of `check`'s arguments agrees with the full command line, or stands back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from smartcert.cli import app
from smartcert.cli import check as command
from smartcert.cli import fast_check as quick
from smartcert.cli.options import CheckOptions
from smartcert.errors import UsageError
from support import run


@pytest.fixture
def whole(monkeypatch):
    """Give what the full command line makes of arguments; None when it refuses them."""
    taken: list[CheckOptions] = []

    def take(options: CheckOptions) -> int:
        taken.append(options)
        return 0

    monkeypatch.setattr(command, "run", take)

    def read(arguments: list[str]) -> CheckOptions | None:
        taken.clear()
        try:
            app.run(["check", *arguments])
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
    assert quick.parse(arguments) == options
    assert whole(arguments) == options


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
    assert quick.parse(arguments) is None


def test_while_a_shell_asks_for_completion_it_stands_back(monkeypatch):
    monkeypatch.setenv("_SMARTCERT_COMPLETE", "complete_bash")
    assert quick.parse(["a.yaml"]) is None


def test_every_option_of_the_command_is_known_to_it():
    from typer.main import get_command

    declared = get_command(app.declared()).commands["check"]  # type: ignore[attr-defined]
    names = {
        name
        for option in declared.params
        if option.param_type_name == "option"
        for name in option.opts
    }
    assert names == quick.flags().keys() | ({"--help", "-h"} & names)
    meant = {*(option.field for option in quick.flags().values()), "proposals"}
    assert meant == set(CheckOptions._fields)


NAMES = [
    *quick.flags(),
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
    max_examples=150,
    derandomize=True,
)
@given(arguments=st.lists(PIECES, max_size=6))
@example(arguments=["--lang", "--", "a"])
@example(arguments=["--", "--", "-"])
@example(arguments=["-o", "--"])
@example(arguments=["--output=", ""])
@example(arguments=["--quiet", "--quiet", "-"])
def test_they_agree_on_anything(arguments, whole):
    options = quick.parse(arguments)
    if options is not None:
        assert whole(arguments) == options


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
