"""What HTML, Word and Markdown say of one report: the same, whichever an office asks for."""

from __future__ import annotations

import io
import re
from html import unescape

import pytest
from docx import Document

from report_fixtures import DATA, TODAY, make
from smartcert.cli.options import ReportOptions
from smartcert.render import phrases, rows
from smartcert.render.formats import REPORT_FORMATS, render_report
from smartcert.render.rows import ACTIONS

FORMATS = [name for name in REPORT_FORMATS if name != "pdf"]


SAID = {}


def said(name, report, part="report"):
    """The words of a report in a format, without what they are laid out by."""
    known = SAID.setdefault((name, part, id(report)), [report])
    if len(known) == 1:
        known.append(words(name, report, part))
    return known[1]


def words(name, report, part):
    made = render_report(name, report, part)
    if name == "docx":
        document = Document(io.BytesIO(made))
        lines = [paragraph.text for paragraph in document.paragraphs]
        for table in document.tables:
            lines += [cell.text for row in table.rows for cell in row.cells]
        return " ".join(" ".join(lines).split())
    text = made.decode()
    if name == "html":
        text = unescape(re.sub(r"<[^>]*>", "", re.sub(r"</t[dh]>|</li>|</p>", " ", text)))
    return " ".join(re.sub(r"\\|\|| :|\*\*", " ", text.replace("&#8203;", "")).split())


@pytest.fixture
def report(tmp_path):
    def made(text):
        file = tmp_path / "draft.yaml"
        file.write_text(text, encoding="utf-8")
        return make(ReportOptions(proposal=str(file), lang="en", today="2026-11-21"))

    return made


@pytest.mark.parametrize("name", FORMATS)
def test_the_verdict_stands_with_the_numbers_then_and_now(name, second):
    verdict, *metrics = rows.then_and_now(second())
    assert verdict == ("Verdict", "not ready", "not ready", "")
    assert len(metrics) == 3
    assert " ".join(verdict).strip() in said(name, second())


@pytest.mark.parametrize("name", FORMATS)
def test_what_the_verdict_rests_on_is_said(name, second):
    found = second()
    score = found.assessment.score
    assert (
        score.basis["official"].out_of + score.basis["secondary"].out_of == score.mandatory.out_of
    )
    assert phrases.basis(score, "en") in said(name, found)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("money", "shown", "hidden"),
    [
        ("budget: {total: 5 ล้านบาท}", "5.0 million baht", "no budget figures"),
        ("digital: [{id: D, cost: 3 ล้านบาท}]", "3.0 million baht", "no budget figures"),
        ("{}", "The proposal has no budget figures yet", "Total stated by the plan"),
    ],
)
def test_what_is_known_of_money_is_shown_without_a_split(name, report, money, shown, hidden):
    text = said(name, report(f"smartcert: 1\ninfrastructure:\n  {money}\n"))
    assert shown in text
    assert hidden not in text


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_cannot_be_read_says_so(name, report):
    found = report("a: [\n")
    assert found.assessment.verdict == "unreadable"
    assert "The file can't be read, so nothing was assessed" in said(name, found)


@pytest.mark.parametrize("name", FORMATS)
def test_everything_has_its_columns_in_one_order(name, second):
    assert "Requirement Level Status Points Source" in said(name, second())


@pytest.mark.parametrize("name", FORMATS)
def test_gaps_that_are_gone_are_told_by_kind(name, second):
    fixed = second().comparison.fixed
    kinds = rows.kinds(second(), (*fixed, *fixed))
    assert kinds[0] == f"{rows.gap(second(), fixed[0])} (2 places)"
    text = said(name, second())
    for finding in fixed:
        kind = rows.gap(second(), finding)
        assert kind in text
        assert f"{kind}: {finding.message}" not in text
        assert f"{kind}: then: " in text


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_committee_settles_is_told_as_its_word(tmp_path, name):
    review = (DATA / "review-1.yaml").read_text(encoding="utf-8")
    word = "settled: yes, settled_on: 2569-11-02"
    settled = review.replace("requirement: C1-5,", f"requirement: C1-5, {word},")
    settled = settled.replace("requirement: C4-R4,", "requirement: C4-R4, settled: ไม่ใช่,")
    file = tmp_path / "review-1.yaml"
    file.write_text(settled, encoding="utf-8")
    options = ReportOptions(
        proposal=str(DATA / "round-2.yaml"),
        earlier=str(DATA / "round-1.yaml"),
        reviews=(str(file),),
        lang="en",
        today=TODAY,
    )
    text = said(name, make(options))
    assert "5 comments, 1 settled by the committee: " in text
    assert "settled by the committee (คณะทำงานพิจารณาข้อเสนอ 2 November 2026)" in text
    assert "not settled by the committee (คณะทำงานพิจารณาข้อเสนอ 10 August 2025)" in text


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_reads_as_closed_by_a_machine(name, second):
    found = second()
    assert {outcome.settled for outcome in found.outcomes} == {None}
    text = said(name, found)
    assert "0 settled by the committee" in text
    assert "answered, text changed; waits for the committee" in text


@pytest.mark.parametrize("name", FORMATS)
def test_the_first_page_names_three_actions_of_how_many(name, report):
    found = report("smartcert: 1\nprofile: logo\n" + PARTS)
    assert len(found.tasks) > ACTIONS
    named = rows.actions(found)
    assert len(named) == ACTIONS
    text = said(name, found)
    assert f"What to do next ({ACTIONS} of {len(found.tasks)})" in text
    assert [words for action in named for words in action if words not in text] == []


@pytest.mark.parametrize("name", FORMATS)
def test_the_first_page_stands_alone(name, second):
    text = said(name, second(), "summary")
    report = second()
    for shown in (
        phrases.verdict(report),
        phrases.summary(report),
        phrases.levels(report),
        *(word for row in rows.actions(report) for word in row),
        *(word for row in rows.standing(report) for word in row),
        *(word for row in rows.then_and_now(report) for word in row),
        *rows.decisions(report),
        report.t("not-depa"),
    ):
        assert shown in text
    assert report.t("action-plan") not in text
    assert report.t("annex") not in text


PARTS = "".join(
    f"{key}: {{{field}: รอข้อมูล}}\n"
    for key, field in (
        ("applicant", "name"),
        ("area", "name"),
        ("infrastructure", "budget"),
        ("data_platform", "design"),
        ("management", "operating_model"),
    )
)
"""Sections that are there and hold nothing, so that each of their requirements is missing."""


@pytest.mark.parametrize("name", FORMATS)
def test_a_kpi_is_shown_with_its_smart(name, second):
    row = second().kpis[0]
    assert f"{row.name} {row.smart}" in re.sub(" · ", " ", said(name, second()))
