"""Workbooks that LibreOffice has filled in, sorted, cut and saved, and files that are none of ours.

The office starts once; its own Python does what hands do, in `office_hands.py`.
"""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from smartcert.proposal.document import read_document
from smartcert.session.inputs import source_of
from support import EXAMPLES, ROOT, run

OFFICE = shutil.which("soffice")
NO_CALC = 3
"""What `office_hands.py` ends with where the office can't open a workbook."""

PYTHON = shutil.which("python3", path="/usr/bin")
"""The Python that LibreOffice's bridge is installed for, where a system has one."""


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    if PYTHON is None or subprocess.run([PYTHON, "-c", "import uno"], check=False).returncode:
        pytest.skip("LibreOffice's bridge to Python is missing")
    folder = tmp_path_factory.mktemp("office")
    draft = EXAMPLES / "khon-kaen" / "round-2.yaml"
    assert run("form", draft, "--gaps", "-o", folder / "draft.xlsx").code == 0
    hands = [PYTHON, str(ROOT / "tests" / "office_hands.py"), str(folder)]
    done = subprocess.run(hands, check=False, capture_output=True, timeout=300)
    if done.returncode == NO_CALC:
        pytest.skip("LibreOffice has no Calc here")
    assert done.returncode == 0, done.stderr.decode()
    return folder


def data_of(file):
    return read_document(source_of(file)).data


@pytest.mark.tools
def test_saved_by_libreoffice_it_says_the_same(office):
    file, again = office / "draft.xlsx", office / "again.xlsx"
    assert source_of(again).faults == source_of(file).faults == ()
    assert data_of(again) == data_of(file)
    scores = [
        json.loads(run("check", one, "--format", "json").out)["score"] for one in (file, again)
    ]
    assert scores[0] == scores[1]


@pytest.mark.tools
def test_filled_in_sorted_and_cut_it_says_what_the_hands_left(office):
    before, after = data_of(office / "draft.xlsx"), data_of(office / "edited.xlsx")
    assert source_of(office / "edited.xlsx").faults == ()
    assert after["area"].pop("vision").startswith("เมืองที่ทุกคนเดินทางถึงกันได้")
    assert before["area"].pop("vision")
    for smart, service in before["services"].items():
        sorted_ = after["services"][smart].pop("projects")
        wanted = service.pop("projects")
        for project in wanted:
            assert project.pop("objective")
        assert sorted_ == wanted[::-1]
    assert after == before


@pytest.mark.tools
@pytest.mark.parametrize(("ending", "told"), [("ods", ".ods"), ("xls", "Excel")])
def test_other_kinds_of_workbooks_are_told_kindly(office, ending, told):
    done = run("check", office / f"edited.{ending}", "--lang", "en")
    assert done.code == 3
    assert told in done.out + done.err
    assert ".xlsx" in done.out + done.err


def test_a_word_document_is_told_kindly(tmp_path):
    file = tmp_path / "draft.docx"
    run("report", EXAMPLES / "minimum" / "proposal.yaml", "--docx", "-o", file)
    done = run("check", file, "--lang", "th")
    assert done.code == 3
    assert "Word" in done.out + done.err
