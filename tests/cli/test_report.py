"""`smartcert report`: where it writes, and what it refuses."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from support import run

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def folder(tmp_path):
    for name in ("round-1.yaml", "round-2.yaml", "review-1.yaml"):
        shutil.copy(DATA / name, tmp_path)
    return tmp_path


def test_html_beside_the_proposal(folder):
    done = run("report", folder / "round-1.yaml")
    assert (done.code, done.out) == (0, f"{folder / 'round-1.report.html'}\n")
    assert (
        (folder / "round-1.report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    )


def test_the_usual_proposal(folder, monkeypatch):
    (folder / "round-1.yaml").rename(folder / "proposal.yaml")
    monkeypatch.chdir(folder)
    assert run("report", "--html").out == "proposal.report.html\n"


def test_several_formats_in_one_call(folder):
    target = folder / "out"
    target.mkdir()
    done = run("report", folder / "round-1.yaml", "--html", "--markdown", "--docx", "-o", target)
    assert done.code == 0
    assert sorted(file.name for file in target.iterdir()) == [
        f"round-1.report.{ending}" for ending in ("docx", "html", "md")
    ]


def test_several_formats_do_not_fit_one_file(folder):
    done = run(
        "report",
        folder / "round-1.yaml",
        "--html",
        "--docx",
        "-o",
        folder / "one.html",
        "--lang",
        "en",
    )
    assert (done.code, done.out) == (2, "")
    assert not (folder / "one.html").exists()


def test_standard_output(folder):
    done = run("report", folder / "round-1.yaml", "--markdown", "--lang", "en", "-o", "-")
    assert done.out.startswith("Gap report of a smart-city proposal\n\n# เมืองสายธาร\n")
    assert sorted(file.name for file in folder.iterdir()) == [
        "review-1.yaml",
        "round-1.yaml",
        "round-2.yaml",
    ]


def test_thai_unless_it_is_asked_for_in_english(folder, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert run("report", folder / "round-1.yaml", "--markdown", "-o", "-").out.startswith("รายงาน")


def test_reviews_that_are_given_are_told(folder):
    done = run(
        "report",
        folder / "round-1.yaml",
        "--review",
        folder / "review-1.yaml",
        "--markdown",
        "--lang",
        "en",
        "-o",
        "-",
    )
    (row,) = re.findall(r"^\| R1-04 \|.*", done.out, re.MULTILINE)
    assert "unanswered" in row


def test_a_report_is_written_whole_or_not_at_all(folder, monkeypatch):
    def broken(self, target):
        raise OSError(28, "No space left on device")

    old = folder / "round-1.report.html"
    mark = '<meta name="generator" content="smartcert 0.1.0">'
    old.write_text(mark, encoding="utf-8")
    monkeypatch.setattr(Path, "replace", broken)
    done = run("report", folder / "round-1.yaml", "--lang", "en")
    assert done.code == 2
    assert "No space left" in done.err
    assert old.read_text(encoding="utf-8") == mark
    assert [file.name for file in folder.iterdir() if file.name.startswith(".")] == []


def test_a_word_report_that_was_filled_in_is_kept(folder):
    from docx import Document

    file = folder / "round-1.report.docx"
    assert run("report", folder / "round-1.yaml", "--docx").code == 0
    assert run("report", folder / "round-1.yaml", "--docx").code == 0, (
        "our own may be written again"
    )
    document = Document(file)
    document.core_properties.last_modified_by = "กองช่าง"
    document.save(file)
    kept = file.read_bytes()
    done = run("report", folder / "round-1.yaml", "--docx", "--lang", "en")
    assert done.code == 2
    assert "edited it since" in done.err
    assert file.read_bytes() == kept
    (folder / "round-1.report.html").unlink(missing_ok=True)
    assert run("report", folder / "round-1.yaml", "--html", "--docx").code == 2
    assert not (folder / "round-1.report.html").exists(), (
        "nothing is written when one of the files can't be"
    )


def test_the_earlier_round_may_be_held_against_its_own_edition(folder):
    asked = (
        "report",
        folder / "round-2.yaml",
        "--baseline",
        folder / "round-1.yaml",
        "--markdown",
        "--lang",
        "en",
        "-o",
        "-",
    )
    assert "not comparable" not in run(*asked).out
    assert "Before: edition 2019" in run(*asked, "--old-edition", "2562").out


def test_an_earlier_round_that_cannot_be_read(folder):
    (folder / "round-1.yaml").write_text("area: [\n", encoding="utf-8")
    done = run(
        "report", folder / "round-2.yaml", "--baseline", folder / "round-1.yaml", "--lang", "en"
    )
    assert done.code == 3
    assert not (folder / "round-2.report.html").exists()


def test_settings_and_waivers_count_as_they_do_for_check(folder):
    (folder / "waivers.yaml").write_text(
        "smartcert-waivers: 1\nwaivers: [{requirement: C5-8, reason: ทำภายหลัง, "
        "approver: นายกเทศมนตรี, until: 31 ธ.ค. 2569}]\n",
        encoding="utf-8",
    )
    (folder / "smartcert.yaml").write_text("waivers: waivers.yaml\nlang: en\n", encoding="utf-8")
    text = run(
        "report", folder / "round-1.yaml", "--markdown", "--today", "2026-11-21", "-o", "-"
    ).out
    assert "waived · ทำภายหลัง (approved by นายกเทศมนตรี, until 31 December 2026)" in text
    assert "without waived: " in text
    assert "C5-8" not in text[: text.index("## Budget")], "what is set aside is no step"
    assert run("report", folder / "round-1.yaml", "--today", "2026-11-21").code == 0


def test_a_proposal_that_is_not_there(tmp_path):
    done = run("report", tmp_path / "no.yaml", "--lang", "en")
    assert done.code == 2
    assert "no such file" in done.err
