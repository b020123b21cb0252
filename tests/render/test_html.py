from __future__ import annotations

import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from report_fixtures import make
from smartcert.render.clipping import UNBROKEN, fit
from smartcert.render.html import render
from smartcert.render.html_page import coded
from smartcert.render.phrases import quoted

VOID = {"meta", "br", "wbr", "link", "input", "hr", "img"}
CELLS = {"td", "th", "li", "dd", "dt", "p"}


class Page(HTMLParser):
    """Reads a page as strictly as it is written: every element is closed, in order."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.links, self.ids, self.handlers = [], set(), [], [], []
        self.text, self.raw = [], {"style": "", "script": ""}
        self.policy = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        named = dict(attributes)
        assert len(named) == len(attributes), f"an attribute twice in <{tag}>"
        self.handlers += [name for name in named if name.startswith("on") or name == "style"]
        self.links += [named[name] for name in ("href", "src", "action") if name in named]
        if "id" in named:
            self.ids.append(named["id"])
        if named.get("http-equiv") == "Content-Security-Policy":
            self.policy = named["content"]
        if tag in CELLS:
            self.text.append(" ")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]] += data
        else:
            self.text.append(data)


def told(page):
    return " ".join("".join(page.text).split())


@pytest.mark.parametrize("lang", ["th", "en"])
def test_page_is_well_formed_and_says_the_same_twice(second, lang):
    text = render(second(lang))
    assert text == render(second(lang))
    page = Page(text)
    assert text.startswith("<!DOCTYPE html>\n<html lang=" + f'"{lang}"')
    assert len(page.ids) == len(set(page.ids))
    inner = [link[1:] for link in page.links if link.startswith("#")]
    assert set(inner) <= set(page.ids)


def test_nothing_is_fetched_and_nothing_else_may_run(second):
    page = Page(render(second()))
    assert page.handlers == []
    addresses = {url for _, _, url in second().sources if url}
    assert {link for link in page.links if not link.startswith("#")} <= addresses
    assert "link" not in page.tags
    assert "img" not in page.tags
    for name in ("style", "script"):
        digest = b64encode(sha256(page.raw[name].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in page.policy
    assert page.policy.startswith("default-src 'none'; ")
    assert re.findall(r"url\((?!data:)", page.raw["style"]) == []
    fonts = re.findall(r"base64,([^)]+)\)", page.raw["style"])
    assert [b64decode(font)[:4] for font in fonts] == [b"wOF2", b"wOF2"]


def test_second_round_is_told(second):
    text = told(Page(render(second("th"))))
    assert "ข้อคิดเห็นรอบที่ 1 · คณะทำงานพิจารณาข้อเสนอ · 10 สิงหาคม 2568 · review-1.yaml" in text
    assert (
        "ข้อคิดเห็นของคณะกรรมการ 5 ข้อ คณะกรรมการระบุว่าได้ข้อยุติแล้ว 0 ข้อ: มีคำชี้แจงและแก้ไขข้อความแล้ว 2 ข้อ ·"
        in text
    )
    assert "R1-01 มีคำชี้แจงและแก้ไขข้อความแล้ว รอคณะกรรมการพิจารณา" in text
    assert "R1-03 คำชี้แจงขอดำเนินการภายหลัง (ทั้งหมดหรือบางส่วน) รอคณะกรรมการพิจารณา" in text
    assert "R1-04 ยังไม่มีคำชี้แจง" in text
    assert "ตำแหน่ง area.visoin ไม่มีอยู่ในข้อเสนอ" in text
    assert "1,500,000 บาท" in text, "the old text"
    assert "1,750,000 บาท" in text, "the new text"
    assert "X-8 เจ้าของโครงการและหุ้นส่วน ผ่าน ผ่านบางส่วน เคยผ่าน แต่รอบนี้ไม่ผ่าน" in text
    assert "เปรียบเทียบกับ" in text


def test_years_follow_the_language(second):
    assert "21 พฤศจิกายน 2569" in told(Page(render(second("th"))))
    english = told(Page(render(second("en"))))
    assert "21 November 2026" in english
    assert "October 2026" in english


def test_consistency_is_shown(second):
    text = told(Page(render(second("en"))))
    assert (
        "Total stated by the plan: 17.8 million baht · Sum of the projects: 17.8 million baht"
        in text
    )
    assert "ENV-A1 Green space per resident: ≥ 10 m² per person" in text
    assert "(not confirmed)" in text


def test_first_round_alone_has_no_second(first):
    page = Page(render(first()))
    assert "second-round" not in page.ids
    assert "money" in page.ids


def test_a_file_that_cannot_be_read_still_has_a_report(tmp_path):
    from smartcert.cli.options import ReportOptions

    file = tmp_path / "proposal.yaml"
    file.write_text("a: [\n", encoding="utf-8")
    page = Page(render(make(ReportOptions(proposal=str(file), lang="en", today="2026-11-21"))))
    assert "unreadable" in told(page)
    assert "Y001" in told(page)
    assert "numbers" not in page.ids


def test_an_empty_proposal_says_that_figures_are_not_there(tmp_path):
    from smartcert.cli.options import ReportOptions

    file = tmp_path / "proposal.yaml"
    file.write_text("smartcert: 1\n", encoding="utf-8")
    text = told(
        Page(render(make(ReportOptions(proposal=str(file), lang="en", today="2026-11-21"))))
    )
    assert "The proposal has no budget figures yet" in text
    assert "No project says when" in text
    assert "No KPI yet" in text


@pytest.mark.parametrize("lang", ["th", "en"])
def test_hostile_proposal_stays_text(hostile, lang):
    text = render(hostile(lang))
    page = Page(text)
    assert page.handlers == []
    assert page.tags.isdisjoint({"img", "iframe", "object", "base"})
    assert text.count("<script") == 1
    assert not [link for link in page.links if link.lower().startswith("javascript")]
    seen = told(page)
    assert "<script>alert(1)</script>" in seen
    assert "{{ 7*7 }}" in seen, "templates in a proposal are text"
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "ก" * (UNBROKEN + 1) not in seen, "a word without end is cut"
    assert "(+" in seen, "and it is told how much is left out"
    assert len(text) < 600_000


def test_thai_prose_has_no_blanks_and_is_not_cut():
    prose = "เทศบาลนครขอนแก่นพัฒนาโครงข่ายใยแก้วนำแสงเพื่อเชื่อมกล้องวงจรปิด" * 20
    assert fit(prose) == prose


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u2028b\u2029c\u202ed", "a\ufffdb\ufffdc\ufffdd"),
        ("x" * 1000, "x" * UNBROKEN + " … (+700)"),
        ("word " * 1000, ("word " * 800) + " … (+1,000)"),
        ("https://example.go.th/" + "a" * 250, "https://example.go.th/" + "a" * 250),
    ],
)
def test_text_is_made_fit_for_readers(text, shown):
    assert fit(text) == shown


def test_names_of_fields_are_code_and_nothing_else_becomes_markup():
    assert (
        coded("name PI-3 in `for` of <b>`a<i>`")
        == "name PI-3 in <code>for</code> of &lt;b&gt;<code>a&lt;i&gt;</code>"
    )
    assert quoted("name PI-3 in `for`, not in `") == "name PI-3 in “for”, not in `"
