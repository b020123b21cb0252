"""What the built-in criteria make of the ready example when one thing of it is changed."""

from __future__ import annotations

import pytest
import yaml

from support import EXAMPLES, assessed, catalog, statuses

FOLDER = EXAMPLES / "minimum"
READY = (FOLDER / "proposal.yaml").read_text(encoding="utf-8")


def changed(*changes, **question):
    """Assess the ready example with passages replaced."""
    text = READY
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return assessed(text, folder=FOLDER, **question)


def told(assessment):
    return {(finding.code, finding.location.dotted) for finding in assessment.findings}


def project(name, more=""):
    """Give a proposal with one project."""
    return f"services:\n  living:\n    projects:\n      - {{id: LIV-P1, name: {name}{more}}}\n"


def status(requirement, text, **question):
    found = statuses(assessed(text, **question))
    return next(value for key, value in found.items() if key.split("/")[0] == requirement)


def test_goals_without_numbers_do_not_block():
    assessment = assessed(
        READY.replace(", goals: [G1]}", "}").replace(", indicator: ปริมาณขยะฝังกลบ", ""),
        folder=FOLDER,
    )
    assert assessment.verdict == "ready-with-gaps"
    assert {code for code, _ in told(assessment)} == {"C1-4N"}


def test_no_goal_at_all_blocks():
    assert status("C1-4", "area:\n  vision: เมืองน่าอยู่\n") == "missing"
    assert assessed("area:\n  vision: เมืองน่าอยู่\n").verdict == "not-ready"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    annex: [A5]", "    annex: [A99]", ("P015", "area.boundary.annex[0]")),
        (
            "kpis: [ENV-K1, ENV-K2, ENV-K3, GOV-K1",
            "kpis: [ZZ, ENV-K2, ENV-K3, GOV-K1",
            ("X-2", "management.reporting.kpis[0]"),
        ),
        (
            "ใหม่ทุกเดือน, data: [DS-1]",
            "ใหม่ทุกเดือน, data: [DS-99]",
            ("C3-8", "data_platform.decisions[0].data[0]"),
        ),
        (
            "dataset: [DS-1, DS-2]",
            "dataset: [DS-99]",
            ("C3-5", "data_platform.open_data[0].dataset[0]"),
        ),
        ("for: [GOV-P2]", "for: [GOV-P2, ZZ]", ("X-11", "infrastructure.operating_cost[3].for[1]")),
        (
            "รายเดือน, goals: [G1]",
            "รายเดือน, goals: [G99]",
            ("X-3", "services.environment.kpis[0].goals[0]"),
        ),
        ("serves: [G1]", "serves: [G1, G98]", ("X-3", "services.environment.goals[0].serves[1]")),
        (
            "รายเดือน, goals: [G1]",
            "รายเดือน, goals: [G1], indicator: ENV-A99",
            ("X-13", "services.environment.kpis[0].indicator[0]"),
        ),
    ],
)
def test_a_reference_that_leads_nowhere_is_told_at_its_place(old, new, expected):
    assert told(changed((old, new))) == {expected}


def test_a_project_of_no_smart_is_told():
    assessment = changed(
        (
            "management:\n",
            "  tourism:\n    projects: [{id: TOU-P1, name: แอปนำเที่ยว}]\n\nmanagement:\n",
        )
    )
    assert {("X-1", "services.tourism"), ("P003", "services.tourism")} <= told(assessment)
    assert assessment.verdict == "ready-with-gaps"


def test_a_known_indicator_with_its_unit_is_fine():
    kpi = "services: {environment: {kpis: [{id: K1, unit: ร้อยละ, indicator: ENV-A2}]}}\n"
    assert status("X-13", kpi) == "met"


def test_a_project_that_ends_before_it_starts_is_told():
    assessment = changed(
        (
            "        start: 1 ต.ค. 2569\n        end: 30 ก.ย. 2572",
            "        start: 1 ต.ค. 2571\n        end: 30 ก.ย. 2570",
        )
    )
    assert told(assessment) == {("X-5", "services.environment.projects[0].end")}


@pytest.mark.parametrize(
    ("start", "end"), [("2570", "2570"), ("ต.ค. 2569", "ต.ค. 2569"), ("1 ต.ค. 2569", "1 ต.ค. 2569")]
)
def test_a_project_may_start_and_end_in_one_year_or_day(start, end):
    assert status("X-5", project("ก", f", start: {start}, end: {end}")) == "met"


def test_a_phase_the_wrong_way_round_is_told_alone():
    assessment = changed(
        ("start: 1 ต.ค. 2570, end: 30 ก.ย. 2572", "start: 30 ก.ย. 2572, end: 1 ต.ค. 2570")
    )
    assert told(assessment) == {("X-5", "infrastructure.phases[1].end")}


@pytest.mark.parametrize(
    "name",
    [
        "GPS ติดตามผู้สูงอายุ",
        "สายรัดข้อมือบอกพิกัด",
        "Smart Ambulance",
        "รถพยาบาลฉุกเฉินอัจฉริยะ",
        "โรงพยาบาลอัจฉริยะ",
        "กล้อง AI วิเคราะห์ฝูงชน",
        "กล้องตรวจจับความเร็ว",
        "Wi-Fi tracking นักท่องเที่ยว",
        "AI camera at the market",
    ],
)
def test_a_project_that_watches_people_needs_a_privacy_note(name):
    assert status("X-7", project(name)) == "missing"
    assert status("X-7", project(name, ", privacy: เก็บ 30 วัน จำกัดผู้เข้าถึง")) == "met"


@pytest.mark.parametrize(
    "name",
    [
        "กล้องจุลทรรศน์ในห้องเรียน",
        "GPS ติดตามรถเก็บขยะ",
        "โซลาร์บนหลังคาโรงพยาบาล",
        "แผนที่พิกัดภูมิศาสตร์ของท่อ",
        "ติดตามคุณภาพน้ำ",
    ],
)
def test_a_project_that_watches_nobody_needs_none(name):
    assert status("X-7", project(name)) == "not-applicable"


@pytest.mark.parametrize("held", ["personal_data: true", "class: personal"])
def test_a_project_on_a_dataset_with_personal_data_needs_a_privacy_note(held):
    datasets = f"data_platform: {{datasets: [{{id: DS-1, {held}}}, {{id: DS-2}}]}}\n"
    assert status("X-7", datasets + project("ก", ", data: [DS-1]")) == "missing"
    assert status("X-7", datasets + project("ก", ", data: [DS-1], privacy: ตัดชื่อออกก่อนใช้")) == "met"
    assert status("X-7", datasets + project("ก", ", data: [DS-2]")) == "not-applicable"


def test_what_is_built_and_has_no_id_is_told():
    assessment = assessed("infrastructure: {digital: [{name: โครงข่าย, cost: 500000}]}\n")
    assert ("X-11", "infrastructure.digital[0].id") in told(assessment)


@pytest.mark.parametrize(
    ("size", "people", "expected"),
    [
        ("46 ตร.กม.", "count: 0, users: 12000", "met"),
        ("385 ไร่", "users: 40000", "met"),
        ("140 ไร่", "users: 240000", "met"),
        ("385 ไร่", "count: 40000", "missing"),
        ("385 ไร่", "users: 900000000", "missing"),
        ("46 ตร.กม.", "count: 0", "missing"),
    ],
)
def test_density(size, people, expected):
    assert status("X-14", f"area: {{size: {size}, population: {{{people}}}}}\n") == expected


def test_a_density_below_one_is_shown_as_it_is():
    assessment = assessed("area: {size: 46 ตร.กม., population: {count: 25}}\n")
    assert "0.5435 per km²" in next(
        finding.message for finding in assessment.findings if finding.code == "X-14"
    )


def test_the_plan_is_asked_for_its_totals_and_the_project_for_its_own():
    plan = "infrastructure: {budget: {total: 5000000, by_year: {2570: 5000000}}}\n"
    assert status("C2-3", plan + project("ก")) == "met"
    found = told(assessed(plan + project("ก", ", owner: กองช่าง")))
    assert [code for code, path in found if path == "services.living.projects[0]"] == ["C4-R4"]


def gaps_of(text, **question):
    """Give the requirements that cost points, each once, of a proposal given as text."""
    found = statuses(assessed(text, **question))
    return {key.split("/")[0] for key, value in found.items() if value in ("missing", "partial")}


@pytest.mark.parametrize(
    ("old", "new", "asked_by"),
    [
        ("owner: [กองสาธารณสุขและสิ่งแวดล้อม]", "", {"C5-1"}),
        ("budget: 6,200,000 บาท", "", {"C4-R4", "X-4"}),
    ],
)
def test_what_a_project_lacks_costs_once(old, new, asked_by):
    first = READY.index("      - id: ENV-P1")
    assert gaps_of(READY) == set()
    head, rest = READY[:first], READY[first:]
    line = next(
        part for part in rest.split("\n") if part.strip().startswith(old.split(":")[0] + ":")
    )
    assert gaps_of(head + rest.replace(f"{line}\n", "", 1)) == asked_by


@pytest.mark.parametrize(
    ("section", "asked_by"),
    [
        ("participation", {"C1-7"}),
        ("alignment", {"C1-10"}),
        ("needs", {"C1-L1"}),
        ("assets", {"C1-L2"}),
        ("ownership", {"C1-5"}),
        ("population", {"C1-6"}),
    ],
)
@pytest.mark.parametrize("city", ["livable", "new"])
def test_a_part_of_the_area_that_is_not_there_costs_once(section, asked_by, city):
    document = yaml.load(READY, Loader=yaml.BaseLoader)
    document["area"]["type"] = city
    text = yaml.safe_dump(document, allow_unicode=True)
    whole = gaps_of(text)
    del document["area"][section]
    found = gaps_of(yaml.safe_dump(document, allow_unicode=True)) - whole
    assert found == (asked_by if city == "livable" or section not in ("needs", "assets") else set())


@pytest.mark.parametrize(
    ("path", "asked_by"),
    [
        (("infrastructure", "phases"), {"C2-5"}),
        (("infrastructure", "operating_cost"), {"X-11"}),
        # What the projects name leads nowhere then, which is as if they named none.
        (("infrastructure", "funding"), {"C2-4", "C4-R4", "X-10"}),
        (("management", "partners"), {"C5-2"}),
        (("data_platform", "open_data"), {"C3-5"}),
        (("data_platform", "operator"), {"C3-9"}),
        (("management", "finance"), {"C5-4", "C5-4B"}),
    ],
)
def test_a_list_that_is_not_there_costs_once(path, asked_by):
    document = yaml.load(READY, Loader=yaml.BaseLoader)
    del document[path[0]][path[1]]
    assert gaps_of(yaml.safe_dump(document, allow_unicode=True)) - {"X-8"} == asked_by


def test_in_the_second_round_one_requirement_asks_for_answers_and_another_reads_them():
    later = (
        READY.replace("round: 1", "round: 2")
        + "\nrevisions: [{round: 1, date: 1 พ.ค. 2569, comments: ก}]\n"
    )
    assert gaps_of(later) == {"G0-5"}
    assert gaps_of(later + "responses: [{comment: R1-01, action: แก้แล้ว}]\n") == {"X-16"}


def test_figures_of_a_goal_may_stand_in_a_kpi_that_names_it():
    goal = "area: {goals: [{id: G1, text: ลดขยะที่ต้องนำไปฝังกลบ}]}\n"
    kpi = "services: {environment: {kpis: [{id: K1, name: ขยะฝังกลบ, goals: [G1]}]}}\n"
    assert status("C1-4N", goal) == "missing"
    assert status("C1-4N", goal + kpi) == "met"


@pytest.mark.parametrize(
    ("activity", "asked"),
    [
        ("area", {"B-1", "B-2", "B-3", "B-4", "B-5", "B-6", "B-7"}),
        ("system", {"B-3", "B-4", "B-8"}),
        ("estate", {"B-3", "B-4", "B-5", "B-9"}),
    ],
)
def test_each_boi_activity_has_its_own_conditions(activity, asked):
    found = statuses(assessed(f"boi: {{activity: {activity}}}\n", profile="boi-area"))
    assert {key for key, value in found.items() if value != "not-applicable"} == asked


@pytest.mark.parametrize(
    ("smarts", "size", "expected"),
    [
        (
            "[Smart Facilities, Smart IT, Smart Energy, Smart Economy, Smart Living]",
            "250 ไร่",
            "met",
        ),
        (
            "[Smart Facilities, Smart IT, Smart Energy, Smart Economy, Smart Living]",
            "249 ไร่",
            "partial",
        ),
        ("[Smart Facilities, Smart IT, Smart Energy, Smart Economy]", "250 ไร่", "partial"),
        (
            "[Smart Facilities, Smart IT, Smart Energy, Smart Living, Smart Workforce]",
            "1 ตร.กม.",
            "partial",
        ),
    ],
)
def test_an_industrial_estate_has_five_smarts_of_its_own_and_250_rai(smarts, size, expected):
    text = f"boi: {{activity: estate, estate_smarts: {smarts}}}\narea: {{size: {size}}}\n"
    assert status("B-9", text, profile="boi-area") == expected


@pytest.mark.parametrize(
    ("logo", "reports", "expected"),
    [
        (
            "15 มี.ค. 2567",
            "{year: 2540, sent: 2541}",
            {"renewal.reports[0].year", "renewal.reports"},
        ),
        ("15 มี.ค. 2567", "{year: 2568, sent: 2569}", set()),
        ("15 มี.ค. 2567", "{year: 2567, sent: 2568}", {"renewal.reports"}),
        ("15 มี.ค. 2567", "{year: 2567, sent: 2568}, {year: 2568, sent: 2569}", set()),
        ("15 มี.ค. 2569", "{year: 2569, sent: 2569}", set()),
    ],
)
def test_each_year_since_the_logo_has_its_report(logo, reports, expected):
    assessment = assessed(
        f"renewal: {{logo_date: {logo}, reports: [{reports}]}}\n", profile="renewal"
    )
    assert {path for code, path in told(assessment) if code == "G6-3"} == expected
    assert not any("When" in finding.message for finding in assessment.findings)


def test_a_logo_that_is_yet_to_come_is_told():
    assert status("G6-1", "renewal: {logo_date: 15 มี.ค. 2590}\n", profile="renewal") == "partial"


def test_strengths_are_texts_and_the_plan_says_why_it_fits():
    words = "area: {strengths: [ตลาดน้ำมีผู้มาเยือนมากทุกปี, วิทยาลัยเทคนิคร่วมดูแลเครื่องวัดในเมือง]"
    assert status("C1-8", "area: {strengths: [ก, ข]}\n") == "partial"
    assert status("C1-8", f"{words}}}\n") == "partial"
    assert (
        status("C1-8", f"{words}, fit: รายได้ของเมืองมาจากตลาดน้ำ แผนจึงเริ่มที่การจัดการขยะในย่านตลาด}}\n")
        == "met"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ลดค่าน้ำมัน", "missing"), ("ลดค่าน้ำมันและดูแลน้ำในคลอง", "met"), ("บำบัดน้ำเสีย", "met")],
)
def test_fuel_is_not_water(text, expected):
    assert (
        status("C4-ENV", f"services: {{environment: {{goals: [{{id: G, text: {text}}}]}}}}\n")
        == expected
    )


@pytest.mark.parametrize(
    ("name", "unit", "expected"),
    [
        ("จำนวน CCTV", "ตัวกล้อง", "missing"),
        ("จำนวน กล้อง ที่ติดตั้ง", "จุด", "missing"),
        ("กล้องที่ใช้ได้", "ตัวกล้อง", "missing"),
        ("ตัวอย่างน้ำที่ผ่านมาตรฐาน", "ตัวอย่าง", "met"),
    ],
)
def test_a_count_of_devices_is_no_outcome(name, unit, expected):
    assert (
        status(
            "C4-R6", f"services: {{living: {{kpis: [{{id: K, name: {name}, unit: {unit}}}]}}}}\n"
        )
        == expected
    )


def test_both_editions_ask_what_the_sources_ask_of_both():
    first = {requirement.id for requirement in catalog().in_edition(2562)}
    assert {"C3-2", "C3-3", "C3-4", "C5-1"} <= first
    assert not {"C1-5", "C1-6", "C2-4", "C2-5", "C4-R3", "C5-4", "C5-5"} & first
    assert "C4-R3A" in first


def test_what_only_the_later_edition_names_is_recommended_in_the_first():
    assert catalog().requirements["X-12"].until == 2562
    for key in ("C3-2", "C3-3", "C3-4", "C3-7", "C3-8", "C5-1", "C5-2"):
        rule = catalog().requirements[key].level
        found = [rule.level("logo", None, edition, lambda check: False) for edition in (2562, 2569)]
        assert found == ["recommended", "mandatory"], key


def test_every_requirement_suggests_evidence_and_names_a_source_unless_it_is_inferred():
    assert [item.id for item in catalog().requirements.values() if not item.evidence] == []
    assert {item.basis for item in catalog().requirements.values() if not item.sources} == {
        "inferred"
    }


def test_what_the_plan_shows_by_itself_lacks_no_annex():
    pure = {item.id for item in catalog().requirements.values() if not item.evidence_counts}
    rows = changed().requirements
    assert {"C1-2", "C4-R2", "X-1", "X-15"} <= pure
    assert all(row.backed is None for row in rows if row.id in pure)
    assert any(row.backed for row in rows if row.id not in pure)
