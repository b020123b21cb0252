"""What becomes of each requirement, and what is told of it, where and in which order."""

from __future__ import annotations

import pytest

from small_catalog import CITY, NAME, NEVER, OPTIONAL, PERSON, TYPE, VISION, asks, has, judged, told
from smartcert.assessment.score import Share
from support import statuses

STATUSES = [
    pytest.param(NAME, "met", Share(2, 2), id="met"),
    pytest.param(VISION, "missing", Share(0, 2), id="missing"),
    pytest.param({"all": [NAME, VISION]}, "partial", Share(1, 2), id="partial"),
    pytest.param(
        {"all": [NAME, VISION, has("boi"), has("round")]},
        "partial",
        Share(1, 2),
        id="partial-counts-half-however-much",
    ),
    pytest.param(PERSON, "needs-person", Share(0, 2), id="person"),
    pytest.param({"all": [TYPE, PERSON]}, "needs-person", Share(0, 2), id="met-but-for-a-person"),
    pytest.param({"all": [VISION, PERSON]}, "partial", Share(1, 2), id="gap-beside-a-person"),
    pytest.param(NEVER, "not-applicable", Share(0, 0), id="not-applicable"),
    pytest.param(
        {"each": {"in": "area.goals[*]", "check": has("text")}},
        "not-applicable",
        Share(0, 0),
        id="no-item",
    ),
    pytest.param({"all": [NAME, NEVER]}, "met", Share(2, 2), id="met-where-it-applies"),
]


@pytest.mark.parametrize(
    ("text", "status", "share"),
    [
        pytest.param("", "not-applicable", Share(0, 0), id="nothing-there"),
        pytest.param("phone: 044-123-456", "met", Share(0, 0), id="nothing-wrong"),
        pytest.param("phone: 0000-0000", "missing", Share(0, 3), id="wrong"),
        pytest.param(
            "phone: 044-123-456, email: plan at A", "missing", Share(0, 3), id="wrong-beside-right"
        ),
    ],
)
def test_what_counts_only_when_violated_earns_nothing(text, status, share):
    contacts = {"named": {"check": "contacts"}}
    more = {"level": OPTIONAL, "counts": "when-violated", "weight": 3}
    draft = f"applicant: {{contact: {{{text}}}}}"
    (row,) = judged(draft, asks("X-1", contacts, **more)).requirements
    assert (row.status, row.share) == (status, share)


@pytest.mark.parametrize(("check", "status", "share"), STATUSES)
def test_status_and_points(check, status, share):
    (row,) = judged(CITY, asks("C1-1", check, weight=2)).requirements
    assert (row.status, row.share) == (status, share)


@pytest.mark.parametrize(("check", "status", "share"), STATUSES)
def test_what_is_open_has_a_finding_and_nothing_else_has(check, status, share):
    assessment = judged(CITY, asks("C1-1", check))
    (row,) = assessment.requirements
    assert bool(row.findings) is (status in ("partial", "missing", "needs-person"))
    assert set(row.findings) == {finding.id for finding in assessment.findings}
    assert {finding.status for finding in assessment.findings} <= {status}


@pytest.mark.parametrize(
    ("mandatory", "recommended", "verdict"),
    [
        (NAME, TYPE, "ready"),
        (NAME, NEVER, "ready"),
        (NEVER, NEVER, "ready"),
        (NAME, VISION, "ready-with-gaps"),
        (NAME, {"all": [NAME, VISION]}, "ready-with-gaps"),
        (NAME, PERSON, "ready-with-gaps"),
        (VISION, TYPE, "not-ready"),
        (VISION, VISION, "not-ready"),
        ({"all": [NAME, VISION]}, TYPE, "not-ready"),
        (PERSON, TYPE, "not-ready"),
    ],
)
def test_verdict(mandatory, recommended, verdict):
    assert (
        judged(CITY, asks("C1-1", mandatory), asks("C1-2", recommended, level=OPTIONAL)).verdict
        == verdict
    )


@pytest.mark.parametrize("text", ["", "- a\n", "area: [", "only words"])
def test_what_is_no_proposal_is_unreadable_and_has_no_score(text):
    assessment = judged(text, asks("C1-1", NAME))
    assert (assessment.verdict, assessment.score, assessment.requirements) == (
        "unreadable",
        None,
        (),
    )
    assert assessment.findings


def test_a_missing_section_is_told_once_for_all_who_ask():
    assessment = judged(
        "round: 1\nprofile: logo",
        asks("C1-1", NAME),
        asks("C1-2", VISION, level=OPTIONAL),
        asks("C1-3", TYPE),
    )
    (finding,) = assessment.findings
    assert (finding.code, finding.location.dotted, finding.requirements) == (
        "S001",
        "area",
        ("C1-1", "C1-2", "C1-3"),
    )
    assert (finding.level, finding.status, finding.rule.requirement) == (
        "mandatory",
        "missing",
        "C1-1",
    )
    assert [row.findings for row in assessment.requirements] == [(finding.id,)] * 3


def test_a_missing_section_keeps_its_id_when_one_more_asks_for_it():
    requirements = [asks("C1-1", NAME), asks("C1-2", VISION), asks("C1-3", TYPE)]
    assert (
        judged("round: 1", *requirements[:2]).findings[0].id
        == judged("round: 1", *requirements).findings[0].id
    )


@pytest.mark.parametrize("area", ["", "~", "TBD", "{}", "[]", "เมืองทดสอบ"])
def test_a_section_that_holds_nothing_is_told_once_too(area):
    """A key with nothing behind it is as good as none: it is one finding, not five."""
    assessment = judged(
        f"round: 1\narea: {area}",
        asks("C1-1", NAME),
        asks("C1-2", VISION),
        asks("C1-3", has("area.boundary.map")),
    )
    gaps = [finding for finding in assessment.findings if finding.level != "fault"]
    assert [
        (finding.code, finding.location.dotted, finding.location.span.line) for finding in gaps
    ] == [("S001", "area", 2)]


def test_a_section_that_one_requirement_misses_is_its_own_gap():
    assert told(judged("round: 1", asks("C1-1", NAME))) == [("C1-1", "area.name")]
    assert told(judged("round: 1", asks("C1-1", {"all": [NAME, VISION]}))) == [("C1-1", "area")]


PLACES = """round: 1
area:
  name: A
  boundary:
    map: M1
services:
  energy:
    goals: [{id: G1}]
"""


@pytest.mark.parametrize(
    ("routes", "path", "place"),
    [
        (("applicant.contact.name", "applicant.contact.email"), "applicant", (1, 1)),
        (("area.population.count", "area.population.year"), "area.population", (2, 1)),
        (
            ("services.energy.projects", "services.energy.projects"),
            "services.energy.projects",
            (7, 3),
        ),
        (("services.mobility.goals", "services.mobility.kpis"), "services.mobility", (6, 1)),
    ],
)
def test_what_is_missing_is_told_at_the_mapping_where_it_belongs(routes, path, place):
    (finding,) = judged(
        PLACES, *(asks(f"C1-{index}", has(route)) for index, route in enumerate(routes))
    ).findings
    assert (
        finding.code,
        finding.location.dotted,
        (finding.location.span.line, finding.location.span.column),
    ) == (
        "S001",
        path,
        place,
    )


@pytest.mark.parametrize(
    ("check", "path", "place"),
    [
        (has("area.vision"), "area.vision", (2, 1)),
        (has("area.boundary.description"), "area.boundary.description", (4, 3)),
        ({"text": {"path": "area.name", "words": 9}}, "area.name", (3, 9)),
        ({"count": {"path": "services.energy.goals", "min": 2}}, "services.energy.goals", (8, 5)),
        (
            {"each": {"in": "services.*.goals[*]", "check": has("text")}},
            "services.energy.goals[0].text",
            (8, 13),
        ),
        (
            {"fields": {"at": "area.boundary", "ask": {"description": {}, "annex": {}}}},
            "area.boundary",
            (4, 3),
        ),
    ],
)
def test_a_gap_is_told_at_its_place(check, path, place):
    (finding,) = judged(PLACES, asks("C1-1", check)).findings
    assert (
        finding.location.dotted,
        (finding.location.span.line, finding.location.span.column),
    ) == (path, place)


def test_a_placeholder_that_is_asked_for_is_one_finding():
    assessment = judged(
        "area:\n  name: A\n  vision: รอข้อมูล\n", asks("C1-1", NAME), asks("C1-2", VISION)
    )
    (finding,) = assessment.findings
    assert (
        finding.code,
        finding.status,
        finding.location.span.line,
        finding.location.span.column,
    ) == (
        "C1-2",
        "missing",
        3,
        11,
    )
    assert "“รอข้อมูล”" in finding.message


def test_a_placeholder_that_nobody_asks_for_is_told_all_the_same():
    assert told(judged("area:\n  name: A\n  vision: TBD\n", asks("C1-1", NAME))) == [
        ("P002", "area.vision")
    ]


def test_a_value_that_can_t_be_read_counts_as_absent_and_hides_nothing():
    assessment = judged(
        "area: {population: {count: lots}, vision: A}",
        asks("C1-1", has("area.population.count")),
        asks("C1-2", VISION),
    )
    assert statuses(assessment) == {"C1-1": "missing", "C1-2": "met"}
    assert sorted(code for code, _ in told(assessment)) == ["C1-1", "P001"]


def test_what_blocks_comes_first_and_faults_last():
    assessment = judged(
        "visoin: 1\narea: {name: TBD, kind: A}\n",
        asks("C1-1", VISION, level=OPTIONAL),
        asks("C1-2", TYPE),
        asks("C2-1", has("boi.activity")),
    )
    assert [finding.level for finding in assessment.findings] == [
        "mandatory",
        "mandatory",
        "recommended",
        "fault",
        "fault",
        "fault",
    ]
    assert [finding.rule.group for finding in assessment.findings][:3] == ["C1", "C2", "C1"]


def test_a_file_of_another_format_is_told():
    assert told(judged(f"smartcert: 2\n{CITY}", asks("C1-1", NAME))) == [("P010", "smartcert")]
    assert told(judged(f"smartcert: 1\n{CITY}", asks("C1-1", NAME))) == []
