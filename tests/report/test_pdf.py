from __future__ import annotations

import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from support import run

PROPOSAL = Path(__file__).with_name("data") / "round-1.yaml"


def test_without_weasyprint_one_line_says_how(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    done = run("report", PROPOSAL, "--html", "--pdf", "-o", tmp_path, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") <= 2
    assert "WeasyPrint" in done.err
    assert "pip install 'smartcert[pdf]'" in done.err
    assert list(tmp_path.iterdir()) == [], "all formats or none"


def test_pdf(tmp_path, first):
    with warnings.catch_warnings():
        # Of its dependencies, which are not ours to mend.
        warnings.simplefilter("ignore", DeprecationWarning)
        pytest.importorskip("weasyprint", reason="WeasyPrint is not installed", exc_type=(ImportError, OSError))
        from smartcert.render.as_pdf import render

        packed = render(first("th"))
    assert packed.startswith(b"%PDF")
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed; what is on the pages was not read")
    text = subprocess.run(["pdftotext", "-", "-"], input=packed, check=True, capture_output=True).stdout.decode()
    assert "เมืองสายธาร" in text
    assert "1 / " in text, "pages are numbered"
