"""What becomes of each requirement, what is told of it, and what it adds up to."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from smartcert.assessment.assessor import assess
from smartcert.assessment.question import Question
from smartcert.assessment.result import Assessment
from smartcert.assessment.score import Share
from smartcert.catalog.model import (
    Catalog,
    Edition,
    Group,
    LevelRule,
    Profile,
    Raise,
    Requirement,
    Smart,
)
from smartcert.errors import UsageError
from smartcert.proposal.attachments import NO_ATTACHMENTS, find_attachments
from smartcert.proposal.document import read_document
from smartcert.source import read_source
from support import EXAMPLES, TODAY, assessed, statuses

OPTIONAL = LevelRule(default="recommended")


def both(text: str) -> dict[str, str]:
    return {"th": f"ไทย {text}", "en": text}


def asks(identifier: str, check: dict[str, Any], **more: Any) -> Requirement:
    """Give a requirement; what a test does not care about is the plainest there is."""
    usual: dict[str, Any] = {
        "group": identifier.split("-", maxsplit=1)[0],
        "title": both(identifier),
        "level": LevelRule(default="mandatory"),
        "basis": "official",
        "sources": (),
        "why": both("why"),
        "fix": both("fix"),
        "stub": "",
        "evidence": (both("map"),),
        "profiles": ("logo",),
    }
    return Requirement(id=identifier, check=check, **(usual | more))


def criteria(*requirements: Requirement) -> Catalog:
    """Give a catalog of these requirements, with two editions, two profiles and two Smarts."""
    groups = dict.fromkeys(requirement.group for requirement in requirements)
    return Catalog(
        id="small",
        title=both("small"),
        editions={
            2562: Edition(id=2562, title=both("old")),
            2569: Edition(id=2569, title=both("new")),
        },
        default_edition=2569,
        profiles={
            "logo": Profile(id="logo", title=both("logo")),
            "renewal": Profile(id="renewal", title=both("renewal")),
        },
        default_profile="logo",
        groups={
            name: Group(id=name, title=both(name), about=both(name), section=None)
            for name in groups
        },
        smarts={
            key: Smart(
                key=key,
                title=both(key),
                definition=both(key),
                ministry=both(key),
                sources=(),
                sub_areas=(),
            )
            for key in ("mobility", "energy")
        },
        requirements={requirement.id: requirement for requirement in requirements},
        indicators={},
        crosswalk={},
        sources={},
        off={},
        digest="sha256:0",
    )


def judged(
    text: str, *requirements: Requirement, folder: Path | None = None, **question: Any
) -> Assessment:
    asked = Question(catalog=criteria(*requirements), today=TODAY, lang="en", **question)
    document = read_document(read_source(text.encode(), "proposal.yaml"))
    attachments = find_attachments(document.data, folder) if folder else NO_ATTACHMENTS
    return assess(document, asked, attachments)


def has(path: str) -> dict[str, Any]:
    return {"present": {"path": path}}


def told(assessment: Assessment) -> list[tuple[str, str]]:
    return [(finding.code, finding.location.dotted) for finding in assessment.findings]


def levels(assessment: Assessment) -> dict[str, str]:
    return {row.id: row.level for row in assessment.requirements}


NAME, VISION, TYPE = has("area.name"), has("area.vision"), has("area.type")
PERSON = {"person": {"path": "area.name", "question": both("is it good?")}}
NEVER = {"when": {"if": has("boi"), "then": VISION}}
CITY = "area: {name: A, type: new}"

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


def test_mandatory_and_recommended_are_shown_apart():
    score = judged(
        CITY,
        asks("C1-1", NAME, weight=3),
        asks("C1-2", VISION),
        asks("C2-1", {"all": [NAME, VISION]}, level=OPTIONAL, weight=2),
        asks("C2-2", NEVER, level=OPTIONAL, weight=7),
    ).score
    assert (score.mandatory, score.recommended, score.readiness) == (
        Share(3, 4),
        Share(1, 2),
        Share(4, 6),
    )
    assert score.readiness.value == Fraction(200, 3)


def test_each_group_that_asks_something_has_its_points():
    assessment = judged(
        CITY,
        asks("G0-1", NAME, weight=3),
        asks("C1-1", NAME),
        asks("C1-2", VISION),
        asks("X-1", NEVER),
    )
    assert [(part.key, part.share) for part in assessment.groups] == [
        ("G0", Share(3, 3)),
        ("C1", Share(1, 2)),
        ("X", Share(0, 0)),
    ]
    assert [
        part.key
        for part in judged(
            CITY, asks("C1-1", NAME), asks("G6-1", NAME, profiles=("renewal",))
        ).groups
    ] == ["C1"]


def test_counts_are_by_level():
    assessment = judged(
        CITY,
        asks("C1-1", NAME),
        asks("C1-2", VISION),
        asks("C1-3", PERSON, level=OPTIONAL),
        asks("C1-4", NEVER),
    )
    mandatory, recommended = assessment.count("mandatory"), assessment.count("recommended")
    assert {status: count for status, count in mandatory.items() if count} == {
        "met": 1,
        "missing": 1,
        "not-applicable": 1,
    }
    assert {status: count for status, count in recommended.items() if count} == {"needs-person": 1}


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


def test_nothing_applicable_has_no_percentage():
    score = judged(CITY, asks("C1-1", NEVER)).score
    assert (score.readiness.value, score.completeness.value, score.evidence.value) == (
        None,
        None,
        None,
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


def test_smarts_have_their_own_points_declared_or_not():
    assessment = judged(
        "services: {energy: {goals: [{id: A}]}}", EACH_SMART, ENERGY, asks("C1-1", VISION)
    )
    assert [(part.key, part.declared, part.share) for part in assessment.smarts] == [
        ("mobility", False, Share(0, 0)),
        ("energy", True, Share(1, 2)),
    ]


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


def test_completeness_counts_a_field_once_however_many_ask():
    score = judged(
        CITY, asks("C1-1", {"all": [NAME, VISION]}), asks("C1-2", NAME), asks("C1-3", VISION)
    ).score
    assert score.completeness == Share(1, 2)


def test_a_field_is_filled_when_it_is_so_for_all_who_ask():
    text = {"text": {"path": "area.name", "words": 20}}
    for checks in ((NAME, text), (text, NAME)):
        assert judged(
            CITY, *(asks(f"C1-{index}", check) for index, check in enumerate(checks))
        ).score.completeness == Share(0, 1)


def test_completeness_leaves_out_what_does_not_apply():
    score = judged(
        CITY, asks("C1-1", NAME), asks("C1-2", VISION, types=("livable",)), asks("C1-3", NEVER)
    ).score
    assert score.completeness == Share(1, 1)


@pytest.mark.parametrize("value", ["value: 5", "year: 2567"])
def test_completeness_knows_a_field_by_its_place_not_by_how_a_check_names_it(value):
    dotted = {"fields": {"at": "area.goals[*]", "ask": {"baseline.value": {}}}}
    text = f"area: {{goals: [{{baseline: {{{value}}}}}]}}"
    score = judged(
        text, asks("C1-1", dotted), asks("C1-2", has("area.goals[*].baseline.value"))
    ).score
    assert score.completeness.out_of == 1


MAP = asks("C1-1", has("area.boundary.map"))
WITH_MAP = "area: {boundary: {map: M1%s}}\n"


def backed(text: str, folder: Path, requirement: Requirement = MAP) -> bool | None:
    (row,) = judged(text, requirement, folder=folder).requirements
    return row.backed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A proposal's folder, with one annex in it, one that is empty, and one outside."""
    inside = tmp_path / "city"
    (inside / "annexes").mkdir(parents=True)
    (inside / "annexes" / "map.pdf").write_bytes(b"%PDF" * 50)
    (inside / "annexes" / "empty.pdf").write_bytes(b"")
    (tmp_path / "outside.pdf").write_bytes(b"%PDF")
    return inside


def annex(file: str, more: str = "", identifier: str = "A1") -> str:
    return f"annexes:\n  - {{id: {identifier}, file: '{file}'{more}}}\n"


@pytest.mark.parametrize(
    ("attachments", "supports", "expected"),
    [
        ("", ", supports: [C1-1]", True),
        ("", ", supports: C1-1", True),
        ("", ", supports: [C1-2, ' C1-1 ']", True),
        ("", ", supports: [C1-2]", False),
        ("", "", False),
        (", annex: [A1]", "", True),
        (", annex: A1", "", True),
        (", annex: [A9]", "", False),
        (", annex: [A9, A1]", "", True),
    ],
)
def test_an_annex_backs_what_it_supports_or_stands_beside(folder, attachments, supports, expected):
    assert backed(WITH_MAP % attachments + annex("annexes/map.pdf", supports), folder) is expected


def test_an_annex_beside_something_else_backs_nothing(folder):
    assert (
        backed(
            WITH_MAP % ""
            + "management: {risks: [{text: A}], operating_model: {annex: A1}}\n"
            + annex("annexes/map.pdf"),
            folder,
        )
        is False
    )


@pytest.mark.parametrize("number", [0, 1])
def test_an_annex_beside_one_item_backs_who_asks_for_that_item(folder, number):
    goals = ["{text: A}", "{text: B}"]
    goals[number] = goals[number].replace("}", ", annex: A1}")
    text = f"area: {{problems: [{', '.join(goals)}]}}\n" + annex("annexes/map.pdf")
    requirement = asks("C1-9", {"each": {"in": "area.problems[*]", "check": has("text")}})
    assert backed(text, folder, requirement) is True


@pytest.mark.parametrize(
    "check",
    [
        has("data_platform.skills.training"),
        {"fields": {"at": "data_platform", "ask": {"skills.training": {}}}},
    ],
)
def test_an_annex_beside_a_field_backs_it_however_the_check_names_it(folder, check):
    text = "data_platform: {skills: {training: A, annex: A1}}\n" + annex("annexes/map.pdf")
    assert backed(text, folder, asks("C3-1", check)) is True


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("annexes/map.pdf", None),
        ("./annexes/../annexes/map.pdf", None),
        (r"annexes\map.pdf", None),
        ("annexes/none.pdf", "P008"),
        ("annexes/empty.pdf", "P016"),
        ("annexes", "P008"),
        ("./annexes/..", "P008"),
        ("../outside.pdf", "P009"),
        (r"..\outside.pdf", "P009"),
        ("/etc/hostname", "P009"),
        ("annexes/link.pdf", "P009"),
    ],
)
def test_an_annex_counts_when_it_is_really_there(folder, file, code):
    if "link" in file:
        (folder / "annexes" / "link.pdf").symlink_to(folder.parent / "outside.pdf")
    assessment = judged(
        WITH_MAP % ", annex: A1" + annex(file, ", supports: C1-1"), MAP, folder=folder
    )
    assert [row.backed for row in assessment.requirements] == [code is None]
    assert told(assessment) == ([] if code is None else [(code, "annexes[0].file")])
    assert assessment.score.evidence == Share(int(code is None), 1)


def test_without_a_folder_nothing_is_there_and_nothing_is_missed():
    assessment = judged(WITH_MAP % ", annex: A1" + annex("annexes/map.pdf"), MAP)
    assert ([row.backed for row in assessment.requirements], told(assessment)) == ([False], [])


def test_evidence_counts_what_is_met_and_could_be_backed(folder):
    text = WITH_MAP % ", annex: A1" + annex("annexes/map.pdf", ", supports: [C1-2, C1-3]")
    requirements = (
        MAP,
        asks("C1-2", VISION),
        asks("C1-3", has("area.boundary"), evidence=()),
        asks("C1-4", has("annexes")),
        asks("C1-5", NEVER),
        asks("C1-6", {"person": {"path": "area.boundary.map", "question": both("?")}}),
    )
    assessment = judged(text, *requirements, folder=folder)
    assert [row.backed for row in assessment.requirements] == [True, None, None, False, None, None]
    assert assessment.score.evidence == Share(1, 2)


PROPOSALS = [
    file
    for file in sorted(EXAMPLES.rglob("*.yaml"))
    if "\nsmartcert:" in "\n" + file.read_text(encoding="utf-8")
]
TEXTS = {
    "nothing": "round: 1",
    "little": CITY,
    "smarts": (
        "area: {type: new}\nservices: {energy: {goals: [{id: A, text: B}]}, mobility: TBD, "
        "people: }\nround: 2"
    ),
    **{str(file.relative_to(EXAMPLES)): file.read_text(encoding="utf-8") for file in PROPOSALS},
}


@pytest.fixture(scope="module", params=TEXTS)
def whole(request) -> Assessment:
    """Some proposals held against the built-in catalog."""
    return assessed(TEXTS[request.param], folder=EXAMPLES / Path(request.param).parent)


def summed(shares):
    """Add up shares the plain way."""
    found = list(shares)
    return Share(sum(share.points for share in found), sum(share.out_of for share in found))


def test_the_groups_add_up_to_readiness_exactly(whole):
    score = whole.score
    assert summed(part.share for part in whole.groups) == score.readiness
    assert summed(row.share for row in whole.requirements) == score.readiness
    assert summed((score.mandatory, score.recommended)) == score.readiness == score.adjusted
    for share in (
        score.readiness,
        score.mandatory,
        score.recommended,
        score.completeness,
        score.evidence,
    ):
        assert isinstance(share.points, int | Fraction)
        assert 0 <= share.points <= share.out_of


def test_the_smarts_add_up_to_the_rows_about_smarts(whole):
    about = summed(row.share for row in whole.requirements if row.smart)
    assert summed(part.share for part in whole.smarts) == about


def test_every_open_row_has_a_finding_and_every_finding_its_rows(whole):
    known = {finding.id: finding for finding in whole.findings}
    assert len(known) == len(whole.findings)
    for row in whole.requirements:
        assert bool(row.findings) is (row.status in ("partial", "missing", "needs-person"))
        assert all(row.id in known[name].requirements for name in row.findings)
    pointed = {name for row in whole.requirements for name in row.findings}
    assert pointed == {finding.id for finding in whole.findings if finding.level != "fault"}


@pytest.mark.parametrize("text", ["round: 1", TEXTS["smarts"]])
def test_the_same_question_has_the_same_answer(text):
    assert assessed(text) == assessed(text)
