"""Two plans as they were published, whole: no value is lost, and none is read as another."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from smartcert.proposal.document import read_document
from smartcert.proposal.spec import key_forms
from smartcert.source import read_source
from smartcert.thai.date import format_date

PLANS = Path(__file__).parent.parent / "data" / "plans"


def read(name: str):
    """Read a plan as it was written down, with its commas inside braces and all."""
    text = (PLANS / name).read_bytes()
    return read_document(read_source(text, "proposal.yaml", keys=key_forms))


def cut(document):
    """Return the texts that commas cut, which are read whole."""
    return [
        (fault.code, fault.span.line, fault.params["written"]) for fault in document.source.faults
    ]


def test_the_smart_city_of_the_eastern_economic_corridor():
    document = read("eec.yaml")
    assert document.faults == ()
    assert cut(document) == [
        ("Y110", 52, "Public-private partnerships (hotels, government centres, housing estates)"),
        ("Y110", 53, "Private investment (research, education and business centres)"),
        ("Y110", 86, "business facilitator, oversees development"),
        ("Y110", 90, "research, knowledge sharing and talent"),
    ]
    area, plan = document.data["area"], document.data["infrastructure"]
    assert (area["type"], area["zone"]) == ("new", "eec")
    assert (area["size"].km2, area["population"]) == (24, {"users": 300_000})
    aims = [(goal["id"], goal.get("unit"), goal.get("target")) for goal in area["goals"]]
    assert aims[0][:2] == ("G1", "trillion baht")
    year = aims[0][2].pop("year")
    assert (aims[0][2], year.year, year.written) == ({"value": Fraction("1.34")}, 2027, "10 years")
    assert aims[1][2] is None
    assert aims[2] == ("G3", "%", {"value": 30})
    assert (aims[3][2]["value"].kind, aims[3][2]["value"].low) == ("at-least", 30)
    assert [goal[2]["value"] for goal in aims[4:]] == [40, 200_000]
    assert plan["budget"] == {"total": Fraction("1.34") * 10**12}
    assert [(source["model"], source["amount"]) for source in plan["funding"]] == [
        ("government", Fraction("37.7") * 10**9),
        ("ppp", 131 * 10**9),
        ("private", Fraction("1.18") * 10**12),
    ]
    (phase,) = plan["phases"]
    assert [format_date(phase[end], "en") for end in ("start", "end")] == ["2017", "2037"]
    services = document.data["services"]
    assert {smart: len(service["projects"]) for smart, service in services.items()} == {
        "environment": 1, "mobility": 1, "energy": 1, "governance": 1
    }  # fmt: skip
    agencies = document.data["management"]["agencies"]
    assert agencies[0]["role"] == "business facilitator, oversees development"
    assert [agency.get("lead") for agency in agencies] == [True, None, None]
    assert [loose.written for loose in document.loose] == [
        "1.34 trillion baht",
        "at least 30%",
        "2037 (Expected)",
        "10 years",
    ]


def test_the_plan_of_a_sub_district():
    document = read("mae-sai.yaml")
    assert [(fault.code, fault.path[-1]) for fault in document.faults] == [("P002", "end")]
    assert cut(document) == [("Y110", 20, "5,466,000"), ("Y110", 21, "12,962,000")]
    plan = document.data["infrastructure"]
    assert plan["budget"] == {
        "total": 18_428_000,
        "by_year": {
            "พ.ศ. 2566": 0,
            "พ.ศ. 2567": 8_894_000,
            "พ.ศ. 2568": 7_274_000,
            "พ.ศ. 2569": 1_130_000,
            "พ.ศ. 2570": 1_130_000,
        },
    }
    assert sum(plan["budget"]["by_year"].values()) == plan["budget"]["total"]
    own, asked = plan["funding"]
    assert (own["amount"], own["model"]) == (5_466_000, "own")
    assert asked["amount"] + own["amount"] == plan["budget"]["total"]
    assert (asked["confirmed"], asked["state"]) == (False, "requested")
    services = document.data["services"]
    budgets = {
        project["id"]: project["budget"]
        for service in services.values()
        for project in service["projects"]
    }
    assert budgets == {
        "1": 500_000,
        "2": 321_000,
        "18": 500_000,
        "6": 400_000,
        "7": 60_000,
        "8": 60_000,
        "5": 125_000,
    }
    lamps = services["energy"]["projects"][0]
    assert lamps["outputs"] == [{"quantity": 96, "unit": "ชุด"}]
    assert lamps["budget"].by_year["2568"] == 500_000
    targets = {
        kpi["id"]: kpi["target"]["value"]
        for service in services.values()
        for kpi in service["kpis"]
    }
    assert (targets["K1"], targets["K2"], targets["K5"]) == (96, 10, 70)
    assert [(targets[key].kind, targets[key].low) for key in ("K3", "K4")] == [
        ("at-least", 80),
        ("at-least", 1),
    ]
