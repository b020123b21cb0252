"""The Markdown summary of a pull request or a job."""

from __future__ import annotations

import re

import pytest

from smartcert.render.markup import escape
from smartcert.render.summary import SHOWN
from support import run


def test_it_names_the_verdict_and_every_gap_with_its_line(town) -> None:
    file = town.draft("area.vision", "area.strengths")
    text = town.as_format("markdown", file)
    assert text.startswith("## เมืองสายธาร · round 1: not ready\n\nproposal.yaml\n")
    line = town.line(file, "area:")
    assert f"| C1-3 | mandatory | proposal.yaml:{line} |" in text
    assert f"| C1-8 | recommended | proposal.yaml:{line} |" in text
    assert "not depa's score" in text


def test_what_is_set_aside_stays_visible(town) -> None:
    town.write(
        "waivers.yaml",
        "waivers:\n"
        "  - {requirement: C1-8, reason: 'รอผล | สำรวจ', approver: ปลัดเทศบาล, until: 2569-12-31}\n"
        "  - {requirement: C1-3, reason: รอมติสภา, approver: ปลัดเทศบาล, until: 2569-12-31}\n",
    )
    text = town.as_format(
        "markdown", town.draft("area.vision", "area.strengths"), "--waivers", "waivers.yaml"
    )
    gaps, aside = text.split("### Set aside (2)")
    assert "| C1-8 |" not in gaps
    assert "| C1-3 |" in gaps
    assert r"waiver: รอผล \| สำรวจ |" in aside
    assert "stays open (the reason recorded: รอมติสภา)" in aside
    assert "without waived" in gaps


def test_what_a_baseline_knows_stays_visible(town) -> None:
    file = town.draft("area.vision")
    run("baseline", "write", file, "--today", "2569-11-01")
    text = town.as_format("markdown", file, "--baseline", "smartcert-baseline.json")
    gaps, aside = text.split("### Set aside (1)")
    assert "| C1-3 |" not in gaps
    assert "baseline: 2026-11-01" in aside


def test_a_drafts_text_is_no_markup(town) -> None:
    file = town.draft(
        change=lambda text: text.replace(
            "name: เมืองสายธาร", "name: '<img src=x> | [a](javascript:b) `c`'", 1
        )
    )
    head = town.as_format("markdown", file).splitlines()[0]
    assert head == r"## \<img src=x\> \| \[a\](javascript:b) \`c\` · round 1: ready"


@pytest.mark.parametrize(
    "text",
    [
        "@octocat",
        "#12",
        "GH-12",
        "gh-7",
        "owner/name#3",
        "https://evil.example",
        "http://x",
        "www.evil.example",
        "a@b.example",
    ],
)
def test_github_links_and_notifies_nobody(text: str) -> None:
    """A space of no width stands where GitHub would look for the rest."""
    told = escape(text)
    assert "&#8203;" in told
    assert not re.search(
        r"@\w|#\d|gh-\d|://|www\.", re.sub(r"&#8203;", "\u200b", told), re.IGNORECASE
    )
    assert escape("ราคา 5 บาท: C1-3") == "ราคา 5 บาท: C1-3"


def test_a_long_list_is_cut_and_says_so(town) -> None:
    file = town.draft(
        change=lambda text: text + "".join(f"surprise-{number}: 1\n" for number in range(SHOWN + 7))
    )
    text = town.as_format("markdown", file)
    assert text.count("| P003 |") == SHOWN
    assert "… and 7 more that this table leaves out; `smartcert check --verbose` shows all" in text
    assert town.check(file, "--verbose").out.count("P003") >= SHOWN + 7


def test_an_unreadable_file(town) -> None:
    text = town.as_format("markdown", town.write("broken.yaml", "area: [\n"))
    assert text.startswith("## broken.yaml: unreadable\n")
    assert "| Y0" in text


def test_a_table_of_several_comes_first(town) -> None:
    files = [town.draft(name="a.yaml"), town.draft("area.vision", name="b.yaml")]
    lines = town.as_format("markdown", *files).splitlines()
    assert lines[0] == "| city | file | round | verdict | readiness % | mandatory open |"
    assert [line.split(" | ")[1] for line in lines[2:4]] == ["b.yaml", "a.yaml"]
    assert lines[3].endswith("| ready | 100.0% | 0 |")
