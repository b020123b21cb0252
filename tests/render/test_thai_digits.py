from __future__ import annotations

import io
import re

import pytest
from docx import Document
from docx.oxml.ns import qn

from smartcert.render import html as as_html
from smartcert.render.formats import render_report
from smartcert.render.thai_digits import in_thai_digits, page_in_thai_digits


@pytest.mark.parametrize(
    ("text", "thai"),
    [
        ("ข้อ 12 จาก 1,250.5", "ข้อ ๑๒ จาก ๑,๒๕๐.๕"),
        ("C4-R4 และ R1-02 ผ่าน 3 ข้อ", "C4-R4 และ R1-02 ผ่าน ๓ ข้อ"),
        ("https://a.th/2569?x=1 ปี 2569", "https://a.th/2569?x=1 ปี ๒๕๖๙"),
        ("a&#8203;1 &amp;", "a&#8203;๑ &amp;"),
        ("ไม่มีตัวเลข", "ไม่มีตัวเลข"),
    ],
)
def test_figures_turn_and_codes_stay(text, thai):
    assert in_thai_digits(text) == thai


def test_a_page_turns_in_its_text_only():
    page = '<head>1</head><body><p id="a1">ข้อ 1 <code>2</code></p>'
    assert page_in_thai_digits(page) == '<head>1</head><body><p id="a1">ข้อ ๑ <code>2</code></p>'


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_a_report_is_written_in_them_when_asked(second, name):
    plain, thai = (
        re.sub(
            r"</?span>|<wbr>", "", render_report(name, second("th"), thai_digits=digits).decode()
        )
        for digits in (False, True)
    )
    assert "21 พฤศจิกายน 2569" in plain
    assert "๒๑ พฤศจิกายน ๒๕๖๙" in thai
    assert plain.count("C4-R4") == thai.count("C4-R4")


def test_the_foot_of_a_sheet_is_written_in_them_too(second):
    page = as_html.page(second("th"), thai_digits=True)
    assert "counter(page, thai)" in page
    assert "๒๑ พฤศจิกายน ๒๕๖๙" in re.search('data-running="([^"]*)"', page)[1]
    document = Document(io.BytesIO(render_report("docx", second("th"), thai_digits=True)))
    for section in document.sections:
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:fmt")) == "thaiNumbers"
        foot = section.footer._element.xml
        assert "PAGE" in foot
        assert "NUMPAGES" not in foot
        assert re.search("[0-9]", section.footer.paragraphs[0].text) is None


def test_the_foot_is_otherwise_as_it_was(second):
    document = Document(io.BytesIO(render_report("docx", second("th"))))
    assert "NUMPAGES" in document.sections[0].footer._element.xml
    assert "counter(page, thai)" not in as_html.page(second("th"))
