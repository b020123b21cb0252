from __future__ import annotations

from fractions import Fraction

import pytest

from smartcert.gap_report.figures import bars, kpis, money
from smartcert.proposal.document import read_document
from smartcert.source import read_source
from support import catalog

SMARTS = {"mobility": "Smart Mobility", "energy": "Smart Energy"}

PROPOSAL = """
infrastructure:
  digital: [{id: D, cost: 4.5 ล้านบาท}, {id: E}]
  physical: [{id: P, cost: 0.5 ล้านบาท}]
  budget: {total: 10 ล้านบาท, by_year: {2569: 4 ล้านบาท, ๒๕๗๐: 6 ล้านบาท}}
  funding:
    - {id: F1, source: Council, amount: 4 ล้านบาท, confirmed: ใช่}
    - {id: F2, amount: 6 ล้านบาท, confirmed: ไม่ใช่}
    - {id: F3, source: No amount}
services:
  energy:
    projects: [{id: E1, name: Lamps, budget: 2 ล้านบาท, end: 2571}]
  mobility:
    projects:
      - {id: M1, budget: 3 ล้านบาท, start: ตุลาคม 2570, end: 2571, status: running}
      - {id: M2, start: 2569}
      - {id: M3}
    kpis:
      - {id: K, name: Riders, unit: คน, direction: increase, baseline: {value: 10, year: 2568},
         target: {value: 12.5, year: 2573}, indicator: [ENV-A1, ENV-A4, no such]}
"""


@pytest.fixture(scope="module")
def data():
    return read_document(read_source(PROPOSAL.encode(), "p.yaml")).data


def test_money(data):
    budget = money(data, SMARTS, "en")
    assert budget.total == 10_000_000
    assert budget.parts == 5_000_000
    assert budget.invested == 5_000_000, "which projects may have in their budgets"
    assert [(item.name, item.amount) for item in budget.by_smart] == [
        ("Smart Mobility", 3_000_000),
        ("Smart Energy", 2_000_000),
    ]
    assert [(item.name, item.note) for item in budget.by_source] == [
        ("Council", "confirmed"),
        ("F2", "not confirmed"),
    ]
    assert [(item.name, item.amount) for item in budget.by_year] == [
        ("2026", 4_000_000),
        ("2027", 6_000_000),
    ]


def test_years_of_the_budget_in_thai(data):
    assert [item.name for item in money(data, SMARTS, "th").by_year] == ["2569", "2570"]


def test_nothing_is_no_money():
    budget = money({}, SMARTS, "th")
    assert (budget.total, budget.by_smart, budget.by_source, budget.by_year) == (None, (), (), ())


def test_bars_by_smart_and_then_by_start(data):
    found = bars(data, SMARTS)
    assert [(bar.name, bar.smart) for bar in found] == [
        ("M2", "Smart Mobility"),
        ("M1", "Smart Mobility"),
        ("Lamps", "Smart Energy"),
    ]


@pytest.mark.parametrize(
    ("lang", "reference"),
    [
        (
            "en",
            (
                "ENV-A1 Green space per resident: ≥\u00a010 m² per person; ENV-A4 Community "
                "pollution-management network in operation: is in operation"
            ),
        ),
        (
            "th",
            (
                "ENV-A1 พื้นที่สีเขียวต่อประชากร: ≥\u00a010 ตร.ม. ต่อคน; ENV-A4 "
                "เครือข่ายจัดการมลพิษระดับชุมชนที่ดำเนินงานอยู่: เปิดให้บริการแล้ว"
            ),
        ),
    ],
)
def test_measures_beside_their_reference(data, lang, reference):
    (kpi,) = kpis(data, SMARTS, catalog(), lang)
    assert (kpi.baseline, kpi.target) == (10, Fraction(25, 2))
    assert kpi.reference == reference


@pytest.mark.parametrize(("lang", "told"), [("th", ": >\u00a0ร้อยละ 50"), ("en", ": >\u00a050%")])
def test_percentages_are_written_as_the_language_does(lang, told):
    services = {"mobility": {"kpis": [{"id": "K", "indicator": ["ENV-A2"]}]}}
    (kpi,) = kpis({"services": services}, SMARTS, catalog(), lang)
    assert kpi.reference.endswith(told)


@pytest.mark.parametrize(
    ("funding", "confirmed"),
    [
        ("{amount: 4 ล้านบาท, confirmed: ใช่}", 4_000_000),
        ("{amount: 4 ล้านบาท, state: confirmed}", 4_000_000),
        ("{amount: 4 ล้านบาท, confirmed: ใช่, state: requested}", 0),
        ("{amount: 4 ล้านบาท}", 0),
        ("{confirmed: ใช่}", 0),
    ],
)
def test_money_is_confirmed_where_its_source_says_so(funding, confirmed):
    text = f"infrastructure: {{funding: [{funding}], budget: {{total: 10 ล้านบาท}}}}\n"
    found = money(read_document(read_source(text.encode(), "p.yaml")).data, SMARTS, "en")
    assert (found.confirmed, found.whole) == (confirmed, 10_000_000)
