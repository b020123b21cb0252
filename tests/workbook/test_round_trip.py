"""A proposal through a workbook and back says the same."""

from __future__ import annotations

import io
import json
import random
import shutil
import subprocess

import openpyxl
import pytest

from smartcert.catalog.loader import load_catalog
from smartcert.errors import UsageError
from smartcert.proposal.document import read_document
from smartcert.source import read_source
from smartcert.workbook.hints import Hints
from smartcert.workbook.layout import PROPERTY, VERSION, sheets
from smartcert.workbook.reader import read_workbook
from smartcert.workbook.source_file import proposal_source
from smartcert.workbook.writer import Content, write
from smartcert.workbook.yaml_text import yaml_text
from support import EXAMPLES, ROOT, run

pytestmark = pytest.mark.long

DRAFTS = [
    file
    for file in sorted(EXAMPLES.rglob("*.yaml"))
    if "smartcert: 1" in file.read_text(encoding="utf-8")
]
HINTS = {lang: Hints(load_catalog(), "logo", lang) for lang in ("th", "en")}


def data(source):
    return read_document(source).data


def said(node):
    """What is read, without what is empty: a list of one is its item."""
    if isinstance(node, dict):
        return {key: said(part) for key, part in node.items() if part not in ({}, [], None)}
    return [said(part) for part in node] if isinstance(node, list) else node


@pytest.fixture(scope="module", params=DRAFTS, ids=lambda file: f"{file.parent.name}-{file.stem}")
def draft(request):
    return proposal_source(request.param.read_bytes(), "proposal.yaml")


def test_nothing_is_lost(draft):
    book = write(Content(draft.root), HINTS["th"])
    back = read_workbook(book, "proposal.xlsx")
    assert back.faults == ()
    assert said(data(back)) == said(data(draft))
    text = yaml_text(back.root)
    anew = read_source(text.encode(), "proposal.yaml")
    assert said(data(anew)) == said(data(draft))
    assert write(Content(anew.root), HINTS["th"]) == book


@pytest.mark.parametrize(
    "harm", ["\x85", "\x9b31m", "\u202e", "\u2028", "\u061c", "\ufeff", "\x07"]
)
def test_what_would_mislead_is_escaped_in_yaml(harm):
    text = f"เมือง{harm}\nใหม่"
    made = yaml_text({"smartcert": "1", "area": {"name": text}})
    assert harm not in made
    assert read_source(made.encode(), "x").root["area"]["name"] == text


@pytest.fixture(scope="module")
def book():
    source = proposal_source((EXAMPLES / "minimum" / "proposal.yaml").read_bytes(), "p.yaml")
    return source, write(Content(source.root), HINTS["th"])


def test_the_same_proposal_gives_the_same_bytes(book):
    source, raw = book
    assert write(Content(source.root), HINTS["th"]) == raw


def changed(book: bytes, change) -> bytes:
    opened = openpyxl.load_workbook(io.BytesIO(book))
    change(opened)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def rows_of(page):
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=5)]


def test_rows_may_be_sorted_and_columns_moved(book):
    source, raw = book

    def shuffle(opened):
        page = opened["โครงการ"]
        width = page.max_column
        order = list(range(1, width + 1))
        random.Random(7).shuffle(order)
        grid = [[page.cell(r, c).value for c in order] for r in range(3, page.max_row + 1)]
        keys, heads, *rows = grid
        filled = [row for row in rows if any(row)]
        filled.reverse()
        for r, row in enumerate([keys, heads, *filled], 3):
            for c, value in enumerate(row, 1):
                page.cell(r, c).value = value

    back = data(read_workbook(changed(raw, shuffle), "p.xlsx"))
    before = data(source)
    for smart, service in before["services"].items():
        wanted = sorted(str(said(item)) for item in service.get("projects", []))
        found = [str(said(item)) for item in back["services"][smart].get("projects", [])]
        assert len(found) == len(wanted)
        assert {len(text) for text in found} == {len(text) for text in wanted}


def test_sheets_and_heads_may_be_renamed_and_columns_hidden(book):
    source, raw = book

    def rename(opened):
        for number, page in enumerate(opened.worksheets):
            page.title = f"แผ่น {number}"
            page["B4"].value = (
                "หัวใหม่" if page.max_row > 4 and page["B4"].value else page["B4"].value
            )
            page.column_dimensions["C"].hidden = True

    back = read_workbook(changed(raw, rename), "p.xlsx")
    assert said(data(back)) == said(data(source))


def test_a_finding_names_sheet_and_cell(tmp_path):
    source = proposal_source((EXAMPLES / "khon-kaen" / "round-1.yaml").read_bytes(), "p.yaml")
    file = tmp_path / "draft.xlsx"
    file.write_bytes(write(Content(source.root), HINTS["th"]))
    result = json.loads(run("check", file, "--format", "json").out)
    (vision,) = [found for found in result["findings"] if found["code"] == "C1-3"]
    assert vision["sheet"] == "พื้นที่และเป้าหมาย"
    opened = openpyxl.load_workbook(file)
    assert opened[vision["sheet"]][vision["cell"]].value == "ขอนแก่นเมืองอัจฉริยะ น่าอยู่ ทันสมัย"
    text = run("check", file, "--lang", "th").out
    assert f"{file} พื้นที่และเป้าหมาย!{vision['cell']}" in text


def test_what_no_sheet_has_room_for_is_kept():
    source = proposal_source("smartcert: 1\narea: {name: ก, colour: แดง}\n".encode(), "p.yaml")
    back = read_workbook(write(Content(source.root), HINTS["th"]), "p.xlsx")
    assert back.root["area"] == {"name": "ก", "colour": "แดง"}


def test_a_text_that_no_cell_can_hold_is_refused():
    with pytest.raises(UsageError, match=r"area\.vision"):
        write(Content({"area": {"vision": "ก" * 40_000}}), HINTS["th"])


def test_text_begins_no_formula():
    source = proposal_source(b"smartcert: 1\narea: {name: '=1+1', vision: '@SUM(A1)'}\n", "p")
    raw = write(Content(source.root), HINTS["th"])
    opened = openpyxl.load_workbook(io.BytesIO(raw))
    kinds = {cell.data_type for page in opened for row in page.iter_rows() for cell in row}
    assert "f" not in kinds
    assert read_workbook(raw, "x").root["area"]["name"] == "=1+1"


@pytest.mark.parametrize("lang", ["th", "en"])
def test_an_empty_form_says_nothing_and_has_no_fault(lang):
    back = read_workbook(write(Content(), HINTS[lang]), "p.xlsx")
    assert back.faults == ()
    assert dict(back.root) == {"smartcert": "1"}


def test_the_layout_names_its_version_and_every_sheet_once(book):
    opened = openpyxl.load_workbook(io.BytesIO(book[1]))
    assert opened.custom_doc_props[PROPERTY].value == VERSION
    for lang in ("th", "en"):
        names = [sheet.name(lang).casefold() for sheet in sheets()]
        assert len(names) == len(set(names))
        assert all(0 < len(name) <= 31 for name in names)


def test_form_check_import(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    example = ROOT / "examples" / "minimum" / "proposal.yaml"
    assert run("form", example, "-o", "a.xlsx").code == 0
    assert run("import", "a.xlsx", "-o", "a.yaml").code == 0
    numbers = [
        json.loads(run("check", file, "--format", "json").out)["score"]
        for file in ("a.xlsx", "a.yaml")
    ]
    assert numbers[0] == numbers[1]
    assert run("form", "a.yaml", "-o", "a.xlsx").code == 2


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    """Give the workbook of Khon Kaen's first round as a file."""
    file = tmp_path_factory.mktemp("workbook") / "draft.xlsx"
    assert run("form", EXAMPLES / "khon-kaen" / "round-1.yaml", "-o", file).code == 0
    return file


@pytest.mark.parametrize(
    "form", ["concise", "github", "gitlab", "sarif", "junit", "csv", "markdown"]
)
def test_every_format_names_sheet_and_cell(form, workbook):
    said = run("check", workbook, "--format", form, "--lang", "th").out
    assert "พื้นที่และเป้าหมาย!C" in said.replace("\\!", "!")


def test_a_workbook_is_held_against_one_of_an_earlier_commit(tmp_path):
    for command in (["init", "-q"], ["config", "user.email", "a@b"], ["config", "user.name", "a"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    file = tmp_path / "draft.xlsx"
    assert run("form", EXAMPLES / "khon-kaen" / "round-2.yaml", "-o", file).code == 0
    subprocess.run(["git", "add", "-A"], cwd=tmp_path, check=True)
    subprocess.run(["git", "commit", "-qm", "a"], cwd=tmp_path, check=True)
    assert run("check", file, "--no-regress", "git:HEAD", "-q").code == 0
    assert run("form", EXAMPLES / "khon-kaen" / "round-1.yaml", "-o", file, "--force").code == 0
    assert run("check", file, "--no-regress", "git:HEAD", "-q", "--lang", "en").code == 1


def test_rounds_may_be_workbook_and_text(tmp_path):
    folder = shutil.copytree(EXAMPLES / "khon-kaen", tmp_path / "drafts")
    old, new, file = (folder / name for name in ("round-1.yaml", "round-2.yaml", "new.xlsx"))
    assert run("form", new, "-o", file).code == 0
    compared = [
        json.loads(run("compare", old, other, "--format", "json").out)["fixed"]
        for other in (new, file)
    ]
    assert len(compared[0]) == len(compared[1])
    assert run("review", "new", file, "-o", tmp_path / "review.yaml").code == 0
