"""What people read, word for word: text and JSON of the examples in both languages.

`SMARTCERT_WRITE_GOLDEN=1 python dev.py test tests/test_golden.py` writes them anew; read what
changed.
"""

from __future__ import annotations

import json
import re

import pytest

from support import ROOT, golden, run

EXAMPLES = {
    "khon-kaen-1": ("examples/khon-kaen/round-1.yaml", "2563-08-10", 1),
    "khon-kaen-2": ("examples/khon-kaen/round-2.yaml", "2563-09-01", 0),
    "minimum": ("examples/minimum/proposal.yaml", "2569-11-21", 0),
}
DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


@pytest.fixture(autouse=True)
def _at_the_top(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_text(name, lang):
    file, today, code = EXAMPLES[name]
    done = run("check", file, "--lang", lang, "--today", today)
    assert done.err == ""
    assert done.code == code
    assert done.out == golden(f"{name}.{lang}.txt", done.out)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_json(name, lang):
    file, today, code = EXAMPLES[name]
    done = run("check", file, "--lang", lang, "--today", today, "--format", "json")
    assert done.code == code
    text = DIGEST.sub("sha256:…", done.out)
    assert json.loads(text)["format"] == 1
    assert text == golden(f"{name}.{lang}.json", text)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_lines_fit_80_columns_but_for_what_is_to_be_copied(name, lang):
    from smartcert.thai.words import width

    file, today, _ = EXAMPLES[name]
    for line in run("check", file, "--lang", lang, "--today", today, "--verbose").out.splitlines():
        assert width(line) <= 80 or line.startswith("    ") or "/" in line, line
