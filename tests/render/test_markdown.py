from __future__ import annotations

import re

import pytest

from smartcert.render.mark import MARKDOWN
from smartcert.render.markup import escape, fenced, line
from smartcert.render.paper.markdown import MarkdownPage, render
from smartcert.render.paper.page import ChartBar


@pytest.mark.parametrize("lang", ["th", "en"])
def test_equal_reports_are_equal_texts(second, lang):
    assert render(second(lang)) == render(second(lang))


def test_chapters(second):
    heads = re.findall(r"^## (.+)$", render(second()), re.M)
    assert heads == [
        "Action plan",
        "How to mend each",
        "Faults of the files",
        "Comments and responses",
        "Since the last round",
        "The three numbers",
        "How readiness adds up",
        "Budget",
        "Projects in time",
        "KPIs",
        "Everything that was checked",
        "Sources",
    ]


def test_comments_come_before_what_got_worse_and_the_annex_last(second):
    text = render(second())
    said = [
        "## Action plan",
        (
            "5 comments, 0 settled by the committee: "
            "2 answered, text changed · 1 put off (in whole or in part) · 2 unanswered."
        ),
        "### Comments on round 1 · คณะทำงานพิจารณาข้อเสนอ · 10 August 2025 · review-1.yaml",
        "| R1-01 |",
        "Requirements that got worse: 2.",
        "### What got worse",
        "# Annex",
        "### Requirements that changed",
    ]
    assert [place for place in said if place not in text] == []
    assert [text.index(place) for place in said] == sorted(text.index(place) for place in said)


def test_what_raises_the_other_two_numbers_is_listed(second):
    report, text = second(), render(second())
    assert "Points: mandatory " in text[: text.index("## The three numbers")]
    assert f"### Fields not filled yet ({len(report.empty)})" in text
    assert r"(data\_platform.design.description)" in text
    assert f"### Met, with no annex yet ({len(report.unbacked)})" in text
    assert len(report.empty) == report.metrics[1].now.out_of - report.metrics[1].now.points
    assert len(report.unbacked) == report.metrics[2].now.out_of - report.metrics[2].now.points


def test_old_and_new_text_of_a_comment(second):
    (row,) = re.findall(r"^\| R1-02 \|.*$", render(second()), re.M)
    assert "| Smart Environment › Projects P0 " in row
    assert "~~1,500,000~~" in row
    assert "**1,750,000**" in row
    assert "answered, text changed; waits for the committee · C4-R4/environment met" in row


@pytest.mark.parametrize("lang", ["th", "en"])
def test_tables_have_as_many_cells_as_heads(second, lang):
    for block in re.findall(r"(?:^\|.*\n)+", render(second(lang)), re.M):
        rows = [len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()]
        assert len(set(rows)) == 1, block


def test_text_is_literal():
    assert escape("<b> [x](javascript:1) `c` | # *a*\n\n## no head") == (
        r"\<b\> \[x\](javascript:1) \`c\` \| \# \*a\* \#\# no head"
    )


def test_no_fence_in_a_text_ends_its_block():
    assert list(fenced("a\n````\nb")) == ["`````yaml", "a\n````\nb", "`````"]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_hostile_proposal_stays_text(hostile, lang):
    text = render(hostile(lang))
    bare = re.sub(r"^(`{3,})yaml\n.*?^\1$", "", text, flags=re.M | re.S)
    assert bare.endswith(MARKDOWN)
    assert not re.search(r"(?<!\\)<(?!https?://)", bare.removesuffix(MARKDOWN))
    assert not re.search(r"(?<!\\)\]\(", bare)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert r"\{\{ 7\*7 \}\}" in bare


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("- a", r"\- a"),
        ("+ a", r"\+ a"),
        ("12. a", r"12\. a"),
        ("12) a", r"12\) a"),
        ("===", r"\==="),
        ("---", r"\---"),
        ("-5 °C", "-5 °C"),
        ("2.5 ล้านบาท", "2.5 ล้านบาท"),
        ("ก. ข", "ก. ข"),
    ],
)
def test_no_text_begins_a_list_or_underlines_a_heading(text, literal):
    assert line(text) == literal


def test_pictures_are_left_out_and_lines_of_a_cell_stand_in_one():
    page = MarkdownPage()
    rows = [(["a", "b"], ChartBar(0, 50), 5), ("c|d", "", 6)]
    page.table(["name", "picture", "n"], rows, (0, 1, 1), figures=(2,))
    assert page.lines == ["| name | n |", "| --- | ---: |", "| a · b | 5 |", r"| c\|d | 6 |", ""]


def test_only_addresses_of_the_web_are_links():
    page = MarkdownPage()
    page.sources([("a", "https://x.th/1"), ("b", "javascript:x"), ("c", "https://x> y"), ("d", "")])
    assert page.lines == ["- a <https://x.th/1>", "- b", "- c", "- d", ""]
