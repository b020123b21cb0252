"""The report of Khon Kaen's second round against its first, word for word.

`SMARTCERT_WRITE_GOLDEN=1 python dev.py test tests/render/test_golden_report.py` writes them anew;
read what changed.
"""

from __future__ import annotations

import re

import pytest

from support import ROOT, golden, run

TODAY = "2563-09-01"


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize(("kind", "ending"), [("html", "html"), ("markdown", "md")])
def test_khon_kaen(monkeypatch, kind, ending, lang):
    monkeypatch.chdir(ROOT / "examples" / "khon-kaen")
    asked = ("--lang", lang, "--today", TODAY, "--baseline", "round-1.yaml")
    done = run("report", "round-2.yaml", f"--{kind}", "-o", "-", *asked)
    assert (done.code, done.err) == (0, "")
    # Style, script and fonts are files of their own; digests change with every corrected criterion.
    text = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1\3", done.out, flags=re.S)
    text = re.sub(r"sha256[-:][0-9A-Za-z+/=]+", "sha256:…", text)
    assert text == golden(f"report/khon-kaen.{lang}.{ending}", text)
