"""The Word report in LibreOffice."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from smartcert.render.mark import is_ours
from smartcert.render.paper.word import render

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.tools,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]


def convert(folder, ending, report):
    file = folder / "report.docx"
    file.write_bytes(render(report))
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
