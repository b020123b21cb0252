"""The one way out for files: nothing is lost, nothing is followed, all of a run or nothing."""

from __future__ import annotations

import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from smartcert.cli.output_files import OutputFiles, refuse_loss
from smartcert.errors import UsageError
from smartcert.render.formats import CHECK_FORMATS
from support import EXAMPLES, run

TODAY = ("--today", "2569-11-21", "--lang", "en")

WRITING = {
    "check text": ("check p.yaml -o {}", "proposal.txt"),
    **{
        f"check {name}": (f"check p.yaml --format {name}={{}}", f"out.{name}")
        for name in CHECK_FORMATS
    },
    "report html": ("report p.yaml", "p.report.html"),
    "report docx": ("report p.yaml --docx", "p.report.docx"),
    "report markdown": ("report p.yaml --markdown", "p.report.md"),
    "compare": ("compare p.yaml p.yaml -o {}", "c.txt"),
    "compare json": ("compare p.yaml p.yaml --format json -o {}", "c.json"),
    "schema": ("schema -o {}", "s.json"),
}
"""Commands that replace what they wrote themselves, and the file that they write."""

BEGINNING = {
    "init": ("init {}", "new.yaml"),
    "review": ("review new p.yaml", "review-1.yaml"),
    "review elsewhere": ("review new p.yaml -o {}", "r.yaml"),
    "baseline": ("baseline write p.yaml", "smartcert-baseline.json"),
}
"""Commands that begin a file for a person, and so replace nothing."""

ALL = {**WRITING, **BEGINNING}


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A folder with a proposal in it."""
    folder = tmp_path / "drafts"
    shutil.copytree(EXAMPLES / "minimum", folder)
    (folder / "proposal.yaml").rename(folder / "p.yaml")
    monkeypatch.chdir(folder)
    return folder


def written(command: str, target: str, *more: str) -> int:
    """Run a command for a target; give its exit code, which for a gate counts as done."""
    today = () if command.startswith(("init", "schema")) else TODAY
    done = run(*(part.replace("{}", target) for part in command.split()), *today, *more)
    assert "Traceback" not in done.err
    assert len(done.err.splitlines()) <= 2, done.err
    return 0 if done.code == 1 else done.code


def left(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir() if file.name.startswith(".smartcert")]


@pytest.mark.parametrize(("command", "target"), ALL.values(), ids=ALL)
def test_no_link_is_followed(command, target, here):
    outside = here.parent / "authorized_keys"
    outside.write_text("mine", encoding="utf-8")
    Path(target).symlink_to(outside)
    for force in ((), ("--force",)):
        assert written(command, target, *force) == 2
        assert outside.read_text(encoding="utf-8") == "mine"
    outside.unlink()
    assert written(command, target) == 2, "a dangling link makes no file elsewhere"
    assert not outside.exists()
    assert left(here) == []


WORK = [
    b"somebody's work\n",
    b'{"format": 1, "findings": {}}\n',
    b'{"name": "smartcert", "version": "1.0"}\n',
    b"<html><head></head></html>",
    b"smartcert is mentioned here\n",
    b"PK\x03\x04damaged",
    b"\xff\xfe\x00",
]


@pytest.mark.parametrize(("command", "target"), ALL.values(), ids=ALL)
@pytest.mark.parametrize("content", WORK)
def test_somebodys_work_is_kept(command, target, content, here):
    Path(target).write_bytes(content)
    assert written(command, target) == 2
    assert Path(target).read_bytes() == content
    assert left(here) == []


@pytest.mark.parametrize(
    ("command", "target", "content"),
    [
        *((*line, WORK[0]) for line in ALL.values()),
        *((*ALL["schema"], content) for content in WORK),
    ],
)
def test_somebodys_work_is_replaced_by_force(command, target, content, here):
    """Every command goes the same way, whatever is there: each with one work, one with each."""
    Path(target).write_bytes(content)
    assert written(command, target, "--force") == 0
    assert Path(target).read_bytes() != content
    assert left(here) == []


@pytest.mark.parametrize(("command", "target"), WRITING.values(), ids=WRITING)
def test_our_own_is_replaced_and_no_other_formats(command, target):
    assert written(command, target) == 0
    content = Path(target).read_bytes()
    assert written(command, target) == 0
    assert Path(target).read_bytes() == content
    Path(target).write_bytes(b"# mine\n" + content.replace(b"smartcert", b"somebody"))
    assert written(command, target) == 2


@pytest.mark.parametrize(("command", "target"), BEGINNING.values(), ids=BEGINNING)
def test_what_a_person_goes_on_with_is_replaced_by_force_only(command, target):
    assert written(command, target) == 0
    assert written(command, target) == 2
    assert written(command, target, "--force") == 0


READ = {
    "the proposal": ("p.yaml", ""),
    "an annex": ("annexes/07-baselines.csv", ""),
    "the settings": ("smartcert.yaml", ""),
    "waivers": ("w.yaml", "--waivers w.yaml"),
    "a hard link to it": ("hard.yaml", ""),
}
"""What a check reads, with the option that names it."""


@pytest.mark.parametrize(("target", "option"), READ.values(), ids=READ)
@pytest.mark.parametrize(
    "command",
    [
        "check p.yaml -o {}",
        "check p.yaml --format json={}",
        "report p.yaml -o {}",
        "review new p.yaml -o {}",
        "baseline write p.yaml -o {}",
        "compare p.yaml p.yaml -o {}",
    ],
)
def test_what_the_run_reads_is_kept_even_when_forced(command, target, option):
    Path("smartcert.yaml").write_text("lang: en\nwaivers: w.yaml\n", encoding="utf-8")
    Path("w.yaml").write_text("smartcert-waivers: 1\nwaivers: []\n", encoding="utf-8")
    os.link("p.yaml", "hard.yaml")
    before = Path(target).read_bytes()
    more = option.split() if command.startswith(("check", "report", "baseline")) else []
    assert written(command, target, "--force", *more) == 2
    assert Path(target).read_bytes() == before


@pytest.mark.parametrize("file", ["catalog.yaml", "services/environment.yaml"])
def test_a_catalog_is_kept_even_when_forced(file):
    folder = Path("criteria")
    (folder / "services").mkdir(parents=True)
    (folder / "catalog.yaml").write_text("id: x\n", encoding="utf-8")
    (folder / "services" / "environment.yaml").write_text("", encoding="utf-8")
    assert written("check p.yaml -o {}", f"criteria/{file}", "--force") == 2
    assert written("schema -o {}", f"criteria/{file}", "--force") == 2


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o755])
def test_the_rights_of_a_file_are_kept(mode):
    assert written("schema -o {}", "s.json") == 0
    Path("s.json").chmod(mode)
    assert written("schema -o {}", "s.json") == 0
    assert stat.S_IMODE(Path("s.json").stat().st_mode) == mode


def test_a_file_for_reading_only_is_kept():
    assert written("schema -o {}", "s.json") == 0
    Path("s.json").chmod(0o444)
    assert written("schema -o {}", "s.json") == 2


@pytest.mark.parametrize(
    ("command", "target", "mask"),
    [
        *((*line, 0o077) for line in ALL.values()),
        *((*ALL["schema"], mask) for mask in (0o022, 0o002)),
    ],
)
def test_a_new_file_has_the_rights_that_the_mask_leaves(command, target, mask):
    before = os.umask(mask)
    try:
        assert written(command, target) == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE(Path(target).stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize("length", [250, 254, 255])
def test_a_name_may_be_as_long_as_names_can_be(length):
    name = "x" * (length - 5) + ".json"
    assert written("check p.yaml --format json={}", name) == 0
    assert json.loads(Path(name).read_text(encoding="utf-8"))["format"] == 1
    assert written("schema -o {}", "ก" * (255 // 3)) == 0


@pytest.mark.parametrize("last", ["/dev/full", "none/x.sarif", "folder", "link"])
def test_several_outputs_are_all_or_none(last, here):
    Path("folder").mkdir()
    Path("link").symlink_to("elsewhere")
    Path("old.csv").write_bytes(b"")
    done = run(
        "check", "p.yaml", *TODAY, "--format", "json=a.json", "--format", "csv=old.csv",
        "--format", f"sarif={last}",
    )  # fmt: skip
    assert done.code == 2, done.err
    assert not Path("a.json").exists()
    assert Path("old.csv").read_bytes() == b""
    assert left(here) == []


def test_what_is_at_its_place_is_taken_back_when_another_cannot_be(here, monkeypatch):
    assert written("check p.yaml --format json={}", "old.json") == 0
    before = Path("old.json").read_bytes()
    real = Path.replace

    def refuses(self, target):
        if str(target) == "c.csv":
            raise OSError(1, "Operation not permitted")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuses)
    files = OutputFiles()
    for name in ("new.json", "old.json", "c.csv"):
        files.add(name, Path(name).suffix[1:], b"{}")
    with pytest.raises(UsageError, match=r"c\.csv"):
        files.__exit__(None)
    assert not Path("new.json").exists()
    assert Path("old.json").read_bytes() == before
    assert left(here) == []


@pytest.mark.parametrize("target", ["pipe", "/dev/zero/x", "x\0y", "\ud800", "", "."])
def test_what_can_be_no_file_is_told(target, here):
    os.mkfifo("pipe")
    with pytest.raises(UsageError):
        refuse_loss(target, "json", ())


def test_a_shells_own_stream_is_written_to(capfd):
    assert written("schema -o {}", "/dev/stdout") == 0
    assert '"$schema"' in capfd.readouterr().out
    assert written("schema -o {}", "/dev/null") == 0


@pytest.mark.parametrize("ci", ["GITLAB_CI"])
def test_what_a_ci_system_gets_by_default_is_kept_too(ci, monkeypatch):
    monkeypatch.setenv(ci, "true")
    Path("gl-code-quality-report.json").symlink_to("../elsewhere")
    assert written("check p.yaml", "") == 2
    Path("gl-code-quality-report.json").unlink()
    assert written("check p.yaml", "") == 0
    assert written("check p.yaml", "") == 0


@pytest.mark.parametrize("proposal", [".", "", "..", "/", "nothing.yaml"])
def test_a_report_on_no_file_is_wrong_usage(proposal):
    for command in (["report"], ["review", "new"]):
        assert run(*command, proposal).code == 2
