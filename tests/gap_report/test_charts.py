from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from smartcert.gap_report.charts import MARKS, stripes, timeline
from smartcert.gap_report.figures import Amount, ProjectBar
from smartcert.thai.date import read_date

TODAY = date(2021, 1, 1)


def test_stripes_are_scaled_to_the_longest():
    found = stripes((Amount(name="a", amount=Fraction(30)), Amount(name="b", amount=Fraction(10))))
    assert [stripe.length for stripe in found] == ["100.0", "33.3"]
    assert [stripe.length for stripe in stripes((Amount(name="a", amount=Fraction(0)),))] == ["0.0"]


def bar(start, end):
    return ProjectBar(
        name="",
        smart="",
        status="",
        start=read_date(start) if start else None,
        end=read_date(end) if end else None,
    )


def test_projects_lie_within_their_years():
    line = timeline((bar("2020-01-01", "2020-12-31"), bar("2021", None)), TODAY)
    assert line.marks() == ((2020, "0.00"), (2021, "50.00"))
    whole, point = line.spans
    assert (whole.left, float(whole.width), whole.beyond) == (
        "0.00",
        pytest.approx(50, abs=0.2),
        "",
    )
    assert point.left == "50.00"


def test_a_long_time_has_few_marks():
    marks = timeline((bar("2000", "2029"),), TODAY).marks()
    assert len(marks) <= MARKS
    assert len({second - first for (first, _), (second, _) in pairwise(marks)}) == 1


@pytest.mark.parametrize(
    ("far", "beyond"),
    [(("2024", "2200"), "after"), (("1900", "2025"), "before"), (("2024", "2500"), "before")],
)
def test_a_year_far_off_does_not_hide_the_others(far, beyond):
    # 2500 is a year of the Buddhist Era.
    line = timeline((bar("2024", "2026"), bar("2025", "2027"), bar(*far)), TODAY)
    assert (line.first, line.last) == (2024, 2028)
    near, _, clipped = line.spans
    assert float(near.width) > 70
    assert (near.beyond, clipped.beyond) == ("", beyond)
    assert 0 <= float(clipped.left) < float(clipped.left) + float(clipped.width) <= 100


def test_no_time_no_line():
    assert timeline((), TODAY) is None
    assert timeline((bar(None, None),), TODAY) is None


def test_today_is_on_the_time_line_where_it_lies_within():
    assert timeline((bar("2020", "2021"),), TODAY).today == "50.00"
    assert timeline((bar("2022", "2023"),), TODAY).today == ""


@pytest.mark.parametrize(
    ("end", "status", "late"),
    [
        ("2020", "running", True),
        ("2020", "", True),
        ("2020", "done", False),
        ("2020", "stopped", False),
        ("2021", "running", False),
        (None, "running", False),
    ],
)
def test_a_project_that_should_have_ended_and_is_not_said_to_have_is_marked(end, status, late):
    line = timeline((replace(bar("2020", end), status=status),), TODAY)
    assert [span.is_late for span in line.spans] == [late]
