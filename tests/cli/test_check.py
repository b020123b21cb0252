"""`smartcert check` as a person or a build meets it: what it prints and how it ends."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from smartcert import __version__
from smartcert.assessment import submission
from smartcert.cli import settings
from smartcert.cli.main import main
from smartcert.thai.words import width
from support import EXAMPLES, ROOT, python, run

HEAD = """\
smartcert-catalog: 1
id: small
title: {th: ชุดเกณฑ์ย่อ, en: Small catalog}
editions: [{id: 2562, title: {th: ฉบับแรก, en: First}}, {id: 2569, title: {th: ฉบับหลัง, en: Second}}]
default_edition: 2569
profiles: [{id: logo, title: {th: ขอตรา, en: Logo}}, {id: medal, title: {th: ขอเหรียญ, en: Medal}}]
groups: [C1]
"""

REQUIREMENT = """\
  - id: {id}
    title: {{th: ข้อ {field}, en: The {field}}}
    level: {level}
    basis: official
    sources: [BOOK]
    profiles: [{profile}]
    why: {{th: ต้องรู้ {field}, en: It has to be known.}}
    fix: {{th: เขียน {field}, en: Write it.}}
    stub: "area: {{{field}: เมืองที่น่าอยู่}}"
    check: {{present: {{path: area.{field}}}}}
    examples: {{pass: "area: {{{field}: เมืองที่น่าอยู่}}", fail: "area: {{}}"}}
"""

ASKED = [
    ("C1-1", "name", "mandatory", "logo"),
    ("C1-2", "vision", "recommended", "logo"),
    ("C1-3", "strengths", "recommended", "logo"),
    ("C1-4", "vision", "mandatory", "medal"),
]
"""A catalog whose score is known by heart: a name is mandatory, two others are recommended."""

GAPS = "smartcert: 1\narea:\n  vision: เมืองที่น่าอยู่\n"
NAMED = "smartcert: 1\narea:\n  name: เมืองสายธาร\n"
TWO_OF_THREE = NAMED + "  vision: เมืองที่น่าอยู่\n"
READY = TWO_OF_THREE + "  strengths: [แม่น้ำสะอาด]\n"
BROKEN = "smartcert: 1\narea: [\n"

TODAY = ("--today", "2026-11-21")


@pytest.fixture
def city(tmp_path, monkeypatch):
    """The folder a person stands in, where a small catalog is in force."""
    folder = tmp_path / "criteria"
    folder.mkdir()
    rows = [
        REQUIREMENT.format(id=key, field=field, level=level, profile=profile)
        for key, field, level, profile in ASKED
    ]
    group = "group: C1\ntitle: {th: พื้นที่, en: Area}\nrequirements:\n" + "".join(rows)
    sources = "sources: [{key: BOOK, title: {th: คู่มือ, en: A handbook}, kind: official}]\n"
    for name, text in (("catalog.yaml", HEAD), ("c1.yaml", group), ("sources.yaml", sources)):
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("SMARTCERT_CRITERIA", str(folder))
    where = tmp_path / "city"
    where.mkdir()
    monkeypatch.chdir(where)
    return where


def write(folder: Path, text: str, name: str = "proposal.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def process(*arguments: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, with its output piped."""
    return subprocess.run(
        [python(), "-m", "smartcert", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **settings},
    )


# Exit codes


@pytest.mark.parametrize(
    ("text", "code"),
    [(READY, 0), (NAMED, 0), (GAPS, 1), ("smartcert: 1\n", 1), (BROKEN, 3), ("", 3), ("- a\n", 3)],
)
def test_the_exit_code_follows_the_verdict(text, code, city):
    write(city, text)
    assert run("check", *TODAY).code == code


def test_wrong_usage_is_2(city):
    write(city, READY)
    for arguments in (
        ["--lang", "fr"],
        ["--format", "xml"],
        ["--profile", "gold"],
        ["--edition", "2570"],
        ["--edition", "soon"],
        ["--today", "soon"],
        ["--today", "2569-02-30"],
        ["--fail-under", "101"],
        ["--fail-under", "-1"],
        ["--fail-under", "most"],
        ["--fail-on", "everything"],
        ["--format", "json="],
        ["--waivers", "nowhere.yaml"],
        ["--baseline", "nowhere.json"],
        ["--no-regress", "nowhere.yaml"],
        ["--unheard-of"],
    ):
        found = run("check", *arguments)
        assert (found.code, found.out) == (2, ""), arguments
        assert 1 <= len(found.err.splitlines()) <= 2, arguments
        assert "Traceback" not in found.err


def test_a_missing_catalog_is_4(city):
    write(city, READY)
    found = run("check", "--criteria", "nowhere")
    assert (found.code, found.out) == (4, "")
    assert "nowhere" in found.err


def test_a_bug_is_70_and_one_line(city, monkeypatch):
    write(city, READY)

    def breaks(*_: object) -> None:
        raise RuntimeError("first line\nsecond line")

    monkeypatch.setattr(submission, "assess", breaks)
    found = run("check")
    assert (found.code, found.out) == (70, "")
    assert len(found.err.splitlines()) == 1
    assert "RuntimeError" in found.err
    assert "test_check.py" in found.err
    assert "Traceback" not in found.err


@pytest.mark.parametrize(
    "problem",
    [StopIteration, RecursionError, KeyError, UnicodeError, AssertionError],
)
def test_a_bug_of_any_kind_never_passes_for_a_result(problem, city, monkeypatch):
    write(city, READY)

    def breaks(*_: object) -> None:
        raise problem

    monkeypatch.setattr(submission, "assess", breaks)
    found = run("check")
    assert (found.code, len(found.err.splitlines())) == (70, 1)


@pytest.mark.parametrize("problem", [MemoryError, OSError, PermissionError, TimeoutError])
def test_what_the_system_refuses_is_no_bug_of_ours(problem, city, monkeypatch):
    write(city, READY)

    def breaks(*_: object) -> None:
        raise problem

    monkeypatch.setattr(submission, "assess", breaks)
    found = run("check")
    assert (found.code, len(found.err.splitlines())) == (2, 1)


def test_an_interrupted_run_is_130(city, monkeypatch):
    write(city, READY)

    def interrupts(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(submission, "assess", interrupts)
    assert run("check") == (130, "", "")


# What is checked


def test_without_an_argument_it_is_proposal_yaml(city):
    write(city, READY)
    assert run("check", *TODAY).out == run("check", "proposal.yaml", *TODAY).out


@pytest.mark.parametrize(("lang", "told"), [("th", "ไม่พบไฟล์"), ("en", "no such file")])
def test_a_missing_file_is_told_in_either_language(lang, told, city):
    found = run("check", "--lang", lang)
    assert (found.code, found.out) == (2, "")
    assert told in found.err
    assert "proposal.yaml" in found.err
    assert len(found.err.splitlines()) == 2


def test_a_missing_file_among_others_stops_before_anything_is_said(city):
    write(city, READY)
    found = run("check", "proposal.yaml", "other.yaml", "--lang", "en")
    assert (found.code, found.out) == (2, "")
    assert "other.yaml" in found.err


def test_a_file_that_cannot_be_opened_is_told(city, monkeypatch):
    path = write(city, READY)

    def refuses(name: object) -> None:
        raise PermissionError(13, "Permission denied")

    loaded = settings.load_catalog(os.environ["SMARTCERT_CRITERIA"])
    monkeypatch.setattr(settings, "load_catalog", lambda where: loaded)
    monkeypatch.setattr("smartcert.session.inputs.read_file", refuses)
    found = run("check", path, "--lang", "en")
    assert (found.code, found.err) == (2, f"smartcert: {path}: Permission denied\n")


def test_several_files_are_told_in_the_order_named(city):
    write(city, GAPS, "b.yaml")
    write(city, READY, "a.yaml")
    found = run("check", "b.yaml", "a.yaml", "--lang", "en", *TODAY)
    assert found.code == 1
    assert found.out.index("b.yaml") < found.out.index("a.yaml")
    assert found.out.splitlines()[-1] == "2 files: 1 ready, 0 with gaps, 1 not ready, 0 unreadable"


def test_the_worst_of_several_files_decides(city):
    for name, text in (("ready.yaml", READY), ("gaps.yaml", GAPS), ("broken.yaml", BROKEN)):
        write(city, text, name)
    assert run("check", "ready.yaml", "gaps.yaml").code == 1
    assert run("check", "broken.yaml", "gaps.yaml", "ready.yaml").code == 3
    assert run("check", "ready.yaml", "ready.yaml").code == 0


def test_a_file_named_twice_is_checked_once(city):
    write(city, READY)
    data = json.loads(run("check", "proposal.yaml", "proposal.yaml", "--format", "json").out)
    assert data["proposal"]["file"] == "proposal.yaml"


def test_a_folder_is_searched_for_proposals(city):
    write(city, READY, "in/round-1.yaml")
    write(city, READY, "in/deep/round-2.yml")
    write(city, "smartcert-review: 1\n", "in/review-1.yaml")
    write(city, "other: 1\n", "in/other.yaml")
    write(city, READY, "in/notes.txt")
    write(city, READY, "in/.hidden/draft.yaml")
    data = json.loads(run("check", "in", "--format", "json", *TODAY).out)
    assert [item["proposal"]["file"] for item in data["assessments"]] == [
        str(Path("in/deep/round-2.yml")),
        str(Path("in/round-1.yaml")),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_a_proposal_in_a_folder_is_found_in_any_encoding(encoding, city):
    (city / "in").mkdir()
    (city / "in" / "draft.yaml").write_bytes(READY.encode(encoding))
    data = json.loads(run("check", "in", "--format", "json").out)
    assert data["proposal"]["file"] == str(Path("in/draft.yaml"))


@pytest.mark.parametrize(("lang", "told"), [("th", "ไม่พบข้อเสนอใน"), ("en", "no proposal here")])
def test_a_folder_without_proposals_is_told(lang, told, city):
    (city / "empty").mkdir()
    found = run("check", "empty", "--lang", lang)
    assert (found.code, found.out) == (2, "")
    assert told in found.err


def test_a_dash_is_standard_input(city, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GAPS.encode()), encoding="utf-8"))
    found = run("check", "-", "--format", "json")
    assert found.code == 1
    assert json.loads(found.out)["proposal"]["file"] == "-"


def test_after_two_dashes_everything_is_a_file(city):
    write(city, READY, "--lang")
    found = run("check", "--format", "json", "--", "--lang")
    assert json.loads(found.out)["proposal"]["file"] == "--lang"


# Where it goes, and in which format


def test_output_goes_to_a_file(city):
    write(city, GAPS)
    (city / "out").mkdir()
    printed = run("check", *TODAY)
    found = run("check", *TODAY, "--output", "out/result.txt")
    assert (found.code, found.out) == (1, "")
    text = (city / "out" / "result.txt").read_text(encoding="utf-8")
    assert text == f"{printed.out}smartcert {__version__}\n"


def test_a_dash_as_output_is_standard_output(city):
    write(city, GAPS)
    assert run("check", *TODAY, "-o", "-").out == run("check", *TODAY).out
    assert not (city / "-").exists()


def test_an_output_that_cannot_be_written_is_told(city):
    write(city, GAPS)
    (city / "taken").write_text("", encoding="utf-8")
    found = run("check", "-o", "taken/result.json", "--format", "json", "--lang", "en")
    assert found.code == 2
    assert "taken/result.json" in found.err
    assert len(found.err.splitlines()) == 1


def test_a_text_output_that_cannot_be_written_is_told(city):
    write(city, GAPS)
    (city / "taken").write_text("", encoding="utf-8")
    found = run("check", "-o", "taken/result.txt", "--lang", "en")
    assert (found.code, len(found.err.splitlines())) == (2, 1)


def test_json_of_one_is_one_object_and_of_several_a_list(city):
    write(city, READY, "a.yaml")
    write(city, GAPS, "b.yaml")
    one = json.loads(run("check", "a.yaml", "--format", "json", *TODAY).out)
    both = json.loads(run("check", "a.yaml", "b.yaml", "--format", "json", *TODAY).out)
    assert both["format"] == one["format"] == 1
    assert both["assessments"][0] == one
    assert [item["verdict"] for item in both["assessments"]] == ["ready", "not-ready"]


def test_several_formats_at_once(city):
    write(city, GAPS)
    found = run("check", *TODAY, "--format", "text", "--format", "json=result.json")
    assert found.out == run("check", *TODAY).out
    assert json.loads((city / "result.json").read_text(encoding="utf-8"))["verdict"] == "not-ready"


def test_an_unreadable_file_is_a_result_in_json_too(city):
    write(city, BROKEN)
    found = run("check", "--format", "json")
    data = json.loads(found.out)
    assert found.code == 3
    assert data["verdict"] == "unreadable"
    assert set(data["score"].values()) == {None}
    assert data["requirements"] == []
    assert data["findings"]


def test_the_same_input_gives_the_same_bytes(city):
    write(city, GAPS)
    for arguments in (["--format", "json"], ["--verbose"], ["--lang", "en"]):
        first = process("check", *TODAY, *arguments, PYTHONHASHSEED="1")
        second = process("check", *TODAY, *arguments, PYTHONHASHSEED="2")
        assert first.stdout == second.stdout
        assert first.stdout


# Gates


@pytest.mark.parametrize(
    ("limit", "code"),
    [
        ("66", 0),
        ("66.6", 0),
        ("66.66666", 0),
        ("66.7", 1),
        ("67", 1),
        ("66.66667", 1),
        ("0", 0),
        ("100", 1),
        ("๖๖", 0),
        ("๖๗", 1),
    ],
)
def test_fail_under_is_exact_and_not_rounded(limit, code, city):
    write(city, TWO_OF_THREE)
    found = run("check", "--fail-under", limit, *TODAY, "--lang", "en")
    assert "66.7%" in found.out
    assert found.code == code
    assert (f"--fail-under {limit}" in found.out) is bool(code)


def test_fail_under_of_all_passes_when_all_is_met(city):
    write(city, READY)
    assert run("check", "--fail-under", "100").code == 0


def test_mandatory_gaps_fail_whatever_the_limit(city):
    write(city, GAPS)
    assert run("check", "--fail-under", "0").code == 1


@pytest.mark.parametrize(("level", "code"), [("mandatory", 0), ("recommended", 1), ("any", 1)])
def test_fail_on_names_the_level(level, code, city):
    write(city, NAMED)
    assert run("check", "--fail-on", level).code == code


def test_fail_on_any_looks_at_the_file_itself(city):
    write(city, READY + "  slogan: สวัสดี\n")
    assert run("check", "--fail-on", "recommended").code == 0
    assert run("check", "--fail-on", "any").code == 1


def test_the_profile_decides_what_is_asked(city):
    write(city, NAMED)
    assert run("check", "--profile", "medal").code == 1
    assert run("check", "--profile", "logo").code == 0


# How much is told


def test_quiet_is_the_verdict_and_the_numbers(city):
    write(city, TWO_OF_THREE)
    found = run("check", "--quiet", "--lang", "en", *TODAY)
    assert found.out.splitlines() == [
        "proposal.yaml: Verdict: ready with gaps",
        "  readiness       66.7%  2 of 3 points",
        "  completeness    66.7%  2 of 3 fields asked for",
        "  evidence            –  0 of 0 met requirements have an annex",
        "  Mandatory points rest on official sources 1 of 1 · smartcert's own reading 0",
        "  of 0",
    ]


def test_verbose_tells_reason_and_stub_of_every_finding(city):
    write(city, "smartcert: 1\narea: {type: livable}\n")
    found = run("check", "--verbose", "--lang", "en", *TODAY)
    assert found.out.count("why: It has to be known.") == 3
    assert found.out.count("fix: Write it.") == 3
    assert "area: {name: เมืองที่น่าอยู่}" in found.out


def test_a_finding_names_file_line_and_column(city):
    write(city, GAPS)
    lines = run("check", "--lang", "en", *TODAY).out.splitlines()
    at = lines.index("proposal.yaml:2:1")
    assert lines[at + 1] == "  C1-1 The name"
    assert "  2 | area:" in lines


def test_many_findings_of_one_kind_are_capped_and_counted(city):
    write(city, READY + "".join(f"  unheard_{number}: ก\n" for number in range(25)))
    capped = run("check", "--lang", "en", *TODAY)
    whole = run("check", "--lang", "en", *TODAY, "--verbose")
    assert len(re.findall(r"^  P003 ", capped.out, re.MULTILINE)) == 20
    assert "… and 5 more; --verbose shows all" in capped.out
    assert "The file itself (25)" in capped.out
    assert len(re.findall(r"^  P003 ", whole.out, re.MULTILINE)) == 25
    assert "more; --verbose" not in whole.out


def test_of_several_files_fewer_findings_are_told(city):
    text = READY + "".join(f"  unheard_{number}: ก\n" for number in range(5))
    write(city, text, "a.yaml")
    write(city, text, "b.yaml")
    found = run("check", "a.yaml", "b.yaml", "--lang", "en")
    assert len(re.findall(r"^  P003 ", found.out, re.MULTILINE)) == 6
    assert found.out.count("… and 2 more; --verbose shows all") == 2


# Day and language


@pytest.mark.parametrize(
    "day", ["2026-11-21", "2569-11-21", "21 พ.ย. 2569", "๒๑ พฤศจิกายน ๒๕๖๙", "21/11/2569"]
)
def test_today_is_read_in_either_calendar(day, city):
    write(city, READY)
    assert json.loads(run("check", "--today", day, "--format", "json").out)["date"] == "2026-11-21"


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "th"),
        ([], {"LANG": "C.UTF-8"}, "th"),
        ([], {"LANG": "th_TH.UTF-8"}, "th"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "en_GB.UTF-8", "LC_ALL": "th_TH.UTF-8"}, "th"),
        ([], {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "th_TH.UTF-8"}, "th"),
        ([], {"LC_MESSAGES": "th_TH.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "en_GB.UTF-8", "SMARTCERT_LANG": "th"}, "th"),
        ([], {"LANG": "th_TH.UTF-8", "SMARTCERT_LANG": "en"}, "en"),
        (["--lang", "th"], {"SMARTCERT_LANG": "en", "LC_ALL": "en_US"}, "th"),
        (["--lang=en"], {"SMARTCERT_LANG": "th", "LC_ALL": "th_TH"}, "en"),
        (["--lang", "th", "--lang", "en"], {}, "en"),
    ],
)
def test_the_language_is_the_nearest_that_is_stated(
    arguments, environment, lang, city, monkeypatch
):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    write(city, READY)
    assert json.loads(run("check", *arguments, "--format", "json").out)["lang"] == lang
    missing = run("check", "nowhere.yaml", *arguments).err
    assert ("no such file" in missing) is (lang == "en")


@pytest.mark.parametrize("value", ["fr", "TH ", "english"])
def test_an_unknown_language_of_the_environment_is_told(value, city, monkeypatch):
    monkeypatch.setenv("SMARTCERT_LANG", value)
    write(city, READY)
    assert run("check").code == 2


# What a terminal gets


@pytest.mark.parametrize("arguments", [[], ["--verbose"], ["--quiet"], ["--format", "json"]])
def test_piped_output_has_no_escape_codes(arguments, city):
    write(city, GAPS)
    found = process("check", *arguments, TERM="xterm-256color")
    assert "\x1b" not in found.stdout
    assert found.returncode == 1


def coloured(*arguments: str, **settings: str) -> str:
    """Run the command on a terminal of its own and give what it shows."""
    pty = pytest.importorskip("pty", reason="terminals of this kind are not known here")
    main, side = pty.openpty()
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "TERM": "xterm-256color",
        **settings,
    }
    with subprocess.Popen(
        [python(), "-m", "smartcert", *arguments], stdout=side, stderr=side, env=environment
    ) as running:
        os.close(side)
        shown = b""
        while True:
            try:
                part = os.read(main, 65536)
            except OSError:  # Linux says so when the other side is closed.
                break
            if not part:
                break
            shown += part
        running.wait()
    os.close(main)
    return shown.decode()


def test_a_terminal_gets_colour_unless_it_is_not_wanted(city):
    write(city, GAPS)
    assert "\x1b[" in coloured("check")
    assert "\x1b" not in coloured("check", NO_COLOR="1")
    assert "\x1b" not in coloured("check", "--no-color")
    assert "\x1b" not in coloured("check", TERM="dumb")


def test_colour_changes_no_word(city):
    write(city, GAPS)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured("check", *TODAY)) == coloured(
        "check", *TODAY, "--no-color"
    )


def without(text: str, *names: str) -> str:
    """Leave out some headings of the second level, and what stands below them."""
    kept, skipped = [], False
    for line in text.splitlines(keepends=True):
        if line.strip() and not line.startswith("   "):
            skipped = line.startswith(tuple(f"  {name}:" for name in names))
        if not skipped:
            kept.append(line)
    return "".join(kept)


def too_wide(lines: list[str]) -> list[str]:
    """Give the lines that do not fit; YAML to paste, which is indented by four, is never broken."""
    return [line for line in lines if width(line) > 80 and not line.startswith("    ")]


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize(("arguments", "least"), [([], 60), (["--verbose"], 100), (["--quiet"], 4)])
def test_no_line_is_wider_than_80_columns(lang, arguments, least, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    whole = (EXAMPLES / "minimum" / "proposal.yaml").read_text(encoding="utf-8")
    write(
        tmp_path,
        without(whole, "vision", "goals", "order_no", "size", "layers", "risks", "agencies"),
    )
    lines = run("check", "--lang", lang, *arguments).out.splitlines()
    assert len(lines) >= least
    assert too_wide(lines) == []


@pytest.mark.parametrize("lang", ["th", "en"])
def test_no_line_about_an_empty_proposal_is_wider_than_80_columns(lang, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    services = "".join(
        f"  {smart}: {{projects: [{{id: P1}}]}}\n"
        for smart in ("environment", "mobility", "governance")
    )
    write(tmp_path, f"smartcert: 1\nround: 2\nservices:\n{services}")
    lines = run("check", "--lang", lang, "--verbose").out.splitlines()
    assert len(lines) > 200
    assert too_wide(lines) == []


def test_a_pipe_that_is_closed_early_is_no_fault(city):
    write(city, READY + "".join(f"  unheard_{number}: {'ก' * 200}\n" for number in range(2000)))
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(
        [python(), "-m", "smartcert", "check", "--verbose"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        told = running.stderr.read()
        running.wait()
    assert told == b""
    assert running.returncode == 141, (
        "under `pipefail` a check that nobody read to its end must not pass"
    )


def test_a_full_disk_is_no_bug(city):
    write(city, READY)
    if not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [python(), "-m", "smartcert", "check"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "can't write the output" in done.stderr


def test_a_name_with_a_line_break_stays_on_its_line(city):
    found = run("check", "a\n::error::b.yaml", "--lang", "en")
    assert found.code == 2
    assert not any(line.startswith("::") for line in found.err.splitlines())


def test_one_is_one(city):
    write(city, GAPS + "surprise: 1\n")
    found = run("check", *TODAY, "--lang", "en", "--fail-on", "recommended")
    assert "1 faults" not in found.out
    assert "The file itself has 1 fault (" in found.out
    write(city, NAMED + "  vision: เมืองที่น่าอยู่\n")
    assert (
        "fails --fail-on recommended: 1 finding\n"
        in run("check", *TODAY, "--lang", "en", "--fail-on", "recommended").out
    )
    write(city, NAMED)
    assert (
        "fails --fail-on recommended: 2 findings\n"
        in run("check", *TODAY, "--lang", "en", "--fail-on", "recommended").out
    )


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("arguments", "seen"),
    [(["--format", "json=out.json"], True), ([], False), (["--quiet"], False)],
)
def test_a_long_run_shows_a_bar_where_nothing_else_is_shown(arguments, seen, city, monkeypatch):
    for number in range(20):
        write(city, READY, f"{number}/proposal.yaml")
    monkeypatch.setenv("TERM", "xterm")
    out, err = Terminal(), Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    assert main(["check", ".", *TODAY, "--lang", "en", *arguments]) == 0
    assert ("checking" in err.getvalue()) is seen


@pytest.mark.parametrize(
    "control",
    [
        "\\e[31m",
        "\\x07",
        "\\x9b31m",
        "\\u202e",
        "\\u2066",
        "\\u200f",
        "\\r",
        "\\x08",
        "\\x7f",
        "\\u2028",
        "\\0",
    ],
)
def test_control_characters_of_a_proposal_do_not_reach_the_output(control, city):
    text = (
        f'smartcert: 1\narea:\n  name: "เมือง{control}ร้าย"\n  type: "ก{control}ข"\n'
        f'  "key{control}": 1\n  size: "x{control}y"\n'
    )
    write(city, text)
    for arguments in ([], ["--verbose"], ["--quiet"]):
        found = run("check", *arguments)
        assert not re.search(
            r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]",
            found.out + found.err,
        )
        assert found.code in (0, 1, 3)


def test_raw_control_characters_do_not_reach_the_output(city):
    (city / "proposal.yaml").write_bytes(
        b"smartcert: 1\narea:\n  name: a\x1b[31m\x07b\n  type: \xc2\x9bx\n"
    )
    found = run("check", "--verbose")
    assert "\x1b" not in found.out
    assert "\x07" not in found.out
    assert "\x9b" not in found.out


def test_control_characters_of_a_file_name_do_not_reach_the_output(city):
    write(city, GAPS, "a\x1b[31mb.yaml")
    for arguments in (
        ["a\x1b[31mb.yaml"],
        ["a\x1b[31mb.yaml", "--quiet"],
        ["nowhere\x1b[31m.yaml"],
    ):
        found = run("check", *arguments)
        assert "\x1b" not in found.out + found.err


def test_control_characters_of_a_fault_of_ours_do_not_reach_the_output(city, monkeypatch):
    write(city, READY)

    def breaks(*_: object) -> None:
        raise ValueError("เมือง\x1b[31m\x07\u202eร้าย")

    monkeypatch.setattr(submission, "assess", breaks)
    found = run("check")
    assert found.code == 70
    assert not re.search("[\x1b\x07\u202e]", found.err)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are Unicode here")
@pytest.mark.parametrize("output", [[], ["--output", "result"]], ids=["pipe", "file"])
@pytest.mark.parametrize("form", ["text", "json", "sarif", "csv", "junit", "gitlab", "markdown"])
def test_a_file_name_in_another_encoding_is_no_bug(form, output, city):
    name = os.fsdecode("ข้อเสนอ.yaml".encode("cp874"))
    write(city, GAPS, name)
    found = run("check", name, "--format", form, *output)
    assert (found.code, found.err) == (1, "")


BESIDE = "smartcert: 1\narea:\n  name: บึงตะเคียน\n"


def in_folder(folder, monkeypatch, *arguments):
    monkeypatch.chdir(folder)
    return run(*arguments)


@pytest.mark.parametrize("command", [["check"], ["report", "--html"], ["fix"]])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_folder_without_a_proposal_is_told_how_one_begins(tmp_path, monkeypatch, command, lang):
    (tmp_path / "other.yaml").write_text("jobs: 1\n", encoding="utf-8")
    found = in_folder(tmp_path, monkeypatch, *command, "--lang", lang)
    assert (found.code, found.out) == (2, "")
    assert found.err.splitlines()[-1] == "  smartcert init"


@pytest.mark.parametrize(
    "name",
    [
        "proposal.yml",
        "proposal.yaml.txt",
        "proposal.txt",
        "proposal.xlsx",
        "ร่าง 1.yaml",
        "draft.yml",
        "draft.yaml.txt",
    ],
)
@pytest.mark.parametrize("command", [["check"], ["report", "--html"], ["fix"]])
def test_a_proposal_that_lies_there_under_another_name_is_named(
    tmp_path, monkeypatch, command, name
):
    (tmp_path / name).write_text(BESIDE, encoding="utf-8")
    found = in_folder(tmp_path, monkeypatch, *command, "--lang", "th")
    assert found.code == 2
    assert name in found.err.splitlines()[0]
    typed = f'"{name}"' if " " in name else name
    assert found.err.splitlines()[1] == f"  smartcert check {typed}"
    assert (".txt" in found.err.replace(name, "")) is name.endswith(".txt")


def test_of_two_proposals_none_is_named(tmp_path, monkeypatch):
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text(BESIDE, encoding="utf-8")
    assert in_folder(tmp_path, monkeypatch, "check").err.splitlines()[1] == "  smartcert init"


def test_a_named_file_with_the_hidden_ending_is_found(tmp_path, monkeypatch):
    (tmp_path / "draft.yaml.txt").write_text(BESIDE, encoding="utf-8")
    found = in_folder(tmp_path, monkeypatch, "check", "draft.yaml")
    assert "draft.yaml.txt" in found.err
