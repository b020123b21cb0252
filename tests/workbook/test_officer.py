"""An officer who never sees YAML: from the empty workbook to a verdict."""

from __future__ import annotations

import json
import re

import openpyxl
import pytest

from smartcert.workbook.content import form_entries, table_rows
from smartcert.workbook.layout import SMART, sheets
from smartcert.workbook.reader import read_workbook
from smartcert.workbook.source_file import proposal_source
from support import ROOT, run

pytestmark = pytest.mark.long

DRAFT = ROOT / "tests" / "data" / "town-first-draft.yaml"
SMARTS = {"environment": "สิ่งแวดล้อมอัจฉริยะ", "living": "การดำรงชีวิตอัจฉริยะ"}


def typed(file):
    """Type what the town's draft says into the cells of a form, sheet by sheet."""
    root = proposal_source(DRAFT.read_bytes(), "draft.yaml").root
    book = openpyxl.load_workbook(file)
    for sheet in sheets():
        if sheet.name("th") not in book.sheetnames:
            continue
        page = book[sheet.name("th")]
        if sheet.is_table:
            heads = {cell.value.partition("#")[2]: cell.column for cell in page[3] if cell.value}
            for number, row in enumerate(table_rows(sheet, root, "th"), 5):
                for key, entry in row.items():
                    text = SMARTS.get(entry.text, entry.text) if key == SMART else entry.text
                    page.cell(number, heads[key]).value = text or None
        else:
            rows = {page.cell(row, 1).value: row for row in range(1, page.max_row + 1)}
            for key, entry in form_entries(sheet, root, "th").items():
                page.cell(rows[key], 3).value = entry.text or None
    book.save(file)


def verdict(file):
    result = json.loads(run("check", file, "--format", "json", "--today", "2026-12-01").out)
    return result["verdict"], result["score"]["readiness"]


def test_from_an_empty_form_to_a_verdict_without_yaml(tmp_path):
    form = tmp_path / "form.xlsx"
    assert run("form", "-o", form, "--smarts", "สิ่งแวดล้อม,การดำรงชีวิต").code == 0
    assert {*read_workbook(form.read_bytes(), "form.xlsx").root["services"]} == {*SMARTS}
    assert verdict(form)[0] == "not-ready"
    typed(form)
    assert verdict(form) == verdict(DRAFT)
    assert verdict(form)[0] == "ready-with-gaps"
    assert run("report", form, "--html", "-o", tmp_path / "report.html").code == 0
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert re.search(r"![A-Z]+[0-9]+", re.sub(r"<[^>]*>", "", page))
    assert run("import", form, "-o", tmp_path / "proposal.yaml").code == 0
    assert verdict(tmp_path / "proposal.yaml") == verdict(form)
