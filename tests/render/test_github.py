"""GitHub annotations, read back as the runner reads workflow commands."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartcert.cli import job_summary as page
from smartcert.cli.job_summary import commands_stopped
from smartcert.render.github import in_message, in_property
from smartcert.render.mark import MARKDOWN
from support import run


class Command(NamedTuple):
    """A workflow command: `::name key=value,key=value::message`."""

    name: str
    properties: dict[str, str]
    message: str


def parse(line: str) -> Command:
    """Read a command as GitHub documents it: `::name key=value,...::text`, escapes undone last."""
    found = re.fullmatch(r"::([a-z-]+)(?: (.*?))?::(.*)", line)
    assert found, line
    pairs = dict(part.split("=", 1) for part in (found[2] or "").split(",") if part)
    return Command(found[1], {key: undo(value) for key, value in pairs.items()}, undo(found[3]))


def undo(text: str) -> str:
    for written, meant in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(written, meant)
    return text


def commands(text: str) -> list[Command]:
    """Give the commands but those that say what a verdict rests on."""
    return [one for one in map(parse, text.splitlines()) if not is_verdict(one)]


def is_verdict(command: Command) -> bool:
    return command.properties["title"].startswith("smartcert: ")


def test_what_the_verdict_rests_on_is_a_notice(town) -> None:
    text = town.as_format("github", town.draft("area.strengths"), "--lang", "en")
    (told,) = filter(is_verdict, map(parse, text.splitlines()))
    assert (told.name, told.properties["file"]) == ("notice", "proposal.yaml")
    assert told.message.startswith("Mandatory points rest on official sources 17 of 17")


spoken = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")) | st.sampled_from("\n\r%:,ก่ๆ"),
    max_size=60,
)


@settings(deadline=None)
@given(spoken, spoken)
def test_any_text_comes_through(title: str, message: str) -> None:
    line = f"::error title={in_property(title)}::{in_message(message)}"
    assert "\n" not in line
    assert "\r" not in line
    assert parse(line) == ("error", {"title": title}, message)


def test_each_finding_is_one_command_at_its_place(town) -> None:
    nasty = "100%0A::stop-commands::x, ก\\n::error::ข"
    file = town.draft(
        "area.vision",
        "area.strengths",
        change=lambda text: text.replace("type: livable", f'type: "{nasty}"'),
    )
    findings = town.result(file)["findings"]
    found = commands(town.as_format("github", file))
    expected = {
        (
            finding["file"],
            str(finding["line"]),
            f"{finding['code']} {finding['title']}",
            f"{finding['message']}\n{finding['fix']}",
        )
        for finding in findings
    }
    assert len(found) == len(findings)
    assert {
        (one.properties["file"], one.properties["line"], one.properties["title"], one.message)
        for one in found
    } == expected
    assert {one.name for one in found} <= {"error", "warning", "notice"}
    assert any("::stop-commands::x, ก" in one.message for one in found)


def test_a_file_name_comes_through(town) -> None:
    file = town.draft("area.vision", name="ร่าง 50%, ฉบับ 1.yaml")
    assert {one.properties["file"] for one in commands(town.as_format("github", file))} == {
        "ร่าง 50%, ฉบับ 1.yaml"
    }


def test_control_characters_do_not_reach_the_log(town) -> None:
    file = town.draft(
        change=lambda text: text.replace("type: livable", 'type: "\\e[31mแดง\\u202E"')
    )
    text = town.as_format("github", file)
    assert "แดง" in text
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", text)


def test_the_most_important_come_first(town) -> None:
    file = town.draft(
        "area.strengths", "area.vision", "management", change=lambda text: text + "surprise: 1\n"
    )
    kinds = [one.name for one in commands(town.as_format("github", file))]
    assert kinds == sorted(kinds, key=("error", "warning", "notice").index)
    codes = [
        one.properties["title"].split()[0]
        for one in commands(town.as_format("github", file))
        if one.name == "warning"
    ]
    assert codes.index("P003") < codes.index("C1-8")


def test_what_is_set_aside_is_a_notice_with_its_reason(town) -> None:
    town.write(
        "waivers.yaml",
        "waivers: [{requirement: C1-8, reason: 'รอ 100%', approver: ปลัดเทศบาล, "
        "until: 2569-12-31}]\n",
    )
    (one,) = commands(
        town.as_format("github", town.draft("area.strengths"), "--waivers", "waivers.yaml")
    )
    assert one.name == "notice"
    assert one.message.endswith("waiver: รอ 100%")


def test_an_unreadable_file_is_an_error(town) -> None:
    (one,) = commands(town.as_format("github", town.write("broken.yaml", "area: [\n")))
    assert one.name == "error"


def test_a_file_that_cant_be_read_comes_before_all_else(town) -> None:
    empty = town.write("a.yaml", "smartcert: 1\n")
    broken = town.write("z.yaml", "area: [\n")
    found = commands(town.as_format("github", empty, broken))
    assert len(found) > 5
    assert found[0].properties["file"] == "z.yaml"


def test_each_proposal_has_its_turn(town) -> None:
    files = [
        town.draft("management", "area.vision", "infrastructure", name=f"{name}.yaml")
        for name in "abc"
    ]
    found = [
        one.properties["file"]
        for one in commands(town.as_format("github", *files))
        if one.name == "error"
    ]
    assert found[:6] == ["a.yaml", "b.yaml", "c.yaml"] * 2


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_a_fault_of_the_waivers_is_told_once(town, form: str) -> None:
    town.write(
        "waivers.yaml",
        "waivers: [{requirement: Z9-9, reason: รอ, approver: ปลัด, until: 2569-12-31}]\n",
    )
    files = [town.draft(name=f"{name}.yaml") for name in "abc"]
    text = town.as_format(form, *files, "--waivers", "waivers.yaml")
    assert (
        text.count("Z9-9")
        == town.as_format(form, files[0], "--waivers", "waivers.yaml").count("Z9-9")
        > 0
    )


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit"])
def test_a_waiver_that_only_marks_is_told(town, form: str) -> None:
    town.write(
        "waivers.yaml",
        "waivers: [{requirement: C1-3, reason: รอมติสภา, approver: ปลัด, until: 2569-12-31}]\n",
    )
    text = town.as_format(form, town.draft("area.vision"), "--waivers", "waivers.yaml")
    assert "C1-3: mandatory by official basis; it can't be waived" in text.replace("&#x27;", "'")
    assert "รอมติสภา" in text


INJECTED = '"x\\n::error file=a::pwn": 1\n"y ##[error]pwn": 1\n'


@pytest.mark.parametrize(
    "form", ["text", "json", "sarif", "junit", "gitlab", "markdown", "csv", "badge", "concise"]
)
def test_a_drafts_text_is_no_command_in_the_log(
    town, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    file = town.draft("area.vision", name="::error::z.yaml", change=lambda text: text + INJECTED)
    stopped = ""
    for line in town.as_format(form, "./" + str(file)).splitlines():
        line = line.lstrip()
        if line.startswith("::stop-commands::"):
            stopped = line.removeprefix("::stop-commands::")
        elif stopped and line == f"::{stopped}::":
            stopped = ""
        elif not stopped:
            assert not line.startswith("::")
            assert "##[" not in line


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "gitlab", "csv"])
def test_what_programs_read_stays_whole_in_actions(
    town, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    file = town.draft("area.vision", change=lambda text: text + INJECTED)
    before = town.as_format(form, file)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert town.as_format(form, file) == before
    if form == "json":
        assert any(
            "y ##[error]pwn" in finding["path"] for finding in json.loads(before)["findings"]
        )


def test_commands_work_again_after_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    with pytest.raises(ValueError, match="x"), commands_stopped():
        raise ValueError("x")
    first, last = capsys.readouterr().out.splitlines()
    assert last == f"::{first.removeprefix('::stop-commands::')}::"


def test_a_page_that_cant_be_written_fails_no_check(town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nowhere/summary.md")
    done = town.check(town.draft(), "--format", "github")
    assert done.code == 0
    assert (
        done.err == "smartcert: GITHUB_STEP_SUMMARY nowhere/summary.md: No such file or directory\n"
    )


def test_a_page_stays_under_its_limit_and_says_what_it_leaves_out(
    town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "PAGE", 20_000)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    Path("summary.md").write_text("# ก่อนหน้า\n", encoding="utf-8")
    files = [town.draft("area", "management", name=f"{number:02}.yaml") for number in range(12)]
    town.check(*files, "--format", "github")
    text = Path("summary.md").read_text(encoding="utf-8")
    assert 10_000 < len(text.encode()) <= 20_000
    left = re.search(r"… and (\d+) proposals more, for which this page has no room", text)
    assert left
    assert int(left[1]) + text.count("\n## ") == 12


def test_in_actions_text_and_annotations_are_the_default(
    town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    Path("summary.md").write_text("# ก่อนหน้า\n", encoding="utf-8")
    file = town.draft("area.vision")
    done = run("check", file, "--lang", "th")
    assert "ยังไม่พร้อมยื่น" in done.out
    assert [
        line
        for line in done.out.splitlines()
        if line.startswith(f"::error file=proposal.yaml,line={town.line(file, 'area:')},")
    ]
    summary = Path("summary.md").read_text(encoding="utf-8")
    assert summary.startswith("# ก่อนหน้า\n## เมืองสายธาร · รอบที่ 1: ยังไม่พร้อมยื่น\n")
    assert (
        summary.split("\n", 1)[1] + MARKDOWN.lstrip()
        == run("check", file, "--lang", "th", "--format", "markdown").out
    )


def test_no_summary_without_annotations(town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    town.check(town.draft(), "--format", "json")
    assert not Path("summary.md").exists()
