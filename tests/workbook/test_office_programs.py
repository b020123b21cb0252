"""Workbooks that LibreOffice has opened and saved, and files that are no workbook of ours."""

from __future__ import annotations

import json
import shutil
import subprocess

import openpyxl
import pytest

from smartcert.proposal.document import read_document
from smartcert.session.inputs import source_of
from support import EXAMPLES, run

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def saved(file, ending, folder):
    """Let LibreOffice open a file and save it in another form, or anew."""
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    out = folder / "out"
    command = [OFFICE, home, "--headless", "--convert-to", ending, "--outdir", out, file]
    subprocess.run(list(map(str, command)), check=True, capture_output=True, timeout=180)
    return out / f"{file.stem}.{ending}"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    file = folder / "draft.xlsx"
    assert run("form", EXAMPLES / "khon-kaen" / "round-2.yaml", "--gaps", "-o", file).code == 0
    probe = folder / "probe.xlsx"
    openpyxl.Workbook().save(probe)
    if not saved(probe, "ods", folder).exists():
        pytest.skip("LibreOffice Calc is not installed")
    return folder, file, probe


@pytest.mark.tools
def test_saved_by_libreoffice_it_says_the_same(office):
    folder, file, _ = office
    again = saved(file, "xlsx", folder)
    before, after = source_of(file), source_of(again)
    assert after.faults == before.faults == ()
    assert read_document(after).data == read_document(before).data
    scores = [
        json.loads(run("check", one, "--format", "json").out)["score"] for one in (file, again)
    ]
    assert scores[0] == scores[1]


@pytest.mark.tools
@pytest.mark.parametrize(("ending", "told"), [("ods", ".ods"), ("xls", "Excel")])
def test_other_kinds_of_workbooks_are_told_kindly(office, ending, told):
    """Their kind is what is told; so a workbook with nothing in it will do."""
    folder, _, probe = office
    found = folder / "out" / f"probe.{ending}"
    done = run("check", found if found.exists() else saved(probe, ending, folder), "--lang", "en")
    assert done.code == 3
    assert told in done.out + done.err
    assert ".xlsx" in done.out + done.err


def test_a_word_document_is_told_kindly(tmp_path):
    file = tmp_path / "draft.docx"
    run("report", EXAMPLES / "minimum" / "proposal.yaml", "--docx", "-o", file)
    done = run("check", file, "--lang", "th")
    assert done.code == 3
    assert "Word" in done.out + done.err
