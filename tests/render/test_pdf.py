"""The report in print: what WeasyPrint makes of the page, and what is said without it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import warnings
import zlib
from pathlib import Path

import pytest

from support import run

PROPOSAL = Path(__file__).parents[1] / "data" / "round-1.yaml"


def test_without_weasyprint_one_line_says_how(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    done = run("report", PROPOSAL, "--html", "--pdf", "-o", tmp_path, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") <= 2
    assert "WeasyPrint" in done.err
    assert "pip install weasyprint" in done.err
    assert list(tmp_path.iterdir()) == [], "all formats or none"


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """A short report in print."""
    folder = tmp_path_factory.mktemp("pdf")
    (folder / "proposal.yaml").write_text(
        "smartcert: 1\nprofile: renewal\narea: {name: เมืองน้ำใส}\n", encoding="utf-8"
    )
    with warnings.catch_warnings():
        # Of its dependencies, which are not ours to mend.
        warnings.simplefilter("ignore", DeprecationWarning)
        pytest.importorskip(
            "weasyprint", reason="WeasyPrint is not installed", exc_type=(ImportError, OSError)
        )
        done = run(
            "report", folder / "proposal.yaml", "--pdf", "--lang", "th", "--today", "2026-11-21"
        )
    assert (done.code, done.err) == (0, "")
    return folder / "proposal.report.pdf"


def ask(program, *arguments):
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    return subprocess.run([program, *arguments], check=True, capture_output=True).stdout.decode()


@pytest.mark.tools
def test_what_is_printed_can_be_searched(printed):
    text = ask("pdftotext", str(printed), "-").replace("\u0e4d\u0e32", "ำ")
    assert "เมืองน้ำใส" in text
    assert re.search(r"^\d ?/ ?\d$", text, re.M), "pages are numbered"


@pytest.mark.tools
def test_fonts_are_our_own(printed):
    fonts = ask("pdffonts", str(printed))
    assert "Sarabun" in fonts
    assert "Sarabun-Bold" in fonts


@pytest.mark.tools
def test_what_is_printed_says_its_language_its_title_and_what_its_parts_are(printed):
    told = ask("pdfinfo", str(printed))
    assert re.search(r"^Tagged: +yes$", told, re.M)
    assert "เมืองน้ำใส" in told.replace("\u0e4d\u0e32", "ำ")
    packed = re.findall(rb"/FlateDecode.*?stream\n(.*?)\nendstream", printed.read_bytes(), re.S)
    assert any(b"/Lang" in zlib.decompressobj().decompress(one) for one in packed)
