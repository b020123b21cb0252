"""The tolerant reader: each fault at its place, and everything else still read."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schema_judge import keeps_to_schema
from smartcert.proposal.document import Document, read_document
from smartcert.proposal.spec import proposal_spec, review_spec, waivers_spec
from smartcert.source import read_source


def read(text: str) -> Document:
    """Read a proposal; what is read without a fault must be no fault for an editor."""
    document = read_document(read_source(text.encode(), "proposal.yaml"))
    assert keeps_to_schema(text, document)
    return document


def told(draft: Document) -> list[tuple]:
    return [(fault.code, fault.path) for fault in draft.faults]


AROUND = """
smartcert: 1
area:
  name: เมืองทดสอบ
{}
management:
  risks: [{{text: น้ำท่วม}}]
"""
"""A file with a hole for one fault inside `area`; what stands around it is read all the same."""


@pytest.mark.parametrize(
    ("lines", "code", "path", "at_key"),
    [
        pytest.param("population: {count: lots}", "P001", "population.count", False, id="whole"),
        pytest.param("population: {count: 400-500}", "P001", "population.count", False, id="range"),
        pytest.param("population: {year: 1234}", "P001", "population.year", False, id="year"),
        pytest.param("size: 46", "P001", "size", False, id="area-without-unit"),
        pytest.param(
            "participation: [{date: 31 ก.พ. 2567}]",
            "P001",
            "participation.0.date",
            False,
            id="date",
        ),
        pytest.param(
            "goals: [{baseline: {value: 3 to 5}}]",
            "P001",
            "goals.0.baseline.value",
            False,
            id="number",
        ),
        pytest.param("vision: TBD", "P002", "vision", False, id="placeholder-text"),
        pytest.param("size: รอข้อมูล", "P002", "size", False, id="placeholder-area"),
        pytest.param(
            "population: {count: '-'}", "P002", "population.count", False, id="placeholder-number"
        ),
        pytest.param("type: อยู่ระหว่างดำเนินการ", "P002", "type", False, id="placeholder-choice"),
        pytest.param("goals: TBD", "P002", "goals", False, id="placeholder-list"),
        pytest.param("boundary: '......'", "P002", "boundary", False, id="placeholder-section"),
        pytest.param(
            "strengths: [ตลาดเก่า, TBD]", "P002", "strengths.1", False, id="placeholder-item"
        ),
        pytest.param("visoin: เมืองน่าอยู่", "P003", "visoin", True, id="key"),
        pytest.param("goals: [{id: G1}, {txt: A}]", "P003", "goals.1.txt", True, id="key-in-item"),
        pytest.param("visoin: ", "P003", "visoin", True, id="empty-key"),
        pytest.param("design: ทิศเหนือจรดคลอง", "P003", "design", True, id="text-for-key"),
        pytest.param("boundary: [A, B]", "P004", "boundary", False, id="list-for-section"),
        pytest.param("goals: {id: G1}", "P004", "goals", False, id="section-for-list"),
        pytest.param("goals: [[ลดขยะ, ลดฝุ่น]]", "P004", "goals.0", False, id="list-for-item"),
        pytest.param("vision: [A, B]", "P004", "vision", False, id="list-for-text"),
        pytest.param("vision: {id: A}", "P004", "vision", False, id="section-for-text"),
        pytest.param(
            "population: {count: [1, 2]}", "P004", "population.count", False, id="list-for-number"
        ),
        pytest.param("type: [new, livable]", "P004", "type", False, id="list-for-choice"),
        pytest.param("strengths: [{name: A}]", "P004", "strengths.0", False, id="section-for-item"),
        pytest.param(
            "participation: [{annex: {id: A1}}]",
            "P004",
            "participation.0.annex",
            False,
            id="section-for-refs",
        ),
        pytest.param("type: village", "P006", "type", False, id="choice"),
        pytest.param("goals: [{id: G1}, {id: G2}, {id: G1}]", "P007", "goals.2.id", False, id="id"),
    ],
)
def test_one_fault_at_its_place_and_the_rest_is_read(lines, code, path, at_key):
    draft = read(AROUND.format(f"  {lines}"))
    (fault,) = draft.faults
    assert (fault.code, fault.path, fault.at_key) == (
        code,
        ("area", *(int(s) if s.isdigit() else s for s in path.split("."))),
        at_key,
    )
    assert draft.data["smartcert"] == 1
    assert draft.data["area"]["name"] == "เมืองทดสอบ"
    assert draft.data["management"] == {"risks": [{"text": "น้ำท่วม"}]}


def test_a_fault_stands_at_its_line_and_column():
    draft = read("area:\n  name: A\n  population:\n    count: lots\n  visoin: B\n")
    spans = [draft.source.span(fault.path, key=fault.at_key) for fault in draft.faults]
    assert [(span.line, span.column) for span in spans] == [(4, 12), (5, 3)]


def test_what_is_at_fault_is_absent_and_its_neighbours_are_not():
    draft = read(
        "area: {goals: [{id: G1, target: {value: many, year: 2570}}, [oops, oops], {id: G3, "
        "unit: TBD}], type: village, vision: A}"
    )
    assert draft.data["area"]["goals"][0]["target"].keys() == {"year"}
    assert draft.data["area"]["goals"][1:] == [None, {"id": "G3"}]
    assert draft.data["area"].keys() == {"goals", "vision"}


def test_every_fault_is_told():
    draft = read("area: {type: village, size: 46, visoin: A}\nmanagement: [A]\nroudn: 1")
    assert told(draft) == [
        ("P006", ("area", "type")),
        ("P001", ("area", "size")),
        ("P003", ("area", "visoin")),
        ("P004", ("management",)),
        ("P003", ("roudn",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "area: {vision: , name: A}",
        "area: {vision: ~, name: A}",
        "area: {vision: '', name: A}",
        "area: {vision: '   ', name: A}",
        "area: {vision: {th: , en: }, name: A}",
        "area: {size: '', population: {count: }, name: A}",
        "area: {goals: [], strengths: [], name: A}",
        "area: {goals: [{}, {id: }], boundary: {}, name: A}",
        "area: {strengths: ['', ~], boundary: {annex: []}, name: A}",
        "boi:\narea: {name: A}\nservices: {energy: {goals: }}",
    ],
)
def test_what_is_empty_is_absent_and_no_fault(text):
    draft = read(text)
    assert (draft.data, draft.faults, draft.placeholders) == (
        {"area": {"name": "A"}},
        (),
        frozenset(),
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n- b\n", "only words", "42"])
def test_a_file_that_is_no_mapping_holds_nothing(text):
    assert read(text).data == {}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("เมืองน่าอยู่", "เมืองน่าอยู่"),
        ("{th: เมืองน่าอยู่, en: A livable city}", "เมืองน่าอยู่"),
        ("{en: A livable city, th: เมืองน่าอยู่}", "เมืองน่าอยู่"),
        ("{en: A livable city}", "A livable city"),
        ("{th: เมืองน่าอยู่}", "เมืองน่าอยู่"),
        ("{th: , en: A livable city}", "A livable city"),
        ("{th: '', en: A livable city}", "A livable city"),
        ("2570", "2570"),
        ("true", "true"),
    ],
)
def test_text_in_one_language_or_two(written, value):
    draft = read(f"area: {{vision: {written}}}")
    assert (draft.data, draft.faults) == ({"area": {"vision": value}}, ())


@pytest.mark.parametrize("thai", ["TBD", "'   '"])
def test_a_language_that_only_holds_a_place_leaves_the_other(thai):
    """A placeholder counts as absent; the answer in the other language is an answer."""
    assert read(f"area: {{vision: {{th: {thai}, en: A livable city}}}}").data == {
        "area": {"vision": "A livable city"}
    }


def test_text_in_another_language_is_a_fault():
    draft = read("area: {vision: {th: เมือง, fr: ville}, name: A}")
    assert (told(draft), draft.data) == ([("P004", ("area", "vision"))], {"area": {"name": "A"}})


@pytest.mark.parametrize(
    ("field", "written", "word"),
    [
        ("area: {type: %s}", "new", "new"),
        ("area: {type: %s}", "เมืองใหม่ทันสมัย", "new"),
        ("area: {type: %s}", "เมืองเดิมน่าอยู่", "livable"),
        ("area: {type: %s}", "' Livable (existing) '", "livable"),
        ("area: {type: %s}", "NEW", "new"),
        ("area: {type: %s}", "เมือง\u200bใหม่ทันสมัย", "new"),
        ("applicant: {kind: %s}", "อบจ.", "pao"),
        ("management: {partners: [{sector: %s}]}", "ประชาชน", "people"),
        ("data_platform: {datasets: [{class: %s}]}", "ส่วนบุคคล", "personal"),
        ("services: {energy: {kpis: [{direction: %s}]}}", "ลด", "decrease"),
    ],
)
def test_a_choice_by_its_word_or_either_name(field, written, word):
    draft = read(field % written)
    assert draft.faults == ()
    value = draft.data
    while not isinstance(value, str):
        (value,) = value.values() if isinstance(value, dict) else value
    assert value == word


@pytest.mark.parametrize(
    ("written", "guess"),
    [
        ("livible", "livable"),
        ("เมืองเดิมน่าอยู", "เมืองเดิมน่าอยู่"),
        ("village", ""),
        ("old town", ""),
    ],
)
def test_a_wrong_choice_is_guessed(written, guess):
    (fault,) = read(f"area: {{type: {written}}}").faults
    assert (fault.params["written"], fault.params["guess"]) == (written, guess)


@pytest.mark.parametrize(
    ("text", "key", "guess"),
    [
        ("aera: {name: A}", "aera", "area"),
        ("area: {Name: A}", "Name", "name"),
        ("data-platform: {skills: A}", "data-platform", "data_platform"),
        ("Data Platform: {skills: A}", "Data Platform", "data_platform"),
        ("area: {populaton: {count: 5}}", "populaton", "population"),
        ("services: {smart_mobility: {goals: []}}", "smart_mobility", "mobility"),
        ("data_platform: {exchange: [{wiht: A}]}", "wiht", "with"),
        ("area: {โครงการ: A}", "โครงการ", ""),
        ("zzz: 1", "zzz", ""),
    ],
)
def test_an_unknown_key_is_guessed_and_never_dropped_silently(text, key, guess):
    (fault,) = read(text).faults
    assert (fault.code, fault.path[-1], fault.params["key_name"], fault.params["guess"]) == (
        "P003",
        key,
        key,
        guess,
    )


@pytest.mark.parametrize(
    ("written", "refs"),
    [
        ("G1", ["G1"]),
        ("[G1]", ["G1"]),
        ("[G1, G2]", ["G1", "G2"]),
        ("7", ["7"]),
        ("[1, 02]", ["1", "02"]),
        ("\n      - G1\n      - G2", ["G1", "G2"]),
        ("[G1, TBD, G3]", ["G1", None, "G3"]),
        ("[G1, ~, G3]", ["G1", None, "G3"]),
        ("TBD", None),
        ("[TBD]", None),
        ("[]", None),
        ("[{id: G1}, G2]", [None, "G2"]),
    ],
)
def test_references_as_one_or_as_a_list(written, refs):
    draft = read(f"services:\n energy:\n  projects:\n   - id: P1\n     goals: {written}\n")
    assert draft.data["services"]["energy"]["projects"] == [
        {"id": "P1"} | ({} if refs is None else {"goals": refs})
    ]


def test_an_item_keeps_its_number_when_one_before_it_can_t_be_read():
    draft = read("area: {strengths: [TBD, ตลาดเก่า], problems: [[oops, oops], {text: น้ำท่วม}]}")
    assert draft.data["area"] == {
        "strengths": [None, "ตลาดเก่า"],
        "problems": [None, {"text": "น้ำท่วม"}],
    }
    assert draft.placeholders == {("area", "strengths", 0)}


BY_YEAR = ("infrastructure", "budget", "by_year")


def test_amounts_by_year():
    draft = read(
        "infrastructure: {budget: {by_year: {2567: 1 ล้านบาท, พ.ศ. ๒๕๖๘: '2,000', "
        "ปีงบประมาณ 2569: TBD, 2570: }}}"
    )
    assert draft.data["infrastructure"]["budget"]["by_year"] == {"2567": 10**6, "พ.ศ. ๒๕๖๘": 2000}
    assert told(draft) == [("P002", (*BY_YEAR, "ปีงบประมาณ 2569"))]


def test_a_year_that_is_none_is_a_fault_of_the_key():
    draft = read(
        "infrastructure: {budget: {by_year: {soon: 5000, 2567: 7000, 2568: lots}, total: 12000}}"
    )
    assert [(fault.code, fault.path, fault.at_key) for fault in draft.faults] == [
        ("P001", (*BY_YEAR, "soon"), True),
        ("P001", (*BY_YEAR, "2568"), False),
    ]
    assert draft.data["infrastructure"]["budget"] == {"by_year": {"2567": 7000}, "total": 12000}


@pytest.mark.parametrize("written", ["[5 ล้านบาท]", "5 ล้านบาท"])
def test_amounts_by_year_are_a_mapping(written):
    assert told(read(f"infrastructure: {{budget: {{by_year: {written}}}}}")) == [("P004", BY_YEAR)]


def test_values_are_typed_and_exact():
    draft = read(
        "area: {goals: [{baseline: {value: 0.1, year: ๒๕๖๗}}], "
        "population: {count: '147,579 คน'}, size: 2 ไร่ 1 งาน}"
    )
    area = draft.data["area"]
    assert area["goals"][0]["baseline"]["value"] == Fraction(1, 10)
    assert (
        area["goals"][0]["baseline"]["year"].year,
        area["goals"][0]["baseline"]["year"].written,
    ) == (2024, "๒๕๖๗")
    assert area["population"]["count"] == 147579
    assert (area["size"].km2, area["size"].unit) == (Fraction(3600, 10**6), "rai")


@pytest.mark.parametrize(
    ("written", "value"),
    [("yes", True), ("true", True), ("ใช่", True), ("no", False), ("ยังไม่ยืนยัน", False)],
)
def test_yes_and_no(written, value):
    draft = read(f"infrastructure: {{funding: [{{confirmed: {written}}}]}}")
    assert draft.data["infrastructure"]["funding"] == [{"confirmed": value}]


@pytest.mark.parametrize(
    ("url", "ok"),
    [
        ("https://example.go.th", True),
        ("mailto:a@example.go.th", True),
        ("javascript:alert(1)", False),
        ("example", False),
    ],
)
def test_a_link_is_a_link(url, ok):
    draft = read(f"data_platform: {{open_data: [{{dataset: D1, url: '{url}'}}]}}")
    assert told(draft) == ([] if ok else [("P001", ("data_platform", "open_data", 0, "url"))])
    assert ("url" in draft.data["data_platform"]["open_data"][0]) is ok


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("www.example.go.th", "https://www.example.go.th"),
        ("javascript:alert(1)", ""),
        ("plan@example.go.th", ""),
    ],
)
def test_an_address_that_lacks_its_beginning_is_told_whole(url, hint):
    (fault,) = read(f"data_platform: {{open_data: [{{url: '{url}'}}]}}").faults
    assert fault.params["hint"] == hint


def test_rounds_are_counted_from_one():
    draft = read("smartcert: 1\nround: 0\narea: {name: A}")
    assert [(fault.code, fault.path, fault.params["reason"]) for fault in draft.faults] == [
        ("P001", ("round",), "zero")
    ]


def test_what_a_year_costs_may_say_so_and_a_whole_budget_may_not():
    draft = read(
        "infrastructure: {operating_cost: [{per_year: '380,000 บาท/ปี'}], "
        "budget: {total: '380,000 บาท/ปี'}}"
    )
    assert draft.data["infrastructure"] == {"operating_cost": [{"per_year": 380_000}]}
    assert [(fault.path[-1], fault.params["reason"]) for fault in draft.faults] == [
        ("total", "rate")
    ]


@pytest.mark.parametrize("state", ["กำลังดำเนินการ", "อยู่ระหว่างดำเนินการ", "ไม่มี", "none", "pending"])
def test_where_a_state_is_asked_for_a_state_is_an_answer(state):
    draft = read(
        f"infrastructure: {{permits: [{{name: ไม่มี, agency: ไม่มี, status: {state}}}]}}\n"
        f"management: {{finance: {{income: ไม่มี}}}}"
    )
    assert told(draft) == []
    assert draft.data["management"]["finance"]["income"] == "ไม่มี"
    assert draft.data["infrastructure"]["permits"][0]["status"] == state
    assert told(read(f"area: {{ownership: {{owner: {state}}}}}")) == [
        ("P002", ("area", "ownership", "owner"))
    ]


@pytest.mark.parametrize("state", ["กำลังดำเนินการ", "อยู่ระหว่างดำเนินการ", "pending"])
def test_where_there_may_be_none_a_promise_is_no_answer(state):
    draft = read(f"data_platform: {{privacy: {{sensitive_data: {state}}}}}")
    assert told(draft) == [("P002", ("data_platform", "privacy", "sensitive_data"))]


def test_every_offered_word_is_an_answer_even_one_that_is_a_placeholder_elsewhere():
    def offered(spec, path):
        for word in spec.words:
            yield word, path
        for key, field in spec.fields.items():
            yield from offered(
                field.item or field, (*path, key) if field.item is None else (*path, key, 0)
            )

    for word, path in offered(proposal_spec(), ()):
        text = word
        for step in reversed(path):
            text = [text] if step == 0 else {step: text}
        assert told(read(json.dumps(text, ensure_ascii=False))) == [], (word, path)


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("เทศบาลเมือง", "municipality"),
        ("องค์การบริหารส่วนจังหวัด", "pao"),
        ("อบต", "sao"),
        ("กทม.", "special-local"),
        ("อื่นๆ", "other"),
    ],
)
def test_usual_names_of_a_kind_are_read(kind, word):
    assert read(f"applicant: {{kind: {kind}}}").data["applicant"]["kind"] == word


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("applicant: {name: A}\nพื้นที่: {name: A}", "area"),
        ("services: {สิ่งแวดล้อม: {goals: []}}", "environment"),
        ("area: {วิสัยทัศ: A}", "vision"),
    ],
)
def test_a_key_in_thai_is_told_by_its_name(text, guess):
    (fault,) = read(text).faults
    assert (fault.code, fault.params["guess"]) == ("P003", guess)


def dated(*years: str) -> str:
    return "area: {goals: [" + ", ".join(f"{{target: {{year: {year}}}}}" for year in years) + "]}"


def year_at(index: int) -> tuple:
    return ("area", "goals", index, "target", "year")


@pytest.mark.parametrize(
    ("years", "place", "first", "era", "count"),
    [
        (("2567", "2568", "2027"), 2, 0, "ce", "1"),
        (("2024", "2025", "2570"), 2, 0, "be", "1"),
        (("2024", "2570", "2571", "2028"), 0, 1, "ce", "2"),
        (("2570", "ค.ศ. 2024", "2025", "2026"), 0, 1, "be", "1"),
    ],
)
def test_two_calendars_are_one_fault_at_the_first_of_the_rarer(years, place, first, era, count):
    (fault,) = read(dated(*years)).faults
    assert (fault.code, fault.path, fault.related) == ("P005", year_at(place), (year_at(first),))
    assert (fault.params["era"], fault.params["count"]) == (era, count)


@pytest.mark.parametrize(
    "years",
    [("2567", "พ.ศ. 2568", "๒๕๖๙"), ("2024", "ค.ศ. 2025"), ("2567",), ("2567", "TBD", "soon")],
)
def test_one_calendar_is_no_fault(years):
    assert "P005" not in [code for code, _ in told(read(dated(*years)))]


def test_calendars_are_told_apart_in_dates_and_in_years_of_a_budget():
    draft = read(
        "infrastructure: {budget: {by_year: {2567: 1000, 2568: 2000}}}\n"
        "revisions: [{date: 2025-08-10}]"
    )
    assert told(draft) == [("P005", ("revisions", 0, "date"))]
    assert draft.data["infrastructure"]["budget"]["by_year"] == {"2567": 1000, "2568": 2000}
    draft = read(
        "infrastructure: {budget: {by_year: {2027: 1000}}}\n"
        "revisions: [{date: 10 ส.ค. 2568}, {date: 11 ส.ค. 2568}]"
    )
    assert told(draft) == [("P005", (*BY_YEAR, "2027"))]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "area: {goals: [{id: G1}, {id: G1}, {id: G1}]}",
            [("area", "goals", 1, "id"), ("area", "goals", 2, "id")],
        ),
        (
            "services: {energy: {kpis: [{id: K1}]}, people: {kpis: [{id: K1}]}}",
            [("services", "people", "kpis", 0, "id")],
        ),
        (
            "infrastructure: {digital: [{id: D1}], physical: [{id: D1}]}",
            [("infrastructure", "physical", 0, "id")],
        ),
        (
            (
                "area: {goals: [{id: X1}]}\nservices: {energy: {projects: [{id: X1}], "
                "kpis: [{id: X1}]}}"
            ),
            [],
        ),
        ("area: {goals: [{id: TBD}, {id: TBD}, {id: }]}", None),
    ],
)
def test_an_id_is_used_once_for_one_kind_of_thing(text, places):
    again = [fault for fault in read(text).faults if fault.code == "P007"]
    assert [fault.path for fault in again] == (places or [])
    assert all(len(fault.related) == 1 and fault.related[0] != fault.path for fault in again)


def test_ids_that_a_reference_can_t_tell_apart_are_one():
    """`refers` finds `g1` at `G1`, so the two are the same id."""
    assert told(read("area: {goals: [{id: G1}, {id: g1}]}")) == [
        ("P007", ("area", "goals", 1, "id"))
    ]


def test_what_only_holds_a_place_is_noted():
    draft = read(
        "area: {name: TBD, size: '-', goals: [{text: รอข้อมูล}], strengths: [A, '....']}\n"
        "boi: อยู่ระหว่างจัดทำ"
    )
    assert draft.placeholders == {
        ("area", "name"),
        ("area", "size"),
        ("area", "goals", 0, "text"),
        ("area", "strengths", 1),
        ("boi",),
    }
    assert draft.data == {"area": {"strengths": ["A", None]}}


def test_what_the_city_wrote_is_kept_as_written():
    assert (
        read("area: {name: '  เทศบาล\u200bนคร ก '}").data["area"]["name"] == "  เทศบาล\u200bนคร ก "
    )


def test_reading_leaves_the_source_as_it_was():
    source = read_source(b"area: {goals: [{id: G1}, TBD], name: TBD, type: new}", "proposal.yaml")
    first = read_document(source)
    assert source.root == {"area": {"goals": [{"id": "G1"}, "TBD"], "name": "TBD", "type": "new"}}
    assert read_document(source) == first


KEYS = st.sampled_from(
    [
        "area",
        "goals",
        "id",
        "text",
        "target",
        "value",
        "year",
        "by_year",
        "services",
        "energy",
        "annexes",
        "2567",
        "x",
    ]
)
VALUES = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.sampled_from(["G1", "TBD", "2567", "2024", "10", "new", "yes", "1 ไร่"]),
)
TREES = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(KEYS, TREES, max_size=5))
def test_no_proposal_stops_the_reader(tree):
    import json

    draft = read(json.dumps(tree, ensure_ascii=False))
    assert all(fault.code.startswith("P") for fault in draft.faults)
    assert all(draft.source.exists(fault.path) for fault in draft.faults)


@pytest.mark.parametrize(
    ("text", "spec", "wanted", "found"),
    [
        ("smartcert: 1\nround: 2\narea: {name: A}", review_spec, "Review", "Proposal"),
        ("smartcert: 1\narea: {name: A}", waivers_spec, "WaiverFile", "Proposal"),
        ("smartcert-review: 1\nround: 1\ncomments: []", proposal_spec, "Proposal", "Review"),
        ("version: 3\nimages: [a]", review_spec, "Review", "foreign"),
    ],
)
def test_another_kind_of_file_is_told_by_what_was_expected(text, spec, wanted, found):
    draft = read_document(read_source(text.encode(), "file.yaml"), spec())
    (fault,) = [fault for fault in draft.faults if fault.code == "P014"]
    assert fault.params == {"wanted": wanted, "found": found}


def test_a_text_in_two_languages_is_told_in_each():
    draft = read("note: {th: ตัวอย่าง ก, en: An example}\narea: {name: {th: ขอนแก่น, en: TBD}}")
    assert [draft.text(("note",), lang) for lang in ("th", "en")] == ["ตัวอย่าง ก", "An example"]
    assert [draft.text(("area", "name"), lang) for lang in ("th", "en")] == ["ขอนแก่น", "ขอนแก่น"]
    assert draft.text(("applicant", "name"), "en") == ""
