"""Lists that nobody reads to their end are cut, with their count; work grows as the file does."""

from __future__ import annotations

from functools import cache

import pytest

from smartcert.gap_report.view import LONGEST_LIST, Report, build
from smartcert.proposal.document import read_document
from smartcert.proposal.spec import key_forms
from smartcert.render.formats import render_report
from smartcert.render.text import Style, render
from smartcert.session.review_draft import draft
from smartcert.source import read_source
from support import assessed, catalog, rendered
from work import calls

pytestmark = pytest.mark.long

HEAD = "smartcert: 1\nprofile: logo\nservices:\n  mobility:\n"


def listed(head: str, item: str, count: int) -> str:
    """Give a list of many items, in which `#` is the number of each."""
    return f"{head}\n" + "".join(item.replace("#", str(n)) + "\n" for n in range(count))


def projects(count: int) -> str:
    """Give a proposal of many projects and KPIs, each with its own name."""
    found = listed("    projects:", "    - {name: ก#, start: 2570, end: 2572, kpis: [K#]}", count)
    return HEAD + found + listed("    kpis:", "    - {id: K#, name: ข#, unit: คน}", count)


def alike(count: int) -> str:
    """Give a proposal of many projects that nothing tells apart."""
    return f"{HEAD}    projects:\n" + "    - name: ก\n" * count


def on_one_line(count: int) -> str:
    """Give a proposal whose faults all stand on one long line."""
    return (
        "smartcert: 1\nservices: {mobility: {projects: ["
        + ", ".join(f"{{name: ก{n}, start: x, objective: {'ข' * 500}}}" for n in range(count))
        + "]}}\n"
    )


def unreadable(count: int) -> str:
    """Give a proposal of many values that nobody can read."""
    return f"{HEAD}    kpis:\n" + "    - {baseline: {year: x}}\n" * count


def in_projects(item: str, count: int) -> str:
    return HEAD + listed("    projects:", f"    - {item}", count)


INPUTS = {
    "projects": projects,
    "alike": alike,
    "on one line": on_one_line,
    "unreadable": unreadable,
    "empty items": lambda count: in_projects("{}", count),
    "marks in disorder": lambda count: in_projects(f"name: {'ก่ิ' * 20}#", count),
    "near-miss dates": lambda count: in_projects("{name: ก#, start: 32 มกราาคม 25#}", count),
    "unknown annexes": lambda count: listed(
        "smartcert: 1\nannexes:", "- {id: A#, file: x#.pdf, supports: [C9-#]}", count
    ),
    "responses by label": lambda count: (
        projects(count)
        + listed(
            "responses:",
            "- {comment: R#, action: แก้แล้ว, where: services.mobility.projects[ก#]}",
            count,
        )
    ),
}


@cache
def report_on(text: str) -> Report:
    document = read_document(read_source(text.encode(), "proposal.yaml", keys=key_forms))
    return build(assessed(text), document, catalog())


OUTPUTS = {
    "text": lambda text: [*render(assessed(text), Style(verbose=True))],
    "json": lambda text: rendered("json", assessed(text)),
    "sarif": lambda text: rendered("sarif", assessed(text)),
    "html": lambda text: render_report("html", report_on(text)),
    "markdown": lambda text: render_report("markdown", report_on(text)),
    "review": lambda text: [
        *draft(assessed(text), read_source(text.encode(), "x", keys=key_forms).root)
    ],
}


LISTED = ("projects", "alike")
"""Kinds of which the outputs besides JSON tell long lists."""


@pytest.mark.parametrize(
    ("kind", "output"),
    [
        *((kind, "json") for kind in INPUTS),
        *((kind, output) for kind in LISTED for output in OUTPUTS if output != "json"),
        ("on one line", "text"),
        ("unreadable", "sarif"),
    ],
)
def test_work_grows_with_the_file_and_not_faster(kind, output):
    make, write = INPUTS[kind], OUTPUTS[output]
    write(make(5))
    small, large = make(20), make(80)
    assert calls(lambda: write(large)) <= 4.6 * calls(lambda: write(small))


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_of_a_long_list_the_first_are_told_and_how_many_more(form):
    report = report_on(projects(LONGEST_LIST + 30))
    text = render_report(form, report).decode().replace("\u200b", "").replace("\\", "")
    text, _, _ = text.partition('id="copy"')
    more = len(report.plan.steps) - LONGEST_LIST
    assert more > 0
    assert report.t("more-gaps", count=more) in text
    assert report.t("more-in-file", count=30) in text
    assert f"ข{LONGEST_LIST - 1}" in text
    assert f"ข{LONGEST_LIST}" not in text


def test_a_list_of_no_more_is_told_whole():
    report = report_on(projects(20))
    text = render_report("markdown", report).decode()
    assert report.shown == report.plan.steps
    assert "--verbose" not in text
    assert "ข19" in text


def test_open_fields_are_named_once_with_the_items_they_are_in():
    report = report_on(alike(3))
    named = report.places.kinds(report.empty)
    budget = next(one for one in named if "(services.mobility.projects.budget)" in one)
    assert budget.endswith(": ก, ก, ก")
    assert len(named) < len(report.empty)
