"""What is asked of which proposal: levels, types, Smarts, profiles and editions."""

from __future__ import annotations

import pytest

from small_catalog import CITY, NAME, VISION, asks, has, judged, levels
from smartcert.assessment.score import Share
from smartcert.catalog.model import LevelRule, Raise
from smartcert.errors import UsageError
from support import assessed, statuses

LONG = LevelRule(
    default="recommended",
    types={"new": "mandatory"},
    profiles={"renewal": "mandatory"},
    raised=Raise(to="mandatory", when=has("area.zone")),
)


@pytest.mark.parametrize(
    ("text", "stated", "profile", "level"),
    [
        (CITY, LevelRule(default="mandatory"), "logo", "mandatory"),
        ("area: {type: livable}", LONG, "logo", "recommended"),
        ("area: {name: A}", LONG, "logo", "recommended"),
        ("area: {type: new}", LONG, "logo", "mandatory"),
        ("area: {type: เมืองใหม่ทันสมัย}", LONG, "logo", "mandatory"),
        ("area: {type: livable}", LONG, "renewal", "mandatory"),
        ("area: {type: livable, zone: eec}", LONG, "logo", "mandatory"),
        ("area: {type: livable, zone: TBD}", LONG, "logo", "recommended"),
        ("area: TBD", LONG, "logo", "recommended"),
        (
            CITY,
            LevelRule(default="mandatory", profiles={"logo": "recommended"}),
            "logo",
            "recommended",
        ),
    ],
)
def test_level(text, stated, profile, level):
    assessment = judged(
        text, asks("C1-1", NAME, level=stated, profiles=("logo", "renewal")), profile=profile
    )
    assert levels(assessment) == {"C1-1": level}
    assert {finding.level for finding in assessment.findings if finding.code[0] != "P"} <= {level}


@pytest.mark.parametrize(("zone", "raised"), [("eec", True), ("none", False), ("", False)])
def test_a_level_is_raised_by_what_the_proposal_says(zone, raised):
    when = {"one_of": {"path": "area.zone", "values": ["eec"]}}
    requirement = asks(
        "C1-1",
        VISION,
        level=LevelRule(default="recommended", raised=Raise(to="mandatory", when=when)),
    )
    assert levels(judged(f"area: {{name: A, zone: {zone}}}", requirement)) == {
        "C1-1": "mandatory" if raised else "recommended"
    }


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("area: {type: new}", "missing"),
        ("area: {type: livable}", "not-applicable"),
        ("round: 1", "not-applicable"),
    ],
)
def test_a_requirement_of_one_city_type(text, status):
    assessment = judged(text, asks("C1-N1", VISION, types=("new",)))
    assert statuses(assessment) == {"C1-N1": status}
    assert (assessment.score.readiness, assessment.score.completeness) == (
        (Share(0, 1),) * 2 if status == "missing" else (Share(0, 0),) * 2
    )


EACH_SMART = asks("C4-1", has("services.{smart}.goals"), per_smart=True)


ENERGY = asks("C4-ENE", has("services.energy.kpis"), smart="energy")


@pytest.mark.parametrize(
    ("services", "found"),
    [
        ("{}", {}),
        ("{energy: {goals: [{id: A}]}}", {"C4-1/energy": "met", "C4-ENE/energy": "missing"}),
        ("{mobility: }", {"C4-1/mobility": "missing"}),
        (
            "{energy: TBD, mobility: {}}",
            {"C4-1/mobility": "missing", "C4-1/energy": "missing", "C4-ENE/energy": "missing"},
        ),
        ("{enregy: {goals: [{id: A}]}}", {}),
        ("[energy]", {}),
    ],
)
def test_smarts_are_those_the_file_names(services, found):
    assessment = judged(f"area: {{name: A}}\nservices: {services}", EACH_SMART, ENERGY)
    assert statuses(assessment) == found
    assert [row.smart for row in assessment.requirements] == [name.split("/")[1] for name in found]


def test_a_finding_names_its_smart():
    assessment = judged(
        "services: {energy: {kpis: [{id: K}]}, mobility: {kpis: [{id: L}]}}", EACH_SMART
    )
    assert [
        (finding.code, finding.smart, finding.location.dotted) for finding in assessment.findings
    ] == [
        ("C4-1", "energy", "services.energy.goals"),
        ("C4-1", "mobility", "services.mobility.goals"),
    ]
    assert len({finding.id for finding in assessment.findings}) == 2


PROFILED = (asks("C1-1", NAME), asks("G6-1", has("renewal"), profiles=("renewal",)))


@pytest.mark.parametrize(
    ("written", "asked", "profile", "codes"),
    [
        ("", None, "logo", []),
        ("profile: renewal", None, "renewal", []),
        ("profile: renewal", "logo", "logo", []),
        ("profile: logo", "renewal", "renewal", []),
        ("profile: TBD", None, "logo", ["P002"]),
        ("profile: gold", None, "logo", ["P011"]),
        ("profile: gold", "renewal", "renewal", []),
    ],
)
def test_profile(written, asked, profile, codes):
    assessment = judged(
        f"{written}\n{CITY}\nrenewal: {{logo_date: 2568}}", *PROFILED, profile=asked
    )
    assert assessment.profile == profile
    assert list(statuses(assessment)) == [{"logo": "C1-1", "renewal": "G6-1"}[profile]]
    assert [finding.code for finding in assessment.findings] == codes


def test_an_unknown_profile_is_told_at_its_place_with_what_was_used():
    (finding,) = judged(f"{CITY}\nprofile: renewl", *PROFILED).findings
    assert (
        finding.code,
        finding.location.dotted,
        finding.location.span.line,
        finding.location.span.column,
    ) == (
        "P011",
        "profile",
        2,
        10,
    )
    assert "“logo”" in finding.message
    assert "“renewal”" in finding.message


@pytest.mark.parametrize("question", [{"profile": "gold"}, {"edition": 2500}])
def test_a_question_that_the_catalog_can_t_answer_is_refused(question):
    with pytest.raises(UsageError):
        judged(CITY, *PROFILED, **question)


@pytest.mark.parametrize(
    ("edition", "asked"),
    [(2562, ["C1-1", "C1-2"]), (2569, ["C1-1", "C1-3"]), (None, ["C1-1", "C1-3"])],
)
def test_edition(edition, asked):
    requirements = (
        asks("C1-1", NAME),
        asks("C1-2", NAME, until=2562),
        asks("C1-3", NAME, since=2569),
    )
    assessment = judged(CITY, *requirements, edition=edition)
    assert list(statuses(assessment)) == asked
    assert assessment.edition == (edition or 2569)


def test_the_two_editions_of_the_built_in_catalog_differ():
    old, new = (statuses(assessed(CITY, edition=edition)) for edition in (2562, 2569))
    assert {"C1-5", "C1-6"} <= new.keys() - old.keys()
    assert old.keys() - new.keys() == {"X-12"}
