"""Workbooks that nobody's program writes: refused before they swell, and never a traceback."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from smartcert.catalog.loader import load_catalog
from smartcert.proposal.document import read_document
from smartcert.workbook import pages
from smartcert.workbook.hints import Hints
from smartcert.workbook.reader import read_workbook
from smartcert.workbook.source_file import proposal_source
from smartcert.workbook.writer import Content, write
from support import EXAMPLES

pytestmark = pytest.mark.long

HEAD = (
    b'<?xml version="1.0"?><worksheet '
    b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
TAIL = b"</sheetData></worksheet>"


@pytest.fixture(scope="module")
def book():
    root = proposal_source((EXAMPLES / "minimum" / "proposal.yaml").read_bytes(), "p.yaml").root
    return write(Content(root), Hints(load_catalog(), "logo", "th"))


def with_part(book, part, content):
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, content(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def refused(source):
    (fault,) = source.faults
    return fault.code, fault.params.get("reason")


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        (b"".join(b'<row r="%d"/>' % n for n in range(1, pages.ROWS + 2)), "workbook-rows"),
        (b"<row>" + b"<c/>" * (pages.CELLS + 1) + b"</row>", "workbook-cells"),
    ],
)
def test_rows_and_cells_are_counted_before_any_is_built(book, xml, reason, monkeypatch):
    def never(raw):
        raise AssertionError("the sheets were opened")

    monkeypatch.setattr("smartcert.workbook.reader.pages_of", never)
    raw = with_part(book, "xl/worksheets/sheet3.xml", lambda _: HEAD + xml + TAIL)
    assert refused(read_workbook(raw, "p.xlsx")) == ("Y131", reason)


def test_a_text_that_many_cells_share_counts_for_each(book):
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        index = archive.read("xl/sharedStrings.xml").count(b"<si>")
    long = b"<si><t>" + b"x" * 30_000 + b"</t></si></sst>"
    cell = b'<row r="%d"><c r="A%d" t="s"><v>%d</v></c></row>'
    cells = b"".join(cell % (row, row, index) for row in range(1, 400))
    raw = with_part(book, "xl/sharedStrings.xml", lambda old: old.replace(b"</sst>", long))
    raw = with_part(raw, "xl/worksheets/sheet3.xml", lambda _: HEAD + cells + TAIL)
    assert refused(read_workbook(raw, "p.xlsx")) == ("Y131", "workbook-letters")


def test_a_cell_at_the_far_corner_costs_no_more_than_itself(book):
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    raw = with_part(book, "xl/worksheets/sheet3.xml", lambda _: HEAD + far + TAIL)
    (fault,) = read_workbook(raw, "p.xlsx").faults
    assert fault.code == "Y132"
    assert fault.span.cell == "XFD1048576"


def torn(content, chance):
    """Change a stretch of a part: leave it out, write it twice, or put noise in its place."""
    start = chance.randrange(len(content))
    stretch = content[start : start + chance.choice((1, 5, 40, 400))]
    instead = chance.choice((b"", stretch * 2, bytes(chance.randrange(256) for _ in stretch)))
    return content[:start] + instead + content[start + len(stretch) :]


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_broken_it_is_told_and_nothing_is_raised(book, seed):
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        part = chance.choice(archive.namelist())
    source = read_workbook(with_part(book, part, lambda content: torn(content, chance)), "p.xlsx")
    read_document(source)
    assert source.root is not None or source.faults


def test_a_workbook_has_the_size_of_what_it_says(book):
    text = (EXAMPLES / "minimum" / "proposal.yaml").read_bytes()
    written = proposal_source(text, "proposal.yaml").size
    assert written / 3 < proposal_source(book, "book.xlsx").size < 3 * written
