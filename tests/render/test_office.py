"""The Word report in LibreOffice."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from report_fixtures import make
from smartcert.cli.options import ReportOptions
from smartcert.render.mark import is_ours
from smartcert.render.paper.word import render
from support import ROOT

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.tools,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]


def convert(folder, ending, report, part="report"):
    file = folder / "report.docx"
    file.write_bytes(render(report, part))
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [
        OFFICE,
        home,
        "--headless",
        "--convert-to",
        ending,
        "--outdir",
        str(folder / "out"),
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / "out" / f"report.{ending}"


def test_opens_and_prints(tmp_path, second):
    pdf = convert(tmp_path, "pdf", second("th"))
    assert pdf.read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed; what is on the pages was not read")
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True
    ).stdout.decode()
    assert "เมืองสายธาร" in text
    assert "R1-02" in text
    assert re.search(r"\b1 / \d{2,3}\b", text), "pages are numbered"


def test_what_was_saved_there_is_not_written_over(tmp_path, second):
    saved = convert(tmp_path, "docx", second("th"))
    assert not is_ours("docx", saved.read_bytes())


def pages(pdf):
    """The text of each page."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed; pages were not counted")
    done = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True)
    return done.stdout.decode().split("\f")[:-1]


@pytest.fixture(scope="module")
def khon_kaen():
    folder = ROOT / "examples" / "khon-kaen"
    return make(
        ReportOptions(
            proposal=str(folder / "round-2.yaml"),
            earlier=str(folder / "round-1.yaml"),
            lang="th",
            today="2563-09-01",
        )
    )


def test_the_first_page_is_one_sheet_and_the_annex_begins_within_twenty_four(tmp_path, khon_kaen):
    found = pages(convert(tmp_path, "pdf", khon_kaen))
    assert "สั่งการ" in found[0], "room for the decision"
    assert "แผนดำเนินการแก้ไข" in "".join(found[1].split())[:80].replace("\u0e4d\u0e32", "ำ")
    annex = next(at for at, text in enumerate(found) if text.strip().startswith("ภาคผนวก"))
    assert annex <= 24


def test_the_summary_is_one_sheet(tmp_path, khon_kaen):
    assert len(pages(convert(tmp_path, "pdf", khon_kaen, "summary"))) == 1
