"""Where output may go: nothing that a run reads or that is somebody's work is written over."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support import EXAMPLES, run

TODAY = ("--today", "2569-11-21")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two rounds, a review and waivers."""
    shutil.copytree(EXAMPLES / "khon-kaen", tmp_path, dirs_exist_ok=True)
    (tmp_path / "w.yaml").write_text("smartcert-waivers: 1\nwaivers: []\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "command",
    [
        "check round-2.yaml -o round-2.yaml",
        "check round-2.yaml -o ./annexes/../round-2.yaml",
        "check round-2.yaml --format json=round-2.yaml",
        "check round-2.yaml --format csv=w.yaml --waivers w.yaml",
        "check round-2.yaml --format text --format sarif=round-1.yaml",
        "report round-2.yaml --html -o round-2.yaml",
        "report round-2.yaml --markdown -o review-1.yaml",
        "report round-2.yaml --markdown -o round-1.yaml --baseline round-1.yaml",
        "compare round-1.yaml round-2.yaml -o round-1.yaml",
        "compare round-1.yaml round-2.yaml --format json -o round-2.yaml",
        "schema -o round-2.yaml",
        "check round-2.yaml -o nowhere/x.txt",
        "report round-2.yaml -o nowhere/x.html",
        "compare round-1.yaml round-2.yaml -o nowhere/x.txt",
        "schema -o nowhere/x.json",
        "baseline write round-2.yaml -o nowhere/x.json",
        "review new round-2.yaml -o nowhere/x.yaml",
        "check round-2.yaml --format json=same --format sarif=./same",
        "check round-2.yaml --format json --format sarif",
        "check round-2.yaml --format text --format json",
        "check round-2.yaml --format github --format github",
    ],
)
def test_nothing_is_lost(command: str, folder: Path) -> None:
    before = contents(folder)
    for lang in ("th", "en"):
        done = run(*command.split(), *(("--lang", lang) if "schema" not in command else ()))
        assert (done.code, done.out) == (2, ""), done.err
        assert 1 <= len(done.err.splitlines()) <= 2
    assert contents(folder) == before


def test_a_file_that_the_run_reads_is_kept_whatever_its_name(folder: Path) -> None:
    assert run("check", "round-1.yaml", *TODAY, "--format", "json", "-o", "base.json").code == 1
    before = contents(folder)
    Path("link.json").symlink_to("base.json")
    for name in ("base.json", "link.json"):
        assert (
            run(
                "check", "round-2.yaml", "--no-regress", "base.json", "--format", f"json={name}"
            ).code
            == 2
        )
    Path("link.json").unlink()
    assert contents(folder) == before


@pytest.mark.parametrize(
    "command", ["check round-2.yaml -o", "schema -o", "baseline write round-2.yaml -o"]
)
def test_a_name_that_no_file_can_have_is_wrong_usage(command: str, folder: Path) -> None:
    done = run(*command.split(), "x" * 300)
    assert (done.code, len(done.err.splitlines())) == (2, 1)


def test_an_earlier_output_is_replaced(folder: Path) -> None:
    for name, form in (
        ("out.json", "json"),
        ("out.sarif", "sarif"),
        ("out.xml", "junit"),
        ("out.txt", "text"),
        ("out", "text"),
    ):
        for _ in range(2):
            assert run("check", "round-1.yaml", *TODAY, "--format", form, "-o", name).code == 1
    for _ in range(2):
        assert run("report", "round-1.yaml", *TODAY, "--markdown", "-o", "out.md").code == 0
        assert run("schema", "-o", "schema.json").code == 0
        assert run("compare", "round-1.yaml", "round-2.yaml", "-o", "out.txt").code == 0


def test_an_empty_file_is_nobodys_work(folder: Path) -> None:
    Path("tmp.Xy12").touch()
    assert run("check", "round-2.yaml", *TODAY, "--format", "json", "-o", "tmp.Xy12").code == 0
    assert json.loads(Path("tmp.Xy12").read_text(encoding="utf-8"))["format"] == 1


def test_a_device_stays_one(folder: Path) -> None:
    if Path("/dev/null").exists():
        assert run("check", "round-2.yaml", *TODAY, "--format", "json", "-o", "/dev/null").code == 0
        assert not Path("/dev/null").is_file()


def test_annotations_and_text_share_the_log(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("check", "round-2.yaml", *TODAY, "--format", "github", "--format", "text").code == 0
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    done = run("check", "round-1.yaml", *TODAY, "--lang", "en", "-o", "out.txt")
    assert done.code == 1
    assert done.out.startswith("::error ")
    assert "not ready" in Path("out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    [
        ("check", "proposal.yaml", "--format", "csv=annexes/07-baselines.csv"),
        ("check", "proposal.yaml", "--format", "badge=annexes/05-boundary.svg"),
        ("report", "proposal.yaml", "--markdown", "-o", "annexes/01-letter.md"),
    ],
)
def test_an_annex_is_never_written_over(tmp_path, command):
    shutil.copytree(EXAMPLES / "minimum", tmp_path, dirs_exist_ok=True)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    done = subprocess.run(
        [sys.executable, "-m", "smartcert", *command],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before
