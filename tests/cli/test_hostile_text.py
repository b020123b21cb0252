"""Text of a stranger through every field, name and option to every output: it stays text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from smartcert.characters import harmful, yaml_scalar
from smartcert.render.formats import CHECK_FORMATS
from smartcert.source import read_source
from support import EXAMPLES, run

pytestmark = pytest.mark.long

TODAY = ("--today", "2569-11-21")

HARM = (
    "\x1b]0;title\x07\x1b[31m\x00\x08\x7f\x85\x9b31m\xad\u061c\u200e\u202e\u2066\u2028\u2029\ufeff"
    "\U000e0041\n::error::no\n##vso[task.complete]\nsection_start:1:x\r"
)
"""What commands a terminal, turns text round, hides, ends a line, and what a CI runner obeys."""

RAW = re.compile(r"[\x00-\x08\x0b-\x1f]|" + harmful("data").pattern)
COMMAND = re.compile(r"^\s*::|##\w*\[|^section_(?:start|end):", re.MULTILINE)

OURS = re.compile(
    r"^::(?:(?:error|warning|notice) file=.*|(?:stop-commands::)?\w{32}(?:::)?)$", re.M
)
"""What smartcert tells a GitHub runner."""


def fields(node: Any, path: str = "") -> set[str]:
    """Return the fields that data has, whichever item they are in."""
    if isinstance(node, dict):
        return {name for key in node for name in fields(node[key], f"{path}.{key}")}
    if isinstance(node, list):
        return {name for item in node for name in fields(item, path)}
    return {path}


def telling(items: list[Any]) -> list[Any]:
    """Return the items that have a field which none before them has, and two at least."""
    seen: set[str] = set()
    kept = []
    for item in items:
        if len(kept) < 2 or not fields(item) <= seen:
            kept.append(item)
            seen |= fields(item)
    return kept


def hostile(node: Any, keys: bool) -> str:
    """Write data as YAML of one line in which every text, and perhaps every new key, does harm."""
    if isinstance(node, dict):
        rows = [f"{yaml_scalar(key)}: {hostile(part, keys)}" for key, part in node.items()]
        rows += [f"{yaml_scalar('note' + HARM)}: {yaml_scalar(HARM)}"] if keys else []
        return "{" + ", ".join(rows) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(hostile(part, keys) for part in telling(node)) + "]"
    text = str(node)
    return text if re.fullmatch(r"[\d.,-]+", text) else yaml_scalar(text + HARM)


@pytest.fixture(scope="module", params=[False, True], ids=["values", "keys"])
def drafts(request, tmp_path_factory):
    """Two rounds of a proposal in which every text does harm, and a review that does."""
    folder = tmp_path_factory.mktemp("drafts")
    for number in (1, 2):
        raw = (EXAMPLES / "khon-kaen" / f"round-{number}.yaml").read_bytes()
        root = dict(read_source(raw, "x").root)
        version, profile = root.pop("smartcert"), root.pop("profile")
        rows = [f"{key}: {hostile(part, request.param)}" for key, part in root.items()]
        text = "\n".join([f"smartcert: {version}", f"profile: {profile}", *rows]) + "\n"
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    entry = {"id": "R1-01", "at": "area.vision", "requirement": "C1-3", "text": "แก้"}
    comments = hostile([entry], request.param)
    (folder / "review.yaml").write_text(
        f"smartcert-review: 1\nround: 1\nby: {yaml_scalar(HARM)}\ncomments: {comments}\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def here(drafts, monkeypatch):
    monkeypatch.chdir(drafts)


LINES = {
    "text": "check 2.yaml -v",
    "concise": "check 2.yaml --format concise",
    "github": "check 2.yaml --format github",
    "compare": "compare 1.yaml 2.yaml -v",
    "fix": "fix 2.yaml",
    "no profile": "check 2.yaml --profile {harm}",
    "no format": "check 2.yaml --format {harm}",
    "no day": "check 2.yaml --today {harm}",
    "no file": "check {harm}",
    "no catalog": "check 2.yaml --criteria {harm}",
    "no command": "{harm}",
    "no option": "check --{harm}",
    "no code": "explain {harm}",
    "no requirement": "criteria show {harm}",
    "no folder": "report 2.yaml -o {harm}/x",
    "explained": "explain C1-3 --gaps {harm}",
}
"""What goes to a terminal or to a log, where a line may be a command."""

DATA = {
    **{name: f"check 2.yaml --format {name}" for name in CHECK_FORMATS if name not in LINES},
    "compared json": "compare 1.yaml 2.yaml --format json",
    "review": "review new 2.yaml -o -",
    "baseline": "baseline write 2.yaml -o -",
    "imported": "import 2.yaml -o -",
}
"""What machines read, and a person may look at in a terminal."""


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", LINES.values(), ids=LINES)
@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("github", ["", "true"])
def test_no_line_commands_a_terminal_or_a_runner(command, lang, github, monkeypatch):
    monkeypatch.setenv("SMARTCERT_LANG", lang)
    monkeypatch.setenv("GITHUB_ACTIONS", github)
    done = run(*(part.replace("{harm}", HARM) for part in command.split()))
    assert done.code in (0, 1, 2, 4), done.err
    for stream in (done.out, done.err):
        assert RAW.search(stream) is None, repr(RAW.search(stream))
    others = OURS.sub("", done.out)
    assert COMMAND.search(others) is None, COMMAND.search(others)
    assert COMMAND.search(done.err) is None, done.err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", DATA.values(), ids=DATA)
def test_no_data_has_raw_what_misleads(command):
    done = run(*command.split())
    assert done.code in (0, 1), done.err
    # A spreadsheet knows UTF-8 by the mark in front, and wants these ends of lines.
    found = RAW.search(done.out.removeprefix("\ufeff").replace("\r\n", "\n"))
    assert found is None, (repr(found), done.out[found.start() - 80 : found.end() + 20])
    assert RAW.search(done.err) is None


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("form", ["markdown", "html"])
def test_no_page_turns_its_text_round(form):
    done = run("report", "2.yaml", f"--{form}", "-o", "-", "--baseline", "1.yaml", *TODAY)
    assert done.code == 0, done.err
    assert harmful("page").search(done.out) is None


@pytest.mark.usefixtures("here")
def test_a_review_of_it_is_yaml():
    assert run("review", "new", "2.yaml", "-o", "r.yaml", "--force").code == 0
    assert run("compare", "1.yaml", "2.yaml", "--review", "r.yaml").code in (0, 1)
    assert read_source(Path("r.yaml").read_bytes(), "r.yaml").faults == ()


def test_names_of_files_command_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = HARM.replace("\x00", "").replace("/", "") + ".yaml"
    Path(name).write_text("smartcert: 1\narea: {name: ก, colour: แดง}\n", encoding="utf-8")
    for github in ("", "true"):
        monkeypatch.setenv("GITHUB_ACTIONS", github)
        for command in (
            "check {}", "check {} --format github", "check {} --format json --fail-under 100",
            "check {} --format gitlab", "check {} --format sarif", "check {} --format junit",
            "report {} --force", "review new {} -o {}.r --force",
            "baseline write {} -o {}.b --force",
            "compare {} {}", "fix {}", "config {}",
        ):  # fmt: skip
            done = run(*(part.replace("{}", name) for part in command.split()))
            assert done.code in (0, 1, 2), (command, done.err)
            assert RAW.search(done.out + done.err) is None, command
            assert COMMAND.search(done.err) is None, command
            if not re.search("json|sarif|junit|gitlab", command):
                assert COMMAND.search(OURS.sub("", done.out)) is None, command


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "key", ["profile", "edition", "criteria", "lang", "fail_on", "paths", "waivers", "unknown"]
)
def test_settings_are_shown_harmless(key, tmp_path, monkeypatch):
    (tmp_path / "smartcert.yaml").write_text(f"{key}: {yaml_scalar(HARM)}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SMARTCERT_EDITION", HARM.replace("\x00", ""))
    for command in (["config"], ["check"], ["criteria", "list"], ["report"]):
        done = run(*command)
        assert done.code in (0, 1, 2, 4), done.err
        assert RAW.search(done.out + done.err) is None
        assert COMMAND.search(done.out + done.err) is None
